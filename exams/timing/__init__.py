"""Clocks and the time that is left. Pure but for `SystemClock`; knows nothing of ours but errors."""
