"""The packs as the checks use them: each pool prepared once for a day, keys found by item and version."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from exams.bundles.hr_trust import Form, PackTruth
from exams.grading.correction import Sheet, grade_sheet
from exams.grading.grade import GRADERS
from exams.grading.marks import GRADER_VERSION, Result
from exams.grading.policy import GradingPolicy
from exams.items.item import AnswerKey, Item, Response
from exams.papers.blueprint import Blueprint
from exams.papers.draw import Candidate, draw_from
from exams.papers.paper import Paper
from exams.papers.pool import Pool, prepare

_MINUTE_MS = 60_000
_MOST_DAYS = 32
"""Days that pools are kept for; of another one they are prepared again."""


class FormBook:
    """One form of one pack under one blueprint: draws and grades as the branch does."""

    def __init__(self, blueprint: Blueprint, form: Form) -> None:
        self._form = form
        self._pools: dict[date, Pool] = {}
        self._items = {(item.id, item.version): item for item in form.items}
        self._keys = {(key.item, key.version): key for key in form.keys}
        self.blueprint = blueprint

    def gives(self, paper: Paper, seen: frozenset[str], began_wt: int) -> bool:
        """Whether this very paper is drawn for its person; raises `Infeasible`, or `ValueError` for no such day.

        The app asks its clock once for the draw and once for the line: just after midnight that is two days.
        """
        candidate = Candidate(paper.seed, paper.staff_id, paper.session, paper.attempt)
        days = {_day(began_wt), _day(began_wt - _MINUTE_MS)}
        likely = [place.item for place in paper.items]
        return any(draw_from(self._pool(day), candidate, seen, likely) == paper for day in sorted(days, reverse=True))

    def grade(self, paper: Paper, answers: Mapping[int, Response], version: int = GRADER_VERSION) -> Result:
        """By a version of the grader; raises `NotGradable` for items of another form, `UnknownGrader`."""
        return grade_sheet(self.sheet(paper, answers, version))

    def sheet(self, paper: Paper, answers: Mapping[int, Response], version: int) -> Sheet:
        """What that grades by: the keys and items of this form, as far as it has them."""
        names = [(place.item, place.version) for place in paper.items]
        keys: dict[str, AnswerKey] = {name: self._keys[name, v] for name, v in names if (name, v) in self._keys}
        items: dict[str, Item] = {name: self._items[name, v] for name, v in names if (name, v) in self._items}
        return Sheet(paper, answers, keys, items, GradingPolicy.of(self.blueprint), version)

    def _pool(self, day: date) -> Pool:
        made = self._pools.get(day)
        if made is None:
            if len(self._pools) >= _MOST_DAYS:
                del self._pools[next(iter(self._pools))]
            made = self._pools[day] = prepare(self.blueprint, self._form.items, day)
        return made


class Library:
    """All packs of one verification."""

    def __init__(self, packs: Mapping[str, PackTruth]) -> None:
        self._packs = packs
        self._books: dict[tuple[str, str, str], FormBook] = {}

    @property
    def quizzes(self) -> frozenset[str]:
        """Names of the blueprints that any of the packs has."""
        return frozenset(name for pack in self._packs.values() for name in pack.blueprints)

    def pack(self, content: str) -> PackTruth | None:
        """The pack with this manifest."""
        return self._packs.get(content)

    def book(self, content: str, form: str, blueprint: str) -> FormBook | None:
        """A form of a pack under a blueprint; None where the pack has no such thing."""
        pack, name = self._packs.get(content), (content, form, blueprint)
        if pack is None or form not in pack.forms or blueprint not in pack.blueprints:
            return None
        if name not in self._books:
            self._books[name] = FormBook(pack.blueprints[blueprint], pack.forms[form])
        return self._books[name]


def known_grader(version: object) -> int:
    """The version a line names where there is one, else the newest."""
    return version if isinstance(version, int) and version in GRADERS else GRADER_VERSION


def _day(wt: int) -> date:
    return datetime.fromtimestamp(wt / 1000, UTC).date()
