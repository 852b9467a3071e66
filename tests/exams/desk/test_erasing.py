"""Answers that HR has are erased at the branch after their time; results stay."""

import pytest

from exams.bundles.ack import ack_of, sign_ack
from exams.desk.branch_errors import NotAcknowledged
from exams.desk.bundling import open_bundling
from exams.desk.erasing import KEPT_DAYS
from exams.desk.errors import NoReview
from exams.desk.journal_office import check_journal, rebuild_caches
from exams.journal.line import ANSWERING, Event
from exams.packs.manifest import Grading
from exams.sittings.sitting import Kind
from exams.trust.root import RoleName
from tests.exams.bundles.day import Day
from tests.exams.bundles.hr_room import HrRoom, enrolled
from tests.exams.desk.branch_pc import DAY
from tests.exams.desk.sealed_branch import HERE


@pytest.fixture
def day(sticks, tmp_path):
    """A final and a quiz, both over, the session closed."""
    pc = enrolled(tmp_path / "home", sticks(Grading.WITH_UNLOCK))
    one = Day(pc, HrRoom(pc.stick, pc.content, Grading.WITH_UNLOCK)).sat()
    one.proctor.close_session(HERE.session)
    one.quiz = one.desk.begin(Kind.QUIZ, 1)
    place = one.quiz.paper.at(1)
    one.desk.answer(one.quiz.id, 1, place.order[0] if place.type.value == "single" else None)
    one.desk.hand_in(one.quiz.id)
    pc.reopen()
    yield one
    pc.close()


def acknowledged(day, out):
    """HR takes everything in, and the receipt comes back."""
    day.pc.close()
    with open_bundling(day.pc.home, day.pc.clock) as bundling:
        raw = bundling.write(out)[0].path.read_bytes()
    receipt = out / "r"
    receipt.write_bytes(sign_ack(ack_of(day.room.take_in(raw)), day.pc.stick.hq.keys[RoleName.HR]))
    day.comes_back()
    (arrival,) = day.pc.office.take_in([receipt], "0.1.0")
    assert arrival.error is None
    return day


def age(day, days):
    day.pc.clock.forward(days * DAY)
    day.comes_back()
    return day


def bodies(day):
    return [one.body for one in day.pc.records() if one.line.type in ANSWERING]


def sealed(day):
    return day.pc.db.execute("SELECT raw, own FROM sealed").fetchall()


def test_what_hr_has_and_is_old_enough_is_erased_when_the_app_starts(day, tmp_path):
    age(acknowledged(day, tmp_path), KEPT_DAYS + 1)
    assert (set(bodies(day)), sealed(day)) == ({None}, [(b"", None)])
    (line,) = [one for one in day.pc.records() if one.line.type == Event.ERASE]
    assert line.facts() == {"sittings": 2, "to": day.room.known["D00000001"].size}


def test_before_its_time_nothing_is_erased(day, tmp_path):
    before = acknowledged(day, tmp_path).pc.records()
    age(day, KEPT_DAYS - 1)
    assert (sealed(day)[0][0] != b"", any(bodies(day))) == (True, True)
    assert day.pc.records()[: len(before)] == before


def test_without_a_receipt_nothing_is_ever_erased(day):
    age(day, 10 * KEPT_DAYS)
    assert (sealed(day)[0][0] != b"", any(bodies(day))) == (True, True)
    with pytest.raises(NotAcknowledged):
        day.pc.office.erasing.erase_sitting(day.sitting.id)
    assert Event.ERASE not in day.pc.events()


def test_what_was_sat_after_the_receipt_stays(day, tmp_path):
    acknowledged(day, tmp_path)
    later = day.desk.begin(Kind.QUIZ, 2)
    day.desk.hand_in(later.id)
    with pytest.raises(NotAcknowledged):
        day.pc.office.erasing.erase_sitting(later.id)
    assert day.pc.office.erasing.erase_sitting(day.quiz.id) == 1


def test_the_chain_holds_and_the_check_counts_what_is_erased(day, tmp_path):
    answers = len(bodies(day))
    age(acknowledged(day, tmp_path), KEPT_DAYS + 1)
    report = check_journal(day.pc.home).as_json()
    assert (report["ok"], report["erased"], report["findings"]) == (True, answers, [])
    assert "answers" not in report["sittings"][0]


def test_a_person_still_sees_score_and_date_and_no_paper_any_more(day, tmp_path):
    before = acknowledged(day, tmp_path).desk.history()
    age(day, KEPT_DAYS + 1)
    assert day.desk.history() == before
    assert None not in (before[0].ended_wt, before[0].percent)
    with pytest.raises(NoReview):
        day.desk.review(day.quiz.id)


def test_a_rebuilding_after_the_erasing_gives_the_same_rows(day, tmp_path):
    age(acknowledged(day, tmp_path), KEPT_DAYS + 1)
    before = day.pc.caches()
    day.pc.close()
    assert rebuild_caches(day.pc.home).withheld == sum(row[12] > 0 for row in before)
    day.pc.reopen()
    assert day.pc.caches() == before


def test_a_second_start_erases_nothing_twice_and_hr_takes_the_next_bundle(day, tmp_path):
    age(acknowledged(day, tmp_path), KEPT_DAYS + 1)
    day.comes_back()
    assert day.pc.events().count(Event.ERASE) == 1
    day.pc.close()
    with open_bundling(day.pc.home, day.pc.clock) as bundling:
        raw = bundling.write(tmp_path / "later")[0].path.read_bytes()
    verdict = day.room.take_in(raw, now_wt=day.pc.clock.now().wt)
    assert (verdict.whole, Event.ERASE in [one.line.type for one in verdict.records]) == (True, True)
    day.pc.reopen()
