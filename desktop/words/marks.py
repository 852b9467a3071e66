"""Marks that stand in both languages at once, whoever looks."""

from desktop.words.catalogue import mark

DEMONSTRATION_ONLY = mark("演示 · Demonstration only")
"""On everything that a demonstration's keys have signed."""
