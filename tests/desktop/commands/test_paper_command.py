"""`academy paper draw`: the paper, and where there can be none, what the bank lacks."""

import json
import shutil
import sqlite3
from contextlib import closing

import pytest

from tests.desktop.commands.branch import call, told
from tests.exams.desk.course import build_course

WHO = ("--blueprint", "final", "--seed", "s", "--staff", "T1001")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return build_course(tmp_path_factory.mktemp("course"))


@pytest.fixture
def content(built, tmp_path):
    return shutil.copy(built, tmp_path / "content.sqlite")


def demand(content, change):
    """Change the cells of the final as an author might."""
    with closing(sqlite3.connect(content)) as database, database:
        (text,) = database.execute("SELECT record FROM blueprints WHERE name = 'final'").fetchone()
        record = json.loads(text)
        change(record)
        database.execute("UPDATE blueprints SET record = ? WHERE name = 'final'", (json.dumps(record),))
    return record


@pytest.mark.feature("c5")
def test_the_same_inputs_give_the_same_bytes(content):
    first, second = (call("paper", "draw", "--content", content, *WHO, "--json").stdout for _ in range(2))
    assert first == second
    assert json.loads(first)["items"]


@pytest.mark.feature("c4")
def test_where_the_bank_lacks_questions_every_gap_is_told_with_its_counts(content):
    def more(record):
        record["cells"][0]["items"] += 1000

    record = demand(content, more)
    done = call("paper", "draw", "--content", content, *WHO, "--json")
    error = json.loads(done.stdout)["error"]
    assert (done.exit_code, error["code"], error["blueprint"]) == (3, "E_INFEASIBLE", "final")
    assert error["message"]
    cell = next(one for one in error["cells"] if one["lack"] == "type")
    asked = record["cells"][0]
    assert (cell["chapter"], cell["type"], cell["wanted"]) == (asked["chapter"], asked["type"], asked["items"])
    assert cell["missing"] == cell["wanted"] - cell["available"] > 900
    assert cell["level"] is None


def test_every_other_refusal_is_a_code_and_a_sentence(content):
    unknown = [*WHO[:1], "nowhere", *WHO[2:]]
    assert set(told("paper", "draw", "--content", content, *unknown)["error"]) == {"code", "message"}
