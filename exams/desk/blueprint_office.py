"""Blueprints at headquarters: looked at, changed against what the live bank holds, tried out, saved in versions."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple, TypeVar

from exams.content.course import Chapter
from exams.content.parts import blueprint_record
from exams.desk.bank_desk_errors import BlueprintRule, BlueprintUnfilled, BlueprintUnknown
from exams.desk.bank_publish import BankShare, LeftOut, bank_share, gaps_of, pool_of, saved_blueprint
from exams.desk.course_outline import Outline, kept_outline
from exams.items.item import Item, ItemType, Level
from exams.papers.blueprint import Blueprint
from exams.papers.blueprint_check import disagreements
from exams.papers.draw import Candidate, draw_from
from exams.papers.pool import prepare
from exams.papers.shortage import Shortage
from exams.store.bank_live import BlueprintRow, blueprint_rows, save_blueprint
from exams.timing.clock import Clock
from exams.trust.strict_json import write_json

Key = TypeVar("Key", bound=Hashable)

_SAMPLE = Candidate("sample", "T0000", "S00000000", 1)


class SampleLine(NamedTuple):
    """A place of a sample paper; `stem` is empty where the question belongs to the course, whose exam stays sealed."""

    position: int
    item: str
    type: ItemType
    chapter: int
    level: str
    points: int
    red_line: bool
    trial: bool
    stem: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stock:
    """What papers can be drawn from at one moment."""

    outline: Outline
    share: BankShare
    today: date

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """The course's chapters in order."""
        return self.outline.chapters

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """Live questions that no exam can ask, and why."""
        return self.share.left_out

    def gaps(self, blueprint: Blueprint) -> Mapping[str, tuple[Shortage, ...]]:
        """What each form lacks, by form; only forms that lack something. The numbers have to agree."""
        return gaps_of(blueprint, self.outline, self.share, self.today)

    def types(self) -> Mapping[tuple[int, ItemType], int]:
        """How many scored items the poorest form has by chapter and type."""
        return self._poorest(lambda item: (item.chapter, item.type))

    def levels(self) -> Mapping[tuple[int, Level], int]:
        """How many scored items the poorest form has by chapter and level."""
        return self._poorest(lambda item: (item.chapter, item.level))

    def trials(self) -> Mapping[int, int]:
        """How many trial items the poorest form has by chapter."""
        return self._poorest(lambda item: item.chapter, trial=True)

    def sample(self, blueprint: Blueprint, number: int = 1) -> tuple[SampleLine, ...]:
        """A paper as a person would get it, another one for another number; raises `Infeasible`."""
        items = {item.id: item for item in pool_of(self.outline.forms[0], self.outline, self.share)}
        pool = prepare(blueprint, items.values(), self.today)
        paper = draw_from(pool, replace(_SAMPLE, attempt=number))
        return tuple(
            SampleLine(
                place.position,
                place.item,
                place.type,
                place.chapter,
                place.level,
                place.points,
                place.red_line,
                not place.points,
                *_words(items[place.item], place.order),
            )
            for place in paper.items
        )

    def _poorest(self, key: Callable[[Item], Key], *, trial: bool = False) -> Mapping[Key, int]:
        forms = [
            Counter(
                key(item)
                for item in pool_of(form, self.outline, self.share)
                if item.trial is trial and (item.clause_date is None or item.clause_date > self.today)
            )
            for form in self.outline.forms
        ]
        return {name: min(one[name] for one in forms) for name in set().union(*forms)}


@dataclass(frozen=True, slots=True)
class BlueprintOffice:
    """The exams of the course published last. `who` is written down with every version."""

    bank: Path
    who: str
    clock: Clock

    def stock(self) -> Stock:
        """What there is now; raises `BankForeign`, `FileUnreadable`."""
        outline = kept_outline(self.bank.parent)
        now = datetime.fromtimestamp(self.clock.now().wt / 1000, UTC)
        return Stock(outline, bank_share(self.bank, outline), now.date())

    def names(self, stock: Stock) -> tuple[str, ...]:
        """The exams by name; none before the first pack."""
        return tuple(sorted({**stock.outline.blueprints, **stock.share.blueprints}))

    def current(self, stock: Stock, name: str) -> Blueprint:
        """A blueprint as saved last, else as the course has it; raises `BlueprintUnknown`."""
        found = {**stock.outline.blueprints, **stock.share.blueprints}.get(name)
        if found is None:
            raise BlueprintUnknown(blueprint=name)
        return found

    def history(self, name: str) -> tuple[BlueprintRow, ...]:
        """Every saved version, the newest first."""
        return blueprint_rows(self.bank, name) if self.bank.exists() else ()

    def version(self, stock: Stock, name: str, number: int) -> Blueprint:
        """A saved version; 0 is the course's own. Raises `BlueprintUnknown`, `BankForeign`."""
        if not number and name in stock.outline.blueprints:
            return stock.outline.blueprints[name]
        record = next((row.record for row in self.history(name) if row.version == number), None)
        if record is None:
            raise BlueprintUnknown(blueprint=name)
        return saved_blueprint(self.bank, record)

    def save(self, stock: Stock, blueprint: Blueprint) -> int:
        """Put it as the next version; raises `BlueprintRule`, `BlueprintUnfilled`, and writes nothing then."""
        for field in disagreements(blueprint):
            raise BlueprintRule(field=field)
        for form, gaps in stock.gaps(blueprint).items():
            raise BlueprintUnfilled(blueprint.name, form, gaps)
        record = write_json(blueprint_record(blueprint)).decode()
        return save_blueprint(self.bank, blueprint.name, record, self.who, self.clock.now().wt)


def _words(item: Item, order: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    wording = next(iter(item.wordings.values()))
    texts = dict(wording.options)
    return wording.stem, tuple(texts[letter] for letter in order)
