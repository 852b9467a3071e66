"""A final that only headquarters grades: held on every page of HR's until its session is released (features e7)."""

import json

import pytest
from click.testing import CliRunner

from desktop.commands.main import academy
from exams import open_register, register_path
from exams.desk.hr_register import HrRegister
from exams.packs.manifest import Grading
from exams.register.appeals import last_day
from exams.register.dispute_errors import AppealRefused, BadDisputeRule, ResultsReleaseRefused
from exams.register.results import result_in
from exams.sittings.sitting import State
from exams.store.appeal_rows import save_reviewed, save_rule
from exams.store.counted_rows import counted
from exams.store.register_holdings import count_anew
from exams.store.register_rows import sitting_of
from exams.timing.story_clock import StoryClock
from tests.exams.bundles.conftest import branches, copies
from tests.exams.bundles.day import Day
from tests.exams.desk.branch_pc import DAY, NOON, PROCTOR, XIAOYU
from tests.exams.desk.sealed_branch import HERE
from tests.exams.register.room import COURSE, Collector, material

__all__ = ["branches"]


@pytest.fixture(scope="module")
def sat(branches, tmp_path_factory):
    """What such a branch hands in, and how the sitting stands there."""
    for copied in copies(branches, tmp_path_factory.mktemp("held")):
        day = Day(*copied(Grading.HQ_ONLY)).sat()
        yield day, day.room.seal(day.bundle)


@pytest.fixture
def collected(sat, tmp_path, server):
    day, raw = sat
    collector = Collector(tmp_path / "hr", material(day.room), server)
    (tmp_path / "one.bundle").write_bytes(raw)
    (done,) = collector.take(tmp_path / "one.bundle")
    assert str(done.status) == "accepted"
    return collector


def register_of(collector, who="CHEN"):
    return HrRegister(collector.db, who, StoryClock(NOON + DAY))


def released(collector):
    """Proposed by one officer, released by another."""
    register_of(collector, "LI").results.propose(HERE.session)
    return register_of(collector).results.release(HERE.session)


def seen(collector):
    """What the matrix, the list of people, the person's page and the export say."""
    register = register_of(collector)
    (standing,) = register.people()
    counts = register.matrix().cells[standing.branch, COURSE].counts
    story = register.person(XIAOYU.staff_id)
    (line,) = [row for row in register.extract(register.today) if row[0] == XIAOYU.staff_id]
    return (
        {str(state) for state, count in counts.items() if count},
        (str(standing.state), standing.percent),
        (story.sittings[0].percent, story.sittings[0].passed, story.sittings[0].result != ""),
        (line[5], line[6]),
    )


@pytest.mark.feature("e7")
def test_the_branch_shows_that_it_was_handed_in_and_never_gets_the_key(sat):
    day, _ = sat
    sitting = day.desk.sitting(day.sitting.id)
    assert (sitting.state, sitting.result, sitting.certificate) == (State.SUBMITTED, None, None)
    assert not day.proctor.awaits_code(HERE.session)


@pytest.mark.feature("e7")
def test_hr_has_graded_it_and_shows_nobody_the_result_before_the_release(collected):
    ((sitting, percent),) = collected.db.rows("SELECT sitting, percent FROM sittings")
    assert percent >= 0
    assert seen(collected) == ({"in_review"}, ("in_review", -1), (-1, False, False), ("in_review", ""))
    assert counted(collected.db, sitting) == (-1, False)
    (held,) = register_of(collected).results.held()
    assert (held.session, held.course, held.results) == (HERE.session, COURSE, 1)


@pytest.mark.feature("e7")
def test_what_people_decide_meanwhile_is_held_too(collected):
    ((sitting,),) = collected.db.rows("SELECT sitting FROM sittings")
    with collected.db.together():
        save_reviewed(collected.db, sitting, result_in(sitting_of(collected.db, sitting).result), NOON)
    assert seen(collected)[1] == ("in_review", -1)


@pytest.mark.feature("e4", "e7")
def test_nobody_appeals_against_a_result_that_nobody_was_told(collected):
    ((sitting,),) = collected.db.rows("SELECT sitting FROM sittings")
    disputes = register_of(collected).disputes
    with pytest.raises(AppealRefused) as refused:
        disputes.enter(sitting, XIAOYU.staff_id, 1, "选项 B 也对")
    assert refused.value.facts["reason"] == "result"
    released(collected)
    appeal = disputes.enter(sitting, XIAOYU.staff_id, 1, "选项 B 也对")
    assert appeal.is_open
    assert appeal.last_day == last_day(NOON + DAY, disputes.rules().appeal_days)


