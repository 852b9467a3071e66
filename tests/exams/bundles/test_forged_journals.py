"""Attacks of the security design, section 10, group C, on what HR is handed: each is found by its own code."""

from dataclasses import replace

from exams.bundles.hr_trust import Try
from exams.journal.line import Event
from exams.packs.manifest import Grading
from tests.exams.bundles.day import Day, changed, with_body
from tests.exams.bundles.forging import better_answer, consistent, forged, places
from tests.exams.bundles.hr_room import handed_in, key_release, refusals
from tests.exams.desk.branch_pc import HOUR, NOON, XIAOYU, ZHIYUAN
from tests.exams.desk.sealed_branch import HERE


def test_what_was_done_is_accepted(day, anchored):
    for one, codes in ((day, ("W_NO_ANCHOR",)), (anchored, ())):
        verdict = one.room.verify(one.bundle)
        assert (verdict.codes, verdict.whole, verdict.accepted) == (codes, True, True)
        (judged,) = verdict.sittings
        assert (judged.id, judged.sitting.staff_id, judged.accepted) == (one.sitting.id, XIAOYU.staff_id, True)
        assert judged.result == one.pc.office.sitting(judged.id).result


def test_lines_taken_apart_and_put_together_again_are_the_same(day):
    assert day.forge(day.told) == []


def test_c01_an_answer_changed_in_the_database_breaks_the_chain(day):
    at = places(day.told, Event.ANSWER)[2]
    spoilt = with_body(day.bundle, at, lambda body: body.replace(b'"value":', b'"value" :'))
    assert refusals(day.room.verify(spoilt)) == ["E_CHAIN"]


def test_c02_a_result_changed_in_the_database_breaks_the_chain_and_later_forks(day):
    at = places(day.told, Event.GRADED)[0]
    spoilt = with_body(day.bundle, at, lambda body: body.replace(b'"passed":false', b'"passed":true'))
    assert refusals(day.room.verify(spoilt)) == ["E_CHAIN"]
    day.room.take_in(day.bundle)
    told = day.told
    told[at] = told[at].saying(result={**told[at].facts["result"], "passed": True})
    assert day.forge(told) == ["E_FORK"]


def test_c03_a_score_rewritten_with_the_device_key_does_not_match_hrs_own(day):
    told = day.told
    at = places(told, Event.GRADED)[0]
    result = {**told[at].facts["result"], "score": 14_000, "passed": True}
    forgery = forged(day.bundle, changed(told, at, result=result), day.pc.device)
    verdict = day.room.verify(forgery)
    assert refusals(verdict) == ["E_SCORE_MISMATCH"]
    (judged,) = verdict.sittings
    assert (judged.result, judged.accepted, judged.passed) == (day.sitting.result, False, False)


def test_c04_answers_rewritten_after_the_anchor_are_found_by_it(anchored):
    told = better_answer(anchored.told, anchored.room)
    told = consistent(anchored.bundle, told, anchored.room, anchored.pc.device)
    assert anchored.forge(told) == ["E_ANCHOR_MISSING"]


def test_without_an_anchor_the_same_forgery_is_only_counted(day):
    """The honest limit of the design: nothing but the anchor stands against the holder of the device key."""
    told = consistent(day.bundle, better_answer(day.told, day.room), day.room, day.pc.device)
    verdict = day.room.verify(forged(day.bundle, told, day.pc.device))
    assert verdict.codes == ("W_NO_ANCHOR",)


def test_c05_lines_deleted_or_moved_break_the_sequence(day):
    rows = day.bundle.rows
    for spoilt in (rows[:5] + rows[6:], (*rows[:4], rows[5], rows[4], *rows[6:]), rows[:3] + rows[2:]):
        assert refusals(day.room.verify(replace(day.bundle, rows=spoilt))) == ["E_SEQ"]


def test_c05_a_journal_cut_short_has_no_signed_end(day):
    for short in (day.bundle.rows[:-1], day.bundle.rows[:-3]):
        assert refusals(day.room.verify(replace(day.bundle, rows=short))) == ["E_UNSIGNED_TAIL"]
    only_first = replace(day.bundle, rows=day.bundle.rows[:-1], checkpoints=day.bundle.checkpoints[:1])
    assert refusals(day.room.verify(only_first)) == ["E_UNSIGNED_TAIL"]


def test_c05_what_was_collected_cannot_be_taken_back(day):
    day.room.take_in(day.bundle)
    assert day.forge(day.told[:-1]) == ["E_ROLLBACK"]
    assert day.forge([*day.told[:-2], day.told[-1]]) == ["E_FORK"]


