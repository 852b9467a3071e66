"""Answers of a final that is over: put away where the branch cannot read them, and whole for HR."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from exams.desk.branch_status import branch_status
from exams.desk.bundling import open_bundling
from exams.desk.errors import CannotReopen
from exams.desk.journal_office import check_journal, rebuild_caches
from exams.journal.line import ANSWERING, Event
from exams.packs.manifest import Grading
from exams.sittings.errors import SittingUnreadable
from exams.sittings.sitting import Kind, State
from exams.store.backups import keep_copy
from exams.store.sealed_rows import own_copies, sealed_atts
from tests.attacks.secrecy import search
from tests.exams.bundles.day import Day
from tests.exams.bundles.hr_room import HrRoom, enrolled
from tests.exams.desk.branch_pc import XIAOYU, BranchPc
from tests.exams.desk.sealed_branch import HERE

PLANTED = "73914682.57"
WHY = "as it happened"


@pytest.fixture
def day(sticks, tmp_path):
    """A final that is running, one of its answers a number that stands nowhere else."""
    pc = enrolled(tmp_path / "home", sticks(Grading.WITH_UNLOCK))
    one = Day(pc, HrRoom(pc.stick, pc.content, Grading.WITH_UNLOCK)).begin()
    number = next(place.position for place in one.sitting.paper.items if place.type.value == "numerical")
    one.answer(*(place.position for place in one.sitting.paper.items if place.position != number))
    one.answer(number, value=PLANTED)
    yield one
    pc.close()


def found(pc):
    """Where in the home the planted answer stands, whatever it is packed in."""
    return [hit.path.name for hit in search([pc.home], [PLANTED])]


def close_session(day):
    day.proctor.close_session(HERE.session)
    return day


def answer_bodies(pc):
    return [record.body for record in pc.records() if record.line.type in ANSWERING]


def hand_in_file(pc, out):
    with open_bundling(pc.home, pc.clock) as bundling:
        return bundling.write(out)[0].path.read_bytes()


def test_the_search_finds_the_answer_while_the_final_runs(day):
    assert found(day.pc)


def test_once_graded_and_the_app_closed_the_answer_is_nowhere_in_the_home(day):
    close_session(day.hand_in())
    day.pc.close()
    assert found(day.pc) == []
    day.pc.reopen()
    assert set(answer_bodies(day.pc)) == {None}


def test_hr_unseals_what_was_put_away_and_judges_as_before(day, tmp_path):
    close_session(day.hand_in())
    result = day.sitting.result
    day.pc.close()
    raw = hand_in_file(day.pc, tmp_path)
    verdict = day.room.take_in(raw)
    assert (verdict.accepted, [one.result for one in verdict.sittings]) == (True, [result])
    assert PLANTED.encode() in b"".join(record.body for record in verdict.records if record.body)
    day.pc.reopen()


def test_a_sealed_piece_that_was_changed_is_not_unsealed(day, tmp_path):
    close_session(day.hand_in())
    day.pc.reopen()
    day.pc.tamper("UPDATE sealed SET raw = zeroblob(length(raw))")
    day.pc.close()
    assert day.room.verify(hand_in_file(day.pc, tmp_path)).codes == ("E_UNSEAL",)
    day.pc.reopen()


def test_a_sealed_piece_of_another_sitting_is_not_taken_for_it(day, tmp_path):
    close_session(day.hand_in())
    day.pc.reopen()
    day.pc.tamper("UPDATE sealed SET att = '0123456789abcdef'")
    day.pc.close()
    assert day.room.verify(hand_in_file(day.pc, tmp_path)).codes == ("E_CHAIN",)
    day.pc.reopen()


def test_result_and_lists_tell_the_same_afterwards(day):
    close_session(day.hand_in())
    before = day.desk.history()
    day.comes_back()
    after = day.desk.sitting(day.sitting.id)
    assert (after.answers, after.answered, after.result) == ({}, 7, day.sitting.result)
    assert day.desk.history() == before
    assert (before[0].percent, before[0].answered) == (
        day.sitting.result.score * 100 // day.sitting.result.max_score,
        7,
    )


def test_a_certificate_later_does_not_change_how_many_were_answered(day):
    close_session(day.hand_in())
    day.comes_back()
    day.proctor.void(day.sitting.id, WHY)
    day.pc.reopen()
    assert day.pc.book.rows()[-1].answered == 7
    assert day.pc.book.rebuild().uncounted == (day.sitting.id,)
    assert day.pc.book.rows()[-1].answered == 7


def test_a_rebuilding_gives_the_same_rows_and_says_whose_answers_are_put_away(day):
    close_session(day.hand_in())
    day.pc.reopen()
    before = day.pc.caches()
    day.pc.close()
    done = rebuild_caches(day.pc.home)
    assert (done.sittings, done.withheld, done.uncounted) == (1, 1, ())
    day.pc.reopen()
    assert day.pc.caches() == before


def test_while_the_session_is_open_the_proctor_can_still_reopen_it_after_a_restart(day, tmp_path):
    day.proctor.force(day.sitting.id, WHY)
    day.pc.close()
    assert found(day.pc) == []
    day.comes_back()
    opened = day.proctor.reopen(day.sitting.id, WHY, 5)
    assert (opened.state, len(opened.answers)) == (State.OPEN, 7)
    day.comes_back()
    assert len(day.desk.refresh(day.sitting.id).answers) == 7
    day.hand_in()
    close_session(day).pc.close()
    assert found(day.pc) == []
    assert day.room.verify(hand_in_file(day.pc, tmp_path)).accepted
    day.pc.reopen()


def test_once_the_session_is_closed_nothing_at_the_branch_opens_it(day):
    day.proctor.force(day.sitting.id, WHY)
    day.comes_back()
    assert set(own_copies(day.pc.db)) == {day.sitting.id}
    close_session(day).pc.reopen()
    assert own_copies(day.pc.db) == {}
    day.pc.db.execute("UPDATE sessions SET closed_wt = NULL")
    with pytest.raises(CannotReopen):
        day.comes_back().proctor.reopen(day.sitting.id, WHY, 5)


def test_a_copy_from_the_middle_of_the_final_gives_way_to_a_new_one(day):
    old = keep_copy(day.pc.home)
    assert old.name in found(day.pc)
    close_session(day.hand_in())
    day.pc.close()
    copies = list((day.pc.home / "backups").glob("*.sqlite"))
    assert (old.exists(), len(copies), found(day.pc)) == (False, 1, [])
    with closing(sqlite3.connect(copies[0])) as copy:
        assert copy.execute("SELECT count(*) FROM sealed").fetchone()[0] == 1
    day.pc.reopen()


def test_a_copy_that_a_power_cut_left_behind_is_found_at_the_next_start(day, tmp_path):
    old = keep_copy(day.pc.home)
    shutil.copyfile(old, tmp_path / old.name)
    close_session(day.hand_in())
    day.pc.close()
    shutil.copyfile(tmp_path / old.name, old)
    assert found(day.pc) == [old.name]
    day.pc.reopen()
    day.pc.tamper("UPDATE branch SET value = 'on' WHERE key = 'traces'")
    day.pc.office.started("0.1.0")
    assert found(day.pc) == []


def test_practice_papers_stay_to_be_looked_at(day):
    close_session(day.hand_in())
    quiz = day.desk.begin(Kind.QUIZ, 1)
    day.desk.hand_in(day.desk.answer(quiz.id, 1, None).id)
    before = day.desk.review(quiz.id)
    assert day.comes_back().desk.review(quiz.id) == before


def test_what_somebody_changed_is_not_sealed_over(day):
    close_session(day.hand_in())
    day.pc.db.execute(
        "UPDATE journal SET body = CAST(replace(CAST(body AS TEXT), '739146', '999999') AS BLOB)"
        " WHERE CAST(body AS TEXT) LIKE ?",
        (f"%{PLANTED}%",),
    )
    day.pc.reopen()
    assert sealed_atts(day.pc.db) == frozenset()
    assert "E_JOURNAL_BODY" in {one.code for one in check_journal(day.pc.home).findings}


def test_the_check_says_that_answers_are_sealed_and_finds_no_fault(day):
    assert "answers" in check_of(day)["sittings"][0]
    close_session(day.hand_in())
    day.pc.reopen()
    report = check_of(day)
    assert (report["ok"], report["sittings"][0]["answers"], report["findings"]) == (True, "sealed", [])
    assert "erased" not in report


def check_of(day):
    return check_journal(day.pc.home).as_json()


def test_a_body_that_is_put_back_wrong_is_found_at_its_line(day):
    close_session(day.hand_in())
    day.pc.reopen()
    seq = next(one.line.seq for one in day.pc.records() if one.line.type == Event.ANSWER)
    day.pc.tamper("UPDATE journal SET body = CAST('{}' AS BLOB) WHERE seq = ?", seq)
    report = check_of(day)
    assert (report["ok"], report["findings"][0]) == (False, {"seq": seq, "code": "E_JOURNAL_BODY"})


def test_a_body_that_somebody_else_took_away_is_told_from_one_that_was_sealed(day):
    close_session(day.hand_in())
    day.pc.reopen()
    seq = next(one.line.seq for one in day.pc.records() if one.line.type == Event.SUBMIT)
    day.pc.tamper("UPDATE journal SET body = NULL WHERE seq = ?", seq)
    assert {"seq": seq, "code": "W_ERASED"} in check_of(day)["findings"]


def test_a_running_final_whose_answers_were_taken_does_not_go_on_without_them(day):
    day.pc.tamper("UPDATE journal SET body = NULL WHERE CAST(body AS TEXT) LIKE ?", f"%{PLANTED}%")
    with pytest.raises(SittingUnreadable):
        day.comes_back().desk.refresh(day.sitting.id)


def test_a_pc_that_is_not_enrolled_keeps_answers_as_they_are_and_says_so(content, tmp_path):
    pc = BranchPc.set_up(tmp_path / "home", content)
    sitting = pc.begin_final()
    pc.desk(XIAOYU).answer(sitting.id, 1, None)
    pc.desk(XIAOYU).hand_in(sitting.id)
    pc.close_sessions()
    pc.reopen()
    assert (sealed_atts(pc.db), None in answer_bodies(pc)) == (frozenset(), False)
    assert branch_status(pc.home)["seals_answers"] is False
    pc.close()


def test_an_enrolled_pc_says_that_it_seals_answers(day):
    assert branch_status(day.pc.home)["seals_answers"] is True
