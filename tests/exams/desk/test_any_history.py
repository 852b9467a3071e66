"""Whatever people, clocks and power do: the app, the journal read a second time, and the rebuilt caches agree."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from exams.errors import AcademyError
from exams.items.response import response_json
from exams.sittings.sitting import Kind
from tests.exams.desk.answering import right, wrong
from tests.exams.desk.branch_pc import RUOXI, TYPED, XIAOYU, BranchPc
from tests.exams.desk.second_reading import read_journal

people = st.sampled_from([XIAOYU, RUOXI])
places = st.integers(1, 7)
kinds = st.sampled_from([(Kind.FINAL, None), (Kind.FINAL, None), (Kind.MOCK, None), (Kind.QUIZ, 1), (Kind.QUIZ, 2)])
REFUSALS = {"E_CANNOT_BEGIN", "E_SITTING_CLOSED", "E_TOO_LATE", "E_OUTSIDE_PAPER", "E_NOT_PASSED"}


class History(RuleBasedStateMachine):
    """Two people at one PC; refusals with a code are part of the story, anything else is a bug."""

    course: Path

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.pc = BranchPc.set_up(self.folder / "home-0", self.course)
        self.begun = []
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

    @rule(ms=st.integers(0, 400_000))
    def time_passes(self, ms):
        self.pc.clock.forward(ms)

    @rule(ms=st.integers(-4_000_000, 4_000_000))
    def somebody_turns_the_clock(self, ms):
        self.pc.clock.set_wall(self.pc.clock.now().wt + ms)

    @rule()
    def the_app_is_started_again(self):
        self.pc.reopen()

    @rule(ms=st.integers(-100_000, 200_000))
    def the_power_fails(self, ms):
        self.cuts += 1
        before = self.pc
        self.pc = before.power_cut(self.folder / f"home-{self.cuts}")
        before.close()
        self.pc.clock.reboot(ms, f"boot-{self.cuts}")

    @invariant()
    def the_app_and_a_second_reading_tell_the_same_story(self):
        told = read_journal(self.pc.home)
        assert told.keys() == {sitting for _, sitting in self.begun}
        for person, sitting in set(self.begun):
            seen, read = self.pc.desk(person).sitting(sitting), told[sitting]
            answers = {position: response_json(value) for position, value in seen.answers.items()}
            assert answers == read["answers"]
            assert seen.flags == read["flags"]
            assert (seen.state.value, seen.elapsed_ms, seen.limit_ms) == (read["state"], read["elapsed"], read["limit"])
            assert (seen.result.score if seen.result else None) == read["score"]

    @invariant()
    def the_caches_are_what_the_journal_makes_of_them(self):
        before = self.pc.caches()
        assert self.pc.book.rebuild() == len(before)
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
    run_state_machine_as_test(History, settings=settings(max_examples=15, stateful_step_count=30, deadline=None))
