"""Sealed sittings graded again: read out of the kept bundles device by device, in processes of their own; nothing is
written, and what was read is hashed once more at the end.
"""

import gc
import hashlib
import json
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from exams.desk.hr_material import Material
from exams.firewall.errors import FileUnreadable
from exams.firewall.workers import Answering, ByteWorkers
from exams.grading.correction import Correction, in_force
from exams.register.judging import try_from
from exams.register.outcome import SittingRow
from exams.register.regrade_errors import DecidedByHand, OriginalsChanged, StoredResultAltered
from exams.register.regrade_work import Asked, Graded, Truth, device_graded, graded_bytes, graded_from
from exams.register.regrading import (
    DEFAULT_RULE,
    Figure,
    Regraded,
    Rule,
    Tally,
    Unreadable,
    consequence_of,
    counts_by,
    tally_of,
)
from exams.store.register_dialect import RegisterDb
from exams.store.register_errors import BundleAltered
from exams.store.register_files import kept_bundle
from exams.store.register_regrade_rows import (
    counting_now,
    gradable_sittings,
    last_released,
    released_runs,
    reviewed_sittings,
    sittings_digest,
    standing_certificates,
    waiting_sittings,
)
from exams.store.register_rows import FileRow, kept_files

MAKER = "exams.desk.hr_regrading:make_regrader"
_FEW = 3
"""So few devices are graded right here: to start processes takes longer."""
_AHEAD = 4


