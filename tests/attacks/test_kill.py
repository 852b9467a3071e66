"""Three kills at random moments, and proof that the reckoning would notice a loss. `make torture` kills fifty times."""

import json
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import replace

import pytest

from tests.attacks.kill import Attacker, heard_of
from tests.attacks.reckoning import reckon

FINAL = 70  # items of a final


@pytest.fixture(scope="module")
def attacked(tmp_path_factory):
    home = tmp_path_factory.mktemp("attack") / "home"
    attacker = Attacker(home, seed=20261125)
    return home, [attacker.strike() for _ in range(3)]


def spoil(home, statement, *values):
    with closing(sqlite3.connect(home / "academy.sqlite", isolation_level=None)) as database:
        database.execute(statement, values)


@pytest.fixture
def copied(attacked, tmp_path):
    """A home of its own to do harm to, what was acknowledged in it, and what the app says of it."""
    home, blows = attacked
    with closing(sqlite3.connect(home / "academy.sqlite")) as database:
        database.execute("VACUUM INTO ?", (str(tmp_path / "academy.sqlite"),))
    (tmp_path / "hq").symlink_to(home / "hq")
    checked = {"ok": True, "sittings": []}
    return tmp_path, blows[-1].acknowledged, checked


@pytest.mark.feature("b3")
def test_a_kill_while_answers_are_written_loses_no_acknowledged_answer(attacked):
    _, blows = attacked
    assert [len(blow.acknowledged) > 0 and blow.at_work for blow in blows] == [True] * 3
    assert [blow.found.lost for blow in blows] == [()] * 3


def test_after_each_kill_chain_and_database_are_whole(attacked):
    _, blows = attacked
    assert [(blow.found.chain_whole, blow.found.integrity) for blow in blows] == [(True, "ok")] * 3


@pytest.mark.feature("b4")
def test_an_interrupted_sitting_goes_on_at_the_next_start_with_the_answers_it_had(attacked):
    home, blows = attacked
    with closing(sqlite3.connect(home / "academy.sqlite")) as database:
        lines = [json.loads(line) for (line,) in database.execute("SELECT line FROM journal ORDER BY seq")]
    answers = Counter(line["att"] for line in lines if line["type"] == "answer")
    interrupted = {blow.acknowledged[-1].sitting for blow in blows if blow.found.open_people}
    unfinished = {sitting for sitting in interrupted if answers[sitting] < FINAL}
    assert len(interrupted) > len(unfinished)
    assert unfinished <= {blows[-1].acknowledged[-1].sitting}
    assert max(answers.values()) == FINAL


def test_a_missing_line_would_be_noticed(copied):
    home, acknowledged, checked = copied
    assert reckon(home, acknowledged, checked).good
    spoil(home, "DELETE FROM journal WHERE seq = ?", acknowledged[-1].seq)
    assert reckon(home, acknowledged, checked).lost == (acknowledged[-1],)


def test_another_value_would_be_noticed(copied):
    home, acknowledged, checked = copied
    body = json.dumps({"position": acknowledged[0].position, "value": "another"}).encode()
    spoil(home, "UPDATE journal SET body = ? WHERE seq = ?", body, acknowledged[0].seq)
    assert reckon(home, acknowledged, checked).lost == (acknowledged[0],)


def test_an_app_that_shows_another_answer_would_be_noticed(copied):
    home, acknowledged, checked = copied
    one = acknowledged[0]
    forgetful = {**checked, "sittings": [{"id": one.sitting, "staff_id": "K00001", "state": "open", "answers": {}}]}
    assert one in reckon(home, acknowledged, forgetful).lost


def test_an_answer_acknowledged_for_another_place_would_be_noticed(copied):
    home, acknowledged, checked = copied
    moved = replace(acknowledged[0], position=acknowledged[0].position + 1)
    assert reckon(home, [moved], checked).lost == (moved,)


def test_a_line_that_the_kill_cut_short_acknowledges_nothing():
    assert heard_of([b"saved 00aa 1 5 abc\n", b"saved 00aa 2 6 a"]) == heard_of([b"saved 00aa 1 5 abc\n"])
