"""Files of branches taken into HR's register: bundles of twenty sittings each, judged in two processes."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from exams.desk.hr_collect import Collected, collect
from exams.desk.hr_material import Material
from exams.desk.hr_offers import offers
from exams.register.outcome import Status
from exams.store.register_dialect import RegisterDb
from tests.benchmarks.judging import PACK, SESSION, Branch
from tests.benchmarks.measure import Measured, median_ms, seconds_of
from tests.exams.register.room import COURSE, material_of

PEOPLE, FEW, MANY = 20, 20, 300
LONG = 3
"""Rounds from which on as many branches hand in as issue 10 asks for: to write their files alone takes minutes."""
ALLOWED_MS = 60_000.0
"""For `MANY` bundles, on two cores."""
PROCESSES = 2


def collecting(rounds: int) -> Measured:
    """A bundle of each branch into an empty register, with the seconds of all processes beside those of the clock."""
    bundles = MANY if rounds >= LONG else FEW
    with TemporaryDirectory(prefix="academy-bench-") as name:
        drop, folder = Path(name) / "drop", Path(name)
        material = hand_in(drop, bundles, PEOPLE)
        times, spent = list[float](), list[float]()
        for number in range(rounds):
            before = cpu_seconds()
            times.append(seconds_of(partial(_take, folder / f"{number}", material, drop, bundles)))
            spent.append(cpu_seconds() - before)
    ours, allowed = median_ms(times), ALLOWED_MS * bundles / MANY
    note = f"{bundles * PEOPLE:,} sittings; {median_ms(spent) / 1000:.1f} s of processors"
    return Measured(f"{bundles} bundles collected", ours, rounds, "the time allowed", allowed, limit=1.0, note=note)


def _take(home: Path, material: Material, drop: Path, bundles: int) -> None:
    with register_in(home) as db:
        done = take_in(db, material, drop)
    if [one.status for one in done] != [Status.ACCEPTED] * bundles:
        raise AssertionError(done)


def take_in(db: RegisterDb, material: Material, drop: Path, processes: int = PROCESSES) -> list[Collected]:
    """What became of each file."""
    done: list[Collected] = []

    def hear(one: Collected) -> bool:
        done.append(one)
        return True

    collect(db, material, offers([drop]), hear, processes)
    return done


@contextmanager
def register_in(home: Path) -> Iterator[RegisterDb]:
    """A register in a folder."""
    home.mkdir(exist_ok=True)
    db = RegisterDb(home / "register.sqlite")
    try:
        yield db
    finally:
        db.close()


def hand_in(drop: Path, bundles: int, people: int) -> Material:
    """A bundle of each branch in a folder of its own, written by all processors; gives what HR judges them by."""
    drop.mkdir()
    house, cores = Branch(), len(os.sched_getaffinity(0))
    children = [_forked(partial(_write, drop, house, range(core, bundles, cores), people)) for core in range(cores)]
    ends = [os.waitpid(one, 0)[1] for one in children]
    if any(ends):
        raise AssertionError(ends)
    return material_of(house.trust(), {PACK: COURSE}, {SESSION: "A"})


def _write(drop: Path, house: Branch, numbers: range, people: int) -> None:
    for number in numbers:
        serial = f"D{number:08}"
        folder = drop / f"BR-{number:04}"
        folder.mkdir()
        (folder / f"{serial}.bundle").write_bytes(Branch(serial, house).hand_in(people))


def _forked(work: "partial[None]") -> int:
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        work()
        status = 0
    finally:
        os._exit(status)


def cpu_seconds() -> float:
    """What this process and those that it has waited for have used."""
    used = (resource.getrusage(one) for one in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)
