"""The page of the old PC: who asks, why the exam leaves, where its file lies, and that every word can be read."""

from types import SimpleNamespace

import pytest

from desktop.background.manual import ManualJobs
from desktop.screens.hand_over.presenter import Exits, HandOverPresenter
from desktop.screens.hand_over.state import HandOverState, Step
from desktop.screens.hand_over.view import HandOverView
from desktop.widgets.values import Fact
from exams.devices.errors import HandoverRefused
from tests.desktop.screens.my_training.study_desk import faults_of
from tests.desktop.screens.staff_desks import a_line

SPARE = SimpleNamespace(serial="D00000002", label="前台二号机", branch="BJ-WJ01")
NAME = "T1001-D00000002.seat"


class Old:
    """An old PC that keeps why an exam left."""

    def __init__(self):
        self.refusal, self.given = None, []

    def asked(self, _request):
        if self.refusal:
            raise self.refusal
        return SPARE

    def give(self, request, reason):
        if self.refusal:
            raise self.refusal
        self.given.append((request, reason))
        return b"sealed"


class Page:
    def show_state(self, state):
        self.state = state


class Way:
    def __init__(self, stick, **line):
        self.stick, self.pc, self.jobs, self.page, self.left = stick, Old(), ManualJobs(), Page(), 0
        self.request, self.elsewhere = stick / "D00000002.seat-request", stick / "elsewhere"
        self.request.write_bytes(b"request")
        exits = Exits(
            lambda chosen: chosen(self.request), lambda name, chosen: chosen(self.elsewhere / name), self.leave
        )
        self.presenter = HandOverPresenter(self.pc, a_line("s1", **line), self.jobs, exits)
        self.presenter.attach(self.page)
        self.presenter.show()

    def leave(self):
        self.left += 1

    def does(self, act, *args):
        act(*args)
        self.jobs.finish_all()
        return self.page.state


@pytest.fixture
def way(tmp_path):
    return Way(tmp_path)


def test_who_asks_is_shown_before_anything_is_done(way):
    state = way.does(way.presenter.read)
    assert state.step is Step.CONFIRM
    assert [fact.value for fact in state.spare] == ["前台二号机 · D00000002", "BJ-WJ01"]
    assert way.pc.given == []


def test_the_file_lies_beside_the_request_once_a_reason_is_given(way):
    way.does(way.presenter.read)
    assert way.does(way.presenter.confirm).reason_fault
    assert way.pc.given == []
    way.presenter.take_reason("The screen failed")
    state = way.does(way.presenter.confirm)
    assert (state.step, state.file) == (Step.DONE, str(way.stick / NAME))
    assert (way.stick / NAME).read_bytes() == b"sealed"
    assert way.pc.given == [(b"request", "The screen failed")]


def test_a_file_that_cannot_be_written_goes_elsewhere_and_the_exam_is_not_handed_over_twice(way):
    way.does(way.presenter.read)
    (way.stick / NAME).mkdir()
    way.presenter.type("The screen failed")
    state = way.does(way.presenter.confirm)
    assert (state.step, bool(state.fault)) == (Step.UNWRITTEN, True)
    state = way.does(way.presenter.save_elsewhere)
    assert (state.step, state.fault) == (Step.DONE, "")
    assert (way.elsewhere / NAME).read_bytes() == b"sealed"
    assert len(way.pc.given) == 1


def test_a_refused_request_is_said_and_another_can_be_read(way):
    way.pc.refusal = HandoverRefused(reason="self")
    state = way.does(way.presenter.read)
    assert (state.step, state.fault.split(".")[0]) == (Step.READ, "The request comes from this very PC")
    way.pc.refusal = None
    assert way.does(way.presenter.read).fault == ""


def test_a_refused_hand_over_leaves_the_exam_and_what_was_typed(way):
    way.does(way.presenter.read)
    way.presenter.type("The screen failed")
    way.pc.refusal = HandoverRefused(reason="sealed")
    state = way.does(way.presenter.confirm)
    assert (state.step, state.reason, state.busy) == (Step.CONFIRM, "The screen failed", False)
    assert state.fault


def test_an_exam_that_has_left_before_needs_no_reason_again(tmp_path):
    way = Way(tmp_path, state="moved")
    assert way.page.state.left_before
    way.does(way.presenter.read)
    assert way.does(way.presenter.confirm).step is Step.DONE


def test_while_it_is_sealed_nobody_leaves_and_it_is_done_once(way):
    way.does(way.presenter.read)
    way.presenter.type("The screen failed")
    way.presenter.confirm()
    way.presenter.confirm()
    way.presenter.back()
    assert (way.left, way.jobs.waiting) == (0, 1)


FACTS = (Fact("Person", "阿卜杜热合曼·买买提艾力 · T1001"),)
ASKED = HandOverState(Step.CONFIRM, FACTS, FACTS, reasons=("The screen or keyboard failed",), reason_fault="Say why.")


def test_nothing_is_cut_off_nameless_or_out_of_reach(qtbot, qapp):
    def made():
        view = HandOverView()
        view.show_state(ASKED)
        return view

    assert faults_of(qtbot, qapp, made) == []
