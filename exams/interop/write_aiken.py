"""Aiken, written: a line of text, options, one key, and nothing else of a question (interop 2)."""

import re
from collections.abc import Iterable, Iterator
from string import ascii_uppercase

from exams.interop.losing import lost, not_written
from exams.interop.question import Question
from exams.interop.result import Warned
from exams.interop.texts import plain

_NO_STEM = re.compile(r"[A-Z][).]|ANSWER:")


def write_aiken(questions: Iterable[Question], warnings: list[Warned]) -> Iterator[str]:
    """The file, question by question; what is lost or left out goes to the warnings."""
    for question in questions:
        if question.type == "category":
            continue
        text = _written(question)
        if text:
            warnings += lost(question, ())
            yield text
        else:
            warnings += not_written(question)


def _written(question: Question) -> str:
    stem = _line(question.stem, question.format)
    right = [number for number, one in enumerate(question.answers) if one.fraction >= 1]
    fits = question.type == "single" and 2 <= len(question.answers) <= len(ascii_uppercase) and len(right) == 1
    if not fits or len(stem.encode()) < 2 or _NO_STEM.match(stem):
        return ""
    options = [
        f"{letter}) {_line(one.text, one.format or question.format)}"
        for letter, one in zip(ascii_uppercase, question.answers, strict=False)
    ]
    return "\n".join([stem, *options, f"ANSWER: {ascii_uppercase[right[0]]}", "", ""])


def _line(text: str, its_format: str) -> str:
    return " ".join(text.split()) if its_format == "plain" else plain(text)
