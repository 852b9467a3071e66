"""Who is still there: a page that was left alone is signed out after a warning, or locked where it must stay open."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from desktop.screens.locked.presenter import Exits, LockedPresenter
from desktop.screens.locked.view import LockedView
from desktop.shell.idle import IdleClock, IdleExits
from desktop.shell.idle_watch import IdleWatch
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.words import tr
from exams import Person


@dataclass(frozen=True, slots=True)
class Presence:
    """What is asked of the rest: who is in (None: nobody), whether that page locks, how they sign in, the ways out."""

    person: Callable[[], Person | None]
    locks: Callable[[], bool]
    sign_in: Callable[[str, str], object]
    unlocked: Callable[[], None]
    sign_out: Callable[[], None]


def _monotonic_ms() -> int:
    return time.monotonic_ns() // 1_000_000


class Attendance:
    """Watches the window from the first paint on."""

    def __init__(self, window: Window, presence: Presence, now_ms: Callable[[], int] = _monotonic_ms) -> None:
        self._window = window
        self._presence = presence
        self._left: Screen | None = None
        self._clock = IdleClock(now_ms, IdleExits(self._is_watched, self._warn, self.go))
        window.after_first_paint(self._watch)

    @property
    def is_locked(self) -> bool:
        """True while the locked page stands there."""
        return self._left is not None

    def go(self) -> None:
        """Whoever is in goes away: their page is locked, or they are signed out."""
        person = self._presence.person()
        if person is None or not self._is_watched():
            return
        if not self._presence.locks():
            self._presence.sign_out()
            self._window.toast(tr("Signed out, as nobody was here."))
            return
        self._left = self._window.current()
        exits = Exits(self._presence.sign_in, self._back, self._door)
        self._window.hide_person()
        self._window.show_screen(self._locked(LockedPresenter(person, exits)))

    def forget(self) -> None:
        """Nobody is in any more."""
        self._left = None

    def _watch(self) -> None:
        IdleWatch(self._window, self._clock)

    def _is_watched(self) -> bool:
        here = self._window.current()
        return not (self._presence.person() is None or here is None or here.calm or here.held() or self.is_locked)

    def _warn(self, seconds: int) -> None:
        told = tr("Nobody here? In {seconds} s this page is closed. Press any key to stay.")
        self._window.tell(told.format(seconds=seconds) if seconds else "")

    def _back(self) -> None:
        left, self._left = self._left, None
        if left is not None:
            self._window.show_screen(left.again())
        self._presence.unlocked()

    def _door(self) -> None:
        self._left = None
        self._presence.sign_out()

    def _locked(self, presenter: LockedPresenter) -> Screen:
        view = LockedView()
        view.typed.connect(presenter.type)
        view.unlock_asked.connect(presenter.unlock)
        view.leave_asked.connect(presenter.leave)
        view.ticked.connect(presenter.tick)
        presenter.attach(view)
        presenter.show()
        return Screen(view, presenter, lambda: self._locked(presenter), title=tr("This page is locked"))
