"""The questions of the bank: found by chapter, level, type, state and words, with what exams have shown."""
