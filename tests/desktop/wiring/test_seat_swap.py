"""A running final changes its PC in the window: two proctors, one stick, few clicks, and nothing is lost."""

import pytest

from desktop.lockdown.lockdown import Lockdown
from desktop.lockdown.mode import Lock
from desktop.wiring.exam import ExamRoom, ExamRoomExits
from desktop.wiring.lockdown import ExamLock
from desktop.wiring.packs import Chooser
from desktop.wiring.proctor import ProctorRoom
from desktop.wiring.proctor_door import DoorWays, ProctorDoor
from desktop.wiring.roster import Files
from exams import SittingMoved, State
from tests.desktop.shell.conftest import chinese, remembered, window
from tests.drivers.proctor_door import ProctorDoorDriver
from tests.drivers.proctor_room import ProctorRoomDriver
from tests.drivers.proctor_sitting import ProctorSittingDriver
from tests.drivers.seat_swap import HandOverDriver, TakeOverDriver
from tests.drivers.take_exam import TakeExamDriver
from tests.drivers.window import WindowDriver
from tests.exams.desk.branch_pc import MINUTE, PROCTOR, TYPED, XIAOYU
from tests.exams.desk.conftest import a_pc, content, enrolled_homes, founded, room

__all__ = ["a_pc", "chinese", "content", "enrolled_homes", "founded", "remembered", "room", "window"]

MOST_PRESSES = 8
"""Of both proctors together, dialogs for files left aside."""


class Swap:
    """Two PCs in one window, one after the other, and the stick that goes between them."""

    def __init__(self, qtbot, window, room, stick):
        self.qtbot, self.window, self.room, self.stick = qtbot, window, room, stick
        self.elsewhere = stick / "elsewhere.seat"
        self.presses = 0

    def at(self, pc):
        """The proctor sits down at a PC; its dialogs give the stick, what lies on it, and another place."""
        files = Chooser(
            lambda taken: taken([self.elsewhere if self.elsewhere.exists() else self.request]),
            lambda taken: taken([self.stick]),
        )
        place = Files(lambda _name, _chosen: None, files, lambda _name, chosen: chosen(self.elsewhere))
        ProctorRoom(self.window, pc.desk(PROCTOR), None, place, pc.office).open()

    def page(self, driver):
        return driver(self.qtbot, self.window.current().view)

    def press(self, driver, *names):
        for name in names:
            self.presses += 1
            self.page(driver).press(name)
            self.window.jobs.finish_all()

    def ask(self):
        self.at(self.room.spare)
        self.press(ProctorRoomDriver, "take_over")
        self.press(TakeOverDriver, "write_request")

    def open_exam(self):
        """The old PC's page of the exam that stands first."""
        self.at(self.room.old)
        self.presses += 1
        self.page(ProctorRoomDriver).enter_at(0)

    def hand_over(self):
        self.open_exam()
        self.press(ProctorSittingDriver, "row_hand_over")
        self.press(HandOverDriver, "read_request", "reason_1", "confirm")

    @property
    def request(self):
        return next(self.stick.glob("*.seat-request"))

    @property
    def sealed(self):
        return next(self.stick.glob("*.seat"))


