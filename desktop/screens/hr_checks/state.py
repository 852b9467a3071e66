"""What the page of spot checks shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A branch or a proctor in words; `rate` are its warnings for each final, `open` the finals nobody looked into."""

    key: str
    title: str
    sittings: int
    rate: float
    shown: str
    open: int
    codes: str


@dataclass(frozen=True, slots=True)
class WarnedRow:
    """A final with its warnings in words, who proctored, what was said of it last, and all that was."""

    sitting: str
    session: str
    person: str
    course: str
    proctors: str
    why: str
    said: str = ""
    is_open: bool = True
    history: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two sittings of a room; `same` of their common mistakes against what chance gives, in words."""

    session: str
    branch: str
    people: tuple[str, str]
    sittings: tuple[str, str]
    same: str
    expected: str
    proctors: str = ""
    finding: str = ""
    said: str = ""
    is_open: bool = True
    history: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What the row is kept by."""
        return " ".join(self.sittings)


@dataclass(frozen=True, slots=True)
class Note:
    """What is typed about a finding, what is wrong with it, and what was kept of the one before."""

    text: str = ""
    wrong: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """The branch or the proctor whose finals are listed; `shown` is open, done or all."""

    branch: str = ""
    proctor: str = ""
    shown: str = "open"

    @property
    def is_any(self) -> bool:
        """Whether one is open."""
        return bool(self.branch or self.proctor)


@dataclass(frozen=True, slots=True)
class HrChecksState:
    """`codes` are the warnings of what is `opened` in words, `sittings` the finals that have them.

    `finding` is the final one is at, `chosen` the key of the pair; `note` and `pair_note` are about them. `read`:
    everything was read once.
    """

    busy: bool = False
    read: bool = False
    branches: tuple[GroupRow, ...] = ()
    proctors: tuple[GroupRow, ...] = ()
    pairs: tuple[PairRow, ...] = ()
    opened: Opened = Opened()
    title: str = ""
    codes: tuple[str, ...] = ()
    sittings: tuple[WarnedRow, ...] = ()
    finding: str = ""
    note: Note = Note()
    chosen: str = ""
    pair_note: Note = Note()
    fault: str = ""

    @property
    def pair(self) -> PairRow | None:
        """The pair one is at."""
        return next((one for one in self.pairs if one.key == self.chosen), None)

    @property
    def final(self) -> WarnedRow | None:
        """The final one is at."""
        return next((one for one in self.sittings if one.sitting == self.finding), None)
