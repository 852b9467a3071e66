"""One order for everybody who reads a result: decided by hand, on the released re-grade, on what was collected."""

from dataclasses import replace

import pytest

from exams.desk.hr_disputes import Disputes
from exams.desk.hr_marking import MarkingDesk
from exams.desk.hr_register import HrRegister
from exams.desk.hr_regrading import RegradePlan
from exams.errors import AcademyError
from exams.grading.correction import Correction, Remedy
from exams.register.appeals import AppealState, Decision, Relief
from exams.register.dispute_errors import AppealDecided, DecisionRefused, MarkingRefused
from exams.register.hand_marking import Cause, HandCase
from exams.register.regrade_errors import ReleaseRefused, StoredResultAltered
from exams.register.regrading import Consequence
from exams.store.appeal_rows import save_decision
from exams.store.counted_rows import counted
from exams.store.marking_rows import save_cases
from exams.store.register_errors import RegisterValue
from exams.store.register_holdings import refresh
from exams.store.register_matrix import standings_of
from exams.store.register_merge_rows import note_same
from exams.timing.story_clock import StoryClock
from tests.exams.register.mistaken import NUMBER, PLACES
from tests.exams.register.regrade_desk import RECOMPUTE, WHY, desk, house, worked
from tests.exams.register.sealed_house import BEGAN, COURSE

__all__ = ["house"]
FULL = Decision(AppealState.UPHELD, "给满分。", Relief.FULL)


def disputes(house, who="CHEN"):
    return Disputes(house.db, who, StoryClock(BEGAN))


def marking(house, who):
    return MarkingDesk(house.db, who, StoryClock(BEGAN))


def release(house, told=None, number=1):
    desk(house).propose(house.hq, told or worked(house))
    return desk(house, "li").release(house.hq, number)


def a_case(house):
    """The second question of who has failed."""
    place, row = PLACES[1].paper, house.failed
    return HandCase(row.sitting, 2, place.item, place.version, Cause.REMARK, place.points, 0, row.staff_id)


def appealed(house, row, position, decision=FULL):
    number = disputes(house).enter(row.sitting, row.staff_id, position, WHY).number
    return disputes(house, "LI").decide(house.hq, house.material, number, decision)


def read_everywhere(house, row):
    """What each reader says of a sitting that is its person's only one."""
    register = HrRegister(house.db, "CHEN", StoryClock(BEGAN))
    day, whose = "2026-11-30", row.staff_id
    exported = [line for line in register.extract(day) if line[0] == whose]
    states = {count: state for state, count in register.matrix(day=day).cells[row.branch, COURSE].counts.items()}
    return {
        "one": counted(house.db, row.sitting),
        "person": register.person(whose).counted[row.sitting],
        "standing": next((one.percent, str(one.state) == "valid") for one in standings_of(house.db, day, whose)),
        "extract": (int(exported[0][6]), exported[0][5] == "valid"),
    }, states


@pytest.mark.feature("e4", "e6")
def test_an_appeal_after_a_released_run_starts_from_what_the_run_made_count(house):
    release(house)
    assert counted(house.db, house.failed.sitting) == (80, True)
    done = appealed(house, house.failed, 2)
    assert (done.percent_before, done.passed_before, done.percent_after, done.passed_after) == (80, True, 100, True)
    told, states = read_everywhere(house, house.failed)
    assert set(told.values()) == {(100, True)}
    assert {str(state) for state in states.values()} == {"valid"}


@pytest.mark.feature("e4", "e6")
def test_an_appeal_that_gives_nothing_leaves_the_released_result(house):
    release(house)
    refused = appealed(house, house.failed, 2, Decision(AppealState.REFUSED, "答案无误。"))
    assert (refused.percent_before, refused.percent_after, refused.passed_after) == (80, 80, True)
    assert counted(house.db, house.failed.sitting) == (80, True)


@pytest.mark.feature("e4")
def test_points_for_the_very_question_that_was_put_right_are_not_given_twice(house):
    release(house)
    done = appealed(house, house.failed, 1)
    assert (done.percent_before, done.percent_after) == (80, 80)
    assert house.db.rows("SELECT * FROM reviewed") == []


