"""HR sets a new PIN for a person, which also opens a locked sign-in."""
