"""From the texts of a question to the question: its type said or inferred, its answer checked against it."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from exams.interop.codes import Code
from exams.interop.question import Question
from exams.interop.sheets.answers import key_of, truth_of, truth_options
from exams.interop.sheets.asked import Asked, Doubt, Unfit
from exams.interop.sheets.blanks import has_blank
from exams.interop.sheets.brackets import answer_in_stem
from exams.interop.sheets.cells import folded
from exams.interop.sheets.choices import Said, choice, true_false
from exams.interop.sheets.english import translation
from exams.interop.sheets.labels import split_labels
from exams.interop.sheets.written import essay, fill, matching, numerical, ordering
from exams.interop.texts import name_from

_MARK = re.compile(r"[+]?([0-9]{1,6}(?:\.[0-9]{1,6})?)\s*(?:分|POINTS?|PTS?)?")
_TAGS = re.compile(r"\s*[;；,，、|｜\n]\s*")
_CHOOSES = frozenset(
    ("", "single", "multiple", "indefinite", "choice", "case", "open", "numerical", "truefalse", "ordering")
)
_BY_OPTIONS = {"case": "essay", "open": "essay", "numerical": "numerical"}
"""Kinds that are a choice where there are options and a key, else what stands here."""

_BETWEEN = re.compile(r"[\s,，、;；/|]")
_WITHOUT_OPTIONS = ("truefalse", "shortanswer", "cloze", "essay", "numerical")
_LONG_ANSWER = 40


def build(asked: Asked, doubts: list[Doubt]) -> Question:
    """The question; raises `Unfit`. What is to be looked at goes to the doubts."""
    if not asked.text("stem"):
        raise Unfit(Code.SHEET_STEM, "stem")
    options = _options(asked)
    if not asked.text("answer"):
        asked.texts["stem"], asked.texts["answer"] = answer_in_stem(asked.text("stem"), asked.kind)
    said = _said(asked, _kind(asked, options), options, doubts)
    if asked.image:
        doubts.append(Doubt(Code.SHEET_IMAGE, "stem", {}))
    if any(options) and said["type"] in _WITHOUT_OPTIONS and not truth_options([one for one in options if one]):
        doubts.append(Doubt(Code.SHEET_OPTIONS, "option", {}))
    return Question(**(_around(asked) | said | _mark(asked) | _noted(asked, said)))


def _options(asked: Asked) -> list[str]:
    """The options of their columns, else those that stand in the question's text."""
    options = list(asked.options)
    while options and not options[-1]:
        options.pop()
    if options or asked.kind not in _CHOOSES:
        return options
    stem, found = split_labels(asked.text("stem"))
    if stem and found and _are_meant(asked, found):
        asked.texts["stem"] = stem
        return found
    return options


def _are_meant(asked: Asked, options: Sequence[str]) -> bool:
    """True where letters in a question's text are options, not steps or parts of what it says."""
    answer = asked.text("answer")
    if asked.kind == "truefalse":
        return truth_options(options) is not None
    if asked.kind in _BY_OPTIONS or (answer and not asked.kind):
        return bool(key_of(answer, options))
    return True


def _kind(asked: Asked, options: Sequence[str]) -> str:
    kind = asked.kind
    if kind in _BY_OPTIONS:
        is_choice = len(options) > 1 and key_of(asked.text("answer"), options)
        return "choice" if is_choice else _BY_OPTIONS[kind]
    return kind or _inferred(asked, options)


def _inferred(asked: Asked, options: Sequence[str]) -> str:
    answer = asked.text("answer")
    if sum(map(bool, options)) > 1:
        return "truefalse" if truth_options(options) else "choice"
    if not answer:
        raise Unfit(Code.NO_ANSWER, "answer")
    if truth_of(answer) is not None and not _is_number_to_write(asked):
        return "truefalse"
    letters = folded(answer) if has_blank(asked.text("stem")) else _BETWEEN.sub("", folded(answer))
    if options or (len(letters) <= 8 and letters.isascii() and letters.isalpha() and _is_run(letters)):
        return "choice"
    return "fill" if has_blank(asked.text("stem")) or len(answer) <= _LONG_ANSWER else "essay"


def _is_number_to_write(asked: Asked) -> bool:
    """True for a number in a text with a line to write on: 1 and 0 are then no words for true and false."""
    return folded(asked.text("answer")) in ("1", "0") and "_" in asked.text("stem")


def _is_run(letters: str) -> bool:
    """True for letters of options in their order, each once: ABD."""
    return all("A" <= one <= "H" for one in letters) and list(letters) == sorted(set(letters))


_KINDS: dict[str, Callable[[Asked], Said]] = {"fill": fill, "essay": essay, "numerical": numerical}


def _said(asked: Asked, kind: str, options: Sequence[str], doubts: list[Doubt]) -> Said:
    if kind in _KINDS:
        return _KINDS[kind](asked)
    if kind == "truefalse":
        return true_false(asked, options, doubts)
    if kind in ("ordering", "matching"):
        return (ordering if kind == "ordering" else matching)(asked, options)
    return choice(asked, kind, options, doubts)


def _around(asked: Asked) -> dict[str, Any]:
    stem = asked.text("stem")
    return {
        "name": asked.text("name") or name_from(stem),
        "stem": stem,
        "format": "plain",
        "feedback": asked.text("feedback"),
        "tags": tuple(dict.fromkeys(_tags(asked.text("tags")))),
        "category": asked.text("category"),
        "row": asked.row,
        "line": asked.line,
    }


def _tags(text: str) -> Iterator[str]:
    return (one for one in _TAGS.split(text) if one) if text else iter(())


def _mark(asked: Asked) -> Said:
    text = asked.text("mark")
    if not text:
        return {}
    found = _MARK.fullmatch(folded(text))
    if not found:
        raise Unfit(Code.SHEET_MARK, "mark", text=text[:60])
    return {"mark": float(found[1])}


def _noted(asked: Asked, said: Said) -> Said:
    text = asked.text("difficulty")
    noted: Said = translation(asked) | ({"difficulty": text} if text else {})
    return {"options": {**said.get("options", {}), **noted}} if noted else {}
