"""A question of other programs as an item that an exam can ask; what has no card in the exam says why."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Any, NamedTuple

from exams.content.markdown import FACT
from exams.interop.exam_places import CoursePlace, difficulty_of, level_of
from exams.interop.question import Answer, Question
from exams.interop.spot_cards import POINTED, NoSpots, marker_label, spots_of
from exams.interop.texts import plain
from exams.interop.translations import wordings_of
from exams.items.item import AnswerKey, Explanation, Item, ItemType, Response, Use, Wording
from exams.items.numbers import is_decimal
from exams.items.slots import MOST_SLOTS, is_text

RED_LINE_TAGS = frozenset(("红线", "红线题", "red line", "red-line"))
"""A tag that makes a question one of the red lines."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MOST = 8
_MOST_ENDS = 20
_FEWEST_STEPS = 3
_FULL = 0.999
_ALL = 99.9
_NONE: Mapping[str, Any] = MappingProxyType({})
_PLACED = ("fill", "dropdowns")
"""Of QTI: asked where the text shows the place of every blank."""


class AskCode(StrEnum):
    """Why a question cannot be asked in an exam; the sentences stand in desktop/words."""

    CHAPTER = "E_ASK_CHAPTER"
    TYPE = "E_ASK_TYPE"
    MEDIA = "E_ASK_MEDIA"
    PICTURE = "E_ASK_PICTURE"
    REGIONS = "E_ASK_REGIONS"
    OPTIONS = "E_ASK_OPTIONS"
    WEIGHTS = "E_ASK_WEIGHTS"
    KEY = "E_ASK_KEY"


_SPOTLESS = {
    "media": AskCode.PICTURE,
    "options": AskCode.REGIONS,
    "weights": AskCode.WEIGHTS,
    "key": AskCode.KEY,
}


class NoCard(Exception):  # a verdict on one question, caught where they are counted
    """This question has no card; `code` says why, with its facts."""

    def __init__(self, code: AskCode, **facts: object) -> None:
        super().__init__(code.value)
        self.code = code
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Asked:
    """What an item is made of beside its question; `facts` that its tags do not name are added."""

    id: str
    version: int
    place: CoursePlace
    review: date | None = None
    known_facts: frozenset[str] = field(default_factory=frozenset)


class _Made(NamedTuple):
    type: ItemType
    correct: Response
    options: tuple[tuple[str, str], ...] = ()
    tolerance: str = "0"
    stem: str = ""


def card_item(question: Question, asked: Asked) -> tuple[Item, AnswerKey]:
    """The item and its key, in both languages where it has both, else worded alike in each; raises `NoCard`."""
    make = _MAKERS.get(question.type)
    if make is None:
        raise NoCard(AskCode.TYPE, type=question.type)
    if "<templateProcessing" in str((question.qti or {}).get("processing", "")):
        raise NoCard(AskCode.TYPE, type="calculated")  # its key is reckoned anew for every candidate
    if question.type not in POINTED and (question.media or "<img" in question.stem.casefold()):
        raise NoCard(AskCode.MEDIA)
    made = make(question)
    wordings, told = wordings_of(
        question, made.type, Wording(made.stem or _text(question, question.stem), made.options)
    )
    level = str(question.options.get("level") or question.options.get("difficulty", ""))
    item = Item(
        id=asked.id,
        version=asked.version,
        use=Use.EXAM,
        type=made.type,
        chapter=asked.place.chapter,
        section=asked.place.section,
        objective="",
        facts=tuple(one for one in question.tags if FACT.fullmatch(one) and one in asked.known_facts),
        level=level_of(level),
        difficulty=difficulty_of(str(question.options.get("difficulty", ""))),
        wordings=wordings,
        red_line=any(one.strip().casefold() in RED_LINE_TAGS for one in question.tags),
        review_date=asked.review,
    )
    explanations = {language: Explanation(_text(question, one)) for language, one in told.items()}
    return item, AnswerKey(asked.id, asked.version, made.correct, explanations, made.tolerance)


