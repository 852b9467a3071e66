"""A question as other programs keep it: more types than our own bank, more than we can sit; all of it goes round.

The names of the types and the shape of `to_json` are those of the command line (`academy bank read`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NamedTuple

PENALTY = 0.3333333
"""Moodle's penalty where a file names none (interop 4.8)."""

CHOICES = frozenset(("single", "multiple"))
KEPT = frozenset(
    ("calculated", "calculatedmulti", "ddwtos", "ddmarker", "ddimageortext", "upload", "hotspot", "description")
)
"""Types that are kept as they came; of these only pictures to point into can be sat. Beside them `category`."""

Options = Mapping[str, Any]
NO_OPTIONS: Options = MappingProxyType({})


class Answer(NamedTuple):
    """One option or accepted answer; `fraction` of the mark (0..1, negative too), `tolerance` of a number."""

    text: str
    fraction: float = 0.0
    tolerance: float | None = None
    feedback: str = ""
    format: str = ""
    """Of the text, where it is not the stem's: html, moodle, markdown or plain."""


class Part(NamedTuple):
    """One blank of a cloze or gapselect question; `mark` is its weight (interop 4.6)."""

    type: str
    answers: tuple[Answer, ...]
    mark: float = 1.0
    options: Options = NO_OPTIONS


class Media(NamedTuple):
    """A file that a text names as `@@PLUGINFILE@@/path/name`; `data` is base64 as the file carried it."""

    name: str
    path: str = "/"
    data: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question; which fields say the answer depends on the type, as the command line's page lists them."""

    type: str
    name: str
    stem: str
    answers: tuple[Answer, ...] = ()
    correct: bool | None = None
    pairs: tuple[tuple[str, str], ...] = ()
    items: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    key: str = ""
    n_options: int = 0
    qti: Options | None = None
    format: str = "html"
    mark: float = 1.0
    penalty: float = PENALTY
    feedback: str = ""
    tags: tuple[str, ...] = ()
    category: str = ""
    idnumber: str = ""
    media: tuple[Media, ...] = ()
    options: Options = field(default_factory=lambda: NO_OPTIONS)
    source: str = ""
    """The question as it stood in its file, for types that only go round."""
    line: int = 0
    row: int = 0
    column: str = ""

    def to_json(self) -> dict[str, Any]:
        """The shape that `academy bank read` prints and `academy bank grade` takes."""
        shown: dict[str, Any] = {"type": self.type, "name": self.name, "stem": self.stem}
        shown |= self._answer_json()
        shown |= {"format": self.format, "mark": self.mark, "penalty": self.penalty}
        plain = {"feedback": self.feedback, "category": self.category, "idnumber": self.idnumber}
        shown |= {name: text for name, text in plain.items() if text}
        if self.tags:
            shown["tags"] = list(self.tags)
        if self.media:
            shown["media"] = [{"name": one.name, "path": one.path} for one in self.media]
        if self.options:
            shown["options"] = dict(self.options)
        where = {"line": self.line, "row": self.row, "column": self.column}
        return shown | {name: place for name, place in where.items() if place}

    def _answer_json(self) -> dict[str, Any]:
        said: dict[str, Any] = {}
        if self.answers or self.type in CHOICES:
            said["answers"] = [_answer_json(one) for one in self.answers]
        if self.correct is not None:
            said["correct"] = self.correct
        if self.type == "matching" or self.pairs:
            said["pairs"] = [list(pair) for pair in self.pairs]
        if self.type == "ordering" or self.items:
            said["items"] = list(self.items)
        if self.parts:
            said["parts"] = [_part_json(one) for one in self.parts]
        if self.key:
            said |= {"key": self.key, "n_options": self.n_options}
        if self.qti is not None:
            said["qti"] = dict(self.qti)
        return said


def _answer_json(answer: Answer) -> dict[str, Any]:
    shown: dict[str, Any] = {"text": answer.text, "fraction": answer.fraction, "tolerance": answer.tolerance}
    if answer.feedback:
        shown["feedback"] = answer.feedback
    return shown


def _part_json(part: Part) -> dict[str, Any]:
    shown = {"type": part.type, "mark": part.mark, "answers": [_answer_json(one) for one in part.answers]}
    return shown | ({"options": dict(part.options)} if part.options else {})
