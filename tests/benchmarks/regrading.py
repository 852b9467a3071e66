"""HR's re-grading: one key of the final corrected, every sealed sitting of seventy items graded twice."""

import os
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from exams.desk.hr_regrading import RegradePlan, WorkedOut, work_out
from exams.grading.answers import correct_response
from exams.grading.correction import Correction, Remedy
from exams.items.item import AnswerKey, ItemType
from exams.papers.draw import Candidate, draw_from
from exams.papers.pool import prepare
from exams.register.outcome import SittingRow
from exams.register.results import result_in
from tests.benchmarks.measure import Measured
from tests.exams.grading.places import RIGHT
from tests.exams.papers.full_form import TODAY, full_bank, full_blueprint
from tests.exams.register.sealed_house import COURSE, SESSION, SealedHouse

SITTINGS = 50
"""In one bundle."""
DEVICES, FEW = 120, 4
LONG = 4
"""Rounds from which on the six thousand are graded."""
ALLOWED_MS_EACH = 10.0
"""Of one processor's time: six thousand in thirty seconds on two of them."""
BEATS = 3


def regrading(rounds: int) -> Measured:
    """All sittings of a register under one correction; the long form has six thousand of them."""
    devices, processes = (DEVICES, 2) if rounds >= LONG else (FEW, 1)
    with TemporaryDirectory(prefix="academy-bench-") as folder:
        house = a_house(Path(folder), devices)
        begun, cpu = perf_counter(), _children()
        told = _graded(house, processes)
        spent, used = perf_counter() - begun, _children() - cpu
        house.db.close()
    count = devices * SITTINGS
    if len(told.rows) != count or told.faults:
        raise AssertionError(told.faults[:3])
    changed = sum(one.changes for one in told.rows)
    note = f"{changed:,} change, {processes} processes, {used / count * 1000:.1f} ms of processor each"
    limit = ALLOWED_MS_EACH * count / processes
    return Measured(f"{count:,} sittings re-graded", spent * 1000, 1, "the time allowed", limit, limit=1.0, note=note)


def a_house(folder: Path, devices: int) -> SealedHouse:
    """So many bundles of fifty sittings; each the first one's lines under other sittings' names."""
    blueprint, items = full_blueprint(), full_bank()
    keys = [AnswerKey(one.id, one.version, RIGHT[one.type], {}, "0.02") for one in items]
    house, named = SealedHouse(folder / "hr", blueprint, items, keys), {one.item: one for one in keys}
    pieces = {one.id: one for one in items}
    paper = draw_from(prepare(blueprint, items, TODAY), Candidate("bench", "B00000", SESSION, 1))
    right = {one.position: correct_response(pieces[one.item], named[one.item], one) for one in paper.items}
    single = next(one.position for one in paper.items if one.type is ItemType.SINGLE)
    sat = [
        (
            replace(paper, staff_id=f"B{number:05d}"),
            {at: "BC"[number % 2] if at == single else one for at, one in right.items() if (at + number) % 6},
        )
        for number in range(SITTINGS)
    ]
    lines, rows = house.take_in("D00000000", sat, beats=BEATS)
    for number in range(1, devices):
        serial = f"D{number:08d}"
        renamed = [(_renamed(raw, number), body) for raw, body in lines]
        house.keep(serial, "BJ-WJ01", renamed, [_moved(row, serial, number) for row in rows])
    return house


def _renamed(raw: bytes, number: int) -> bytes:
    """The line under another sitting's name: four of its sixteen signs are the device's."""
    return b'{"att":"%04x' % number + raw[12:] if raw[8:9] != b'"' else raw


def _moved(row: SittingRow, serial: str, number: int) -> SittingRow:
    return replace(row, sitting=f"{number:04x}{row.sitting[4:]}", serial=serial)


def _graded(house: SealedHouse, processes: int) -> WorkedOut:
    told = work_out(house.db, house.material, _plan(house), lambda _done, _all: True, processes)
    assert told is not None
    return told


def _plan(house: SealedHouse) -> RegradePlan:
    """A key that everybody met was wrong."""
    (result,) = house.db.row("SELECT result FROM sittings")
    singles = {one.id: one for one in house.form.items if one.type is ItemType.SINGLE}
    item = next(singles[mark.item] for mark in result_in(result).marks if mark.item in singles)
    return RegradePlan(COURSE, Correction(Remedy.KEY, item.id, item.version, ("C",)), "The key was wrong.")


def _children() -> float:
    """Seconds of processor that ended child processes and this one have used."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
