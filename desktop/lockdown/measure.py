"""What a lock is made of."""

from typing import Protocol


class Measure(Protocol):
    """One thing taken from the PC and given back; both ends may be called once, `off` only after `on`."""

    def on(self) -> None:
        """Take it."""
        ...

    def off(self) -> None:
        """Give it back."""
        ...
