"""Runs of re-grading: before and after of one, released by a second officer."""
