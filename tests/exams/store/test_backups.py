"""Copies of the database: made whole, offered newest good first, put back without losing what stood there."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from exams.journal.line import Event
from exams.store.backups import folder, keep_copy, list_copies, newest_good, restore
from exams.store.database import database_path, open_database
from exams.store.errors import DatabaseDamaged, DatabaseNewer, DiskFull, HomeBusy, HomeReadOnly
from exams.store.home import HomeLock, prepare_home
from exams.store.journal_rows import JournalStore
from exams.store.migrations import SHAPE
from exams.timing.story_clock import StoryClock

NOW = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)


@pytest.fixture
def home(tmp_path):
    prepare_home(tmp_path)
    return tmp_path


def write_lines(home, count):
    db = open_database(home)
    for _ in range(count):
        JournalStore(db, StoryClock(0)).append(Event.APP_START, {})
    db.close()


def lines(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT count(*) FROM journal").fetchone()[0]


def test_a_copy_is_described_by_its_day_size_and_records(home):
    write_lines(home, 3)
    copy = keep_copy(home, NOW)
    (told,) = list_copies(home)
    assert (told.path, told.made, told.records, told.good) == (copy, "20261124T040000000000Z", 3, True)
    assert told.bytes == copy.stat().st_size > 0


def test_copies_are_listed_newest_first(home):
    write_lines(home, 1)
    for hours in (2, 1, 3):
        keep_copy(home, NOW + timedelta(hours=hours))
    assert [copy.made[9:11] for copy in list_copies(home)] == ["07", "06", "05"]


@pytest.mark.feature("h8")
def test_a_restored_copy_takes_the_place_and_what_stood_there_is_kept(home):
    write_lines(home, 2)
    copy = keep_copy(home)
    write_lines(home, 3)
    aside = restore(home, copy.name)
    assert (lines(database_path(home)), lines(aside)) == (2, 5)
    write_lines(home, 1)
    assert lines(database_path(home)) == 3


def test_what_was_still_in_the_log_is_kept_with_what_stood_there(home):
    write_lines(home, 1)
    copy = keep_copy(home)
    with closing(sqlite3.connect(database_path(home))) as writer:
        writer.execute("PRAGMA wal_autocheckpoint = 0")
        writer.execute("INSERT INTO branch (key, value) VALUES ('late', 'commit')")
        writer.commit()
        log = database_path(home).with_name("academy.sqlite-wal")
        kept = {path: path.read_bytes() for path in (database_path(home), log)}
    for path, content in kept.items():
        path.write_bytes(content)  # as a power cut leaves them
    aside = restore(home, copy.name)
    with closing(sqlite3.connect(aside)) as connection:
        assert connection.execute("SELECT value FROM branch WHERE key = 'late'").fetchall() == [("commit",)]
    with closing(sqlite3.connect(database_path(home))) as connection:
        assert connection.execute("SELECT count(*) FROM branch").fetchone() == (0,)


def test_restoring_the_same_copy_twice_keeps_both_that_stood_there(home):
    write_lines(home, 1)
    copy = keep_copy(home)
    asides = []
    for more in (1, 2):
        write_lines(home, more)
        asides.append(restore(home, copy.name))
    assert [lines(aside) for aside in asides] == [2, 3]


@pytest.mark.feature("h8")
def test_a_copy_that_is_missing_or_not_whole_is_refused_with_nothing_touched(home):
    write_lines(home, 2)
    good = keep_copy(home, NOW)
    cut = folder(home) / "academy-20990101T000000000000Z.sqlite"
    cut.write_bytes(good.read_bytes()[:5000])
    before = database_path(home).read_bytes()
    for name in ("academy-20200101T000000000000Z.sqlite", cut.name, "", "../academy.sqlite", "."):
        with pytest.raises(DatabaseDamaged) as refused:
            restore(home, name)
        assert refused.value.facts["backup"] == good.name
    assert database_path(home).read_bytes() == before
    assert not list(home.glob("academy-replaced-*"))


def test_nothing_is_restored_under_the_hands_of_a_running_app(home):
    write_lines(home, 1)
    copy = keep_copy(home)
    lock = HomeLock(home)
    with pytest.raises(HomeBusy):
        restore(home, copy.name)
    lock.release()
    restore(home, copy.name)


def test_an_empty_home_can_be_filled_from_a_copy(home):
    write_lines(home, 2)
    copy = keep_copy(home)
    database_path(home).unlink()
    aside = restore(home, copy.name)
    assert lines(database_path(home)) == 2
    assert not aside.exists()


def test_there_is_no_copy_of_nothing(home):
    with pytest.raises(DatabaseDamaged):
        keep_copy(home)
    assert not database_path(home).exists()
    assert list_copies(home) == ()


def test_a_damaged_database_gives_no_copy_and_pushes_no_good_one_out(home):
    write_lines(home, 50)
    good = keep_copy(home, NOW)
    whole = database_path(home).read_bytes()
    database_path(home).write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(DatabaseDamaged) as refused:
        keep_copy(home, NOW + timedelta(hours=1))
    assert refused.value.facts["backup"] == newest_good(home) == good.name
    assert [path.name for path in folder(home).iterdir()] == [good.name]


def test_a_folder_of_copies_that_is_none_is_told(home):
    write_lines(home, 1)
    folder(home).rmdir()
    folder(home).write_text("in the way")
    with pytest.raises((HomeReadOnly, DiskFull)):
        keep_copy(home)


def test_before_the_tables_change_a_copy_of_the_old_ones_is_kept(home):
    from sqlite_utils import Database

    from exams.store.migrations import migrations

    old = Database(sqlite3.connect(database_path(home), isolation_level=None))
    migrations.apply(old, stop_before="m004_demonstration")
    JournalStore(old, StoryClock(0)).append(Event.GENESIS, {})
    old.close()
    open_database(home).close()
    (copy,) = list_copies(home)
    assert (copy.good, copy.records) == (True, 1)
    with closing(sqlite3.connect(copy.path)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert "demonstration" not in tables


@pytest.mark.parametrize("with_log", [False, True])
def test_a_newer_database_stays_as_it_is_to_the_byte_and_so_does_its_log(home, with_log):
    """A newer program may use another way of logging, and may have been cut off with a log behind it."""
    with closing(sqlite3.connect(database_path(home))) as newer:
        newer.execute(f"PRAGMA journal_mode = {'WAL' if with_log else 'DELETE'}")
        newer.execute(f"PRAGMA user_version = {SHAPE + 1}")
        newer.execute("CREATE TABLE news (a)")
        newer.commit()
        files = {path: path.read_bytes() for path in home.glob("academy.sqlite*") if path.suffix != ".sqlite-shm"}
    for path, content in files.items():
        path.write_bytes(content)
    with pytest.raises(DatabaseNewer) as refused:
        open_database(home)
    assert refused.value.facts == {"found": SHAPE + 1, "known": SHAPE}
    assert {path: path.read_bytes() for path in files} == files
