"""The exam screen: one question at a time, the clock, the navigator."""
