r"""Cloze, Moodle's embedded answers: `{weight:TYPE:alternatives}` inside a text (interop 3.4).

A blank is read in one pass, for a pattern that could try every way to split it would never come to an end.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from exams.interop.codes import Code
from exams.interop.numbers import as_number, share
from exams.interop.question import Answer, Part, Question
from exams.interop.result import NotRead, Read
from exams.interop.texts import BLANK, entities_read, name_from

_NUMERICAL, _CHOICE, _SEVERAL, _SHORT = "numerical", "single", "multiple", "shortanswer"
_LAYOUTS = {"V": "vertical", "H": "horizontal"}


def _kinds() -> dict[str, tuple[str, dict[str, object]]]:
    kinds: dict[str, tuple[str, dict[str, object]]] = {name: (_NUMERICAL, {}) for name in ("NUMERICAL", "NM")}
    for name in ("SHORTANSWER", "SA", "MW"):
        kinds[name] = (_SHORT, {})
        kinds[f"{name}{'_C' if len(name) > 2 else 'C'}"] = (_SHORT, {"usecase": True})
    for name in ("MULTICHOICE", "MC"):
        for form in ("", "V", "H", "S", "VS", "HS"):
            kinds[_formed(name, form)] = (_CHOICE, _shown(form))
    for name in ("MULTIRESPONSE", "MR"):
        for form in ("", "H", "S", "HS"):
            kinds[_formed(name, form)] = (_SEVERAL, _shown(form, usual="vertical"))
    return kinds


def _formed(name: str, form: str) -> str:
    return f"{name}_{form}" if form and len(name) > 2 else f"{name}{form}"


def _shown(form: str, usual: str = "dropdown") -> dict[str, object]:
    layout = _LAYOUTS.get(form[:1], usual)
    return {"layout": layout, **({"shuffle": True} if "S" in form else {})}


KINDS = _kinds()
"""Each name of a blank's type: our type and how the blank is shown."""

_START = re.compile(rf"\{{([0-9]*):({'|'.join(sorted(KINDS, key=len, reverse=True))}):")
_ALIKE = re.compile(r"\{[0-9]*:([A-Za-z][A-Za-z_]*):[^{}]{0,400}[=~%][^{}]{0,400}\}")
_ENDS = re.compile(r"[~#}]")
_ENDS_FEEDBACK = re.compile(r"[~}]")
_WEIGHT = re.compile(r"=|%(-?[0-9]+(?:[.,][0-9]*)?)%")
_NUMBER = r"-?(?:[0-9]+[.,]?[0-9]*|[.,][0-9]+)(?:[eE][-+]?[0-9]+)?"
_NUMERIC = re.compile(rf"({_NUMBER})(?::({_NUMBER}))?")


class Cloze(NamedTuple):
    """A text with its blanks as `{#1}`, `{#2}`, …, and what each blank takes."""

    stem: str
    parts: tuple[Part, ...]

    @property
    def mark(self) -> float:
        """The sum of the weights (interop 3.4)."""
        return sum(part.mark for part in self.parts)


class _Alternative(NamedTuple):
    weight: float
    given: bool
    text: str
    feedback: str


def parse_cloze(text: str) -> Cloze:
    """The blanks of a text; raises `NotRead`: none, an unknown type, one without an end or without a right answer."""
    pieces: list[str] = []
    parts: list[Part] = []
    place = 0
    while found := _START.search(text, place):
        alternatives, end = _alternatives(text, found.end(), len(parts) + 1)
        parts.append(_part(found[1], found[2], alternatives, len(parts) + 1))
        pieces += (text[place : found.start()], f"{{#{len(parts)}}}")
        place = end
    pieces.append(text[place:])
    stem = "".join(pieces)
    unknown = _ALIKE.search(stem)
    if unknown:
        raise NotRead(Code.CLOZE_TYPE, type=unknown[1])
    if not parts:
        raise NotRead(Code.CLOZE_NONE)
    return Cloze(stem, tuple(parts))


