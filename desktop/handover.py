"""At the start of an installed program: a newer one that a stick has brought runs in its place.

The installed program is never changed, so there is always one that starts: a newer one that did not get as far as its
window is passed over the next time.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop.home import default_home
from desktop.version import VERSION

DROPPED = ("PYTHON", "QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QML", "LD_LIBRARY_PATH")
"""How the names of variables begin by which others could have their own code loaded (security design, 7.6)."""


def clean_environment() -> None:
    """Forget what would lead Python or Qt to files that are not the program's."""
    for name in [name for name in os.environ if name.startswith(DROPPED)]:
        del os.environ[name]


def hand_over(words: Sequence[str], *, app: bool) -> int | None:
    """The exit code of the newer program that ran in place of this one; None where this one is to run.

    `app` is False for a command: those go to a newer program only once it has shown its window.
    """
    program = newer_program(home_in(words), VERSION, Path(sys.executable).name, app=app)
    if program is None:
        return None
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"  # what its loader has set is for its own folder
    return _run([str(program), *words])


def _run(call: list[str]) -> int:
    if sys.platform == "win32":
        import subprocess

        return subprocess.call(call)  # noqa: S603  # our own program, its own words
    return os.execv(call[0], call)  # noqa: S606


def newer_program(home: Path, own: str, name: str, *, app: bool) -> Path | None:
    """Where the newer program lies; it is noted that it was started, until `proved` says that it showed its window."""
    if not (home / "program").is_dir():
        return None
    from exams import note_trying, programs, successor

    found = successor(home, own)
    program = programs(home) / found.version / name if found else None
    if found is None or program is None or not program.is_file() or not (app or found.proved):
        return None
    if not found.proved:
        try:
            note_trying(home, found.version)
        except OSError:
            return None
    return program


def proved(home: Path) -> None:
    """This program has shown its window: from now on it is trusted to start."""
    if (home / "program").is_dir():
        from exams import note_proved

        note_proved(home, VERSION)


def home_in(words: Sequence[str]) -> Path:
    """The home that the words of a command line name, else the default."""
    for word, after in zip(words, [*words[1:], ""], strict=True):
        if word == "--home" and after:
            return Path(after)
        if word.startswith("--home="):
            return Path(word.partition("=")[2])
    return default_home()
