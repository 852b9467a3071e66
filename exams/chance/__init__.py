"""Chance that is the same on every platform: a SHA-256 stream. Knows nothing of ours."""
