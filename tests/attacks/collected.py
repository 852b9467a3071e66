"""HR's drop folder on a bad day: bundles cut short among whole ones, a second run, runs that are killed in the middle.

However it went, the register must end as after one undisturbed run over the same files.
"""

import os
import signal
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from exams.desk.hr_collect import Collected, collect
from exams.desk.hr_material import Material
from exams.desk.hr_offers import offers
from exams.register.outcome import Status
from tests.attacks.trial import Tell, Trial
from tests.benchmarks.collecting import PROCESSES, cpu_seconds, hand_in, register_in, take_in


@dataclass(frozen=True, slots=True)
class Size:
    """Bundles of so many people each, how many of them are cut short, and how often a run is killed."""

    bundles: int
    people: int
    cut: int
    kills: int
    processes: int = PROCESSES


SHORT, LONG = Size(8, 1, 3, 1, processes=1), Size(300, 20, 50, 5)


def run(size: Size, seed: int, tell: Tell) -> list[Trial]:
    """Three rows: what was refused and taken, the second run, the killed runs."""
    chance = Random(seed)
    with TemporaryDirectory(prefix="academy-collect-") as name:
        folder = Path(name)
        drop = folder / "drop"
        material = hand_in(drop, size.bundles, size.people)
        spoilt = cut_short(chance.sample(sorted(drop.rglob("*.bundle")), size.cut), chance)
        tell(f"collect: {size.bundles} bundles written, {size.cut} of them cut short")
        began, before = time.monotonic(), cpu_seconds()
        with register_in(folder / "whole") as db:
            first = take_in(db, material, drop, size.processes)
            wanted = db.dump()
            took, used = time.monotonic() - began, cpu_seconds() - before
            second = take_in(db, material, drop, size.processes)
            unmoved = db.dump() == wanted
        tell(f"collect: {took:.1f} s, {used:.1f} s of processors")
        ends = [_killed(folder / f"{one}", material, drop, chance, size) for one in range(size.kills)]
    wrong = faults(first, {one.relative_to(drop).as_posix() for one in spoilt})
    codes = Counter(one.code for one in first if one.status is Status.REFUSED)
    told = ", ".join(f"{code} {many}" for code, many in codes.most_common())
    details = f"{size.bundles * size.people:,} sittings, {used:.1f} s of processors; refused by {told}"
    broken = (not unmoved) + sum(map(_changed, first, second))
    return [
        Trial(
            "HR collects: bundles cut short among whole ones",
            len(first),
            "files",
            broken=len(wrong),
            details="; ".join([details, *wrong[:5]]),
            seconds=round(took),
        ),
        Trial("The same folder a second time", len(second), "files", broken=broken),
        Trial("Collecting killed, then run again", len(ends), "kills", broken=sum(end != wanted for end in ends)),
    ]


def cut_short(files: Sequence[Path], chance: Random) -> list[Path]:
    """Each ends at a byte by chance."""
    for file in files:
        raw = file.read_bytes()
        file.write_bytes(raw[: chance.randrange(len(raw))])
    return list(files)


def faults(done: Sequence[Collected], spoilt: set[str]) -> list[str]:
    """Files that fared otherwise than they should have."""
    return [
        f"{one.file} {one.status} {one.code}"
        for one in done
        if one.status is not (Status.REFUSED if one.file in spoilt else Status.ACCEPTED)
        or (one.file in spoilt) is not bool(one.code)
    ]


def _changed(first: Collected, second: Collected) -> bool:
    """Whether a second run told anything but: here already, or refused for the same reason."""
    again = first.status if first.status is Status.REFUSED else Status.DUPLICATE
    return (second.file, second.status, second.code) != (first.file, again, first.code)


def _killed(
    home: Path, material: Material, drop: Path, chance: Random, size: Size
) -> dict[str, list[tuple[object, ...]]]:
    """Killed after some file, and run again to its end."""
    after = chance.randrange(1, size.bundles)
    child = os.fork()
    if not child:
        _die_after(home, material, drop, after, size.processes)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != -signal.SIGKILL:
        raise AssertionError(after)
    with register_in(home) as db:
        take_in(db, material, drop, size.processes)
        return db.dump()


def _die_after(home: Path, material: Material, drop: Path, after: int, processes: int) -> None:
    told: list[Collected] = []

    def hear(one: Collected) -> bool:
        told.append(one)
        if len(told) == after:
            os.kill(os.getpid(), signal.SIGKILL)
        return True

    try:
        with register_in(home) as db:
            collect(db, material, offers([drop]), hear, processes)
    finally:
        os._exit(1)
