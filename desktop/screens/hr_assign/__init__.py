"""Courses that people must pass by a day: looked at, assigned, taken back."""