def read_cloze(text: str) -> Iterator[Read]:
    """A file in Moodle's format of embedded answers: one question, the whole text."""
    text = text.strip(BLANK)
    try:
        cloze = parse_cloze(text)
    except NotRead as refused:
        yield refused.rejected(1)
        return
    yield Question("cloze", name_from(cloze.stem), cloze.stem, parts=cloze.parts, mark=cloze.mark, line=1)


def _alternatives(text: str, place: int, blank: int) -> tuple[list[_Alternative], int]:
    """What stands between the type and the closing brace, and the place after that."""
    found: list[_Alternative] = []
    if text.startswith("~", place):
        place += 1  # Moodle allows one more separator in front
    while True:
        weight = _WEIGHT.match(text, place)
        begin = weight.end() if weight else place
        end = _end(text, begin, blank, _ENDS)
        said, feedback = text[begin:end], ""
        if text[end] == "#":
            begin, end = end + 1, _end(text, end + 1, blank, _ENDS_FEEDBACK)
            feedback = text[begin:end]
        found.append(_alternative(weight, said, feedback))
        if text[end] == "}":
            return found, end + 1
        place = end + 1


def _end(text: str, begin: int, blank: int, marks: re.Pattern[str]) -> int:
    place = begin
    while found := marks.search(text, place):
        before = text[max(begin, found.start() - 5) : found.start()]
        escaped = before.endswith("\\") or (marks is _ENDS and before.endswith(("&", "&amp;")))
        if not escaped:
            return found.start()
        place = found.end()
    raise NotRead(Code.CLOZE_OPEN, blank=blank)


def _alternative(weight: re.Match[str] | None, said: str, feedback: str) -> _Alternative:
    if weight is None:
        fraction = 0.0
    elif weight[1] is None:
        fraction = 1.0
    else:
        fraction = share(float(weight[1].replace(",", ".")))
    percent = weight is not None and weight[1] is not None and fraction != 0
    return _Alternative(fraction, percent, said, _unescaped(feedback))


def _unescaped(text: str) -> str:
    return entities_read(text).replace(r"\}", "}").replace(r"\#", "#")


def _part(weight: str, name: str, alternatives: list[_Alternative], blank: int) -> Part:
    kind, options = KINDS[name]
    answers = [_answer(kind, one) for one in alternatives]
    if kind == _SEVERAL:
        answers = _shared_out(answers, given=any(one.given for one in alternatives))
    _check(kind, answers, blank)
    return Part(kind, tuple(answers), float(weight) if weight else 1.0, options)


def _answer(kind: str, said: _Alternative) -> Answer:
    if kind == _NUMERICAL:
        found = _NUMERIC.fullmatch(said.text)
        if found:
            around = float(found[2].replace(",", ".")) if found[2] else 0.0
            return Answer(found[1], said.weight, around, said.feedback)
    return Answer(_unescaped(said.text), said.weight, None, said.feedback)


def _shared_out(answers: list[Answer], *, given: bool) -> list[Answer]:
    """Several right answers share one mark; without weights a wrong one takes a right one's share away."""
    total = sum(one.fraction for one in answers if one.fraction > 0)
    if not total:
        return answers
    return [
        one._replace(fraction=one.fraction / total)
        if one.fraction > 0
        else (one if given else one._replace(fraction=-1 / total))
        for one in answers
    ]


def _check(kind: str, answers: list[Answer], blank: int) -> None:
    filled = [one for one in answers if one.text.strip(BLANK)]
    least = 2 if kind in (_CHOICE, _SEVERAL) else 1
    if len(filled) < least:
        raise NotRead(Code.TOO_FEW, count=len(filled), least=least)
    if kind == _NUMERICAL:
        for one in filled:
            _check_number(one)
    full = any(one.fraction > 0 if kind == _SEVERAL else one.fraction == 1 for one in filled)
    if not full:
        raise NotRead(Code.CLOZE_KEY, blank=blank)


def _check_number(answer: Answer) -> None:
    text = answer.text.strip(BLANK)
    if text != "*" and answer.tolerance is None and as_number(text.replace(",", ".")) is None:
        raise NotRead(Code.NUMBER, text=text)


def is_cloze(text: str) -> bool:
    """True where a text has the beginning of a blank."""
    return _START.search(text) is not None
