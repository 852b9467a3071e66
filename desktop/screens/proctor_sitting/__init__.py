"""One person's exam before the proctor: its time, its gaps, what may be done."""
