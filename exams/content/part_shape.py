"""What is fixed about the published parts, known without what writes them."""

SHAPE = 3
"""Raised with every change of a part's fields; a program reads the parts of its own shape only."""

FORM = "A"
"""The sealed pool of items that name none."""
