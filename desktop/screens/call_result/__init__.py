"""What came of a simulated call."""
