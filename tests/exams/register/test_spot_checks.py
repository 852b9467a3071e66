"""Where HR looks for itself: warnings by branch, and within a room pairs with the same mistakes."""

import json
from contextlib import closing

import pytest
from click.testing import CliRunner

from desktop.commands.main import academy
from exams import register_path
from exams.desk.hr_spot_checks import SpotChecks
from exams.register.answered import Answered
from exams.register.outcome import SittingRow
from exams.store.answered_rows import save_answered
from exams.store.register_dialect import RegisterDb
from exams.store.register_rows import save_sittings
from tests.exams.register.mixing import numbers

ITEMS = [f"i{number}" for number in range(24)]


def sitting(number, session, chosen, codes=""):
    marks = [[at, item, "right" if chosen[item] == "D" else "wrong", 0, 0, 1000] for at, item in enumerate(ITEMS, 1)]
    return SittingRow(
        f"s{number:03d}", "D00000001", number, f"T{number:04d}", "BJ-WJ01" if session == "S1" else "SH-PD02", "TELE",
        "c", "final", "A", session, 1, number, number, "graded", 50, passed=False, accepted=True, settled=True,
        codes=codes, result=json.dumps({"score": 0, "max_score": 24000, "marks": marks}), tried="",
    )  # fmt: skip


@pytest.fixture
def filled(tmp_path, server):
    """Two rooms of thirty; in the first, number 7 has copied from number 3."""
    dice, path = numbers(9), register_path(tmp_path)
    path.parent.mkdir(parents=True)
    with closing(RegisterDb(path, server=server)) as db:
        said = {number: {item: "ABCD"[next(dice) % 4] for item in ITEMS} for number in range(60)}
        said[7] = said[3]
        for number, chosen in said.items():
            codes = "W_PAUSE W_NO_ANCHOR" if number < 3 else ""
            save_sittings(db, [sitting(number, "S1" if number < 30 else "S2", chosen, codes)])
            save_answered(db, f"s{number:03d}", {item: Answered(one, "") for item, one in chosen.items()})
        yield db, tmp_path, server


def test_a_pair_of_one_room_and_the_warnings_of_a_branch_are_shown(filled):
    checks = SpotChecks(filled[0])
    (pair,) = checks.pairs("TELE")
    assert (pair.session, pair.branch, pair.people) == ("S1", "BJ-WJ01", ("T0003", "T0007"))
    assert pair.pair.same == pair.pair.both > 10
    (branch,) = checks.branches()
    assert (branch.branch, branch.sittings, branch.codes) == ("BJ-WJ01", 30, {"W_NO_ANCHOR": 3, "W_PAUSE": 3})
    assert branch.per_sitting == 0.2
    assert checks.all_pairs() == (pair,)


def test_the_finals_behind_a_branch_s_warnings_are_listed_newest_first(filled):
    found = SpotChecks(filled[0]).sittings("BJ-WJ01")
    assert [(one.sitting, one.session, one.staff_id, one.codes) for one in found][:1] == [
        ("s002", "S1", "T0002", ("W_PAUSE", "W_NO_ANCHOR"))
    ]
    assert (len(found), SpotChecks(filled[0]).sittings("SH-PD02")) == (3, ())
    assert len(SpotChecks(filled[0]).sittings("BJ-WJ01", most=1)) == 1


def test_the_command_tells_the_rate_of_false_alarms_with_the_pairs(filled):
    _, home, server = filled
    where = ["--register", server] if server else []
    words = ["hr", "spot-checks", "--course", "TELE", "--home", str(home), "--language", "en", *where]
    done = CliRunner().invoke(academy, [*words, "--json"])
    told = json.loads(done.stdout)
    assert (told["false_alarm_rate"], [one["people"] for one in told["pairs"]]) == (0.001, [["T0003", "T0007"]])
    assert told["branches"][0]["codes"] == {"W_NO_ANCHOR": 3, "W_PAUSE": 3}
    assert "T0003 / T0007" in CliRunner().invoke(academy, words).stdout
