"""Disputes about a collected sitting: replayed out of the kept bundle, appealed against, marked by hand."""

from dataclasses import dataclass, field, replace

import pytest

from exams.desk.hr_disputes import Disputes
from exams.desk.hr_marking import MarkingDesk
from exams.desk.hr_register import HrRegister
from exams.packs.manifest import Grading
from exams.register.appeals import AppealState, Decision, Relief
from exams.register.dispute_errors import (
    AppealLate,
    AppealRefused,
    AppealUnknown,
    DecisionRefused,
    MarkingRefused,
    SittingUnknown,
)
from exams.register.results import result_in
from exams.store.appeal_rows import reviewed_of
from exams.store.counted_rows import counted_otherwise
from exams.store.register_errors import BundleAltered
from exams.store.register_files import bundle_path
from exams.store.register_matrix import standings_of
from exams.store.register_rows import sitting_of
from exams.timing.story_clock import StoryClock
from exams.trust.envelope import Purpose, open_envelope
from exams.trust.keys import SigningKey
from exams.trust.shapes import unbase64
from tests.exams.bundles.conftest import copies
from tests.exams.bundles.day import Day
from tests.exams.bundles.hr_room import key_release
from tests.exams.desk.branch_pc import DAY, NOON, XIAOYU
from tests.exams.desk.sealed_branch import HERE
from tests.exams.register.conftest import server
from tests.exams.register.room import Collector, material

__all__ = ["server"]
WHY = "选项 B 也对"
FULL = Decision(AppealState.UPHELD, "两项均可，给满分。", Relief.FULL)


@dataclass
class Keys:
    """HR's key, and what headquarters' log is told."""

    key: SigningKey = field(default_factory=SigningKey.generate)
    log: list = field(default_factory=list)

    def signed_by_hr(self, act, about, sign):
        self.log.append((act, dict(about)))
        return sign(self.key)


class House:
    """A register that has taken one sitting in, and who works with it."""

    def __init__(self, day, raw, folder, server=""):
        self.day, self.material, self.keys = day, material(day.room), Keys()
        self.collector = Collector(folder / "hr", self.material, server)
        path = folder / "one.bundle"
        path.write_bytes(raw)
        (self.done,) = self.collector.take(path)
        self.db, self.sitting = self.collector.db, day.sitting.id
        self.clock = StoryClock(NOON + DAY)

    def disputes(self, who="CHEN"):
        return Disputes(self.db, who, self.clock)

    def marking(self, who):
        return MarkingDesk(self.db, who, self.clock)

    def wrong_place(self):
        return next(one for one in self.marks() if one.points == 0)

    def marks(self):
        return result_in(sitting_of(self.db, self.sitting).result).marks

    def enter(self, position=None):
        asked = self.wrong_place().position if position is None else position
        return self.disputes().enter(self.sitting, XIAOYU.staff_id, asked, WHY)

    def decide(self, appeal, decision=FULL, who="LI"):
        return self.disputes(who).decide(self.keys, self.material, appeal.number, decision)


@pytest.fixture(scope="module")
def objected(branches, tmp_path_factory):
    """A final with something written beside each question, and its bundle; nobody changes it."""
    for copied in copies(branches, tmp_path_factory.mktemp("objected")):
        day = Day(*copied()).begin()
        day.answer(1, 2, 3, 4, 5, 6, 7)
        for position in range(1, 8):
            day.desk.aids.comment(day.sitting.id, position, "key", "没有正确选项")
        day.hand_in()
        yield day, day.room.seal(day.bundle)


@pytest.fixture
def house(objected, tmp_path, server):
    """Its register in a file, and on a server."""
    return House(*objected, tmp_path, server)


@pytest.mark.feature("e4", "e7")
def test_a_result_that_waited_for_the_second_code_was_told_when_that_had_come(copied, tmp_path):
    day = Day(*copied(Grading.SECOND_CODE)).sat()
    handed_in = day.sitting.ended_wt
    day.pc.clock.forward(minutes=90)
    day.room.anchored(HERE.session, key_release(day.proctor.anchor()))
    day.proctor.grade_session(HERE.session, day.pc.stick.grading)
    house = House(day, day.room.seal(day.bundle), tmp_path)
    row = sitting_of(house.db, house.sitting)
    assert row.ended_wt == handed_in
    assert row.told_wt - handed_in >= 90 * 60_000


