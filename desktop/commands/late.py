"""Modules that a command needs only when it runs: Qt and all that stands on it."""

from importlib import import_module
from typing import Any


def late(name: str) -> Any:
    """Import a module now, not when the command line was read."""
    return import_module(name)