@dataclass(frozen=True, slots=True)
class RegradePlan:
    """What is to be graded again, and how; `reason` is read by everybody whom it concerns."""

    course: str
    correction: Correction
    reason: str
    rule: Rule = DEFAULT_RULE


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A run that was worked out and counts for nothing yet.

    `untouched` sittings have nothing to do with it; `waiting` ones wait for a person; `originals` is the digest of
    everything that was read, the same before and after.
    """

    plan: RegradePlan
    base: int
    rows: tuple[Regraded, ...]
    faults: tuple[Unreadable, ...]
    untouched: int
    waiting: int
    originals: str

    @property
    def tally(self) -> Tally:
        """In counts."""
        return tally_of(self.rows, len(self.faults))


Progress = Callable[[int, int], bool]
"""Hears how many sittings of how many are done; False ends the run, and nothing is left of it."""


def work_out(
    db: RegisterDb, material: Material, plan: RegradePlan, told: Progress, processes: int = 2
) -> WorkedOut | None:
    """Grade every sitting of the course again; None where it was ended. Raises `OriginalsChanged`."""
    others = tuple(sorted(set(material.courses.packs.values()) - {plan.course}))
    before = sittings_digest(db, others)
    devices = [_Device(db, serial, tuple(its)) for serial, its in _by_device(db, others)]
    gathered = _Gathered(db, plan)
    count = processes if len(devices) > _FEW else 1
    total = sum(len(one.rows) for one in devices)
    done = 0
    with _answering(db.path.parent, _truth(db, material, plan), count) as ask:
        for device, (found, altered) in _answers(ask, devices, count * _AHEAD):
            gathered.take(device, found, altered)
            done += len(device.rows)
            if not told(done, total):
                return None
    if sittings_digest(db, others) != before:
        raise OriginalsChanged
    return gathered.worked_out(_originals(db.path.parent, before, devices, gathered.altered))


class _Device:
    """A device with its sittings in question, and the kept bundles that they can lie in."""

    def __init__(self, db: RegisterDb, serial: str, rows: tuple[SittingRow, ...]) -> None:
        self.rows = rows
        self.files = tuple(_files(kept_files(db, serial), rows))

    def question(self) -> bytes:
        """As a process is asked: which bundles, and what their sittings must give."""
        asked = [
            Asked(one.sitting, one.staff_id, one.content, one.blueprint, one.state, one.percent, one.passed, one.result)
            for one in self.rows
        ]
        return json.dumps([[one.sha256 for one in self.files], asked]).encode()

    def file_of(self, row: SittingRow, altered: Sequence[str]) -> str:
        """The name of the file to look at, as it was once offered."""
        names = {one.sha256: one.name for one in self.files}
        wanted = row.sha256 if row.sha256 in altered or not altered else altered[0]
        return names.get(wanted, wanted)


def _files(files: Sequence[FileRow], rows: Sequence[SittingRow]) -> Iterator[FileRow]:
    """From the earliest line on that any of the sittings begins with; all, where one came from another PC."""
    moved = any(try_from(row.tried).told_by for row in rows)
    first = min(row.seq for row in rows)
    return (one for one in files if moved or one.last >= first)


def _by_device(db: RegisterDb, others: Sequence[str]) -> Iterator[tuple[str, Iterator[SittingRow]]]:
    return groupby(gradable_sittings(db, others), lambda row: row.serial)


def _truth(db: RegisterDb, material: Material, plan: RegradePlan) -> Truth:
    trust = material.trust
    corrections = in_force((*(one.correction for one in released_runs(db, plan.course)), plan.correction))
    return Truth(trust.keys, trust.packs, material.courses.forms, corrections)


def make_regrader(home: str, truth: Truth) -> Answering:
    """In a process of its own; nothing made there refers to itself."""
    gc.disable()
    return regrader(Path(home), truth)


def regrader(home: Path, truth: Truth) -> Answering:
    """Answers each question with what came of the sittings, and with the bundles that are not what they were."""

    def answer(question: bytes) -> bytes:
        files, asked = json.loads(question)
        raws, altered = list[bytes](), list[str]()
        for sha256 in files:
            try:
                raws.append(kept_bundle(home, sha256))
            except BundleAltered:
                altered.append(sha256)
        found = device_graded(truth, raws, [Asked(*one) for one in asked], BundleAltered.code if altered else "")
        return graded_bytes(found, altered)

    return answer


Ask = Callable[[bytes], "Future[bytes]"]


@contextmanager
def _answering(home: Path, truth: Truth, count: int) -> Iterator[Ask]:
    if count > 1:
        with ByteWorkers(MAKER, (str(home), truth), count) as workers:
            yield workers.ask
        return
    answer = regrader(home, truth)

    def here(question: bytes) -> "Future[bytes]":
        future = Future[bytes]()
        future.set_result(answer(question))
        return future

    yield here


Answered = tuple[tuple[Graded, ...], tuple[str, ...]]


def _answers(ask: Ask, devices: Sequence[_Device], ahead: int) -> Iterator[tuple[_Device, Answered]]:
    """In the order of the devices, a few asked ahead; a process that died over one loses this one alone."""
    waiting: deque[tuple[_Device, Future[bytes]]] = deque()
    left = iter(devices)
    while True:
        while len(waiting) < ahead and (device := next(left, None)) is not None:
            waiting.append((device, ask(device.question())))
        if not waiting:
            return
        device, future = waiting.popleft()
        try:
            yield device, graded_from(future.result())
        except FileUnreadable as error:
            yield device, (tuple(Graded(row.sitting, error.code) for row in device.rows), ())


class _Gathered:
    """What came of every sitting, held against what counts now."""

    def __init__(self, db: RegisterDb, plan: RegradePlan) -> None:
        self._plan = plan
        self._base = last_released(db)
        self._counting = counting_now(db)
        self._reviewed = reviewed_sittings(db)
        self._certificates = standing_certificates(db, plan.course)
        self._waiting = waiting_sittings(db, plan.course)
        self._rows, self._faults, self._untouched = list[Regraded](), list[Unreadable](), 0
        self.altered = set[str]()

    def take(self, device: _Device, found: Sequence[Graded], altered: Sequence[str]) -> None:
        self.altered.update(altered)
        for row, one in zip(device.rows, found, strict=True):
            code = self._code(row, one)
            if code:
                file = device.file_of(row, altered)
                self._faults.append(Unreadable(row.sitting, row.staff_id, row.branch, file, code))
            elif not one.concerned or one.before is None or one.after is None:
                self._untouched += 1
            else:
                self._rows.append(self._row(row, one.before, one.after))

    def _code(self, row: SittingRow, one: Graded) -> str:
        """What keeps this sitting from being graded again; empty where nothing does."""
        if one.code:
            return one.code
        if row.course != self._plan.course:
            return StoredResultAltered.code
        return DecidedByHand.code if one.concerned and row.sitting in self._reviewed else ""

    def worked_out(self, originals: str) -> WorkedOut:
        rows = sorted(self._rows, key=lambda one: (one.branch, one.staff_id, one.sitting))
        faults = sorted(self._faults, key=lambda one: (one.branch, one.staff_id, one.sitting))
        return WorkedOut(self._plan, self._base, tuple(rows), tuple(faults), self._untouched, self._waiting, originals)

    def _row(self, row: SittingRow, graded: Figure, after: Figure) -> Regraded:
        rule, before = self._plan.rule, self._counting.get(row.sitting, graded)
        counts = counts_by(rule.outcomes, before, after)
        number = self._certificates.get(row.sitting, "")
        what = consequence_of(rule.certificates, before, counts, certified=bool(number))
        return Regraded(
            row.sitting, row.staff_id, row.branch, row.serial, row.sha256, before, after, counts, what, number
        )


def _originals(home: Path, sittings: str, devices: Sequence[_Device], altered: set[str]) -> str:
    """SHA-256 (hex) over sittings and bundles; raises `OriginalsChanged` where a bundle changed meanwhile."""
    digest = hashlib.sha256(sittings.encode())
    for sha256 in sorted({one.sha256 for device in devices for one in device.files}):
        try:
            kept_bundle(home, sha256)
        except BundleAltered:
            if sha256 not in altered:
                raise OriginalsChanged from None
            continue
        digest.update(sha256.encode())
    return digest.hexdigest()
