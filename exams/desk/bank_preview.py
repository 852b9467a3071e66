"""A question as a line to look at before it is taken in: its text without markup and its key in short."""

from collections.abc import Callable
from dataclasses import dataclass

from exams.interop.question import Question
from exams.interop.record_text import question_from
from exams.interop.spot_cards import POINTED, NoSpots, Spots, spots_of
from exams.interop.texts import plain

_MOST_SHOWN = 8
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Preview:
    """`key` names options by letter, is `true` or `false`, or gives the answers; empty where a person marks it."""

    type: str
    stem: str
    key: str
    chapter: str
    line: int
    row: int


def preview_of(record: str) -> Preview:
    """What a record of the bank says; raises `BadRecord`."""
    asked = question_from(record)
    return Preview(asked.type, plain_text(asked), key_of(asked), asked.category, asked.line, asked.row)


def plain_text(asked: Question) -> str:
    """The stem in one line, without markup."""
    return _line(asked, asked.stem)


def key_of(asked: Question) -> str:
    """The right answer in short."""
    made = _KEYS.get(asked.type)
    return made(asked) if made else ""


def right_letters_of(asked: Question) -> tuple[str, ...]:
    """The letters of the options that give marks."""
    return tuple(letter for letter, one in zip(_LETTERS, asked.answers, strict=False) if one.fraction > 0)


def card_of(asked: Question) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The exam's card for a question and its options by letter as that card spells them; empty for types without one.

    What the candidate puts in order or pairs stands sorted by its words: the order it came in is the key.
    """
    if asked.type in POINTED:
        spots = spots_in(asked)
        return ("", ()) if spots is None else ("hotspot", spots.options)
    make = _CARDS.get(asked.type)
    if make is None or max(len(asked.answers), len(asked.items), len(asked.pairs)) > _MOST_SHOWN:
        return "", ()
    return asked.type, make(asked)


def spots_in(asked: Question) -> Spots | None:
    """The picture, its regions and the key of a question to point with; None where the exam has no card for it."""
    try:
        return spots_of(asked)
    except NoSpots:
        return None


def _spot_key(asked: Question) -> str:
    spots = spots_in(asked)
    if spots is None:
        return _sides(asked) or _steps_in_order(asked)
    return "".join(spots.right) if spots.names else "; ".join(spots.right)


def _steps_in_order(asked: Question) -> str:
    return " → ".join(asked.items)


def _sides(asked: Question) -> str:
    return "; ".join(f"{left} → {right}" for left, right in asked.pairs if left)


def _options(asked: Question) -> tuple[tuple[str, str], ...]:
    return tuple(zip(_LETTERS, (_line(asked, one.text) for one in asked.answers), strict=False))


def _steps(asked: Question) -> tuple[tuple[str, str], ...]:
    return tuple(zip(_LETTERS, sorted(_line(asked, one) for one in asked.items), strict=False))


def _pairs(asked: Question) -> tuple[tuple[str, str], ...]:
    ends = tuple(zip(_LETTERS, sorted({_line(asked, right) for _, right in asked.pairs}), strict=False))
    made: list[tuple[str, str]] = []
    for number, left in enumerate((left for left, _ in asked.pairs if left), 1):
        made.append((str(number), _line(asked, left)))
        made += [(f"{number}{letter}", text) for letter, text in ends]
    return tuple(made)


def _line(asked: Question, text: str) -> str:
    return plain(text) if asked.format in ("html", "moodle") else " ".join(text.split())


def _texts(asked: Question) -> str:
    return " / ".join(one.text for one in asked.answers if one.fraction > 0)


def _parts(asked: Question) -> str:
    return " | ".join(next((one.text for one in part.answers if one.fraction > 0), "") for part in asked.parts)


_KEYS: dict[str, Callable[[Question], str]] = {
    "single": lambda asked: "".join(right_letters_of(asked)),
    "multiple": lambda asked: "".join(right_letters_of(asked)),
    "truefalse": lambda asked: "" if asked.correct is None else str(asked.correct).lower(),
    "shortanswer": _texts,
    "numerical": _texts,
    "cloze": _parts,
    "gapselect": _parts,
    "ddwtos": _parts,
    "ddimageortext": _parts,
    "matching": _sides,
    "ordering": _steps_in_order,
    **dict.fromkeys(POINTED, _spot_key),
}
_CARDS: dict[str, Callable[[Question], tuple[tuple[str, str], ...]]] = {
    "single": _options,
    "multiple": _options,
    "truefalse": lambda _: (),
    "shortanswer": lambda _: (),
    "numerical": lambda _: (),
    "ordering": _steps,
    "matching": _pairs,
}
