"""What is asked of Windows, seen by something that stands for user32: only a real Windows proves what comes of it."""

import ctypes

import pytest

from desktop.lockdown.windows import ALT_DOWN, BLACK, EXCLUDE, SHOW, CaptureExclusion, KeyboardHook, KeyEvent, user32

KEY_DOWN, KEY_UP, ALT_KEY_DOWN = 0x0100, 0x0101, 0x0104
WINDOWS, MENU, PRINT, TAB, ESCAPE, SPACE, F4, A, SHIFT = 0x5B, 0x5D, 0x2C, 0x09, 0x1B, 0x20, 0x73, 0x41, 0x10
PASSED_ON = 77


class FakeUser32:
    """A keyboard with one hook, and windows with an affinity; `old` knows no exclusion, as before Windows 10 2004."""

    def __init__(self, *, old=False, refuses=False):
        self.affinity = {}
        self.hook = None
        self.control = False
        self._old, self._refuses = old, refuses

    def SetWindowDisplayAffinity(self, window, affinity):
        if self._old and affinity == EXCLUDE:
            return 0
        self.affinity[window] = affinity
        return 1

    def SetWindowsHookExW(self, kind, procedure, module, thread):
        assert (kind, module, thread) == (13, None, 0)
        self.hook = None if self._refuses else procedure
        return self.hook and 5

    def UnhookWindowsHookEx(self, hook):
        assert hook == 5
        self.hook = None
        return 1

    def CallNextHookEx(self, _hook, _code, _message, _event):
        return PASSED_ON

    def GetAsyncKeyState(self, key):
        assert key == 0x11
        return -0x8000 if self.control else 0

    def key(self, key, *, alt=False, message=KEY_DOWN, code=0):
        """True where the key came through."""
        event = KeyEvent(key=key, flags=ALT_DOWN if alt else 0)
        return self.hook(code, message, ctypes.pointer(event)) == PASSED_ON


@pytest.fixture
def keyboard():
    library = FakeUser32()
    hook = KeyboardHook(library)
    hook.on()
    yield library
    hook.off()


@pytest.mark.parametrize("key", [WINDOWS, MENU, PRINT])
def test_keys_of_the_system_do_nothing(keyboard, key):
    assert not keyboard.key(key)


@pytest.mark.parametrize("key", [TAB, ESCAPE, SPACE])
def test_what_leads_away_with_alt_does_nothing_with_it_and_works_without(keyboard, key):
    assert not keyboard.key(key, alt=True, message=ALT_KEY_DOWN)
    assert keyboard.key(key)


def test_control_and_escape_open_no_menu(keyboard):
    keyboard.control = True
    assert not keyboard.key(ESCAPE)
    assert keyboard.key(SPACE)  # switches the input method


def test_typing_and_closing_the_window_go_through(keyboard):
    assert all(keyboard.key(key) for key in (A, SHIFT))
    assert keyboard.key(F4, alt=True, message=ALT_KEY_DOWN)


def test_a_key_let_go_always_goes_through_so_that_none_stays_down(keyboard):
    assert keyboard.key(WINDOWS, message=KEY_UP)


def test_what_the_system_keeps_for_itself_is_passed_on(keyboard):
    assert keyboard.key(WINDOWS, code=-1)


def test_the_hook_is_taken_out_once(keyboard):
    hook = KeyboardHook(keyboard)
    hook.on()
    hook.off()
    assert keyboard.hook is None
    hook.off()


def test_a_system_that_refuses_the_hook_goes_without():
    library = FakeUser32(refuses=True)
    hook = KeyboardHook(library)
    hook.on()
    hook.off()
    assert library.hook is None


def test_the_window_is_left_out_of_pictures_and_shown_again():
    library = FakeUser32()
    exclusion = CaptureExclusion(library, lambda: 9)
    exclusion.on()
    assert library.affinity == {9: EXCLUDE}
    exclusion.off()
    assert library.affinity == {9: SHOW}


def test_an_older_windows_shows_black():
    library = FakeUser32(old=True)
    CaptureExclusion(library, lambda: 9).on()
    assert library.affinity == {9: BLACK}


def test_elsewhere_there_is_no_such_library():
    assert user32() is None
