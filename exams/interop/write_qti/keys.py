"""Response declarations of keys: what earns which part of the mark."""

import re
from collections.abc import Sequence

from lxml import etree

from exams.interop.numbers import as_number, as_text
from exams.interop.question import Answer
from exams.interop.write_qti.pieces import Entry, add_mapping, response, worth

Element = etree._Element
NEAR = 1e-5
"""What fractions of the mark may be off by (interop 4.9)."""

_STAR = re.compile(r"(?<!\\)\*")


class Unsayable(Exception):
    """QTI, or the part of it that is read back, has no way to write it."""


def has_best(answers: Sequence[Answer]) -> bool:
    """Whether some answer earns the whole mark."""
    return abs(max((one.fraction for one in answers), default=0.0) - 1) < NEAR


def is_plain_key(answers: Sequence[Answer]) -> bool:
    """One right answer, and nothing for the others."""
    return sorted({one.fraction for one in answers} | {0.0}) == [0, 1] and sum(one.fraction for one in answers) == 1


def are_shares(answers: Sequence[Answer]) -> bool:
    """Right options share the mark and each wrong one takes it all."""
    right = [one.fraction for one in answers if one.fraction > 0]
    shared = all(abs(one - 1 / len(right)) < NEAR for one in right)
    return bool(right) and shared and all(one.fraction == -1 for one in answers if one.fraction <= 0)


def one_of(ident: str, names: Sequence[str], answers: Sequence[Answer], mark: float, *, mapped: bool) -> Element:
    """A single choice; with a mapping where parts of the mark are given."""
    best = max(answers, key=lambda one: one.fraction)
    declared = response(ident, "single", "identifier", [names[answers.index(best)]] if best.fraction > 0 else [])
    if mapped:
        add_mapping(declared, _entries(names, answers, mark))
    return declared


def several_of(ident: str, names: Sequence[str], answers: Sequence[Answer], mark: float, *, whole: bool) -> Element:
    """Several choices: the right set alone, or the sum of the parts between nothing and all."""
    right = [name for name, one in zip(names, answers, strict=True) if one.fraction > 0]
    declared = response(ident, "multiple", "identifier", right)
    if not whole:
        add_mapping(declared, _entries(names, answers, mark), lowerBound="0", upperBound=as_text(mark))
    return declared


def _entries(names: Sequence[str], answers: Sequence[Answer], mark: float) -> list[Entry]:
    return [Entry(name, worth(one.fraction, mark)) for name, one in zip(names, answers, strict=True) if one.fraction]


def texts_of(ident: str, answers: Sequence[Answer], mark: float, *, cased: bool) -> Element:
    """Accepted texts with what each is worth; raises `Unsayable` for a text with a star that stands for anything."""
    gains = [one for one in answers if one.fraction > 0 and one.text.strip()]
    if not has_best(gains) or any(_STAR.search(one.text) for one in gains):
        raise Unsayable
    entries: dict[str, Entry] = {}
    for one in gains:
        key = one.text.replace(r"\*", "*").strip()
        entries.setdefault(key, Entry(key, worth(one.fraction, mark), cased))
    best = max(gains, key=lambda one: one.fraction)
    declared = response(ident, "single", "string", [best.text.replace(r"\*", "*").strip()])
    add_mapping(declared, list(entries.values()))
    return declared


def numbers_of(ident: str, answers: Sequence[Answer], mark: float) -> tuple[Element, list[tuple[str, float, str]]]:
    """The declaration and the accepted numbers, as `add_number` takes them; raises `Unsayable` for what is none."""
    gains = [one for one in answers if one.fraction > 0]
    if not has_best(gains) or any(as_number(one.text) is None for one in gains):
        raise Unsayable
    accepted = [(one.text.strip(), one.tolerance or 0.0, worth(one.fraction, mark)) for one in gains]
    return response(ident, "single", "float", [accepted[0][0]] if len(accepted) == 1 else []), accepted
