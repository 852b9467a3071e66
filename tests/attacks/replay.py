"""Rebuilds the disk at every crash point of a recording, in many ways, and judges each state."""

import hashlib
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.attacks.disk import Disk
from tests.attacks.faults import State, crashes
from tests.attacks.judging import Judge, Promise
from tests.attacks.marks import Committed, Shown
from tests.attacks.recording import Recording


@dataclass(slots=True)
class Outcome:
    """`states` counts different ones only: what came out twice at one point was judged once."""

    variant: str
    seeds: list[int] = field(default_factory=list)
    points: int = 0
    answers: int = 0
    states: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    violations: Counter[str] = field(default_factory=Counter)

    @property
    def violated(self) -> int:
        """States in which a promise was broken."""
        return sum(self.violations.values())


def replay(recording: Recording, outcome: Outcome, folder: Path, draws: int, *, by_the_app: bool = True) -> Outcome:
    """Judge every crash point; `folder` should lie in memory. The app's own opinion is asked of each good state."""
    chance, judge = Random(recording.seed), Judge(recording.rows, by_the_app=by_the_app)
    disk, seen = Disk(recording.before), set[bytes]()
    outcome.seeds.append(recording.seed)
    for number, promise in _points(recording, disk):
        outcome.points += 1
        for kind, state in crashes(disk, chance, draws):
            database = _database_of(state)
            digest = _digest(database, promise)
            if digest in seen:
                continue
            seen.add(digest)
            outcome.states += 1
            outcome.kinds[kind] += 1
            fault = _fault(folder / f"{number}", database, promise, judge)
            if fault:
                outcome.violations[fault] += 1
    outcome.answers += sum(isinstance(step, Shown) for step in recording.steps)
    return outcome


def _points(recording: Recording, disk: Disk) -> Iterator[tuple[int, Promise]]:
    """The disk after each operation and at each promise, and what had been promised by then."""
    end, shown = recording.first, list[Shown]()
    coming = [step for step in recording.steps if isinstance(step, Committed)]
    last = len(recording.rows)
    for number, step in enumerate(recording.steps):
        if isinstance(step, Committed):
            end = step.after
            coming.pop(0)
        elif isinstance(step, Shown):
            shown.append(step)
        else:
            disk.do(step)
        ahead = {*range(end, coming[0].before + 1), coming[0].after} if coming else set(range(end, last + 1))
        yield number, Promise(frozenset(ahead), tuple(shown))


def _database_of(state: State) -> State:
    return {Path(path).name: content for path, content in state.items()}


def _digest(database: State, promise: Promise) -> bytes:
    digest = hashlib.sha256(f"{sorted(promise.ends)} {len(promise.shown)}".encode())
    for name, content in sorted(database.items()):
        digest.update(f"{name} {len(content)}".encode())
        digest.update(content)
    return digest.digest()


def _fault(home: Path, database: State, promise: Promise, judge: Judge) -> str:
    home.mkdir(parents=True)
    try:
        return judge.of(home, promise, lambda: _lay_out(home, database))
    finally:
        shutil.rmtree(home)


def _lay_out(home: Path, database: State) -> None:
    for old in home.glob("academy.sqlite*"):
        old.unlink()
    for name, content in database.items():
        (home / name).write_bytes(content)