@pytest.mark.feature("e9")
def test_a_collected_sitting_is_replayed_with_every_question_as_it_was_shown(house):
    told = house.disputes().replay(house.material, house.sitting)
    assert told.agrees
    assert told.kept == told.retold.last.result
    assert set(told.questions) == set(range(1, 8))
    for place in told.retold.last.paper.items:
        assert [letter for letter, _ in told.questions[place.position].options["zh"]] == list(place.order)
        for value in place.numbers:
            assert "{" + value + "}" not in told.questions[place.position].stems["zh"]


def test_a_sitting_that_was_never_collected_and_a_bundle_that_was_altered_are_named(house):
    with pytest.raises(SittingUnknown):
        house.disputes().replay(house.material, "0" * 16)
    path = bundle_path(house.collector.path.parent, house.done.sha256)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(BundleAltered):
        house.disputes().replay(house.material, house.sitting)


@pytest.mark.feature("e9")
def test_a_register_changed_behind_its_back_does_not_agree_with_the_replay(house):
    row = sitting_of(house.db, house.sitting)
    house.db.write("UPDATE sittings SET result = ?", (row.result.replace('"score":', '"score":9'),))
    told = house.disputes().replay(house.material, house.sitting)
    assert [str(one.code) for one in told.findings] == ["E_SCORE_MISMATCH"]


@pytest.mark.feature("e4")
def test_an_upheld_appeal_is_signed_logged_and_changes_this_persons_result_alone(house):
    before = sitting_of(house.db, house.sitting)
    place, appeal = house.wrong_place(), house.enter()
    done = house.decide(appeal)
    signed = open_envelope(
        unbase64(done.signed, "signed"), Purpose.APPEAL, {house.keys.key.keyid: house.keys.key.public}
    )
    assert (signed["decided_by"], signed["points"]) == ("LI", place.max_points)
    assert [act for act, _ in house.keys.log] == ["appeal"]
    after = reviewed_of(house.db, house.sitting)
    assert after.marks[place.position - 1].points == place.max_points
    assert done.percent_after == after.percent > done.percent_before == before.percent
    assert sitting_of(house.db, house.sitting) == before
    assert standings_of(house.db, "2026-11-30", XIAOYU.staff_id)[0].percent == after.percent
    assert house.disputes().appeal(appeal.number) == done
    assert counted_otherwise(house.db, XIAOYU.staff_id) == {house.sitting: (after.percent, after.passed)}


@pytest.mark.feature("e4")
def test_an_appeal_that_shows_a_wrong_key_waits_for_everybody_to_be_graded_again(house):
    done = house.decide(house.enter(), Decision(AppealState.UPHELD, "答案有误。", Relief.KEY))
    assert house.disputes().wanting_regrading() == (done,)
    assert reviewed_of(house.db, house.sitting) is None


@pytest.mark.feature("e4")
def test_whoever_entered_an_appeal_does_not_decide_it_and_nothing_is_signed(house):
    appeal = house.enter()
    with pytest.raises(DecisionRefused):
        house.decide(appeal, who="chen")
    assert house.keys.log == []
    assert house.disputes().appeal(appeal.number).is_open


@pytest.mark.feature("e4")
def test_an_appeal_after_the_last_day_is_refused_and_the_rule_can_be_changed(house):
    house.clock.forward(minutes=16 * 1440)
    with pytest.raises(AppealLate):
        house.enter()
    house.disputes().set_rule("appeal_days", 30)
    assert house.enter().is_open


def test_the_same_question_is_appealed_against_once_and_only_one_that_was_asked(house):
    house.enter(1)
    for position in (1, 99):
        with pytest.raises(AppealRefused) as caught:
            house.enter(position)
        assert caught.value.facts["reason"] == {1: "twice", 99: "item"}[position]
    with pytest.raises(AppealUnknown):
        house.disputes().appeal(7)


