"""SIGKILL in the middle of a rehearsal, and the reckoning with every answer that was acknowledged before it."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from threading import Event

from tests.attacks.reckoning import Acknowledged, Reckoning, reckon
from tests.demonstration import a_demonstration

ROOT = Path(__file__).resolve().parents[2]
PEOPLE = 5
"""Enough that the rehearsal is still at work when the kill falls."""

MOST_HEARD = 60  # acknowledgements, three papers
LONGEST_WAIT = 0.003  # seconds; ten answers are written in that time


@dataclass(frozen=True, slots=True)
class Blow:
    """One kill: what had been acknowledged when it fell, and how the home was found."""

    at_work: bool
    acknowledged: tuple[Acknowledged, ...]
    found: Reckoning


class Attacker:
    """Kills rehearsals on one home, one after the other; each goes on where the last one was cut off."""

    def __init__(self, home: Path, seed: int) -> None:
        self._home = home
        self._seed = seed
        self._chance = Random(seed)  # nothing secret: the moments of the kills
        self._interrupted: tuple[str, ...] = ()
        self._next = 1
        self._acknowledged: list[Acknowledged] = []
        a_demonstration(home)
        words = [*academy("rehearse"), "--home", home, "--names", self._names(1), "--acknowledge"]
        subprocess.run(words, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)

    def strike(self) -> Blow:
        """Start a rehearsal, kill it at a random moment of its writing, and look at what is left."""
        at_work, heard = self._kill(self._chance.randint(1, MOST_HEARD), self._chance.uniform(0, LONGEST_WAIT))
        self._acknowledged += heard
        found = reckon(self._home, self._acknowledged, self._checked())
        self._interrupted = found.open_people
        return Blow(at_work, tuple(heard), found)

    def _kill(self, after: int, wait: float) -> tuple[bool, list[Acknowledged]]:
        """Most of a rehearsal's time goes between papers; counting answers brings the kill in among them."""
        words = [*academy("rehearse"), "--home", self._home, "--names", self._names(PEOPLE), "--acknowledge"]
        words += ["--seed", str(self._seed)]
        with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE) as rehearsal:
            assert rehearsal.stdout is not None
            lines = [rehearsal.stdout.readline() for _ in range(after)]
            Event().wait(wait)
            rehearsal.kill()
            lines += rehearsal.stdout.readlines()
        return rehearsal.returncode == -signal.SIGKILL, heard_of(lines)

    def _names(self, count: int) -> Path:
        """The interrupted first, then people who have not sat yet."""
        fresh = [f"K{number:05d}" for number in range(self._next, self._next + count)]
        self._next += count
        path = self._home.with_name(f"{self._home.name}.tsv")
        path.write_text("".join(f"{staff_id}\t学员{staff_id}\n" for staff_id in (*self._interrupted, *fresh)), "utf-8")
        return path

    def _checked(self) -> dict[str, object]:
        words = [*academy("journal", "check"), "--home", self._home, "--json"]
        told = subprocess.run(words, cwd=ROOT, capture_output=True, check=False).stdout
        return dict(json.loads(told))


def academy(*words: str) -> list[str | Path]:
    """The command line of this source tree."""
    return [sys.executable, "-m", "desktop", *words]


def heard_of(lines: Iterable[bytes]) -> list[Acknowledged]:
    """What whole lines acknowledge; a line that the kill cut short acknowledges nothing."""
    heard = []
    for line in lines:
        match line.decode().split():
            case ["saved", sitting, position, seq, digest] if line.endswith(b"\n"):
                heard.append(Acknowledged(sitting, int(position), int(seq), digest))
    return heard
