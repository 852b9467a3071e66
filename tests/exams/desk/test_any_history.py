"""Whatever people, clocks and power do: the app, the journal read a second time, and the rebuilt caches agree."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from exams.errors import AcademyError
from exams.items.item import ItemType
from exams.items.response import response_json
from exams.sittings import rules
from exams.sittings.sitting import Kind
from tests.exams.desk.answering import right, wrong
from tests.exams.desk.branch_pc import PROCTOR, RUOXI, TYPED, XIAOYU, BranchPc
from tests.exams.desk.second_reading import left_at, read_journal

people = st.sampled_from([XIAOYU, RUOXI])
places = st.integers(1, 7)
kinds = st.sampled_from([(Kind.FINAL, None), (Kind.FINAL, None), (Kind.MOCK, None), (Kind.QUIZ, 1), (Kind.QUIZ, 2)])
minutes = st.integers(0, 40)
REFUSALS = {
    "E_CANNOT_BEGIN",
    "E_CLOCK",
    "E_EXTRA_TIME",
    "E_FOREIGN_SITTING",
    "E_NOTHING_LOST",
    "E_NOT_PASSED",
    "E_OUTSIDE_PAPER",
    "E_REOPEN",
    "E_RESUME",
    "E_NO_SESSION",
    "E_SITTING_CLOSED",
    "E_SITTING_PAUSED",
    "E_TOO_LATE",
}


class History(RuleBasedStateMachine):
    """Two people at one PC; refusals with a code are part of the story, anything else is a bug."""

    course: Path

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.pc = BranchPc.set_up(self.folder / "home-0", self.course)
        self.begun = []
        self.ended_by_hand = []
        self.cuts = 0

    def teardown(self):
        self.pc.close()
        shutil.rmtree(self.folder)

    @rule(person=people, kind=kinds)
    def begin(self, person, kind):
        sitting = self._allowed(lambda: self.pc.desk(person).begin(*kind, TYPED))
        if sitting is not None:
            self.begun.append((person, sitting.id))

    @precondition(lambda self: self.begun)
    @rule(data=st.data(), position=places, how=st.sampled_from([right, wrong, None]))
    def answer(self, data, position, how):
        person, sitting = data.draw(st.sampled_from(self.begun))
        desk = self.pc.desk(person)
        there = how is not None and position <= len(desk.sitting(sitting).paper.items)
        value = how(self.pc, desk.sitting(sitting), position) if there else how and "A"
        self._allowed(lambda: desk.answer(sitting, position, value))

    @precondition(lambda self: self.begun)
    @rule(data=st.data(), text=st.sampled_from(["1", "12.", "12.5", "-", "1e9", None]))
    def somebody_types(self, data, text):
        person, sitting = data.draw(st.sampled_from(self.begun))
        places = self.pc.desk(person).sitting(sitting).paper.items
        for place in (place for place in places if place.type is ItemType.NUMERICAL):
            self._allowed(lambda place=place: self.pc.desk(person).draft(sitting, place.position, text))

    @precondition(lambda self: self.begun)
    @rule(data=st.data(), position=places, on=st.booleans())
    def flag_and_show(self, data, position, on):
        person, sitting = data.draw(st.sampled_from(self.begun))
        self._allowed(lambda: self.pc.desk(person).flag(sitting, position, on))
        self._allowed(lambda: self.pc.desk(person).show(sitting, position))

    @precondition(lambda self: self.begun)
    @rule(data=st.data())
    def refresh(self, data):
        person, sitting = data.draw(st.sampled_from(self.begun))
        self.pc.desk(person).refresh(sitting)

    @precondition(lambda self: self.begun)
    @rule(data=st.data())
    def hand_in(self, data):
        person, sitting = data.draw(st.sampled_from(self.begun))
        self._allowed(lambda: self.pc.desk(person).hand_in(sitting))

    @precondition(lambda self: self.begun)
    @rule(data=st.data())
    def certify(self, data):
        _, sitting = data.draw(st.sampled_from(self.begun))
        self._allowed(lambda: self.pc.office.record_certificate(sitting, "BJ-1", "00" * 32))

    @precondition(lambda self: self.begun)
    @rule(data=st.data(), act=st.sampled_from(["pause", "resume", "force", "void"]))
    def the_proctor_acts(self, data, act):
        _, sitting = data.draw(st.sampled_from(self.begun))
        desk = self.pc.desk(PROCTOR)
        if self._allowed(lambda: getattr(desk, act)(sitting, act)) and act in {"force", "void"}:
            self.ended_by_hand.append((sitting, act))

    @precondition(lambda self: self.begun)
    @rule(data=st.data(), act=st.sampled_from(["resume", "credit", "extend"]), number=minutes)
    def the_proctor_gives_time(self, data, act, number):
        _, sitting = data.draw(st.sampled_from(self.begun))
        desk = self.pc.desk(PROCTOR)
        words = (sitting, "time", number) if act == "resume" else (sitting, number, "time")
        self._allowed(lambda: getattr(desk, act)(*words))

    @precondition(lambda self: self.begun)
    @rule(data=st.data(), number=minutes)
    def the_proctor_opens_again(self, data, number):
        _, sitting = data.draw(st.sampled_from(self.begun))
        self._allowed(lambda: self.pc.desk(PROCTOR).reopen(sitting, "again", number))

    @rule(act=st.sampled_from(["pause_session", "resume_session"]))
    def the_proctor_acts_on_all(self, act):
        self._allowed(lambda: getattr(self.pc.desk(PROCTOR), act)("S00000001", "all"))

    @precondition(lambda self: self.begun)
    @rule(data=st.data(), lost=st.booleans())
    def the_window_loses_the_focus(self, data, lost):
        person, sitting = data.draw(st.sampled_from(self.begun))
        self._allowed(lambda: self.pc.desk(person).focus(sitting, lost))

    @rule()
    def somebody_opens_the_app(self):
        self.pc.office.started("1.0")

    @rule(ms=st.integers(0, 400_000))
    def time_passes(self, ms):
        self.pc.clock.forward(ms)

    @rule(ms=st.integers(0, 400_000))
    def the_machine_sleeps(self, ms):
        self.pc.clock.suspend(ms)

    @rule(ms=st.integers(-4_000_000, 4_000_000))
    def somebody_turns_the_clock(self, ms):
        self.pc.clock.set_wall(self.pc.clock.now().wt + ms)

    @rule()
    def the_app_is_started_again(self):
        self.pc.reopen()

    @rule(ms=st.integers(-100_000, 900_000), up=st.integers(0, 120_000))
    def the_power_fails(self, ms, up):
        self.cuts += 1
        before = self.pc
        self.pc = before.power_cut(self.folder / f"home-{self.cuts}")
        before.close()
        self.pc.clock.reboot(ms, f"boot-{self.cuts}", up_ms=up)

    @invariant()
    def the_app_and_a_second_reading_tell_the_same_story(self):
        told = read_journal(self.pc.home)
        assert told.keys() == {sitting for _, sitting in self.begun}
        for person, sitting in set(self.begun):
            seen, read = self.pc.desk(person).sitting(sitting), told[sitting]
            answers = {position: response_json(value) for position, value in seen.answers.items()}
            assert answers == read["answers"]
            assert seen.drafts == read["drafts"]
            assert seen.flags == read["flags"]
            assert (seen.state.value, seen.elapsed_ms, seen.limit_ms) == (read["state"], read["elapsed"], read["limit"])
            assert (seen.stop or "") == (read["waits"] if read["state"] == "paused" else "")
            assert (seen.time.lost_ms, seen.time.credited_ms) == (read["lost"], read["given"])
            if read["limit"] and read["state"] in {"open", "paused"}:
                now = self.pc.clock.now()
                assert rules.at(seen, now).remaining_ms == left_at(read, now)
            assert (seen.result.score if seen.result else None) == read["score"]

    @invariant()
    def every_override_stands_there_with_who_and_why(self):
        told = read_journal(self.pc.home)
        for sitting, act in self.ended_by_hand:
            assert ({"force": "submit"}.get(act, act), "P2001", act) in told[sitting]["by"]

    @invariant()
    def the_caches_are_what_the_journal_makes_of_them(self):
        before = self.pc.caches()
        assert self.pc.book.rebuild().sittings == len(before)
        assert self.pc.caches() == before

    def _allowed(self, ask):
        try:
            return ask()
        except AcademyError as error:
            refusal = error.code
        assert refusal in REFUSALS
        return None


@pytest.mark.feature("e8")
def test_any_history_is_told_alike_by_app_journal_and_caches(content):
    History.course = content
    run_state_machine_as_test(History, settings=settings(max_examples=20, stateful_step_count=30, deadline=None))
