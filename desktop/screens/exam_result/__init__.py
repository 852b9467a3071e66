"""What came of a sitting: score, chapters, what next."""
