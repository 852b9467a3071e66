"""Slow work: what a screen may ask for, in plain Python."""

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Jobs(Protocol):
    """Runs work elsewhere and comes back on the main thread; in order, one at a time."""

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Run `work`; `failed` gets an expected failure (an AcademyError), a bug goes to the crash report."""
        ...

    def close(self) -> None:
        """Finish what was begun."""
        ...
