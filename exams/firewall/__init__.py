"""Where files from outside come in: each is read in a process of its own that may cost only so much."""
