"""Files from branches, taken in one by one: judged in processes of their own, written by one, in one order.

The order depends on the files alone, and each is one transaction: a run that was killed goes on where it stopped and
ends as if it had not been. Where several collect into one register, each takes shares of the devices in turn.
"""

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial

from exams.desk.hr_judging import MAKER, judged, question_of
from exams.desk.hr_material import Material
from exams.desk.hr_memory import RegisterMemory
from exams.desk.hr_offers import Offered, contents_of
from exams.firewall.errors import FileUnreadable
from exams.firewall.workers import ByteWorkers
from exams.register.loose_papers import matched
from exams.register.outcome import Found, Outcome, Status
from exams.register.outcome_json import outcome_from
from exams.store.register_dialect import RegisterDb
from exams.store.register_files import keep_bundle
from exams.store.register_rows import FileRow, certificate_of, file_of, save_outcome

_AHEAD = 4
"""Files that are judged while one is written, for each process."""
_FEW = 4
"""So few are judged right here: to start processes takes longer."""
_SHARES = 16
"""Of the devices, where several collect at once."""


@dataclass(frozen=True, slots=True)
class Collected:
    """What became of one file; `findings` explain it. `sha256` is empty for what could not be read."""

    file: str
    status: Status
    code: str = ""
    findings: tuple[Found, ...] = ()
    sha256: str = ""
    serial: str = ""
    branch: str = ""


Told = Callable[[Collected], bool]
"""Hears of each file as it is done; False ends the run after it."""


def collect(db: RegisterDb, material: Material, offered: Sequence[Offered], told: Told, processes: int = 2) -> None:
    """Take in every file; `told` hears of each. Raises what keeps the register from being written."""
    memory = RegisterMemory(db, material.trust)
    late: list[Offered] = []
    count = processes if len(offered) > _FEW else 1
    with _workers(db, material, count) as workers:
        for part in _turns(db, offered):
            for one, ahead in _judged(db, workers, part, count * _AHEAD):
                with db.together():
                    outcome = _current(db, memory, material, one, ahead)
                    waits = outcome is not None and outcome.may_wait
                    done = None if waits else _taken(db, one, outcome)
                if done is None:
                    late.append(one)
                elif not told(done):
                    return
    # What wants an anchor that another bundle may have brought meanwhile.
    for one in late:
        with db.together():
            done = _taken(db, one, _current(db, memory, material, one, None))
        if not told(done):
            return


def _turns(db: RegisterDb, offered: Sequence[Offered]) -> Iterator[Sequence[Offered]]:
    """Where several collect, papers too come after every bundle that may hold them, whoever takes that in."""
    if not db.is_shared:
        yield offered
        return
    for paper in (False, True):
        yield from db.turns(_shares([one for one in offered if one.paper is paper]))


def _shares(offered: Sequence[Offered]) -> tuple[Sequence[Offered], ...]:
    """All files of a device are in one share, in their order; the same device is in the same one wherever it is met."""
    shares: tuple[list[Offered], ...] = tuple([] for _ in range(_SHARES))
    for one in offered:
        digest = hashlib.sha256((one.serial or one.sha256).encode()).digest()
        shares[int.from_bytes(digest[:4], "big") % _SHARES].append(one)
    return shares


def _current(
    db: RegisterDb, memory: RegisterMemory, material: Material, one: Offered, ahead: Outcome | None
) -> Outcome | None:
    """Judged now, where nobody has or the register has moved on since; None for what is not judged."""
    if ahead is not None and memory.is_current(ahead.seen):
        return ahead
    raw = contents_of(one) if _is_new(db, one) else None
    return None if raw is None else judged(raw, memory, material)


def _is_new(db: RegisterDb, one: Offered) -> bool:
    before = file_of(db, one.sha256) if one.fault is None else None
    return one.fault is None and not (before is not None and before.kept)


def _taken(db: RegisterDb, one: Offered, outcome: Outcome | None) -> Collected:
    if one.fault is not None:
        return Collected(one.name, Status.REFUSED, one.fault.code, (one.fault,))
    before = file_of(db, one.sha256)
    if before is not None and before.kept:
        return _known(one.name, before)
    raw = contents_of(one)
    if raw is None or outcome is None:
        return Collected(one.name, Status.REFUSED, "E_FILE_CHANGED", (Found("E_FILE_CHANGED"),))
    outcome = matched(outcome, partial(certificate_of, db))
    if outcome.device is not None:
        keep_bundle(db.path.parent, outcome.sha256, raw)
    save_outcome(db, one.name, outcome)
    return Collected(
        one.name, outcome.status, outcome.code, outcome.findings, outcome.sha256, outcome.serial, outcome.branch
    )


def _known(name: str, before: FileRow) -> Collected:
    """The same file again: what is wrong in it still is, the rest is there already."""
    status = Status.REFUSED if before.status == Status.REFUSED else Status.DUPLICATE
    return Collected(name, status, before.code, before.findings, before.sha256, before.serial, before.branch)


def _judged(
    db: RegisterDb, workers: ByteWorkers | None, offered: Iterable[Offered], ahead: int
) -> Iterator[tuple[Offered, Outcome | None]]:
    """In the given order, a few judged ahead; None for what needs no judging or is judged when its turn comes."""
    waiting: deque[tuple[Offered, Future[bytes] | None]] = deque()
    files = iter(offered)
    while True:
        while len(waiting) < ahead and (one := next(files, None)) is not None:
            asked = workers.ask(question_of(one)) if workers is not None and _is_new(db, one) else None
            waiting.append((one, asked))
        if not waiting:
            return
        one, asked = waiting.popleft()
        yield _answered(one, asked)


def _answered(one: Offered, asked: "Future[bytes] | None") -> tuple[Offered, Outcome | None]:
    """A process that died over a file, or said nothing sensible of it, refuses this one file."""
    try:
        told = asked.result() if asked is not None else b""
        return one, outcome_from(told) if told else None
    except FileUnreadable as error:
        return replace(one, fault=Found(error.code, facts={"reason": str(error.facts["reason"])})), None


@contextmanager
def _workers(db: RegisterDb, material: Material, count: int) -> Iterator[ByteWorkers | None]:
    """The judging processes; none where a few files are judged right here."""
    if count < 2:
        yield None
        return
    with ByteWorkers(MAKER, (str(db.path), db.server, material), count) as workers:
        yield workers
