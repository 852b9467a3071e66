"""All sittings of one device graded twice, as a process is asked for it: plain values in, plain values out. Pure."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from exams.bundles.bundle import open_bundle
from exams.bundles.hr_trust import PackTruth
from exams.errors import AcademyError
from exams.firewall.errors import FileUnreadable
from exams.grading.correction import Correction, Sheet, concerns, grade_sheet
from exams.grading.policy import GradingPolicy
from exams.items.item import AnswerKey, Item
from exams.papers.paper import Paper
from exams.register.regrade_errors import PackNotKept, SittingNotWhole, StoredResultAltered
from exams.register.regrading import Figure
from exams.register.results import result_in, result_text
from exams.register.sealed_sheet import Handed, Row, handed_in, sitting_of
from exams.trust.keys import SealingKey


@dataclass(frozen=True, slots=True)
class Truth:
    """What sittings are graded by: HR's keys to open bundles, packs by content, each session's form, corrections."""

    keys: tuple[SealingKey, ...]
    packs: Mapping[str, PackTruth]
    forms: Mapping[str, str]
    corrections: tuple[Correction, ...] = ()


class Asked(NamedTuple):
    """One sitting as the register has it: what its sealed answers must give, part by part."""

    sitting: str
    staff_id: str
    content: str
    blueprint: str
    state: str
    percent: int
    passed: bool
    result: str


@dataclass(frozen=True, slots=True)
class Graded:
    """What came of one sitting: both figures, or the `code` that says why there are none.

    `concerned` is False where its paper has nothing to do with the corrections.
    """

    sitting: str
    code: str = ""
    concerned: bool = False
    before: Figure | None = None
    after: Figure | None = None


def device_graded(
    truth: Truth, bundles: Iterable[bytes], asked: Sequence[Asked], missing: str = ""
) -> tuple[Graded, ...]:
    """Every sitting that was asked for, out of the device's bundles.

    `missing` is the code of what keeps other bundles of it from being read: it explains lines that are not here.
    """
    wanted = {one.sitting.encode(): dict[int, Row]() for one in asked}
    for raw in bundles:
        try:
            _gather(truth, raw, wanted)
        except AcademyError as error:
            missing = error.code
    grader = _Grader(truth)
    return tuple(_safely(grader, one, wanted[one.sitting.encode()], missing) for one in asked)


def _safely(grader: "_Grader", asked: Asked, rows: Mapping[int, Row], missing: str) -> Graded:
    try:
        return grader.graded(asked, [rows[seq] for seq in sorted(rows)])
    except AcademyError as error:
        return Graded(asked.sitting, missing if missing and error.code == SittingNotWhole.code else error.code)


def _gather(truth: Truth, raw: bytes, wanted: Mapping[bytes, dict[int, Row]]) -> None:
    bundle = open_bundle(raw, truth.keys)
    for seq, (line, body) in enumerate(bundle.rows, bundle.first):
        rows = wanted.get(sitting_of(line))
        if rows is not None and (seq not in rows or rows[seq].body is None):
            rows[seq] = Row(seq, line, body)


def _kept_grader(asked: Asked) -> int:
    """The version of the rules that the register's result was graded by; where it has none, HR had no pack."""
    if not asked.result:
        raise PackNotKept(content=asked.content[:64])
    try:
        kept = result_in(asked.result)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise StoredResultAltered from error
    return kept.grader if kept else 0


class _Grader:
    """Finds keys and items of a form once for all sittings of a device."""

    def __init__(self, truth: Truth) -> None:
        self._truth = truth
        self._books: dict[tuple[str, str], _Book] = {}

    def graded(self, asked: Asked, rows: Sequence[Row]) -> Graded:
        handed = handed_in(rows)
        sheet = self._sheet(handed, handed.grader or _kept_grader(asked))
        before = grade_sheet(sheet)
        whose = (handed.staff_id, handed.content, handed.paper.blueprint)
        told = (*whose, before.percent, before.passed, result_text(before))
        if told != asked[1:4] + asked[5:] or asked.state not in {"graded", "submitted"}:
            raise StoredResultAltered
        corrections = [one for one in self._truth.corrections if concerns(one, handed.paper)]
        after = grade_sheet(sheet, corrections) if corrections else before
        return Graded(asked.sitting, "", bool(corrections), Figure.of(before), Figure.of(after))

    def _sheet(self, handed: Handed, version: int) -> Sheet:
        form = self._truth.forms.get(handed.session, "")
        pack = self._truth.packs.get(handed.content)
        blueprint = pack.blueprints.get(handed.paper.blueprint) if pack else None
        if pack is None or blueprint is None or form not in pack.forms:
            raise PackNotKept(content=handed.content[:64])
        name = handed.content, form
        if name not in self._books:
            self._books[name] = _Book(pack, form)
        keys, items = self._books[name].of(handed.paper)
        return Sheet(handed.paper, handed.answers, keys, items, GradingPolicy.of(blueprint), version)


class _Book:
    def __init__(self, pack: PackTruth, form: str) -> None:
        held = pack.forms[form]
        self._items = {(one.id, one.version): one for one in held.items}
        self._keys = {(one.item, one.version): one for one in held.keys}

    def of(self, paper: Paper) -> tuple[dict[str, AnswerKey], dict[str, Item]]:
        names = [(place.item, place.version) for place in paper.items]
        keys = {name[0]: self._keys[name] for name in names if name in self._keys}
        return keys, {name[0]: self._items[name] for name in names if name in self._items}


def graded_bytes(found: Sequence[Graded], altered: Sequence[str]) -> bytes:
    """As it crosses to the process that asked, with the bundles that could not be read."""
    return json.dumps([list(altered), [_plain(one) for one in found]]).encode()


def graded_from(raw: bytes) -> tuple[tuple[Graded, ...], tuple[str, ...]]:
    """Raises `FileUnreadable` for anything that `graded_bytes` would not have written."""
    try:
        altered, found = json.loads(raw)
        return tuple(_graded(one) for one in found), tuple(map(str, altered))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise FileUnreadable(reason="rubbish") from error


def _plain(one: Graded) -> list[Any]:
    return [one.sitting, one.code, one.concerned, _told(one.before), _told(one.after)]


def _told(figure: Figure | None) -> list[Any] | None:
    return None if figure is None else [figure.score, figure.max_score, figure.passed]


def _graded(told: Any) -> Graded:
    sitting, code, concerned, before, after = told
    return Graded(str(sitting), str(code), concerned is True, _figure(before), _figure(after))


def _figure(told: Any) -> Figure | None:
    if told is None:
        return None
    score, most, passed = told
    if type(score) is not int or type(most) is not int or type(passed) is not bool:
        raise TypeError
    return Figure(score, most, passed)
