"""What the bundle runs first, before PyInstaller's own hooks import Qt."""

import gc

from desktop.late_modules import LIBRARY, SIGNATURES, run_late


def _no_source(asked: object) -> str:
    raise OSError(f"A bundle carries no sources: {asked}.")


gc.disable()  # as `desktop.__main__` does where Qt is not imported before it; it decides when to look again
run_late(SIGNATURES | LIBRARY)

import inspect  # noqa: E402

# Shiboken asks it of every module that may be of Qt; `inspect` brings its own when it runs.
inspect.getsource = _no_source
