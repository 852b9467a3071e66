"""A PC that is left alone: a warning in the last minute, any key keeps it, an exam is never disturbed."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.shell.idle import IdleClock, IdleExits
from desktop.shell.idle_watch import IdleWatch

MINUTE = 60_000


@dataclass
class Room:
    """What the clock says to the app, and whether anybody is to be watched."""

    ms: int = 5_000
    watched: bool = True
    said: list[int] = field(default_factory=list)
    gone: int = 0

    def __post_init__(self):
        self.clock = IdleClock(lambda: self.ms, IdleExits(lambda: self.watched, self.said.append, self.leave))

    def leave(self):
        self.gone += 1

    def after(self, ms):
        self.ms += ms
        self.clock.tick()


def test_ten_minutes_without_a_key_end_it_after_a_minute_of_warning():
    room = Room()
    room.after(9 * MINUTE - 1)
    assert (room.said, room.gone) == ([], 0)
    room.after(1)
    room.after(1_000)
    assert (room.said, room.gone) == ([60, 59], 0)
    room.after(59_000)
    assert (room.said, room.gone) == ([60, 59, 0], 1)


def test_any_key_takes_the_warning_back_and_begins_anew():
    room = Room()
    room.after(9 * MINUTE + 30_000)
    room.clock.touched()
    assert room.said == [30, 0]
    room.after(9 * MINUTE - 1)
    assert (room.said, room.gone) == ([30, 0], 0)


def test_while_nobody_is_in_or_an_exam_runs_no_time_is_counted():
    room = Room(watched=False)
    for _ in range(90):
        room.after(MINUTE)
    assert (room.said, room.gone) == ([], 0)
    room.watched = True
    room.after(9 * MINUTE - 1)
    assert (room.said, room.gone) == ([], 0)


def test_it_ends_once_not_every_second_after():
    room = Room()
    for _ in range(3):
        room.after(4 * MINUTE)
    assert room.gone == 1


def test_a_key_at_the_window_is_a_sign_of_life(qtbot):
    room, window = Room(), QWidget()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    IdleWatch(window, room.clock)
    room.after(9 * MINUTE + 1)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert room.said == [60, 0]
