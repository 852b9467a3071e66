"""Answers that wait for markers."""
