"""HR's register among a million certificates: the first page of the matrix, the list of people, one certificate."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from exams.store.register_dialect import RegisterDb, Values
from exams.store.register_holdings import count_anew
from exams.store.register_matrix import matrix, standings_in, standings_of
from exams.store.register_rows import certificate_of
from tests.benchmarks.measure import Measured, median_ms, seconds_of

FEW, MANY = 10_000, 1_000_000
PAGE_MS, LOOK_UP_MS = 1000.0, 50.0
LONG = 7
"""Rounds from which on the million is filled: that alone takes a minute."""
TODAY = date(2026, 11, 29)
COURSES = ("TELE", "CASH", "LOAN")
_PEOPLE_OF_BRANCH = 60
_HOLDING = "INSERT INTO holdings VALUES (?, ?, ?, 1, ?, ?, ?, 1, 0, ?, ?)"


def registering_page(rounds: int) -> Measured:
    """The first page of the matrix and of the people: among ten thousand, in the long form among a million too."""
    return _told("first page", _page, rounds, PAGE_MS)


def registering_look_up(rounds: int) -> Measured:
    """One certificate and one person, among the same."""
    return _told("look-up", _look_up, rounds, LOOK_UP_MS)


def _told(name: str, work: Callable[[RegisterDb, int], None], rounds: int, allowed: float) -> Measured:
    sizes = (FEW, MANY) if rounds >= LONG else (FEW,)
    times = [
        median_ms([seconds_of(partial(work, _filled(size), size)) for _ in range(rounds + 1)][1:]) for size in sizes
    ]
    note = "; ".join(f"{ms:.1f} ms among {size:,}" for size, ms in zip(sizes, times, strict=True))
    return Measured(f"HR's {name}", times[-1], rounds, "the time allowed", allowed, limit=1.0, note=note)


_FOLDERS: list[TemporaryDirectory[str]] = []


@cache
def _filled(size: int) -> RegisterDb:
    """Filled once for all yardsticks; it goes with the process."""
    _FOLDERS.append(TemporaryDirectory(prefix="academy-bench-"))
    db = RegisterDb(Path(_FOLDERS[-1].name) / "register.sqlite")
    fill(db, size)
    return db


def _page(db: RegisterDb, _size: int) -> None:
    told = matrix(db, TODAY.isoformat()), standings_in(db, TODAY.isoformat())
    if len(told[0].rows) != min(50, told[0].branches) or len(told[1]) != 200:
        raise AssertionError(told[0].branches)


def _look_up(db: RegisterDb, size: int) -> None:
    person = size // len(COURSES) // 2
    found = certificate_of(db, f"N-{person:07d}-1"), standings_of(db, TODAY.isoformat(), f"B{person:07d}")
    if found[0] is None or len(found[1]) != len(COURSES):
        raise AssertionError(person)


def fill(db: RegisterDb, certificates: int) -> None:
    """So many certificates, three a person, as a few years would leave them."""
    people = certificates // len(COURSES)
    with db.together():
        db.write_all(
            "INSERT INTO staff VALUES (?, ?, '', ?, '', '', 1)",
            ((f"B{one:07d}", f"员工{one}", _branch(one)) for one in range(people)),
        )
        db.write_all("INSERT INTO certificates VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)", _certificates(people))
        db.write_all(_HOLDING, _holdings(people))
        count_anew(db)


def _branch(person: int) -> str:
    return f"BR-{person // _PEOPLE_OF_BRANCH:05d}"


def _until(person: int, course: int) -> str:
    return (TODAY + timedelta(days=(person * 7 + course * 131) % 900 - 120)).isoformat()


def _certificates(people: int) -> Iterator[Values]:
    for one in range(people):
        for place, course in enumerate(COURSES):
            until = _until(one, place)
            number, sitting = f"N-{one:07d}-{place}", f"{one:012x}{place}"
            yield number, sitting, f"B{one:07d}", _branch(one), course, 90, until, until


def _holdings(people: int) -> Iterator[Values]:
    for one in range(people):
        for place, course in enumerate(COURSES):
            outcome = ("passed", "passed", "passed", "failed", "none")[(one + place) % 5]
            until = _until(one, place) if outcome == "passed" else ""
            yield f"B{one:07d}", course, _branch(one), outcome, until, "2026-12-31", 90, f"N-{one:07d}-{place}"
