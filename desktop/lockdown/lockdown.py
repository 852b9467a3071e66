"""Puts a lock on a window and takes it off again, all of it or nothing."""

from collections.abc import Callable
from contextlib import ExitStack

from PySide6.QtWidgets import QWidget

from desktop.lockdown.clipboard import ClipboardGuard
from desktop.lockdown.grab import KeyboardGrab, has_x11
from desktop.lockdown.measure import Measure
from desktop.lockdown.mode import Lock
from desktop.lockdown.screens import Covers, FullScreen
from desktop.lockdown.shield import Shield
from desktop.lockdown.windows import CaptureExclusion, KeyboardHook, User32, user32


class Lockdown:
    """Holds one window; `measures` says what a lock is made of, in the order in which it is taken."""

    def __init__(self, measures: Callable[[Lock], tuple[Measure, ...]]) -> None:
        self._measures = measures
        self._lock = Lock.NONE
        self._taken = ExitStack()

    @property
    def lock(self) -> Lock:
        """What holds now."""
        return self._lock

    def engage(self, lock: Lock) -> None:
        """Hold the PC so from now on; what cannot be taken gives back what was taken before it, and raises."""
        if lock is self._lock:
            return
        self.release()
        with ExitStack() as taken:
            for measure in self._measures(lock):
                measure.on()
                taken.callback(measure.off)
            self._taken = taken.pop_all()
        self._lock = lock

    def release(self) -> None:
        """Give everything back, the last first; one that fails keeps no other."""
        self._lock = Lock.NONE
        taken, self._taken = self._taken, ExitStack()
        taken.close()


def measures_of(window: QWidget, lock: Lock, library: User32 | None = None) -> tuple[Measure, ...]:
    """What a lock of a window that stands on the screen is made of on this system."""
    handle = window.windowHandle()
    if lock is Lock.NONE or handle is None:
        return ()
    shield = Shield(handle)
    if lock is Lock.SHOWN:
        return (shield,)
    found = library or user32()
    keys: tuple[Measure, ...] = (KeyboardGrab(window),) if has_x11() else ()
    if found is not None:
        keys = (CaptureExclusion(found, lambda: int(window.winId())), KeyboardHook(found))
    return (ClipboardGuard(), FullScreen(window), Covers(window), *keys, shield)