@pytest.mark.feature("e4", "b12")
def test_what_was_objected_to_on_the_spot_is_marked_by_two_and_the_second_does_not_see_the_first(house):
    first, second = house.marking("ZHAO"), house.marking("QIAN")
    found = first.gather(house.material)
    assert found == len([one for one in house.marks() if one.points < one.max_points])
    assert (first.gather(house.material), len(second.queue())) == (0, found)
    place = house.wrong_place()
    first.mark(house.material, house.sitting, place.position, place.max_points, "可以")
    case = second.case(house.material, house.sitting, place.position)
    assert (case.marks, case.waiting.turn, case.waiting.mine, case.waiting.points) == ((), 2, True, None)
    given = house.day.desk.sitting(house.sitting).answers[place.position]
    assert (case.comment.text, case.answer) == ("没有正确选项", given)
    assert reviewed_of(house.db, house.sitting) is None
    assert not next(one for one in first.queue() if one.position == place.position).mine
    done = second.mark(house.material, house.sitting, place.position, place.max_points)
    assert (done.turn, done.points) == (0, place.max_points)
    assert reviewed_of(house.db, house.sitting).marks[place.position - 1].points == place.max_points
    assert first.case(house.material, house.sitting, place.position).marks[1].marker == "QIAN"
    assert (first.agreement().count, first.agreement().percent) == (1, 100)


@pytest.mark.feature("e4")
def test_two_who_differ_send_it_to_a_third_whose_points_count(house):
    house.marking("ZHAO").gather(house.material)
    place = house.wrong_place()
    house.marking("ZHAO").mark(house.material, house.sitting, place.position, 0)
    assert house.marking("QIAN").mark(house.material, house.sitting, place.position, place.max_points).turn == 3
    with pytest.raises(MarkingRefused):
        house.marking("ZHAO").mark(house.material, house.sitting, place.position, 1)
    third = house.marking("SUN").mark(house.material, house.sitting, place.position, 400)
    assert (third.turn, third.points) == (0, 400)
    assert reviewed_of(house.db, house.sitting).marks[place.position - 1].points == 400
    assert house.marking("SUN").agreement().thirds == 1


def test_nobody_marks_their_own_exam_or_what_does_not_wait(house):
    house.marking("ZHAO").gather(house.material)
    place = house.wrong_place()
    for who, position in ((XIAOYU.staff_id, place.position), ("ZHAO", 99)):
        with pytest.raises(MarkingRefused):
            house.marking(who).mark(house.material, house.sitting, position, 0)


def test_without_the_pack_a_sitting_is_replayed_but_no_points_are_given(house):
    bare = replace(house.material, trust=replace(house.material.trust, packs={}))
    told = house.disputes().replay(bare, house.sitting)
    assert (told.questions, told.agrees, told.book) == ({}, True, None)
    appeal = house.enter()
    with pytest.raises(DecisionRefused):
        house.disputes("LI").decide(house.keys, bare, appeal.number, FULL)
    assert house.disputes().appeal(appeal.number).is_open


@pytest.mark.feature("c8", "c9", "b12")
def test_options_and_remarks_of_a_collected_sitting_stand_beside_their_items(house):
    register = HrRegister(house.db, "CHEN", house.clock)
    (course,) = {row for (row,) in house.db.rows("SELECT course FROM sittings")}
    assert {one.answered for one in register.figures.pooled(course)} == {0}
    house.marking("ZHAO").gather(house.material)
    told, last = {one.item: one for one in register.figures.pooled(course)}, house.day.desk.sitting(house.sitting)
    assert len(told) == len(last.paper.items)
    for place in last.paper.items:
        one, given = told[place.item], last.answers[place.position]
        assert (one.answered, one.remarks) == (1, ("key: 没有正确选项",))
        if place.type.value in {"single", "multiple"}:
            assert set(one.options) == set(given)
        if place.type.value == "numerical":
            assert not one.options
