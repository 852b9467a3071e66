"""What the report of a session shows."""

from dataclasses import dataclass

from desktop.widgets.values import Fact
from exams import SittingFacts


@dataclass(frozen=True, slots=True)
class SessionReportState:
    """`digest` is the SHA-256 of the facts as JSON; `copied` once the report was taken out and that was journalled.

    `heading` stands over the page; `outcome` and `mend` are what a rehearsal showed, empty where exams count.
    """

    heading: str = ""
    title: str = ""
    is_open: bool = False
    facts: tuple[Fact, ...] = ()
    sittings: tuple[SittingFacts, ...] = ()
    gaps: tuple[Fact, ...] = ()
    overrides: tuple[Fact, ...] = ()
    incidents: tuple[Fact, ...] = ()
    outcome: tuple[Fact, ...] = ()
    mend: tuple[str, ...] = ()
    digest: str = ""
    copied: bool = False
    fault: str = ""
