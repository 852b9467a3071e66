"""Whose this PC is: enrolled at headquarters by a file there and a file back, or by two texts."""