def _choices(question: Question) -> tuple[tuple[str, str], ...]:
    texts = [_text(question, one.text) for one in question.answers]
    if not 2 <= len(texts) <= _MOST or not all(texts) or len(set(texts)) < len(texts):
        raise NoCard(AskCode.OPTIONS, count=len(texts), most=_MOST)
    return tuple(zip(_LETTERS, texts, strict=False))


def _right(question: Question) -> tuple[str, ...]:
    """The letters that give marks; all of one weight, for the exam's rules know no others."""
    shares = {one.fraction for one in question.answers if one.fraction > 0}
    if len(shares) != 1:
        raise NoCard(AskCode.WEIGHTS if shares else AskCode.KEY)
    return tuple(letter for letter, one in zip(_LETTERS, question.answers, strict=False) if one.fraction > 0)


def _single(question: Question) -> _Made:
    options, right = _choices(question), _right(question)
    if len(right) != 1:
        raise NoCard(AskCode.KEY)
    return _Made(ItemType.SINGLE, right[0], options)


def _multiple(question: Question) -> _Made:
    return _Made(ItemType.MULTIPLE, _right(question), _choices(question))


def _truefalse(question: Question) -> _Made:
    if question.correct is None:
        raise NoCard(AskCode.KEY)
    return _Made(ItemType.TRUEFALSE, question.correct)


def _shortanswer(question: Question) -> _Made:
    usecase = "1" if question.options.get("usecase") in (True, 1, "1") else "0"
    return _Made(ItemType.SHORTANSWER, _patterns(question, question.answers), tolerance=usecase)


def _numerical(question: Question) -> _Made:
    """One right number and how far off still counts; units, ranges of marks and errors by share have no card."""
    right = [one for one in question.answers if one.fraction >= _FULL]
    if len(right) != 1 or len(question.answers) != 1 or set(question.options) - {"difficulty", "level", "translation"}:
        raise NoCard(AskCode.WEIGHTS)
    number, tolerance = right[0].text.strip(), format(right[0].tolerance or 0.0, ".6f").rstrip("0").rstrip(".") or "0"
    if not is_decimal(number) or not is_decimal(tolerance):
        raise NoCard(AskCode.KEY)
    return _Made(ItemType.NUMERICAL, number, tolerance=tolerance)


def _ordering(question: Question) -> _Made:
    """The steps by letter stand sorted by their words: the order they came in is the key."""
    steps = [_text(question, one) for one in question.items]
    if not _FEWEST_STEPS <= len(steps) <= _MOST or not all(steps) or len(set(steps)) < len(steps):
        raise NoCard(AskCode.OPTIONS, count=len(steps), most=_MOST)
    options = tuple(zip(_LETTERS, sorted(steps), strict=False))
    letters = {text: letter for letter, text in options}
    return _Made(ItemType.ORDERING, tuple(letters[one] for one in steps), options, tolerance="-1")


def _matching(question: Question) -> _Made:
    pairs = [(_text(question, left), _text(question, right)) for left, right in question.pairs]
    ends = sorted({right for _, right in pairs})
    asked = [(left, right) for left, right in pairs if left]
    _require_places(len(asked), ends)
    letters = dict(zip(ends, _LETTERS, strict=False))
    options = [one for number, (left, _) in enumerate(asked, 1) for one in _list(str(number), left, ends)]
    return _Made(ItemType.MATCHING, tuple(letters[right] for _, right in asked), tuple(options))


