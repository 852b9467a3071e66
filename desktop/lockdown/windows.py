"""What only Windows has: the window is left out of screenshots, and the keys that lead out of it do nothing.

Both end with the process: the system drops a hook and a window's affinity with their owner. Ctrl+Alt+Del is never seen.
"""

import ctypes
import sys
from collections.abc import Callable
from typing import Any

KEYBOARD_LL = 13  # WH_KEYBOARD_LL
KEY_DOWN = frozenset({0x0100, 0x0104})  # WM_KEYDOWN, WM_SYSKEYDOWN
ALT_DOWN = 0x20  # LLKHF_ALTDOWN
EXCLUDE, BLACK, SHOW = 0x11, 0x01, 0x00  # WDA_EXCLUDEFROMCAPTURE (Windows 10 2004), WDA_MONITOR, WDA_NONE
CONTROL = 0x11  # VK_CONTROL
TAB, ESCAPE, SPACE = 0x09, 0x1B, 0x20
_ALWAYS = frozenset({0x5B, 0x5C, 0x5D, 0x2C})  # both Windows keys, the menu key, PrintScreen
_WITH_ALT = frozenset({TAB, ESCAPE, SPACE})
_HELD = 0x8000

User32 = Any
"""The library itself or what stands for it in a test: these functions of it and no others."""


class KeyEvent(ctypes.Structure):
    """KBDLLHOOKSTRUCT."""

    _fields_ = (
        ("key", ctypes.c_uint32),
        ("scan", ctypes.c_uint32),
        ("flags", ctypes.c_uint32),
        ("time", ctypes.c_uint32),
        ("extra", ctypes.c_size_t),
    )


_PROC = getattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE)(
    ctypes.c_ssize_t, ctypes.c_int, ctypes.c_size_t, ctypes.POINTER(KeyEvent)
)


def is_way_out(key: int, *, alt: bool, ctrl: bool) -> bool:
    """True for a key that leads to another window, a menu of the system, or a picture of the screen."""
    return key in _ALWAYS or (alt and key in _WITH_ALT) or (ctrl and key == ESCAPE)


class CaptureExclusion:
    """Screenshots and shared screens show nothing where the window is; an older Windows shows black."""

    def __init__(self, user32: User32, window: Callable[[], int]) -> None:
        self._user32 = user32
        self._window = window

    def on(self) -> None:
        """Leave it out."""
        if not self._set(EXCLUDE):
            self._set(BLACK)

    def off(self) -> None:
        """Show it again."""
        self._set(SHOW)

    def _set(self, affinity: int) -> bool:
        return bool(self._user32.SetWindowDisplayAffinity(self._window(), affinity))


class KeyboardHook:
    """Swallows presses alone: a key held before the hook came is let go as always, so none stays down."""

    def __init__(self, user32: User32) -> None:
        self._user32 = user32
        self._proc = _PROC(self._see)  # the system calls it for as long as the hook stands: it must not be collected
        self._hook: int | None = None

    def on(self) -> None:
        """Hook in; a system that refuses it goes without."""
        self._hook = self._user32.SetWindowsHookExW(KEYBOARD_LL, self._proc, None, 0)

    def off(self) -> None:
        """Unhook."""
        if self._hook:
            self._user32.UnhookWindowsHookEx(self._hook)
        self._hook = None

    def _see(self, code: int, message: int, event: Any) -> int:
        if code == 0 and message in KEY_DOWN:
            key, alt = event.contents.key, bool(event.contents.flags & ALT_DOWN)
            ctrl = bool(self._user32.GetAsyncKeyState(CONTROL) & _HELD)
            if is_way_out(key, alt=alt, ctrl=ctrl):
                return 1
        return int(self._user32.CallNextHookEx(None, code, message, event))


def user32() -> User32 | None:
    """The library with its types told, without which 64-bit handles would be cut; None on any other system."""
    if sys.platform == "win32":
        found = ctypes.WinDLL("user32", use_last_error=True)
        found.SetWindowDisplayAffinity.argtypes = (ctypes.c_void_p, ctypes.c_uint32)
        found.SetWindowsHookExW.argtypes = (ctypes.c_int, _PROC, ctypes.c_void_p, ctypes.c_uint32)
        found.SetWindowsHookExW.restype = ctypes.c_void_p
        found.UnhookWindowsHookEx.argtypes = (ctypes.c_void_p,)
        next_hook = found.CallNextHookEx
        next_hook.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t, ctypes.POINTER(KeyEvent))
        next_hook.restype = ctypes.c_ssize_t
        found.GetAsyncKeyState.restype = ctypes.c_short
        return found
    return None
