"""Holds the PC while a final stands in the window, and lets go as soon as another page does."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from desktop.lockdown.lockdown import Lockdown, measures_of
from desktop.lockdown.mode import Lock, lock_of
from desktop.shell.window import Window
from desktop.widgets.values import Tone
from desktop.words import tr, trn
from desktop.words.clock import clock_text
from exams import PROCTORED, AcademyError, Sitting, TraineeDesk

_LOOK_MS = 1_000


class ExamLock(QObject):
    """One for a window; how often it was left is told from the journal, as the proctor reads it."""

    def __init__(self, window: Window, lockdown: Lockdown | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._lockdown = lockdown or Lockdown(partial(measures_of, window))
        self._held: tuple[TraineeDesk, Sitting] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        window.screen_changed.connect(self._follow)
        window.look_changed.connect(self._say)

    def hold(self, desk: TraineeDesk, sitting: Sitting) -> None:
        """Hold the PC as this sitting wants it; called once its page stands in the window."""
        lock = self._lock_of(desk, sitting)
        if lock is Lock.NONE:
            self.release()
            return
        self._held = desk, sitting
        self._lockdown.engage(lock)
        self._timer.start()
        self._say()

    def release(self) -> None:
        """Give the PC back."""
        self._timer.stop()
        if self._held is not None:
            self._held = None
            self._lockdown.release()
            self._window.tell("")

    def _lock_of(self, desk: TraineeDesk, sitting: Sitting) -> Lock:
        counts = sitting.kind in PROCTORED and not sitting.has_ended
        wanted = counts and desk.offer(sitting.kind).lockdown
        return lock_of(counts=counts, wanted=wanted, demonstration=self._window.is_demonstration)

    def _follow(self) -> None:
        here = self._window.current()
        if here is None or not here.calm:
            self.release()

    def _look(self) -> None:
        if self._held is None:
            return
        desk, before = self._held
        try:
            now = desk.sitting(before.id)
        except AcademyError:
            return  # the page itself says what is wrong
        self._held = desk, now
        if _left(now) != _left(before):
            self._say()

    def _say(self) -> None:
        if self._held is None:
            return
        left = left_text(self._held[1])
        if left or self._lockdown.lock is not Lock.SHOWN:
            self._window.tell(left)
        else:
            told = tr("Practice: a real exam would fill the screen until you hand in. Here the PC stays yours.")
            self._window.tell(told, Tone.INFO)


def left_text(sitting: Sitting) -> str:
    """How often and how long the exam was left; empty where it never was."""
    if not sitting.focus_lost:
        return ""
    return trn(
        "You have left the exam {n} time, {length} in all. It is written down, and the proctor sees it.",
        "You have left the exam {n} times, {length} in all. It is written down, and the proctor sees it.",
        sitting.focus_lost,
        length=clock_text(sitting.away_ms // 1000),
    )


def _left(sitting: Sitting) -> tuple[int, int]:
    return sitting.focus_lost, sitting.away_ms
