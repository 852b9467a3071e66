"""The form of one override: what will happen, how many minutes, and why."""
