"""Slow work, off the main thread, through one small contract."""