@pytest.mark.feature("e4", "e6")
def test_an_appeal_rests_on_several_runs_each_by_its_own_rule(house):
    release(house, worked(house, RECOMPUTE))
    assert counted(house.db, house.passed.sitting) == (80, True)
    gone = Correction(Remedy.REMOVE, PLACES[2].item.id, PLACES[2].item.version)
    second = desk(house).work_out(house.material, RegradePlan(COURSE, gone, WHY), lambda _done, _all: True)
    release(house, second, 2)
    done = appealed(house, house.passed, 1)
    assert (done.percent_before, done.percent_after) == (80, 100)


@pytest.mark.feature("e4")
def test_markers_add_to_a_released_run_as_an_appeal_does(house):
    release(house)
    save_cases(house.db, house.failed.sitting, [a_case(house)])
    for who in ("ZHAO", "QIAN"):
        marking(house, who).mark(house.material, house.failed.sitting, 2, 1000)
    assert counted(house.db, house.failed.sitting) == (90, True)


@pytest.mark.feature("e6")
def test_a_run_is_not_released_over_what_people_have_decided_since_it_was_worked_out(house):
    desk(house).propose(house.hq, worked(house))
    appealed(house, house.failed, 2)
    with pytest.raises(ReleaseRefused) as refused:
        desk(house, "li").release(house.hq, 1)
    assert refused.value.facts["reason"] == "by_hand"
    assert house.db.rows("SELECT * FROM regraded") == []


def test_a_released_result_that_the_sealed_answers_do_not_give_is_not_built_upon(house):
    release(house)
    house.db.write("UPDATE regraded SET score = score + 1 WHERE sitting = ?", (house.failed.sitting,))
    logged = len(house.hq.log)
    with pytest.raises(StoredResultAltered):
        appealed(house, house.failed, 2)
    assert (house.db.rows("SELECT * FROM reviewed"), len(house.hq.log)) == ([], logged)


def stopped_at_the_result(house):
    """The last of what is written is not taken: a table that takes no row stands before the register's."""
    before = house.db.dump()
    house.db.write(
        "CREATE TEMP TABLE reviewed (sitting TEXT PRIMARY KEY, percent BIGINT CHECK (percent IS NULL), passed BIGINT,"
        " result TEXT, wt BIGINT)"
    )
    return before


def test_what_was_stopped_half_way_leaves_the_appeal_open_and_the_result_as_it_was(house):
    number = disputes(house).enter(house.failed.sitting, house.failed.staff_id, 2, WHY).number
    before = stopped_at_the_result(house)
    with pytest.raises(AcademyError):
        disputes(house, "LI").decide(house.hq, house.material, number, FULL)
    assert house.db.dump() == before


def test_a_mark_whose_result_could_not_be_written_was_not_given(house):
    save_cases(house.db, house.failed.sitting, [a_case(house)])
    marking(house, "ZHAO").mark(house.material, house.failed.sitting, 2, 1000)
    before = stopped_at_the_result(house)
    with pytest.raises(AcademyError):
        marking(house, "QIAN").mark(house.material, house.failed.sitting, 2, 1000)
    assert house.db.dump() == before


@pytest.mark.parametrize(
    "sql", ["UPDATE sittings SET state = 'void', percent = -1", "UPDATE sittings SET accepted = 0"]
)
def test_what_was_made_void_or_waits_for_a_person_counts_by_no_decision(house, sql):
    release(house)
    appealed(house, house.failed, 2)
    house.db.write(f"{sql}, passed = 0 WHERE sitting = ?", (house.failed.sitting,))
    with house.db.together():
        refresh(house.db, [("T1002", COURSE)])
    (standing,) = standings_of(house.db, "2026-11-30", "T1002") or [None]
    assert counted(house.db, house.failed.sitting)[1] is False
    assert standing is None or str(standing.state) in {"none", "in_review"}


@pytest.mark.feature("e4", "e6")
def test_a_certificate_is_not_revoked_once_more_where_an_appeal_has_turned_the_run(house):
    rule = Correction(Remedy.POLICY, blueprint="final", pass_percent=100)
    harder = desk(house).work_out(house.material, RegradePlan(COURSE, rule, WHY), lambda _done, _all: True)
    release(house, harder)
    release(house, worked(house, RECOMPUTE), 2)
    assert desk(house).to_follow(2).numbers(Consequence.REVOKE) == (NUMBER,)
    assert counted(house.db, house.passed.sitting) == (80, False)
    appealed(house, house.passed, 1)
    assert counted(house.db, house.passed.sitting) == (100, True)
    assert desk(house).to_follow(2).numbers(Consequence.REVOKE) == ()


