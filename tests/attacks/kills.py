"""SIGKILL by the thousand: a warm process forks robots at work and kills them, so that a kill costs no start.

A forked process dies of SIGKILL as any other does; `kill` does the same with processes started afresh.
"""

import os
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from random import Random

import desktop.assets
from desktop.commands.main import academy
from exams import Sitting, check_journal
from tests.attacks.forty import shared_forty, use_assets
from tests.attacks.kill import LONGEST_WAIT, MOST_HEARD, heard_of
from tests.attacks.reckoning import Acknowledged, Reckoning, reckon
from tests.attacks.replaying import in_memory
from tests.attacks.trial import Tell, Trial

KILLS_A_HOME = 100
PEOPLE = 3


@dataclass(frozen=True, slots=True)
class Blow:
    """One kill; `same_place` is false where robots did not go on with the very question that was next."""

    at_work: bool
    heard: tuple[Acknowledged, ...]
    found: Reckoning
    same_place: bool

    @property
    def good(self) -> bool:
        """Struck in time, nothing lost, nothing damaged, back at the same place."""
        return self.at_work and bool(self.heard) and self.found.good and self.same_place


class Killer:
    """Kills robots on one home; the next ones go on where the last were cut off."""

    def __init__(self, home: Path, assets: Path, seed: int) -> None:
        self._home = home
        self._assets = assets
        self._chance = Random(seed)
        self._next = 1
        self._interrupted: tuple[str, ...] = ()
        self._expected: tuple[str, int] | None = None
        self._acknowledged: list[Acknowledged] = []
        home.mkdir(parents=True)
        with redirect_stdout(StringIO()):  # here, so that what the robots need is loaded before the forks
            _rehearse(home, assets, self._names())
        self._next += PEOPLE

    def strike(self) -> Blow:
        """Kill at a random moment of the writing, and look at what is left."""
        at_work, heard = self._strike(self._chance.randint(1, MOST_HEARD), self._chance.uniform(0, LONGEST_WAIT))
        same = self._expected is None or (bool(heard) and (heard[0].sitting, heard[0].position) == self._expected)
        self._acknowledged += heard
        report = check_journal(self._home)
        found = reckon(self._home, self._acknowledged, report.as_json())
        self._interrupted = found.open_people
        self._expected = _goes_on_with(report.sittings)
        return Blow(at_work, tuple(heard), found, same)

    def _strike(self, count: int, wait: float) -> tuple[bool, list[Acknowledged]]:
        out, into = os.pipe()
        child = os.fork()
        if not child:
            os.close(out)
            _work(self._home, self._assets, self._names(), into)
        os.close(into)
        self._next += PEOPLE
        with os.fdopen(out, "rb") as told:
            lines = [told.readline() for _ in range(count)]
            time.sleep(wait)
            os.kill(child, signal.SIGKILL)
            lines += told.readlines()
        _, status = os.waitpid(child, 0)
        return os.WIFSIGNALED(status), heard_of(lines)

    def _names(self) -> Path:
        fresh = [f"K{number:05d}" for number in range(self._next, self._next + PEOPLE)]
        path = self._home.with_name(f"{self._home.name}.tsv")
        path.write_text("".join(f"{staff_id}\t学员{staff_id}\n" for staff_id in (*self._interrupted, *fresh)), "utf-8")
        return path


def _goes_on_with(sittings: Sequence[Sitting]) -> tuple[str, int] | None:
    """The first question without an answer of the sitting that is open; None where all of it was answered."""
    for sitting in sittings:
        left = [place.position for place in sitting.paper.items if place.position not in sitting.answers]
        if sitting.is_open:
            return (sitting.id, left[0]) if left else None
    return None


def _rehearse(home: Path, assets: Path, names: Path) -> None:
    """The command line of the product, in this very process."""
    shipped = desktop.assets.ASSETS
    use_assets(assets)
    try:
        academy(["rehearse", "--home", str(home), "--names", str(names), "--acknowledge"], standalone_mode=False)
    finally:
        use_assets(shipped)


def _work(home: Path, assets: Path, names: Path, into: int) -> None:
    """A forked process, which never returns from here."""
    try:
        os.dup2(into, 1)
        sys.stdout = os.fdopen(1, "w")
        _rehearse(home, assets, names)
        sys.stdout.flush()
    finally:
        os._exit(0)


def run(kills: int, seed: int, tell: Tell) -> list[Trial]:
    """So many kills, a hundred on each home."""
    began, blows = time.monotonic(), list[Blow]()
    with in_memory() as folder:
        assets = shared_forty()
        for number in range(-(-kills // KILLS_A_HOME)):
            killer = Killer(folder / f"home-{number}", assets, seed + number)
            blows += [killer.strike() for _ in range(min(KILLS_A_HOME, kills - len(blows)))]
            tell(f"SIGKILL: {len(blows)} so far, {sum(not blow.good for blow in blows)} broken")
    middle = sum(bool(blow.found.open_people) for blow in blows)
    lost = sum(len(blow.found.lost) for blow in blows)
    return [
        Trial(
            "SIGKILL while robots answer, 40 items each",
            len(blows),
            "kills",
            sum(len(blow.heard) for blow in blows),
            sum(not blow.good for blow in blows),
            details=f"{middle} in the middle of a paper, each gone on with at the same question; {lost} answers lost",
            seconds=round(time.monotonic() - began),
        )
    ]
