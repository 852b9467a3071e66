"""An item as a trainee may see it (`Item`) and what only the grader may see (`AnswerKey`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

LANGUAGES = ("zh", "en")


class ItemType(StrEnum):
    """The five types of our own bank; values are those of the command line and the files."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUEFALSE = "truefalse"
    NUMERICAL = "numerical"
    BEST_WORST = "best_worst"


class Use(StrEnum):
    """Exam items are sealed; practice items feed self-checks, quizzes and the mock."""

    EXAM = "exam"
    PRACTICE = "practice"


class Level(StrEnum):
    """Bloom's levels, as the blueprint counts them."""

    REMEMBER = "remember"
    UNDERSTAND = "understand"
    APPLY = "apply"
    ANALYSE = "analyse"
    EVALUATE = "evaluate"


class Difficulty(StrEnum):
    """The author's estimate until statistics replace it."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Wording:
    """One language of an item; options are (authored letter, text), empty for truefalse and numerical."""

    stem: str
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """A numerical item's generator: its name and, per variable, (lowest, highest, step) as decimal text."""

    generator: str
    ranges: Mapping[str, tuple[str, str, str]]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One question without its key. `id` never changes; any edit of meaning raises `version`."""

    id: str
    version: int
    use: Use
    type: ItemType
    chapter: int
    section: str
    objective: str
    facts: tuple[str, ...]
    level: Level
    difficulty: Difficulty
    wordings: Mapping[str, Wording]
    red_line: bool = False
    enemies: tuple[str, ...] = ()
    review_date: date | None = None
    clause_date: date | None = None  # the day the clause it rests on ends; from then on it leaves the bank
    shuffle: bool = True
    template: Template | None = None

    @property
    def letters(self) -> tuple[str, ...]:
        """The authored option letters, in authored order."""
        first = next(iter(self.wordings.values()))
        return tuple(letter for letter, _ in first.options)


@dataclass(frozen=True, slots=True)
class BestWorst:
    """The response to, and the key of, a best_worst item: two authored letters."""

    best: str
    worst: str


Response = str | bool | tuple[str, ...] | BestWorst
"""single: letter · multiple: sorted letters · truefalse: bool · numerical: text as typed · best_worst: pair."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One language of the feedback: why the key is right, and one line per option or typical mistake."""

    text: str
    options: Mapping[str, str] = field(default_factory=dict)
    mistakes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """What only the grader and the feedback may see. For numerical items `correct` is empty: the template gives it."""

    item: str
    version: int
    correct: Response
    explanations: Mapping[str, Explanation]
    tolerance: str = "0"
