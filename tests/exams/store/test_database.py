"""The branch database: shapes, refusals, copies, durability settings."""

import sqlite3
from contextlib import closing

import pytest
from sqlite_utils import Database

from exams.store import glance as first_look
from exams.store.backups import KEPT, keep_copy, list_copies, newest_good, restore
from exams.store.database import database_path, open_database
from exams.store.errors import DatabaseDamaged, DatabaseForeign, DatabaseNewer, HomeBusy
from exams.store.home import HomeLock, on_network, prepare_home
from exams.store.migrations import SHAPE, migrations


@pytest.fixture
def home(tmp_path):
    prepare_home(tmp_path)
    return tmp_path


def schema(db):
    return sorted(str(row[0]) for row in db.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"))


def test_every_old_shape_reaches_the_newest_shape(tmp_path):
    fresh_home = tmp_path / "fresh"
    prepare_home(fresh_home)
    fresh = open_database(fresh_home)
    expected = schema(fresh)
    fresh.close()
    for number, name in enumerate(one.name for one in migrations.pending(Database(memory=True))):
        old_home = tmp_path / str(number)
        prepare_home(old_home)
        old = Database(database_path(old_home))
        migrations.apply(old, stop_before=name)
        old.close()
        opened = open_database(old_home)
        assert schema(opened) == expected
        opened.close()


def test_the_shape_number_counts_the_migrations_and_the_first_look_knows_it():
    assert len(list(migrations.pending(Database(memory=True)))) == SHAPE == first_look.KNOWN_SHAPE


def test_answers_are_flushed_in_full_and_logged_ahead(home):
    db = open_database(home)
    assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert db.execute("PRAGMA synchronous").fetchone()[0] == 2
    db.close()


def test_a_database_of_a_newer_version_is_left_untouched(home):
    db = open_database(home)
    db.execute(f"PRAGMA user_version = {SHAPE + 1}")
    db.close()
    before = database_path(home).read_bytes()
    with pytest.raises(DatabaseNewer):
        open_database(home)
    assert database_path(home).read_bytes() == before
    assert first_look.glance(home).state is first_look.HomeState.NEWER


@pytest.mark.feature("h8")
def test_a_damaged_database_is_said_and_the_newest_good_copy_offered(home):
    open_database(home).close()
    copy = keep_copy(home)
    database_path(home).write_bytes(b"not a database at all" * 500)
    with pytest.raises(DatabaseDamaged) as refused:
        open_database(home)
    assert refused.value.facts["backup"] == copy.name
    look = first_look.glance(home)
    assert (look.state, look.backup) == (first_look.HomeState.DAMAGED, copy.name)
    restore(home, copy.name)
    open_database(home).close()


def test_a_restored_copy_keeps_what_it_replaced(home):
    open_database(home).close()
    copy = keep_copy(home)
    database_path(home).write_bytes(b"rubbish")
    aside = restore(home, copy.name)
    assert aside.read_bytes() == b"rubbish"


def test_a_damaged_copy_is_never_offered(home):
    open_database(home).close()
    good = keep_copy(home)
    bad = good.with_name("academy-99999999T000000000000Z.sqlite")
    bad.write_bytes(good.read_bytes()[:5000])
    assert newest_good(home) == good.name
    assert [copy.good for copy in list_copies(home)] == [False, True]


def test_old_copies_make_room(home):
    open_database(home).close()
    for _ in range(KEPT + 3):
        keep_copy(home)
    assert len(list_copies(home)) == KEPT


def test_a_copy_includes_what_is_still_in_the_write_ahead_log(home):
    db = open_database(home)
    db.execute("INSERT INTO branch (key, value) VALUES ('code', 'X')")
    copy = keep_copy(home)
    with closing(sqlite3.connect(copy)) as copied:
        assert copied.execute("SELECT value FROM branch WHERE key = 'code'").fetchone()[0] == "X"
    db.close()


def test_a_trigger_that_is_not_ours_is_refused_by_name(home):
    db = open_database(home)
    db.execute("CREATE TRIGGER better AFTER INSERT ON sittings BEGIN UPDATE sittings SET score = 100000; END")
    db.close()
    with pytest.raises(DatabaseForeign) as refused:
        open_database(home)
    assert refused.value.facts["name"] == "better"


def test_only_one_process_works_in_a_home(home):
    lock = HomeLock(home)
    with pytest.raises(HomeBusy):
        HomeLock(home)
    lock.release()
    HomeLock(home).release()


def test_a_home_on_a_network_mount_is_recognised(tmp_path):
    mounts = f"/dev/sda1 / ext4 rw 0 0\nserver:/x {tmp_path} nfs4 rw 0 0\n"
    assert on_network(tmp_path / "home", mounts)
    assert not on_network(tmp_path.parent, mounts)
