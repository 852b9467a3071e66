"""What the page that takes in questions shows."""

from dataclasses import dataclass
from enum import Enum, auto


class Stage(Enum):
    """Where the import stands."""

    EMPTY = auto()
    READING = auto()
    PREVIEW = auto()
    WRITING = auto()
    DONE = auto()
    UNDONE = auto()


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One question of a file as it would be taken in, or one that would not; `finding` is what is said of it."""

    number: int
    place: str
    type: str
    stem: str
    key: str
    chapter: str
    finding: str = ""
    taken: bool = True


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one question, or worth a look: where it stands, and the whole sentence."""

    place: str
    what: str
    refused: bool


@dataclass(frozen=True, slots=True)
class BankImportState:
    """`rows` are the first of `good` questions with the `bad` ones between them; `last` names what can be taken back.

    `only_found`: only rows that something is said of.
    """

    stage: Stage = Stage.EMPTY
    files: str = ""
    rows: tuple[PreviewRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    good: int = 0
    bad: int = 0
    look: int = 0
    number: int = 0
    last: str = ""
    only_found: bool = False
    fault: str = ""

    @property
    def busy(self) -> bool:
        """True while something is under way."""
        return self.stage in (Stage.READING, Stage.WRITING)

    @property
    def can_take_in(self) -> bool:
        """True where the preview shows a question to take in."""
        return self.stage is Stage.PREVIEW and self.good > 0

    @property
    def shown(self) -> tuple[PreviewRow, ...]:
        """The rows as they are narrowed."""
        return tuple(row for row in self.rows if row.finding) if self.only_found else self.rows
