"""A simulated call as its author wrote it. Texts are one string per language; points are whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from exams.items.item import Difficulty

Texts = Mapping[str, str]

CALMEST, MOST_UPSET = 0, 4
"""The caller's mood; beyond the highest the caller hangs up."""


class Shelf(StrEnum):
    """The twelve calls of the course, and the four kept in reserve."""

    CORE = "core"
    RESERVE = "reserve"


class Criterion(StrEnum):
    """The score sheet, in its order."""

    COMPLIANCE = "compliance"
    LISTENING = "listening"
    ENQUIRY = "enquiry"
    ACCURACY = "accuracy"
    SOLUTION = "solution"
    RECORD = "record"
    LANGUAGE = "language"


class Move(StrEnum):
    """What a reply is worth as a move: ++, +, 0, -, -- of the score sheet."""

    BEST = "best"
    GOOD = "good"
    NEUTRAL = "neutral"
    POOR = "poor"
    WORST = "worst"


class Age(StrEnum):
    """The caller's age band in years."""

    YOUNG = "18-30"
    MIDDLE = "31-59"
    ELDERLY = "60+"


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls; `mood` at the first word, 0 calm to 4 beside oneself."""

    names: Texts
    age: Age
    mood: int


@dataclass(frozen=True, slots=True)
class Hidden:
    """Something the caller does not say unasked; a reply that `discovers` it brings it out."""

    id: str
    texts: Texts


@dataclass(frozen=True, slots=True)
class Phrase:
    """Something that must be said once; points go to its criterion, and only `within` so many seconds (0: any time)."""

    id: str
    texts: Texts
    criterion: Criterion
    points: int
    within: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """What the agent may say; `mood` is added to the caller's, `feedback` tells what a good line would have been."""

    id: str
    texts: Texts
    move: Move
    to: str
    mood: int
    points: Mapping[Criterion, int]
    discovers: tuple[str, ...]
    says: tuple[str, ...]
    red_line: bool
    reaction: Texts
    feedback: Texts


@dataclass(frozen=True, slots=True)
class Node:
    """What the caller says, the seconds of handling it stands for, and the replies; none where the call ends."""

    id: str
    texts: Texts
    seconds: int
    mood: int
    choices: tuple[Choice, ...]

    @property
    def ends(self) -> bool:
        """Whether the call is over here."""
        return not self.choices

    @property
    def best(self) -> Choice | None:
        """The reply marked best; None where the call ends."""
        return next((one for one in self.choices if one.move is Move.BEST), None)


@dataclass(frozen=True, slots=True)
class NoteField:
    """One field of the note after the call: options by id, the right one, its points under `record`."""

    id: str
    labels: Texts
    options: Mapping[str, Texts]
    right: str
    points: int


@dataclass(frozen=True, slots=True)
class Scenario:
    """A whole call. The first node opens it; `rubric` gives each criterion's weight, 100 together."""

    id: str
    version: int
    shelf: Shelf
    titles: Texts
    situation: Texts
    sections: tuple[str, ...]
    objectives: tuple[str, ...]
    facts: tuple[str, ...]
    difficulty: Difficulty
    caller: Caller
    target_seconds: int
    pass_mark: int
    rubric: Mapping[Criterion, int]
    red_line: Texts
    hang_up: Texts
    hidden: tuple[Hidden, ...]
    phrases: tuple[Phrase, ...]
    note: tuple[NoteField, ...]
    nodes: tuple[Node, ...]

    @property
    def chapter(self) -> int:
        """The chapter of the section it belongs to first."""
        return int(self.sections[0].partition(".")[0])

    def node(self, node_id: str) -> Node:
        """A node by its id; raises `KeyError`."""
        for node in self.nodes:
            if node.id == node_id:
                return node
        raise KeyError(node_id)
