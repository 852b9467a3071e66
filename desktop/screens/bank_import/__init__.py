"""Files of questions: looked at row by row, taken into the bank, taken back."""
