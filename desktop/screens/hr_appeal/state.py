"""What the page of one appeal shows."""

from dataclasses import dataclass, field

from desktop.widgets.values import Fact


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the form of the decision; neither passphrase shows in a report, `own` is the officer's."""

    choice: str = ""
    points: str = ""
    words: str = ""
    secret: str = field(default="", repr=False)
    own: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class HrAppealState:
    """`choices` are what may be decided, key and words; none once it is. `barred` says why this person may not.

    `by_points`: so many points are to be typed, at most `most`.
    """

    title: str = ""
    facts: tuple[Fact, ...] = ()
    reason: str = ""
    decided: tuple[Fact, ...] = ()
    words: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    barred: str = ""
    most: str = ""
    by_points: bool = False
    draft: Draft = field(default_factory=Draft)
    busy: bool = False
    fault: str = ""
    saved: str = ""