@pytest.fixture
def swap(qtbot, window, room, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    return Swap(qtbot, window, room, stick)


@pytest.mark.feature("d10")
def test_an_exam_changes_its_pc_in_eight_presses_and_goes_on_where_it_was(swap):
    sitting = swap.room.begun()
    swap.ask()
    spare = swap.window.current()
    swap.hand_over()
    old = swap.page(HandOverDriver)
    assert swap.sealed.name in old.told
    assert old.sees(swap.room.spare.office.settings()["device"])
    swap.room.spare.clock.forward(5 * MINUTE)
    swap.window.show_screen(spare.again())
    page = swap.page(TakeOverDriver)
    assert page.found == []
    page.look()
    swap.window.jobs.finish_all()
    assert page.found == [swap.sealed.name]
    swap.press(TakeOverDriver, f"row_{swap.sealed.name}")
    assert page.told == f"{XIAOYU.name} goes on at this PC"
    there = swap.room.spare.desk().open_sitting()
    assert (there.id, len(there.answers), there.state) == (sitting.id, 3, State.OPEN)
    assert swap.presses <= MOST_PRESSES
    assert swap.page(TakeOverDriver).can_press("to_room")


@pytest.mark.feature("d10")
def test_the_old_pc_says_that_the_exam_has_moved_and_offers_its_file_only(swap):
    swap.room.begun()
    swap.ask()
    swap.hand_over()
    swap.press(HandOverDriver, "back")
    exam = swap.page(ProctorSittingDriver)
    assert exam.standing[0] == "Goes on at another PC"
    assert exam.acts == ["hand_over_again"]


@pytest.mark.feature("d10")
def test_whoever_sat_at_the_old_pc_is_told_where_it_goes_on_and_begins_no_second_exam(swap):
    sitting = swap.room.begun()
    desk, went = swap.room.old.desk(), []
    leave = lambda *_: went.append("home")  # noqa: E731
    exits = ExamRoomExits(leave, *(lambda *_: None for _ in range(5)))
    ExamRoom(swap.window, desk, exits).open_question(sitting)
    exam = swap.page(TakeExamDriver)
    swap.room.handed(sitting)
    exam.view.ticked.emit()
    assert went == ["home"]
    assert "another PC" in WindowDriver(swap.qtbot, swap.window).question
    with pytest.raises(SittingMoved):
        desk.begin(sitting.kind, code=TYPED)


class Held:
    """A PC that an exam holds, with a proctor's way to it; remembers which lock was taken and given back."""

    def __init__(self, swap):
        self.swap, self.told = swap, []
        self.lock = ExamLock(swap.window, Lockdown(self.measures))
        self.door = ProctorDoor(swap.window, DoorWays(lambda *_: swap.room.old.desk(PROCTOR), self.proctor))

    def measures(self, lock):
        self.wanted = lock
        return (self,)

    def on(self):
        self.told.append(self.wanted)

    def off(self):
        self.told.append(Lock.NONE)

    def proctor(self, _desk):
        self.swap.at(self.swap.room.old)

    def goes_on(self, desk, sitting):
        """The person's own exam in the window."""
        home = lambda *_: self.swap.at(self.swap.room.old)  # noqa: E731
        exits = ExamRoomExits(*[home] * 6, hold=lambda one: self.hold(desk, one, lambda: exam.resume(one.id)))
        exam = ExamRoom(self.swap.window, desk, exits)
        exam.resume(sitting.id)

    def hold(self, desk, sitting, back):
        self.lock.hold(desk, sitting)
        self.door.offer(desk, sitting, back)


@pytest.mark.feature("d9", "d10")
def test_out_of_a_held_exam_the_proctor_hands_it_over_and_the_lock_goes_with_it_to_the_spare_pc(swap):
    sitting = swap.room.begun()
    swap.ask()
    held = Held(swap)
    held.goes_on(swap.room.old.desk(), sitting)
    WindowDriver(swap.qtbot, swap.window).press("proctor_door")
    assert held.told == [Lock.FULL]
    swap.page(ProctorDoorDriver).enter(PROCTOR.staff_id, "river lantern")
    swap.page(ProctorRoomDriver).enter_at(0)
    swap.press(ProctorSittingDriver, "row_hand_over")
    swap.press(HandOverDriver, "read_request", "reason_1", "confirm")
    held.goes_on(swap.room.old.desk(), sitting)
    assert held.told == [Lock.FULL, Lock.NONE]
    assert "another PC" in WindowDriver(swap.qtbot, swap.window).question
    held.goes_on(swap.room.spare.desk(), swap.room.taken(swap.sealed.read_bytes()))
    assert held.told == [Lock.FULL, Lock.NONE, Lock.FULL]
    assert swap.page(TakeExamDriver).stem


def test_without_a_reason_nothing_leaves_and_the_field_says_so(swap):
    sitting = swap.room.begun()
    swap.ask()
    swap.open_exam()
    swap.press(ProctorSittingDriver, "row_hand_over")
    swap.press(HandOverDriver, "read_request", "confirm")
    assert swap.page(HandOverDriver).sees("Say why")
    assert swap.room.old.book.load(sitting.id).state is State.OPEN


def test_a_request_of_this_very_pc_is_refused_in_one_sentence(swap):
    swap.room.begun()
    (swap.stick / "own.seat-request").write_bytes(_request_of_old(swap.room))
    swap.open_exam()
    swap.press(ProctorSittingDriver, "row_hand_over")
    swap.press(HandOverDriver, "read_request")
    page = swap.page(HandOverDriver)
    assert page.fault.startswith("The request comes from this very PC.")
    assert not page.has("confirm")


@pytest.mark.feature("d10")
def test_a_stick_that_is_full_loses_nothing_the_file_goes_elsewhere(swap):
    sitting = swap.room.begun()
    swap.ask()
    (swap.stick / f"{XIAOYU.staff_id}-{swap.room.spare.office.settings()['device']}.seat").mkdir()  # in its way
    swap.hand_over()
    page = swap.page(HandOverDriver)
    assert page.fault
    assert "not written yet" in page.told
    swap.press(HandOverDriver, "save_elsewhere")
    assert swap.elsewhere.name in page.told
    assert swap.room.taken(swap.elsewhere.read_bytes()).id == sitting.id


def test_a_file_for_another_pc_is_refused_and_the_page_waits_on(swap):
    sitting = swap.room.begun()
    swap.ask()
    sealed = swap.room.handed(sitting)
    swap.elsewhere.write_bytes(sealed[:-40] + b"}")
    swap.press(TakeOverDriver, "choose_file")
    page = swap.page(TakeOverDriver)
    assert page.fault
    assert page.told == ""
    assert page.can_press("choose_file")


def test_where_no_session_is_open_nothing_can_be_taken_over(swap):
    swap.room.spare.close_sessions()
    swap.at(swap.room.spare)
    assert not swap.page(ProctorRoomDriver).has("take_over")


def _request_of_old(room):
    from exams import ask_handover

    return ask_handover(room.old.office, room.old.desk(PROCTOR))
