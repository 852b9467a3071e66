"""Rebuilds the disk at every crash point of a recording, in many ways, and judges each state."""

import hashlib
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
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


def replay(
    recording: Recording, outcome: Outcome, folder: Path, draws: int, *, by_the_app: bool = True, until: str = ""
) -> Outcome:
    """Judge every crash point, or those up to the first fault that is called `until`; `folder` should lie in memory.

    The app's own opinion is asked of each good state.
    """
    chance, judge = Random(recording.seed), Judge(recording.rows, by_the_app=by_the_app)
    disk, digests, seen = Disk(recording.before), Digests(), set[tuple[bytes, frozenset[int], int]]()
    outcome.seeds.append(recording.seed)
    for number, promise in _points(recording, disk):
        outcome.points += 1
        for kind, state in crashes(disk, chance, draws):
            database = {Path(path).name: content for path, content in state.items()}
            digest = digests.of(database)
            known = (digest, promise.ends, len(promise.shown))
            if known in seen:
                continue
            seen.add(known)
            outcome.states += 1
            outcome.kinds[kind] += 1
            fault = judge.of(digest, promise, lambda at=number, left=database: _laid_out(folder / f"{at}", left))
            if fault:
                outcome.violations[fault] += 1
            if fault and fault == until:
                return outcome
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


class Digests:
    """Tells states apart; a file that is the very same bytes as at the last call is not counted through again."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[bytes, bytes]] = {}

    def of(self, database: State) -> bytes:
        """The digest of all files and their names."""
        digest = hashlib.sha256()
        for name, content in sorted(database.items()):
            if name not in self._known or self._known[name][0] is not content:
                self._known[name] = content, hashlib.sha256(content).digest()
            digest.update(f"{name} ".encode())
            digest.update(self._known[name][1])
        return digest.digest()


@contextmanager
def _laid_out(home: Path, database: State) -> Iterator[Path]:
    home.mkdir(parents=True)
    try:
        for name, content in database.items():
            (home / name).write_bytes(content)
        yield home
    finally:
        shutil.rmtree(home)
