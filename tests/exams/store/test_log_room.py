"""Before a sitting the log is given its room on the disk; it stays a log that SQLite reads, and costs no line."""

import errno
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from exams.journal.check import check_chain
from exams.journal.line import Event
from exams.store import log_room
from exams.store.database import open_database
from exams.store.home import prepare_home
from exams.store.journal_rows import JournalStore
from exams.store.log_room import MOST, ROOM
from exams.timing.story_clock import StoryClock


@pytest.fixture
def home(tmp_path):
    prepare_home(tmp_path)
    return tmp_path


@pytest.fixture
def db(home):
    with closing(open_database(home)) as db:
        yield db


@pytest.fixture
def journal(db):
    return JournalStore(db, StoryClock(1_000))


@pytest.fixture
def log(home):
    return Path(f"{home / 'academy.sqlite'}-wal")


def test_lines_written_into_the_room_do_not_make_the_log_longer(journal, log):
    before = log.stat().st_size
    journal.make_room()
    whole = log.stat().st_size
    assert whole == before + ROOM
    for number in range(100):
        journal.append(Event.ANSWER, {"position": number})
    assert log.stat().st_size == whole


def test_the_log_gets_no_longer_than_it_would_by_itself(journal, log):
    for _ in range(5):
        journal.make_room()
    assert log.stat().st_size == MOST


def test_a_crash_before_and_after_the_first_line_in_the_room_leaves_every_line(journal, home, log, tmp_path):
    journal.append(Event.APP_START, {"version": "1"})
    journal.make_room()
    for lines in (1, 2):
        left = tmp_path / f"left-{lines}"
        left.mkdir()
        for path in (home / "academy.sqlite", log):
            shutil.copyfile(path, left / path.name)
        with closing(open_database(left)) as found:
            assert JournalStore(found, StoryClock(2_000)).head() == journal.head()
            assert [*check_chain(JournalStore(found, StoryClock(2_000)).rows())] == []
        journal.append(Event.ANSWER, {"position": 1})


def test_a_log_that_holds_nothing_yet_is_read_as_an_empty_one(tmp_path):
    with closing(sqlite3.connect(tmp_path / "a.sqlite", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE one (x)")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copyfile(tmp_path / "a.sqlite", tmp_path / "b.sqlite")
    Path(tmp_path / "b.sqlite-wal").write_bytes(bytes(ROOM))
    with closing(sqlite3.connect(tmp_path / "b.sqlite")) as connection:
        assert connection.execute("SELECT count(*) FROM one").fetchone() == (0,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_full_disk_has_no_room_to_give_and_lines_are_written_as_ever(journal, log, monkeypatch):
    def full(_handle, _bytes):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    before = log.stat().st_size
    monkeypatch.setattr(log_room.os, "write", full)
    journal.make_room()
    monkeypatch.undo()
    assert log.stat().st_size == before
    assert journal.append(Event.ANSWER, {"position": 1}).line.seq == journal.head()[0]
    assert [*check_chain(journal.rows())] == []


def test_within_a_transaction_nothing_is_done_and_the_transaction_goes_on(journal, log):
    before = log.stat().st_size
    with journal.together():
        journal.append(Event.APP_START, {"version": "1"})
        journal.make_room()
    assert log.stat().st_size < before + ROOM
    assert len([*journal.rows()]) == 1


def test_what_another_process_writes_meanwhile_is_waited_for_not_written_over(home, journal, db):
    db.conn.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(home / "academy.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        size = Path(f"{home / 'academy.sqlite'}-wal").stat().st_size
        journal.make_room()
        assert Path(f"{home / 'academy.sqlite'}-wal").stat().st_size == size
        other.execute("COMMIT")
    journal.make_room()
    assert Path(f"{home / 'academy.sqlite'}-wal").stat().st_size == size + ROOM
