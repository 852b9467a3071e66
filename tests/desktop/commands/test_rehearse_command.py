"""`academy rehearse`: robots through the real desks, and a line for every answer that is on the disk."""

import hashlib
import json
import sqlite3
from contextlib import closing

import pytest

from exams import open_office
from exams.store.home import HomeLock
from tests.attacks.put_away import bodies_put_away
from tests.desktop.commands.branch import a_branch, a_copy, call, told


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory):
    return a_branch(tmp_path_factory.mktemp("rehearse") / "home")


@pytest.fixture
def home(demonstration, tmp_path):
    return a_copy(demonstration, tmp_path / "home")


def journal(home):
    """The lines with their bodies; those of sittings that are over lie sealed to HR by now."""
    with closing(sqlite3.connect(home / "academy.sqlite")) as database:
        away = bodies_put_away(database, home)
        rows = database.execute("SELECT * FROM journal")
        return {seq: (json.loads(line), away[seq] if body is None else body) for seq, line, body in rows}


def test_an_empty_home_becomes_a_demonstration_and_robots_sit_in_it(tmp_path):
    done = told("rehearse", "--home", tmp_path / "new", "--trainees", 1)
    assert done["sat"] == 1
    assert done["passed"] + done["failed"] == 1
    assert done["certificates"] == done["passed"]


def test_about_a_fifth_fail_and_who_passes_is_certified(home):
    done = told("rehearse", "--home", home, "--trainees", 20, "--seed", 7)
    assert done["sat"] == 20
    assert 1 <= done["failed"] <= 9
    assert done["certificates"] == done["passed"]
    assert len(list((home / "certificates").glob("*.pdf"))) == done["passed"] + 1


def test_the_same_call_again_sits_nothing_twice(home):
    once = told("rehearse", "--home", home, "--trainees", 3)
    lines = len(journal(home))
    assert told("rehearse", "--home", home, "--trainees", 3) == once
    assert len(journal(home)) == lines


def test_the_same_seed_gives_the_same_people_the_same_results(home, demonstration, tmp_path):
    other = a_copy(demonstration, tmp_path / "other")
    results = [told("rehearse", "--home", one, "--trainees", 6, "--seed", "x") for one in (home, other)]
    assert results[0] == results[1]


@pytest.mark.feature("b3")
def test_each_acknowledged_answer_is_the_line_of_the_journal_that_it_names(home):
    said = call("rehearse", "--home", home, "--trainees", 2, "--acknowledge").stdout.splitlines()
    there = journal(home)
    assert len(said) == 140
    for row in said:
        word, sitting, position, seq, digest = row.split()
        line, body = there[int(seq)]
        assert (word, line["att"], line["type"]) == ("saved", sitting, "answer")
        assert json.loads(body)["position"] == int(position)
        assert hashlib.sha256(body).hexdigest() == digest == line["bh"]


def test_named_people_sit_under_their_names(home, tmp_path):
    names = tmp_path / "names.tsv"
    names.write_text("\ufeffZ0001\t欧阳㛃䶮\r\n\r\nZ0002\tAnna Example\r\n", "utf-8")
    assert told("rehearse", "--home", home, "--names", names)["sat"] == 2
    with open_office(home) as office:
        assert {one.staff_id: one.name for one in office.people() if one.staff_id.startswith("Z")} == {
            "Z0001": "欧阳㛃䶮",
            "Z0002": "Anna Example",
        }


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Z0001 no tab\n", 1),
        ("Z0001\tone\nZ0001\ttwice\n", 2),
        ("Z0001\tone\nz!\tnot an id\n", 2),
        ("Z0001\tone\n\nZ0002\t\n", 3),
        ("Z0001\tone\nZ0002\t\u202eenod\n", 2),
    ],
)
def test_a_faulty_list_of_names_is_refused_by_its_line_before_anybody_sits(home, tmp_path, text, line):
    names = tmp_path / "names.tsv"
    names.write_text(text, "utf-8")
    before = len(journal(home))
    done = call("rehearse", "--home", home, "--names", names, "--language", "en")
    assert done.exit_code == 3
    assert f"Line {line} of names.tsv" in done.stderr
    assert len(journal(home)) == before


def test_a_list_that_is_not_text_is_refused(home, tmp_path):
    names = tmp_path / "names.tsv"
    names.write_bytes("Z0001\t张三\n".encode("gb18030"))
    done = call("rehearse", "--home", home, "--names", names, "--language", "en")
    assert (done.exit_code, "[E_NAMES_FILE]" in done.stderr) == (3, True)


def test_a_home_in_use_is_refused(home):
    lock = HomeLock(home)
    try:
        assert told("rehearse", "--home", home)["error"]["code"] == "E_HOME_BUSY"
    finally:
        lock.release()
