"""What the page with a new session's code shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SessionCodeState:
    """The code in groups of five; it is kept nowhere but on this page."""

    title: str
    groups: tuple[str, ...]