def _gaps(question: Question) -> _Made:
    """Blanks that are all typed, or all chosen from lists; both in one text have no card yet."""
    kinds = {part.type for part in question.parts}
    weights = [part.mark for part in question.parts]
    if not question.parts or len(question.parts) > MOST_SLOTS:
        raise NoCard(AskCode.OPTIONS, count=len(question.parts), most=MOST_SLOTS)
    stem = _text(question, question.stem)
    if question.type in _PLACED and any(f"{{#{number}}}" not in stem for number in range(1, len(question.parts) + 1)):
        raise NoCard(AskCode.TYPE, type=question.type)
    for number in range(len(question.parts), 0, -1):
        stem = stem.replace(f"{{#{number}}}", f"（{number}）____").replace(f"[[{number}]]", f"（{number}）____")
    count = " ".join(f"{mark:.0f}" for mark in weights)
    tolerance = "0" if len(set(weights)) == 1 else count
    if any(mark != int(mark) or not 0 < mark < 100 for mark in weights) and tolerance != "0":
        raise NoCard(AskCode.WEIGHTS)
    if kinds <= {"shortanswer"}:
        correct = tuple(_patterns(question, part.answers) for part in question.parts)
        options = tuple((str(number), f"（{number}）") for number in range(1, len(correct) + 1))
        return _Made(ItemType.FILL, correct, options, tolerance, stem)
    if kinds <= {"single", "multichoice", "select", "gapselect"}:
        return _lists(question, tolerance, stem)
    raise NoCard(AskCode.TYPE, type=question.type)


def _lists(question: Question, tolerance: str, stem: str) -> _Made:
    options: list[tuple[str, str]] = []
    correct = []
    for number, part in enumerate(question.parts, 1):
        texts = [_text(question, one.text) for one in part.answers]
        right = [at for at, one in enumerate(part.answers) if one.fraction >= _FULL]
        _require_places(len(question.parts), texts)
        if len(right) != 1 or any(0 < one.fraction < _FULL for one in part.answers):
            raise NoCard(AskCode.WEIGHTS)
        options += _list(str(number), f"（{number}）", texts)
        correct.append(_LETTERS[right[0]])
    return _Made(ItemType.DROPDOWN, tuple(correct), tuple(options), tolerance, stem)


def _require_places(count: int, ends: Sequence[str]) -> None:
    if not 1 <= count <= MOST_SLOTS or not 2 <= len(ends) <= _MOST_ENDS or not all(ends) or len(set(ends)) < len(ends):
        raise NoCard(AskCode.OPTIONS, count=max(count, len(ends)), most=_MOST_ENDS)


def _list(number: str, title: str, ends: Sequence[str]) -> list[tuple[str, str]]:
    return [(number, title), *((f"{number}{letter}", text) for letter, text in zip(_LETTERS, ends, strict=False))]


def _hotspot(question: Question) -> _Made:
    try:
        spots = spots_of(question)
    except NoSpots as verdict:
        raise NoCard(_SPOTLESS.get(verdict.reason, AskCode.TYPE), type=question.type) from None
    label = marker_label(question)
    stem = f"{_text(question, question.stem)}（{label}）" if label else ""
    return _Made(ItemType.HOTSPOT, spots.right, spots.options, stem=stem)


def _patterns(question: Question, answers: Sequence[Answer]) -> str:
    """Accepted answers, one a line, the part of the marks in front where it is not all."""
    lines = []
    for one in answers:
        text = _text(question, one.text)
        if one.fraction > 0 and text:
            share = Fraction(one.fraction).limit_denominator(100_000) * 100
            lines.append(text if share >= _ALL else f"%{float(share):.5f}%{text}")
    if not any(not line.startswith("%") for line in lines) or not all(map(is_text, lines)):
        raise NoCard(AskCode.KEY)
    return "\n".join(lines)


def _text(question: Question, text: str) -> str:
    """Without markup; lines of plain text stay, for a case is told in several."""
    if question.format in ("html", "moodle"):
        return plain(text)
    return "\n".join(" ".join(line.split()) for line in text.strip().splitlines())


_MAKERS: Mapping[str, Callable[[Question], _Made]] = {
    "single": _single,
    "multiple": _multiple,
    "truefalse": _truefalse,
    "shortanswer": _shortanswer,
    "numerical": _numerical,
    "ordering": _ordering,
    "matching": _matching,
    **dict.fromkeys(("cloze", "gapselect", *_PLACED), _gaps),
    **dict.fromkeys(POINTED, _hotspot),
}
