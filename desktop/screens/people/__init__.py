"""Everybody of this branch, for HR."""