@pytest.mark.feature("e7")
def test_once_the_session_is_released_the_result_counts_everywhere(collected):
    assert register_of(collected).results.release("S99999999") == 0
    assert seen(collected)[1] == ("in_review", -1)
    assert released(collected) == 1
    ((percent, passed),) = collected.db.rows("SELECT percent, passed FROM sittings")
    state = "valid" if passed else "failed"
    told = (state, str(percent))
    assert seen(collected) == ({state}, (state, percent), (percent, bool(passed), True), told)
    assert register_of(collected).results.held() == ()
    assert register_of(collected).results.release(HERE.session) == 0
    before = collected.dump()
    count_anew(collected.db)
    assert collected.dump() == before


@pytest.mark.feature("e7")
@pytest.mark.parametrize(
    ("first", "second", "reason"), [("", "CHEN", "alone"), ("CHEN", "CHEN", "same"), ("CHEN", " ｃｈｅｎ ", "same")]
)
def test_one_name_alone_releases_nothing_however_it_is_spelt(collected, first, second, reason):
    if first:
        assert register_of(collected, first).results.propose(HERE.session) == 1
    before = collected.dump()
    with pytest.raises(ResultsReleaseRefused) as refused:
        register_of(collected, second).results.release(HERE.session)
    assert refused.value.facts["reason"] == reason
    assert collected.dump() == before
    assert seen(collected)[1] == ("in_review", -1)


@pytest.mark.feature("e7")
def test_both_names_are_kept_with_the_release(collected):
    first = register_of(collected, "LI").results
    assert first.propose(HERE.session) == 1
    (held,) = first.held()
    assert (held.proposed_by, held.proposed_wt) == ("LI", NOON + DAY)
    with pytest.raises(ResultsReleaseRefused) as refused:
        register_of(collected, "WANG").results.propose(HERE.session)
    assert (refused.value.facts["reason"], refused.value.facts["who"]) == ("proposed", "LI")
    assert register_of(collected).results.release(HERE.session) == 1
    kept = collected.db.rows("SELECT released, proposed_by, released_by FROM results_released")
    assert kept == [(HERE.session, "LI", "CHEN")]
    assert collected.db.rows("SELECT * FROM results_proposed") == []


def test_a_proposal_that_is_withdrawn_is_none(collected):
    results = register_of(collected).results
    results.propose(HERE.session)
    assert (register_of(collected, "LI").results.withdraw(HERE.session), results.withdraw(HERE.session)) == (
        True,
        False,
    )
    with pytest.raises(ResultsReleaseRefused):
        register_of(collected, "LI").results.release(HERE.session)
    assert (results.propose("S99999999"), results.release("S99999999")) == (0, 0)


def test_a_nameless_officer_neither_proposes_nor_releases(collected):
    for act in ("propose", "release"):
        with pytest.raises(ResultsReleaseRefused) as refused:
            getattr(register_of(collected, " ").results, act)(HERE.session)
        assert refused.value.facts["reason"] == "nobody"


def test_where_the_rule_asks_for_one_name_one_releases_but_not_by_changing_it_for_what_is_held(collected):
    results = register_of(collected).results
    with pytest.raises(ResultsReleaseRefused) as refused:
        results.set_names(1)
    assert (refused.value.facts["reason"], results.names) == ("held", 2)
    released(collected)
    assert (results.set_names(1), results.names) == (1, 1)
    with pytest.raises(BadDisputeRule):
        results.set_names(0)


def test_with_a_rule_of_one_name_from_the_start_one_officer_is_enough(collected):
    with collected.db.together():
        save_rule(collected.db, "release_names", 1)
    assert register_of(collected).results.release(HERE.session) == 1


def test_the_register_knows_who_proctored_the_session(collected):
    ((serial,),) = collected.db.rows("SELECT serial FROM sittings")
    assert collected.db.rows("SELECT session, serial, proctor FROM proctors") == [
        (HERE.session, serial, PROCTOR.staff_id)
    ]


@pytest.mark.feature("e7")
def test_the_commands_tell_what_is_held_and_release_it(tmp_path):
    with open_register(register_path(tmp_path), "H3001"):
        pass

    def ask(*words):
        done = CliRunner().invoke(academy, ["hr", "results", *words, "--home", str(tmp_path), "--json"])
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout)

    assert ask("held") == {"held": []}
    assert ask("names") == {"names": 2}
    assert ask("names", "1") == {"names": 1}
    assert ask("propose", "S00000001") == {"session": "S00000001", "proposed": 0}
    assert ask("withdraw", "S00000001") == {"session": "S00000001", "withdrawn": False}
    assert ask("release", "S00000001") == {"session": "S00000001", "released": 0}
