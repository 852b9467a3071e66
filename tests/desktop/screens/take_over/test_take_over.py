"""The page of the spare PC: what it asks for, what it waits for, and that every word of it can be read."""

import pytest

from desktop.background.manual import ManualJobs
from desktop.screens.take_over.presenter import Exits, TakeOverPresenter
from desktop.screens.take_over.state import Step, TakeOverState
from desktop.screens.take_over.view import TakeOverView
from desktop.widgets.values import RowValue
from exams import Kind, Moment, Sitting, State
from exams.devices.errors import HandoverRefused
from tests.desktop.screens.my_training.study_desk import faults_of
from tests.exams.sittings.story import LIMIT, MINUTE, PAPER

SERIAL = "D00000002"
START = Moment("story-1", 60_000, 60_000, 1_795_579_200_000)
TAKEN = Sitting("s1", Kind.FINAL, "T1001", "S1", 1, PAPER, State.OPEN, LIMIT, 5 * MINUTE, START.wt, START)


class Spare:
    """A spare PC that keeps what it was given."""

    serial = SERIAL

    def __init__(self):
        self.refusal, self.taken = None, []

    def ask(self):
        return b"request"

    def take(self, sealed):
        if self.refusal:
            raise self.refusal
        self.taken.append(sealed)
        return TAKEN

    def name(self, _staff_id):
        return "王小雨"


class Page:
    def show_state(self, state):
        self.state = state


class Way:
    def __init__(self, stick):
        self.stick, self.pc, self.jobs, self.page, self.left = stick, Spare(), ManualJobs(), Page(), 0
        self.elsewhere = stick / "elsewhere"
        exits = Exits(lambda chosen: chosen(stick), lambda chosen: chosen(self.elsewhere), self.leave)
        self.presenter = TakeOverPresenter(self.pc, self.jobs, exits)
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


def test_the_request_lies_on_the_stick_under_the_pcs_serial(way):
    state = way.does(way.presenter.ask)
    assert (state.step, state.request) == (Step.WAIT, str(way.stick / f"{SERIAL}.seat-request"))
    assert (way.stick / f"{SERIAL}.seat-request").read_bytes() == b"request"


def test_only_files_for_this_pc_are_found_and_one_is_taken_over(way):
    way.does(way.presenter.ask)
    (way.stick / f"T1001-{SERIAL}.seat").write_bytes(b"sealed")
    (way.stick / "T1001-D00000009.seat").write_bytes(b"another's")
    state = way.does(way.presenter.tick)
    assert [row.key for row in state.found] == [f"T1001-{SERIAL}.seat"]
    state = way.does(way.presenter.take, f"T1001-{SERIAL}.seat")
    assert (state.step, state.who, way.pc.taken) == (Step.DONE, "王小雨", [b"sealed"])


def test_before_a_request_was_written_nothing_is_looked_for(way):
    (way.stick / f"T1001-{SERIAL}.seat").write_bytes(b"sealed")
    assert way.does(way.presenter.tick).found == ()


def test_a_stick_that_was_pulled_out_is_no_fault(way):
    way.does(way.presenter.ask)
    (way.stick / f"{SERIAL}.seat-request").unlink()
    way.stick.rmdir()
    state = way.does(way.presenter.tick)
    assert (state.found, state.fault) == ((), "")


def test_what_is_refused_is_said_and_the_page_waits_on(way):
    way.does(way.presenter.ask)
    way.elsewhere.write_bytes(b"sealed")
    way.pc.refusal = HandoverRefused(reason="other")
    state = way.does(way.presenter.choose_file)
    assert (state.step, state.busy) == (Step.WAIT, False)
    assert state.fault.startswith("This file is meant for another PC.")
    way.pc.refusal = None
    assert way.does(way.presenter.choose_file).fault == ""


def test_a_file_that_is_gone_is_said_and_nothing_is_taken(way):
    way.does(way.presenter.ask)
    assert way.does(way.presenter.choose_file).fault
    assert way.pc.taken == []


def test_while_something_is_written_nobody_leaves_and_nothing_begins_twice(way):
    way.presenter.ask()
    assert way.page.state.busy
    way.presenter.leave()
    way.presenter.choose_file()
    assert (way.left, way.jobs.waiting) == (0, 1)


FILE = RowValue(f"T1001-{SERIAL}.seat", f"T1001-{SERIAL}.seat", "Written 12:16", "download")
COME = TakeOverState(Step.WAIT, f"/media/USB/{SERIAL}.seat-request", (FILE,), fault="This file is another PC's.")


def test_nothing_is_cut_off_nameless_or_out_of_reach(qtbot, qapp):
    def made():
        view = TakeOverView()
        view.show_state(COME)
        return view

    assert faults_of(qtbot, qapp, made) == []
