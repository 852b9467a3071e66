"""What reading a file gives: questions, those that could not be read, and what to look at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from exams.interop.codes import Code
from exams.interop.question import Question


@dataclass(frozen=True, slots=True)
class Finding:
    """A code with its facts and its place: a line of a text, a row and a column of a sheet."""

    code: Code
    facts: Mapping[str, str | int]
    line: int = 0
    row: int = 0
    column: str = ""

    def to_json(self) -> dict[str, Any]:
        """Without a sentence, which only the desktop has."""
        where = {"line": self.line or None, "row": self.row or None, "column": self.column or None}
        sheet = {"sheet": self.facts["sheet"]} if self.facts.get("sheet") else {}
        return {**sheet, **where, "code": self.code.value, "facts": dict(self.facts)}


class Rejected(Finding):
    """A question that was not taken; the ones after it were."""

    __slots__ = ()


class Warned(Finding):
    """A question that was taken, with something in it to look at."""

    __slots__ = ()


Read = Question | Rejected | Warned
MOST_QUESTIONS = 200_000
"""Questions and findings of one file; four times the largest bank that is read in good time."""

_MOST = 100
"""Characters of a text of the file that a finding repeats."""


class NotRead(Exception):
    """Raised inside a reader for the question it is at; the reader makes it a `Rejected` and goes on."""

    def __init__(self, code: Code, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.facts = {name: said[:_MOST] if isinstance(said, str) else said for name, said in facts.items()}

    def rejected(self, line: int) -> Rejected:
        """As a finding at a line."""
        return Rejected(self.code, self.facts, line)


@dataclass(frozen=True, slots=True)
class ReadResult:
    """A whole file; `format` names the reader that read it."""

    format: str
    questions: tuple[Question, ...]
    rejected: tuple[Rejected, ...] = ()
    warnings: tuple[Warned, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The shape that `academy bank read` prints, sentences excepted."""
        return {
            "format": self.format,
            "questions": [one.to_json() for one in self.questions],
            "n_rejected": len(self.rejected),
            "rejected": [one.to_json() for one in self.rejected],
            "warnings": [one.to_json() for one in self.warnings],
        }


def gather(kind: str, found: Iterable[Read]) -> ReadResult:
    """Everything a reader gives, sorted by what it is."""
    questions: list[Question] = []
    rejected: list[Rejected] = []
    warnings: list[Warned] = []
    for one in found:
        if isinstance(one, Question):
            questions.append(one)
        elif isinstance(one, Rejected):
            rejected.append(one)
        else:
            warnings.append(one)
    return ReadResult(kind, tuple(questions), tuple(rejected), tuple(warnings))