def test_c06_an_old_database_restored_after_collection_forks(fresh, tmp_path):
    old = fresh.pc.power_cut(tmp_path / "old")
    old.room_code, old.device = fresh.pc.room_code, fresh.pc.device
    fresh.sat()
    assert fresh.room.take_in(fresh.bundle).accepted
    again = Day(old, fresh.room).begin().answer(1, 2, 3, 4).hand_in()
    assert refusals(fresh.room.verify(again.bundle)) == ["E_FORK"]
    old.close()


def test_c07_an_old_database_restored_before_collection_lacks_the_anchor(copied, tmp_path):
    first = Day(*copied(Grading.SECOND_CODE)).begin()
    old = first.pc.power_cut(tmp_path / "old")
    old.room_code, old.device = first.pc.room_code, first.pc.device
    first.answer(1, 2).hand_in()
    first.room.anchored(HERE.session, key_release(first.proctor.anchor()))
    second = Day(old, first.room)
    second.sitting = old.desk(XIAOYU).refresh(first.sitting.id)
    second.answer(1, 2, 3, 4, 5).hand_in()
    assert refusals(second.room.verify(second.bundle)) == ["E_ANCHOR_MISSING"]
    second.proctor.grade_session(HERE.session, first.pc.stick.grading)
    assert refusals(second.room.verify(second.bundle)) == ["E_ANCHOR_MISSING"]
    old.close()


def test_a_final_begun_after_the_grading_code_was_given_has_no_anchor_behind_it(anchored):
    anchored.pc.clock.forward(minutes=1)
    late = Day(anchored.pc, anchored.room).begin(ZHIYUAN).answer(1, 2).hand_in()
    verdict = anchored.room.verify(late.bundle)
    found = [(one.code, one.sitting) for one in verdict.findings if one.refuses]
    assert found == [("E_ANCHOR_MISSING", late.sitting.id)]


def test_c08_an_old_bundle_again_is_no_news_or_a_rollback(day):
    sealed = day.room.seal(day.bundle)
    day.room.take_in(sealed)
    again = day.room.verify(sealed)
    assert (again.repeated, again.accepted, again.whole, again.sittings, again.codes) == (True, True, False, (), ())
    resealed = day.room.verify(day.bundle)
    assert (resealed.repeated, resealed.accepted, resealed.sittings) == (True, True, ())
    day.proctor.close_session(HERE.session)
    older = day.bundle
    day.proctor.record_report(HERE.session, "0" * 64)
    day.room.take_in(handed_in(day.pc, older.first))
    assert refusals(day.room.verify(older)) == ["E_ROLLBACK"]


def test_c09_a_bundle_left_out_is_a_gap(day):
    bundle = handed_in(day.pc, 4)
    assert refusals(day.room.verify(bundle)) == ["E_GAP"]


def test_c10_one_person_on_two_devices_has_tried_once_too_often(day):
    verdict = day.room.verify(day.bundle)
    other = replace(verdict.sittings[0].tried, sitting="f" * 16, serial="D00000009", items=frozenset())
    assert refusals(day.room.verify(day.bundle, tries={XIAOYU.staff_id: (other,)})) == ["E_TOO_MANY_ATTEMPTS"]
    passed = replace(other, attempt=7, began_wt=NOON - HOUR, passed=True)
    assert refusals(day.room.verify(day.bundle, tries={XIAOYU.staff_id: (passed,)})) == ["E_TOO_MANY_ATTEMPTS"]
    stranger = {ZHIYUAN.staff_id: (replace(other, staff_id=ZHIYUAN.staff_id),)}
    assert refusals(day.room.verify(day.bundle, tries=stranger)) == []


def test_c10_the_wait_between_tries_holds_across_devices(day):
    waits = replace(day.room.policy, retakes=True)
    first = Try("f" * 16, "D00000009", 3, XIAOYU.staff_id, "final", "S00000009", 7, NOON - HOUR, frozenset())
    assert refusals(day.room.verify(day.bundle, policy=waits)) == []
    assert refusals(day.room.verify(day.bundle, policy=waits, tries={XIAOYU.staff_id: (first,)})) == [
        "E_TOO_MANY_ATTEMPTS"
    ]
    earlier = replace(first, began_wt=NOON - 25 * HOUR)
    assert refusals(day.room.verify(day.bundle, policy=waits, tries={XIAOYU.staff_id: (earlier,)})) == []
