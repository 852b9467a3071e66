"""Grading of imported questions by the rules of the programs they come from. Exact numbers, no evaluation of text."""
