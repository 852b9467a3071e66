"""Choice and true-or-false questions, from what a table or a text says of them."""

from collections.abc import Sequence
from string import ascii_uppercase
from typing import Any
from unicodedata import normalize

from exams.interop.codes import Code
from exams.interop.question import Answer
from exams.interop.sheets.answers import key_of, truth_of, truth_options
from exams.interop.sheets.asked import Asked, Doubt, Unfit
from exams.interop.sheets.cells import folded

Said = dict[str, Any]
_SHOWN = 60


def choice(asked: Asked, kind: str, options: Sequence[str], doubts: list[Doubt]) -> Said:
    """`single` or `multiple` with its key; raises `Unfit`."""
    count = len(options) - options.count("")
    if count < 2:
        raise Unfit(Code.TOO_FEW, "option", count=count, least=2)
    if len(options) > len(ascii_uppercase):
        raise Unfit(Code.SHEET_MANY, "option", count=len(options), most=len(ascii_uppercase))
    answer = asked.text("answer")
    if not answer:
        raise Unfit(Code.NO_ANSWER, "answer")
    key = key_of(answer, options)
    if not key:
        raise Unfit(Code.SHEET_ANSWER, "answer", text=answer[:_SHOWN])
    _check(key, options)
    if kind == "single" and len(key) > 1:
        raise Unfit(Code.SHEET_ONE, "answer", key=key)
    if kind == "multiple" and len(key) == 1:
        doubts.append(Doubt(Code.SHEET_FEW, "answer", {"key": key}))
    _look_at(options, doubts)
    is_single = kind == "single" or (kind == "choice" and len(key) == 1)
    return _choice("single" if is_single else "multiple", key, options, kind)


def _check(key: str, options: Sequence[str]) -> None:
    for letter in key:
        place = ascii_uppercase.index(letter)
        if place >= len(options) or not options[place]:
            raise Unfit(Code.SHEET_KEY, "answer", key=letter, last=ascii_uppercase[len(options) - 1])


def _look_at(options: Sequence[str], doubts: list[Doubt]) -> None:
    if not all(options):
        doubts.append(Doubt(Code.EMPTY_OPTION, "option", {}))
    seen = [one if one.isascii() else normalize("NFKC", one).strip() for one in options if one]  # security 7.4
    if len(set(seen)) < len(seen):
        doubts.append(Doubt(Code.SHEET_SAME, "option", {}))


def _choice(kind: str, key: str, options: Sequence[str], word: str) -> Said:
    right, wrong = (1.0, 0.0) if kind == "single" else (round(1 / len(key), 12), -1.0)
    answers = [
        Answer(text, right if letter in key else wrong) for letter, text in zip(ascii_uppercase, options, strict=False)
    ]
    said: Said = {"type": kind, "answers": tuple(answers), "key": key, "n_options": len(options)}
    return said | ({"options": {"indefinite": True}} if word == "indefinite" else {})


def true_false(asked: Asked, options: Sequence[str], doubts: list[Doubt]) -> Said:
    """`truefalse`; a letter counts by what its option says, without options A is true, which is told."""
    answer = asked.text("answer")
    if not answer:
        raise Unfit(Code.NO_ANSWER, "answer")
    meant = truth_options([one for one in options if one])
    letter = key_of(answer, options) if meant else folded(answer)
    said = truth_of(answer)
    if said is None and meant and letter in ("A", "B"):
        said = meant[ord(letter) - 65]
    elif said is None and letter in ("A", "B") and not any(options):
        said = letter == "A"
        doubts.append(Doubt(Code.SHEET_LETTER, "answer", {"key": letter}))
    if said is None:
        raise Unfit(Code.SHEET_TRUTH, "answer", text=answer[:_SHOWN])
    return {"type": "truefalse", "correct": said, "penalty": 1.0}
