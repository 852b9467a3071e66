"""One answer on the disk: through the trainee's desk, and the very same row by sqlite3 alone on the same disk."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from exams import Kind, TraineeDesk, glance, open_office, right_value
from exams.store.log_room import make_room
from tests.benchmarks.measure import Measured, median_ms, p99_ms, seconds_of

INSERT = "INSERT INTO journal (seq, line, body) VALUES (?, ?, ?)"


SITTING = 500
"""Answers to a program's start: a long exam with every change of mind. Then both begin anew, with fresh logs."""


def saving(home: Path, rounds: int) -> Measured:
    """p50 and p99 of a save that has returned; every row goes into the bare table after the desk wrote it."""
    return _measured(home, rounds, "answer saved", "bare sqlite3 insert", 1.5, 1.3)


def saving_in_room(home: Path, rounds: int) -> Measured:
    """The same beside a row that overwrites its log as ours does (decision 0018): what the app's own work costs."""
    return _measured(home, rounds, "answer saved in room", "bare insert in the same room", 1.9, roomy=True)


def _measured(  # what the row of the table shows
    home: Path, rounds: int, name: str, bare_name: str, limit: float, goal: float | None = None, *, roomy: bool = False
) -> Measured:
    ours, bare = [], []
    for first in range(0, rounds, SITTING):
        _sat(home, min(SITTING, rounds - first), ours, bare, roomy=roomy)
    return Measured(
        name,
        median_ms(ours),
        rounds,
        bare_name,
        median_ms(bare),
        limit=limit,
        goal=goal,
        note=f"the same rows, WAL and synchronous=FULL; opened anew for every {SITTING}",
        tails_ms=(p99_ms(ours), p99_ms(bare)),
    )


def _sat(home: Path, rounds: int, ours: list[float], bare: list[float], *, roomy: bool) -> None:
    """Both begin after the same write to a third file: else one would start with warm caches, the other just back from
    its wait for the disk. The sitting stays open, so that the next program goes on with it.
    """
    seen = glance(home)
    ready = next(card for card in seen.cards if card.story == "ready")
    with open_office(home) as office, bare_table(home) as (table, reader), other_file(home) as breathe:
        if roomy:
            make_room(Database(table))
        desk = office.sign_in(ready.staff_id, ready.pin)
        assert isinstance(desk, TraineeDesk)
        sitting = desk.begin(Kind.FINAL, code=seen.session_code)
        values = {place.position: right_value(office, sitting, place.position) for place in sitting.paper.items}
        for number in range(rounds):
            position = number % len(values) + 1
            breathe()
            ours.append(seconds_of(lambda at=position: desk.save(sitting.id, at, values[at])))
            row = reader.execute("SELECT seq, line, body FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
            breathe()
            bare.append(seconds_of(lambda prepared=row: table.execute(INSERT, prepared)))


@contextmanager
def bare_table(home: Path) -> Iterator[tuple[sqlite3.Connection, sqlite3.Connection]]:
    """An empty journal of the same shape beside the home, and a reader of the real one."""
    path = home.with_name(f"{home.name}-bare.sqlite")
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)
    reader = sqlite3.connect(f"{(home / 'academy.sqlite').as_uri()}?mode=ro", uri=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as table, closing(reader):
        table.execute("PRAGMA journal_mode = WAL")
        table.execute("PRAGMA synchronous = FULL")
        (shape,) = reader.execute("SELECT sql FROM sqlite_master WHERE name = 'journal'").fetchone()
        table.execute(shape)
        yield table, reader


@contextmanager
def other_file(home: Path) -> Iterator[Callable[[], None]]:
    """A page written to a file that nobody looks at, and the wait until it is on the disk."""
    file = os.open(home.with_name(f"{home.name}-other"), os.O_WRONLY | os.O_CREAT)
    flush = getattr(os, "fdatasync", os.fsync)

    def breathe() -> None:
        os.lseek(file, 0, os.SEEK_SET)
        os.write(file, b"\0" * 4096)
        flush(file)

    try:
        yield breathe
    finally:
        os.close(file)