@pytest.mark.feature("e9")
def test_a_replay_tells_beside_the_graded_result_what_counts_now(house):
    release(house)
    told = disputes(house).replay(house.material, house.failed.sitting)
    assert (told.row.percent, told.kept.percent, told.counted) == (60, 60, (80, True))


def test_what_a_question_brought_is_not_told_out_of_an_older_result(house):
    asked = disputes(house).enter(house.failed.sitting, "T1002", 2, WHY)
    assert disputes(house).at_stake(asked) == (0, 2000)
    release(house)
    assert disputes(house).at_stake(asked) == (-1, 2000)
    disputes(house, "LI").decide(house.hq, house.material, asked.number, FULL)
    assert disputes(house).at_stake(asked) == (2000, 2000)


def merged(house, gone="T1002", kept="T8888"):
    with house.db.together():
        note_same(house.db, gone, kept, 1)


@pytest.mark.feature("e4", "g5")
def test_an_appeal_entered_before_a_merge_is_found_under_the_kept_id(house):
    entered = disputes(house).enter(house.failed.sitting, "T1002", 2, WHY)
    merged(house)
    for staff_id in ("T1002", "T8888"):
        assert [one.number for one in disputes(house).appeals(staff_id=staff_id)] == [entered.number]
    assert disputes(house).appeal(entered.number).staff_id == "T8888"
    assert disputes(house).appeals(staff_id="T1001") == ()
    assert house.db.rows("SELECT staff_id FROM appeals") == [("T1002",)]


@pytest.mark.feature("e4", "g5")
def test_whoever_was_merged_appeals_with_either_id_and_decides_with_neither(house):
    merged(house)
    number = disputes(house).enter(house.failed.sitting, "T8888", 2, WHY).number
    for who in ("T1002", "t8888", " ｔ1002"):
        with pytest.raises(DecisionRefused) as refused:
            disputes(house, who).decide(house.hq, house.material, number, FULL)
        assert refused.value.facts["reason"] == "own"


@pytest.mark.feature("e4", "g5")
def test_a_case_for_markers_from_before_a_merge_is_the_kept_persons_own(house):
    sitting = house.failed.sitting
    save_cases(house.db, sitting, [a_case(house)])
    merged(house)
    for who in ("T8888", "T1002"):
        assert not marking(house, who).queue()[0].mine
        with pytest.raises(MarkingRefused):
            marking(house, who).mark(house.material, sitting, 2, 2000)


@pytest.mark.feature("g5")
def test_a_merged_persons_page_tells_what_counts_of_old_sittings(house):
    release(house)
    merged(house)
    story = HrRegister(house.db, "CHEN", StoryClock(BEGAN)).person("T8888")
    assert story.counted == {house.failed.sitting: (80, True)}


@pytest.mark.parametrize("who", ["ＣＨＥＮ", "c h e n", "CHEN\u200b"])
def test_another_spelling_of_a_name_is_not_a_second_person(house, who):
    number = disputes(house).enter(house.failed.sitting, "T1002", 2, WHY).number
    with pytest.raises(DecisionRefused) as refused:
        disputes(house, who).decide(house.hq, house.material, number, FULL)
    assert refused.value.facts["reason"] == "same"


def test_numbers_and_texts_that_no_database_takes_are_told(house):
    for ask in (
        lambda: disputes(house).appeal(10**30),
        lambda: disputes(house).sitting("\udc80"),
        lambda: disputes(house).appeals(staff_id="\udc80"),
        lambda: desk(house).story(10**30),
    ):
        with pytest.raises(RegisterValue):
            ask()


def test_of_two_who_decide_at_once_the_second_is_told_who_was_quicker(house):
    entered = disputes(house).enter(house.failed.sitting, "T1002", 2, WHY)
    done = replace(entered, outcome=AppealState.REFUSED, decided_by="WU")
    save_decision(house.db, done)
    with pytest.raises(AppealDecided):
        save_decision(house.db, replace(done, outcome=AppealState.UPHELD, decided_by="LI"))
    assert disputes(house).appeal(entered.number).decided_by == "WU"
