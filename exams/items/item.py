"""An item as a trainee may see it (`Item`) and what only the grader may see (`AnswerKey`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

LANGUAGES = ("zh", "en")


class ItemType(StrEnum):
    """The types an exam can ask; values are those of the command line and the files.

    The first five are our own bank's; those with several places spell them as letters, see `exams.items.slots`, those
    with a picture spell it and its regions, see `exams.items.spots`.
    """

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUEFALSE = "truefalse"
    NUMERICAL = "numerical"
    BEST_WORST = "best_worst"
    SHORTANSWER = "shortanswer"
    FILL = "fill"
    DROPDOWN = "dropdown"
    MATCHING = "matching"
    ORDERING = "ordering"
    CASE = "case"
    HOTSPOT = "hotspot"


OWN_TYPES = frozenset([*ItemType][:5])
"""Those of our own bank."""


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
    trial: bool = False  # asked to learn how it works; never gives points

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
"""single: letter · multiple: sorted letters · truefalse: bool · numerical, shortanswer: text as typed ·
best_worst: pair · fill, dropdown, matching, case: one text per place, empty where it is open ·
ordering: all letters in their order · hotspot: sorted letters of regions, or points as `x,y` in the order set."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One language of the feedback: why the key is right, and one line per option or typical mistake."""

    text: str
    options: Mapping[str, str] = field(default_factory=dict)
    mistakes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """What only the grader and the feedback may see. For numerical items `correct` is empty: the template gives it.

    Where text is typed, `correct` holds the accepted answers of a place, one a line, `*` standing for any run of
    characters and `%50%` in front for half of the points. `tolerance` of a calculation is the distance that counts as
    right; of an ordering the way it is counted (-1 to 7, interop 4.7); of several places their weights (`3 1 1`), `0`
    where all weigh the same; of a short answer `1` where upper and lower case differ. Where points are set freely in a
    picture, `correct` holds the regions that must be hit, as shapes.
    """

    item: str
    version: int
    correct: Response
    explanations: Mapping[str, Explanation]
    tolerance: str = "0"
