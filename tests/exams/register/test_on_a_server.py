"""A register on PostgreSQL: what only a server brings, and what it must give as the file does."""

import os
import signal
import sys
from contextlib import closing
from itertools import islice

import psycopg
import pytest

from exams.desk.hr_collect import collect
from exams.desk.hr_offers import offers
from exams.desk.hr_register import open_register
from exams.store.register_dialect import RegisterDb
from exams.store.register_errors import RegisterForeign, RegisterNoDriver, RegisterServer
from tests.benchmarks.judging import PACK, SESSION, Branch
from tests.exams.register.room import COURSE, Collector, material_of

pytestmark = pytest.mark.tool("pg_createcluster")


@pytest.fixture(scope="module")
def drop(tmp_path_factory):
    """Six devices, one of which hands in twice, and a file that is cut short."""
    folder, house = tmp_path_factory.mktemp("drop"), Branch()
    for number in range(6):
        branch = Branch(f"D0000000{number}", house)
        (folder / f"{number}.bundle").write_bytes(branch.hand_in(1))
        if not number:
            (folder / "second.bundle").write_bytes(branch.hand_in(1))
    (folder / "cut.bundle").write_bytes((folder / "3.bundle").read_bytes()[:700])
    return folder, material_of(house.trust(), {PACK: COURSE}, {SESSION: "A"})


@pytest.fixture(scope="module")
def alone(drop, tmp_path_factory):
    """What one run into a file leaves behind."""
    collector = Collector(tmp_path_factory.mktemp("alone"), drop[1])
    collector.take(drop[0])
    return collector.dump()


@pytest.fixture
def servers():
    from tests.postgres import postgres

    return postgres()


@pytest.fixture
def address(servers):
    return servers.emptied_register()


def collecting(folder, drop, address, die_after=0):
    """A collector of its own; killed after so many files where that is said."""
    child = os.fork()
    if child:
        return child
    told, status = [], 1

    def hear(one):
        told.append(one)
        if len(told) == die_after:
            os.kill(os.getpid(), signal.SIGKILL)
        return True

    try:
        with closing(RegisterDb(folder / "none.sqlite", server=address)) as db:
            collect(db, drop[1], offers([drop[0]]), hear, 1)
        status = 0 if len(told) == 8 else 2
    finally:
        os._exit(status)


def ends(*children):
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


@pytest.mark.feature("g2")
def test_collectors_side_by_side_leave_what_one_alone_leaves(drop, alone, address, tmp_path):
    assert ends(*[collecting(tmp_path, drop, address) for _ in range(2)]) == [0, 0]
    with closing(RegisterDb(tmp_path / "none.sqlite", server=address)) as db:
        assert db.dump() == alone


@pytest.mark.feature("g2")
def test_one_that_is_killed_lets_go_of_its_files(drop, alone, address, tmp_path):
    assert ends(collecting(tmp_path, drop, address, 3)) == [-signal.SIGKILL]
    with closing(RegisterDb(tmp_path / "none.sqlite", server=address)) as db:
        assert db.dump() != alone
    assert ends(collecting(tmp_path, drop, address)) == [0]
    with closing(RegisterDb(tmp_path / "none.sqlite", server=address)) as db:
        assert db.dump() == alone


def test_judging_processes_read_the_server_too(drop, alone, address, tmp_path):
    collector = Collector(tmp_path, drop[1], address)
    collector.take(drop[0], processes=2)
    assert collector.dump() == alone


def test_a_part_is_one_collectors_at_a_time_and_free_once_it_is_gone(address, tmp_path):
    one, other = (RegisterDb(tmp_path / "none", server=address) for _ in range(2))
    turns = one.turns("abc")
    assert next(turns) == "a"
    assert list(islice(other.turns("abc"), 2)) == ["b", "c"]
    one.close()
    assert sorted(other.turns("abc")) == ["a", "b", "c"]  # waits for the part whose connection the server still ends
    other.close()


def test_two_officers_work_in_it_at_once_and_a_file_beside_names_it(address, tmp_path):
    (tmp_path / "register.address").write_text(f"{address}\n")
    path = tmp_path / "register.sqlite"
    with open_register(path, "孙丽华") as one, open_register(path, "周敏", new=False) as other:
        assert one.dump() == other.dump()
    assert not path.exists()


def half_done(db):
    with db.together():
        db.write("INSERT INTO tallies VALUES ('TELE', 'none', '', 1)")
        raise KeyError


def test_what_is_not_kept_is_not_seen(address, tmp_path):
    with closing(RegisterDb(tmp_path / "none", server=address)) as db:
        with pytest.raises(KeyError):
            half_done(db)
        assert db.number("SELECT count(*) FROM tallies") == 0
        assert list(db.each("SELECT course FROM tallies WHERE course = ?", ("TELE",))) == []


def test_texts_are_sorted_as_the_file_sorts_them(address, tmp_path):
    names, found = ["a", "B", "ä", "中", "Z", "一", "-", "1"], []
    for server in ("", address):
        with closing(RegisterDb(tmp_path / "register.sqlite", server=server)) as db:
            db.write_all("INSERT INTO tallies VALUES (?, 'none', '', 1)", [(name,) for name in names])
            found.append(db.rows("SELECT course FROM tallies ORDER BY course"))
    assert found[0] == found[1]


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE RULE more AS ON INSERT TO sittings DO ALSO UPDATE sittings SET percent = 100",
        "UPDATE register_shape SET told = 'other'",
    ],
)
def test_a_register_that_was_tampered_with_is_not_opened(servers, tmp_path, sql):
    address = servers.new_register()
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(sql)
    with pytest.raises(RegisterForeign):
        RegisterDb(tmp_path / "none", server=address)


def test_a_database_of_somebody_else_is_left_alone(servers, tmp_path):
    bare = servers.new_database()
    with psycopg.connect(bare, autocommit=True) as connection:
        connection.execute("CREATE TABLE payroll (staff TEXT)")
        with pytest.raises(RegisterForeign):
            RegisterDb(tmp_path / "none", server=bare)
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    assert tables == (1,)


def test_a_server_that_is_not_there_is_told_in_one_line(tmp_path):
    with pytest.raises(RegisterServer) as refused:
        RegisterDb(tmp_path / "none", server=f"postgresql:///register?host={tmp_path}/nobody")
    assert "\n" not in str(refused.value.facts["detail"])


def test_without_the_library_a_server_is_refused_and_a_file_is_not(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(RegisterNoDriver):
        RegisterDb(tmp_path / "none", server="postgresql:///register")
    RegisterDb(tmp_path / "register.sqlite").close()
