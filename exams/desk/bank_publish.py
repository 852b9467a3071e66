"""The bank's share of a pack: released questions become sealed items, saved blueprints replace the course's."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from exams.content.parts import Parts, item_record, key_record
from exams.desk.bank_desk_errors import BlueprintUnfilled
from exams.desk.course_outline import MOST, Outline
from exams.interop.exam_cards import AskCode, Asked, NoCard, card_item
from exams.interop.exam_places import CoursePlace, place_in
from exams.interop.question import Question
from exams.interop.record_text import BadRecord, question_from
from exams.items.item import AnswerKey, Item
from exams.papers.blueprint import Blueprint
from exams.papers.feasible import check_feasible
from exams.papers.shortage import Shortage
from exams.store import content_values as values
from exams.store.bank_errors import BankForeign
from exams.store.bank_live import LiveRow, live_rows, newest_blueprints
from exams.trust.strict_json import Json, read_json, write_json

ID = "bank-"
"""How the id of an item begins that comes out of the bank; the question's number follows."""

_NOWHERE = CoursePlace(1, "")


class LeftOut(NamedTuple):
    """A released question that no exam can ask: its number and name, a code with its facts."""

    number: int
    name: str
    code: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class BankShare:
    """What a bank gives to a pack: items with their keys, what it cannot give, and its blueprints by name."""

    items: tuple[tuple[Item, AnswerKey], ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    blueprints: Mapping[str, Blueprint] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """True where the pack is what the course's sources alone give."""
        return not self.items and not self.blueprints

    def items_of(self, form: str, forms: Sequence[str]) -> tuple[Item, ...]:
        """Its items of a form. They are dealt out by their numbers, so that one keeps its form for good."""
        return tuple(item for item, _ in self.items if form_of(item.id, forms) == form)


def form_of(name: str, forms: Sequence[str]) -> str:
    """The form that an item of the bank belongs to."""
    return forms[int(name.removeprefix(ID)) % len(forms)]


def bank_share(bank: Path, outline: Outline) -> BankShare:
    """Every released question that an exam can ask; raises `BankForeign`. Nothing where there is no bank."""
    if not bank.exists():
        return BankShare()
    items, left = [], []
    for row in live_rows(bank):
        try:
            items.append(_card(bank, row, outline))
        except NoCard as refusal:
            left.append(LeftOut(row.id, row.name, refusal.code.value, refusal.facts))
    saved = {name: saved_blueprint(bank, record) for name, record in newest_blueprints(bank).items()}
    return BankShare(tuple(items), tuple(left), saved)


def saved_blueprint(bank: Path, record: str) -> Blueprint:
    """A blueprint as the bank keeps it; raises `BankForeign`."""
    try:
        return values.blueprint(record)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise BankForeign(path=str(bank), detail="blueprint") from error


def why_not(question: Question, outline: Outline) -> LeftOut | None:
    """Why no exam can ask a question as it stands; None where one can."""
    try:
        _made(question, outline, Asked(f"{ID}0", 1, _NOWHERE))
    except NoCard as refusal:
        return LeftOut(0, question.name, refusal.code.value, refusal.facts)
    return None


def _card(bank: Path, row: LiveRow, outline: Outline) -> tuple[Item, AnswerKey]:
    try:
        question = question_from(row.record)
        review = date.fromisoformat(row.review) if row.review else None
    except (BadRecord, ValueError) as error:
        raise BankForeign(path=str(bank), detail="record") from error
    item, key = _made(question, outline, Asked(f"{ID}{row.id}", row.version, _NOWHERE, review))
    return replace(item, trial=row.trial), key


def _made(question: Question, outline: Outline, asked: Asked) -> tuple[Item, AnswerKey]:
    """What is wrong with the question itself is told before a chapter that nobody named."""
    place = place_in(question.category, outline.chapters)
    made = card_item(question, replace(asked, place=place or asked.place, known_facts=outline.facts))
    if place is None:
        named = {"category": question.category} if question.category else {"reason": "none"}
        raise NoCard(AskCode.CHAPTER, **named)
    return made


def gaps_of(
    blueprint: Blueprint, outline: Outline, share: BankShare, today: date
) -> Mapping[str, tuple[Shortage, ...]]:
    """What each form lacks for a blueprint, by form; only forms that lack something."""
    found = {form: check_feasible(blueprint, pool_of(form, outline, share), today) for form in outline.forms}
    return {form: gaps for form, gaps in found.items() if gaps}


def pool_of(form: str, outline: Outline, share: BankShare) -> tuple[Item, ...]:
    """The items of a form: the course's own and the bank's."""
    return (*outline.items.get(form, ()), *share.items_of(form, outline.forms))


def with_bank(parts: Parts, outline: Outline, share: BankShare, now_wt: int) -> Parts:
    """The parts with the bank's share in them; raises `BlueprintUnfilled`."""
    if share.is_empty:
        return parts
    today = datetime.fromtimestamp(now_wt / 1000, UTC).date()
    for blueprint in {**outline.blueprints, **share.blueprints}.values():
        for form, gaps in gaps_of(blueprint, outline, share, today).items():
            raise BlueprintUnfilled(blueprint.name, form, gaps)
    items = [{**item_record(item), "form": form_of(item.id, outline.forms)} for item, _ in share.items]
    course = _with_blueprints(parts.course, share.blueprints)
    keys = (key_record(key) for _, key in share.items)
    return Parts(course, _longer(parts.items, "items", items), _longer(parts.keys, "keys", keys))


def _longer(raw: bytes, name: str, more: Iterable[Mapping[str, Json]]) -> bytes:
    part: Any = read_json(raw, MOST)
    return write_json({**part, name: [*part[name], *map(dict, more)]})


def _with_blueprints(raw: bytes, saved: Mapping[str, Blueprint]) -> bytes:
    from exams.content.parts import blueprint_record

    if not saved:
        return raw
    course: Any = read_json(raw, MOST)
    kept = [one for one in course["blueprints"] if one["name"] not in saved]
    ours = [blueprint_record(saved[name]) for name in sorted(saved)]
    return write_json({**course, "blueprints": [*kept, *ours]})
