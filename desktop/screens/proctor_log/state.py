"""What the log of incidents shows."""

from dataclasses import dataclass

from desktop.widgets.values import Fact


@dataclass(frozen=True, slots=True)
class ProctorLogState:
    """`incidents` in the order they were written down; `may_note` while the session is open."""

    title: str = ""
    incidents: tuple[Fact, ...] = ()
    may_note: bool = False
    fault: str = ""
