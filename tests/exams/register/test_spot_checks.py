"""Where HR looks for itself: warnings by branch, and within a room pairs with the same mistakes."""

import json
from contextlib import closing

import pytest
from click.testing import CliRunner

from desktop.commands.main import academy
from exams import register_path
from exams.desk.hr_spot_checks import FindingState, SpotChecks
from exams.desk.hr_spot_errors import SpotRefused
from exams.register.answered import Answered
from exams.register.outcome import ProctorRow, SittingRow
from exams.store.answered_rows import save_answered
from exams.store.register_dialect import RegisterDb
from exams.store.register_rows import save_sittings
from exams.store.spot_rows import save_proctors
from exams.timing.story_clock import StoryClock
from tests.exams.desk.branch_pc import NOON
from tests.exams.register.mixing import numbers

ITEMS = [f"i{number}" for number in range(24)]


def sitting(number, session, chosen, codes=""):
    marks = [[at, item, "right" if chosen[item] == "D" else "wrong", 0, 0, 1000] for at, item in enumerate(ITEMS, 1)]
    return SittingRow(
        f"s{number:03d}", "D00000001", number, f"T{number:04d}", "BJ-WJ01" if session == "S1" else "SH-PD02", "TELE",
        "c", "final", "A", session, 1, number, number, "graded", 50, passed=False, accepted=True, settled=True,
        codes=codes, result=json.dumps({"score": 0, "max_score": 24000, "marks": marks}), tried="",
    )  # fmt: skip


def checks_of(db, who="CHEN", wt=NOON):
    return SpotChecks(db, who, StoryClock(wt))


@pytest.fixture
def filled(tmp_path, server):
    """Two rooms of thirty; in the first, number 7 has copied from number 3."""
    dice, path = numbers(9), register_path(tmp_path)
    path.parent.mkdir(parents=True)
    with closing(RegisterDb(path, server=server)) as db:
        said = {number: {item: "ABCD"[next(dice) % 4] for item in ITEMS} for number in range(60)}
        said[7] = said[3]
        told = [("S1", "D00000001", "P2001"), ("S1", "D00000001", "P2002"), ("S2", "D00000001", "P2002")]
        with db.together():
            for number, chosen in said.items():
                codes = "W_PAUSE W_NO_ANCHOR" if number < 3 else ""
                save_sittings(db, [sitting(number, "S1" if number < 30 else "S2", chosen, codes)])
                save_answered(db, f"s{number:03d}", {item: Answered(one, "") for item, one in chosen.items()})
            save_proctors(db, [ProctorRow(*one) for one in told])
        yield db, tmp_path, server


def test_a_pair_of_one_room_and_the_warnings_of_a_branch_are_shown(filled):
    checks = checks_of(filled[0])
    (pair,) = checks.pairs("TELE")
    assert (pair.session, pair.branch, pair.people) == ("S1", "BJ-WJ01", ("T0003", "T0007"))
    assert pair.proctors == ("P2001", "P2002")
    assert pair.pair.same == pair.pair.both > 10
    (branch,) = checks.branches()
    assert (branch.branch, branch.sittings, branch.codes) == ("BJ-WJ01", 30, {"W_NO_ANCHOR": 3, "W_PAUSE": 3})
    assert branch.per_sitting == 0.2
    assert checks.all_pairs() == (pair,)


def test_the_finals_behind_a_branch_s_warnings_are_listed_newest_first(filled):
    found = checks_of(filled[0]).sittings("BJ-WJ01")
    assert [(one.sitting, one.session, one.staff_id, one.codes) for one in found][:1] == [
        ("s002", "S1", "T0002", ("W_PAUSE", "W_NO_ANCHOR"))
    ]
    assert (len(found), checks_of(filled[0]).sittings("SH-PD02")) == (3, ())
    assert len(checks_of(filled[0]).sittings("BJ-WJ01", most=1)) == 1


