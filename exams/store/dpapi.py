"""Windows wraps a secret to the machine (DPAPI); elsewhere the file's mode is all that guards it.

Machine scope: trainees use several Windows accounts of one PC. It stops a disk that was carried to another PC, no more.
"""

import sys

ENTROPY = b"branch-academy/device/v1"

if sys.platform == "win32":
    import ctypes
    from collections.abc import Callable
    from ctypes import wintypes

    _NO_WINDOW, _MACHINE = 0x1, 0x4

    class _Blob(ctypes.Structure):
        _fields_ = (("size", wintypes.DWORD), ("data", ctypes.POINTER(ctypes.c_char)))

    def protect(raw: bytes) -> bytes:
        """The secret as only this machine can read it; raises `OSError`."""
        return _called(ctypes.windll.crypt32.CryptProtectData, raw, _NO_WINDOW | _MACHINE)

    def unprotect(raw: bytes) -> bytes:
        """The secret; raises `OSError` on another machine."""
        return _called(ctypes.windll.crypt32.CryptUnprotectData, raw, _NO_WINDOW)

    def _called(function: Callable[..., int], raw: bytes, flags: int) -> bytes:
        given, entropy, made = _blob(raw), _blob(ENTROPY), _Blob()
        done = function(ctypes.byref(given), None, ctypes.byref(entropy), None, None, flags, ctypes.byref(made))
        if not done:
            raise ctypes.WinError()
        try:
            return ctypes.string_at(made.data, made.size)
        finally:
            ctypes.windll.kernel32.LocalFree(made.data)

    def _blob(raw: bytes) -> _Blob:
        return _Blob(len(raw), ctypes.create_string_buffer(raw, len(raw)))

else:

    def protect(raw: bytes) -> bytes:
        """The secret as it is."""
        return raw

    def unprotect(raw: bytes) -> bytes:
        """The secret as it is."""
        return raw
