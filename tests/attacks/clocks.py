"""Clocks that are turned, machines that sleep, and the year 2038, in the middle of a final: time and answers stand."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from exams import Kind, Office, StoryClock, SystemClock, TraineeDesk, check_journal, glance, open_office, right_value

STAFF_ID = "T1003"
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
BEFORE_2038 = 2**31 * 1000 - MINUTE
RIGHT_WITHIN_MS = 1_000

Happening = Callable[[StoryClock], int]
"""Does something to the clocks; gives the milliseconds that must have gone of the exam."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One happening, and the wall clock at which the final begins; by default an hour from now."""

    title: str
    happens: Happening
    begins: int = 0


def _wall(by: int) -> Happening:
    def happens(clock: StoryClock) -> int:
        clock.set_wall(clock.now().wt + by)
        return 0

    return happens


def _sleep(ms: int) -> Happening:
    def happens(clock: StoryClock) -> int:
        clock.suspend(ms)
        return ms

    return happens


def _pass(ms: int) -> Happening:
    def happens(clock: StoryClock) -> int:
        clock.forward(ms)
        return ms

    return happens


TURNS = (
    Turn("the clock is moved a day on", _wall(DAY)),
    Turn("the clock is moved a day back", _wall(-DAY)),
    Turn("the clock is moved an hour on", _wall(HOUR)),
    Turn("the clock is moved an hour back", _wall(-HOUR)),
    Turn("the machine sleeps two minutes", _sleep(2 * MINUTE)),
    Turn("the machine sleeps ten minutes", _sleep(10 * MINUTE)),
    Turn("the year 2038 overflows 32 bits", _pass(2 * MINUTE), BEFORE_2038),
    Turn("the clock jumps beyond 2038", _wall(15 * 365 * DAY)),
)
ZONES = ("Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati", "UTC")


def turned(home: Path, content: Path, turn: Turn) -> str:
    """Empty where the time left is right within a second and every answer stands, before and after a new start."""
    clock = StoryClock(turn.begins or time.time_ns() // 1_000_000 + HOUR)
    with open_office(home, content, clock=clock) as office:
        desk = _desk(office)
        sitting = desk.begin(Kind.FINAL, code=glance(home).session_code)
        given = _answer(office, desk, sitting.id, range(1, 11))
        clock.forward(MINUTE)
        gone = MINUTE + turn.happens(clock)
        fault = _wrong(desk, sitting.id, sitting.limit_ms - gone)
        if desk.refresh(sitting.id).is_open:
            given += _answer(office, desk, sitting.id, range(11, 21))
    with open_office(home, content, clock=clock) as office:
        fault = fault or _wrong(_desk(office), sitting.id, sitting.limit_ms - gone)
        return fault or _whole(home, office, sitting.id, given)


def zone_changed(home: Path, content: Path) -> str:
    """The same with the machine's own clocks, the zone changed between every few answers."""
    with open_office(home, content, clock=SystemClock()) as office, _own_zone():
        desk = _desk(office)
        sitting = desk.begin(Kind.FINAL, code=glance(home).session_code)
        began, given = time.monotonic(), 0
        for number, zone in enumerate(ZONES):
            os.environ["TZ"] = zone
            time.tzset()
            given += _answer(office, desk, sitting.id, range(1 + 5 * number, 6 + 5 * number))
            fault = _wrong(desk, sitting.id, sitting.limit_ms - round((time.monotonic() - began) * 1000))
            if fault:
                return f"{zone}: {fault}"
        return _whole(home, office, sitting.id, given)


@contextmanager
def _own_zone() -> Iterator[None]:
    before = os.environ.get("TZ")
    try:
        yield
    finally:
        os.environ.pop("TZ", None)
        os.environ.update({} if before is None else {"TZ": before})
        time.tzset()


def _desk(office: Office) -> TraineeDesk:
    person = next(one for one in office.people() if one.staff_id == STAFF_ID)
    desk = office.desk_of(person)
    assert isinstance(desk, TraineeDesk)
    return desk


def _answer(office: Office, desk: TraineeDesk, sitting_id: str, positions: range) -> int:
    for position in positions:
        desk.answer(sitting_id, position, right_value(office, desk.sitting(sitting_id), position))
    return len(positions)


def _wrong(desk: TraineeDesk, sitting_id: str, left: int) -> str:
    shown = desk.refresh(sitting_id).remaining_ms
    if shown is None or abs(shown - left) > RIGHT_WITHIN_MS:
        return f"{shown} ms are left instead of {left}"
    return ""


def _whole(home: Path, office: Office, sitting_id: str, given: int) -> str:
    kept = _desk(office).sitting(sitting_id)
    office.close()
    if len(kept.answers) != given:
        return f"{len(kept.answers)} answers of {given} are there"
    return "" if check_journal(home).ok else "the journal is not whole"