def test_findings_are_grouped_by_who_proctored_however_many_branches_that_was(filled):
    db, _, _ = filled
    first, second = checks_of(db).proctors()
    assert (first.proctor, first.sittings, first.codes) == ("P2001", 30, {"W_NO_ANCHOR": 3, "W_PAUSE": 3})
    assert (second.proctor, second.sittings, second.per_sitting, second.open) == ("P2002", 60, 0.1, 3)
    save_sittings(db, [sitting(59, "S2", dict.fromkeys(ITEMS, "A"), "W_RESUME")])
    assert checks_of(db).proctors()[1].branches == ("BJ-WJ01", "SH-PD02")
    assert [one.sitting for one in checks_of(db).sittings(proctor="P2002")] == ["s059", "s002", "s001", "s000"]
    assert [one.sitting for one in checks_of(db).sittings("BJ-WJ01", proctor="P2001")] == ["s002", "s001", "s000"]


def test_a_finding_that_is_done_leaves_the_open_ones_and_keeps_who_when_and_why(filled):
    db, _, _ = filled
    done = checks_of(db).finish("s001", "  看过回放，停电所致 ")
    assert (done.is_open, done.act.note, done.act.who, done.act.wt) == (False, "看过回放，停电所致", "CHEN", NOON)
    assert [one.sitting for one in checks_of(db).sittings(shown=FindingState.OPEN)] == ["s002", "s000"]
    assert [one.sitting for one in checks_of(db).sittings(shown=FindingState.DONE)] == ["s001"]
    assert [one.open for one in (*checks_of(db).branches(), *checks_of(db).proctors())] == [2, 2, 2]
    checks_of(db, "LI", NOON + 1).reopen("s001", "再看一次")
    assert len(checks_of(db).sittings(shown=FindingState.OPEN)) == 3
    assert [(one.act, one.who, one.wt) for one in checks_of(db).history("s001")] == [
        ("done", "CHEN", NOON),
        ("open", "LI", NOON + 1),
    ]


def test_a_warning_that_comes_later_opens_a_finding_again(filled):
    db, _, _ = filled
    checks_of(db).finish("s001", "看过")
    save_sittings(db, [sitting(1, "S1", dict.fromkeys(ITEMS, "A"), "W_PAUSE")])
    assert "s001" not in [one.sitting for one in checks_of(db).sittings(shown=FindingState.OPEN)]
    save_sittings(db, [sitting(1, "S1", dict.fromkeys(ITEMS, "A"), "W_PAUSE W_RESUME")])
    assert "s001" in [one.sitting for one in checks_of(db).sittings(shown=FindingState.OPEN)]
    assert [one.act for one in checks_of(db).history("s001")] == ["done"]


def test_a_pair_is_marked_as_done_by_its_two_sittings(filled):
    db, _, _ = filled
    (pair,) = checks_of(db).pairs("TELE")
    assert (pair.finding, pair.is_open) == ("s003+s007", True)
    done = checks_of(db).finish(pair.finding, "座位不相邻，回放无异常")
    assert (done.is_open, done.act.who, done.act.note) == (False, "CHEN", "座位不相邻，回放无异常")
    assert [one.is_open for one in checks_of(db).all_pairs()] == [False]
    with pytest.raises(SpotRefused) as refused:
        checks_of(db).finish(pair.finding, "又一次")
    assert refused.value.facts["reason"] == "state"
    assert checks_of(db, "LI").reopen(pair.finding, "再看").is_open
    assert [(one.act, one.who) for one in checks_of(db).history(pair.finding)] == [("done", "CHEN"), ("open", "LI")]


