"""`academy` and `python -m desktop`: the app alone starts without the command line's library."""

import gc
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from desktop.home import default_home

_OPTIONS = ("--home", "--language")


def main() -> int:
    """Open the app, or run a command. The bundle begins without garbage collection, see .ci/start_late.py."""
    if getattr(sys, "frozen", False) and not {"--multiprocessing-fork", "-c"}.isdisjoint(sys.argv):
        _serve_helper()
    alone = app_options(sys.argv[1:])
    if getattr(sys, "frozen", False):
        from desktop.handover import clean_environment, hand_over

        clean_environment()
        if (code := hand_over(sys.argv[1:], app=alone is not None)) is not None:
            return code
    if alone is not None:
        gc.disable()  # until the first paint, see `run_app`; Qt's own import is the longest part of it
        from desktop.app import run_app

        home = alone.get("--home")
        return run_app(Path(home) if home else default_home(), alone.get("--language"))
    gc.enable()
    from desktop.commands.common import report_bug
    from desktop.commands.main import academy

    speak_utf8()
    if "--debug" not in sys.argv and not os.environ.get("ACADEMY_DEBUG"):
        sys.excepthook = report_bug
    academy(prog_name="academy")
    return 0


def _serve_helper() -> None:
    """The bundle is also what its reading processes are started from; comes back where this is no such call."""
    from importlib import import_module

    gc.enable()
    import_module("pyi_rth_multiprocessing")  # the bundle's recipe keeps it away from every other start
    from multiprocessing import freeze_support

    freeze_support()


def speak_utf8() -> None:
    """Pipes and files get UTF-8 on every system: a code page of Windows lacks much of what is said."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def app_options(words: Sequence[str]) -> dict[str, str] | None:
    """The options of a call that only opens the app; None where click must read it (and judge it)."""
    if len(words) % 2:
        return None
    options = dict(zip(words[::2], words[1::2], strict=True))
    language = options.get("--language", "zh")
    well_formed = all(name in _OPTIONS for name in options) and language in ("zh", "en")
    return options if well_formed and len(options) * 2 == len(words) else None


if __name__ == "__main__":
    raise SystemExit(main())
