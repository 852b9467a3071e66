"""What the blueprint editor shows."""

from dataclasses import dataclass

MINUTES, PASS, RED_ITEMS, RED_NEEDED, TRIAL = "minutes", "pass_percent", "red_items", "red_needed", "trial"
FIELDS = (MINUTES, PASS, RED_ITEMS, RED_NEEDED, TRIAL)
"""The fields beside the tables, by the names they are typed under."""


@dataclass(frozen=True, slots=True)
class CountCell:
    """A number to type: `there` are the items of the poorest form, `lack` how many are missing, `bad` is no number."""

    key: str
    title: str
    text: str
    there: int
    lack: int = 0
    bad: bool = False


@dataclass(frozen=True, slots=True)
class ChapterRow:
    """A chapter's numbers by type, by level and on trial, and what the types add up to."""

    title: str
    types: tuple[CountCell, ...]
    levels: tuple[CountCell, ...]
    trial: CountCell
    total: str


@dataclass(frozen=True, slots=True)
class SampleRow:
    """A question of a sample paper; `text` says so where it is sealed."""

    place: int
    chapter: str
    kind: str
    level: str
    text: str


@dataclass(frozen=True, slots=True)
class BlueprintState:
    """The exam that is changed. `points` are numbers to type as well, one by type."""

    exams: tuple[tuple[str, str], ...] = ()
    name: str = ""
    types: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    rows: tuple[ChapterRow, ...] = ()
    points: tuple[CountCell, ...] = ()
    more_types: tuple[tuple[str, str], ...] = ()
    fields: tuple[tuple[str, str, bool], ...] = ()
    summary: str = ""
    gaps: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    versions: tuple[tuple[str, str], ...] = ()
    version: str = ""
    sample: tuple[SampleRow, ...] = ()
    checking: bool = False
    changed: bool = False
    can_save: bool = False
    told: str = ""
    fault: str = ""

    @property
    def is_empty(self) -> bool:
        """True until a course was published here."""
        return not self.exams

    @property
    def is_filled(self) -> bool:
        """True where every form can give a paper."""
        return not (self.checking or self.gaps or self.fault) and bool(self.rows)