def test_open_pairs_stand_before_those_that_are_done(filled):
    db, _, _ = filled
    chosen = {item: "ABC"[at % 3] for at, item in enumerate(ITEMS)}
    for number in (9, 12):
        save_sittings(db, [sitting(number, "S1", chosen)])
        save_answered(db, f"s{number:03d}", {item: Answered(one, "") for item, one in chosen.items()})
    first, second = checks_of(db).pairs("TELE")
    checks_of(db).finish(first.finding, "看过")
    assert [one.finding for one in checks_of(db).pairs("TELE")] == [second.finding, first.finding]


def test_what_is_no_finding_or_says_nothing_is_not_marked(filled):
    db, _, _ = filled
    checks_of(db).finish("s000", "看过")
    before = db.dump()
    for who, named, note, reason in (
        ("CHEN", "s050", "看过", "unknown"),
        ("CHEN", "nobody", "看过", "unknown"),
        ("CHEN", "s003+s008", "看过", "unknown"),
        ("CHEN", "s007+s003", "看过", "unknown"),
        (" ", "s001", "看过", "name"),
        ("CHEN", "s001", " \u200b", "note"),
        ("CHEN", "s001", "长" * 501, "note"),
        ("CHEN", "s000", "看过", "state"),
    ):
        with pytest.raises(SpotRefused) as refused:
            checks_of(db, who).finish(named, note)
        assert refused.value.facts["reason"] == reason
    assert db.dump() == before


def test_the_commands_list_findings_mark_them_and_tell_their_history(filled):
    _, home, server = filled
    where = ["--home", str(home), "--language", "en", *(["--register", server] if server else [])]

    def ask(*words):
        done = CliRunner().invoke(academy, ["hr", "finding", *words, *where, "--json"])
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout)

    listed = ask("list", "--proctor", "P2001")["findings"]
    assert (listed[0]["sitting"], listed[0]["proctors"], listed[0]["open"]) == ("s002", ["P2001", "P2002"], True)
    told = ask("done", "s002", "--note", "seen", "--by", "H3001")
    assert (told["open"], told["act"]["by"], told["act"]["note"]) == (False, "H3001", "seen")
    assert [one["sitting"] for one in ask("list")["findings"]] == ["s001", "s000"]
    assert ask("reopen", "s002", "--note", "again", "--by", "H3002")["open"]
    assert [one["act"] for one in ask("history", "s002")["acts"]] == ["done", "open"]
    refused = CliRunner().invoke(academy, ["hr", "finding", "done", "s050", "--note", "x", *where])
    assert (refused.exit_code, "E_SPOT_CHECK" in refused.output) == (3, True)


def test_the_command_tells_the_rate_of_false_alarms_with_the_pairs(filled):
    _, home, server = filled
    where = ["--register", server] if server else []
    words = ["hr", "spot-checks", "--course", "TELE", "--home", str(home), "--language", "en", *where]
    done = CliRunner().invoke(academy, [*words, "--json"])
    told = json.loads(done.stdout)
    assert (told["false_alarm_rate"], [one["people"] for one in told["pairs"]]) == (0.001, [["T0003", "T0007"]])
    assert told["branches"][0]["codes"] == {"W_NO_ANCHOR": 3, "W_PAUSE": 3}
    assert [(one["proctor"], one["open"]) for one in told["proctors"]] == [("P2001", 3), ("P2002", 3)]
    (pair,) = told["pairs"]
    assert (pair["finding"], pair["open"], pair["proctors"]) == ("s003+s007", True, ["P2001", "P2002"])
    said = CliRunner().invoke(academy, words).stdout.splitlines()[-1]
    assert said.startswith("s003+s007  S1  BJ-WJ01  T0003 / T0007: ")
    assert said.endswith("still open")
    marking = ["hr", "finding", "done", pair["finding"], "--note", "seen", "--by", "H3001", *words[4:]]
    done = CliRunner().invoke(academy, [*marking, "--json"])
    assert (json.loads(done.stdout)["open"], json.loads(done.stdout)["act"]["by"]) == (False, "H3001")
    assert "seen" in CliRunner().invoke(academy, words).stdout.splitlines()[-1]
