"""Folders that take seconds to fill: filled once in a run of tests, whichever worker needs them first."""

import atexit
import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

_RUN = "ACADEMY_TEST_RUN"
"""The variable that tells the workers of a run the folder which they share."""


def begin_run() -> None:
    """Before any worker starts: give all processes of this run one folder."""
    if _RUN not in os.environ:
        os.environ[_RUN] = str(_own_folder())


def made_once(name: str, fill: Callable[[Path], object]) -> Path:
    """The folder of that name, filled; whoever comes while another process fills it waits. Nobody writes to it."""
    return _made(Path(os.environ.get(_RUN) or _own_folder()), name, fill)


def _made(shared: Path, name: str, fill: Callable[[Path], object]) -> Path:
    made = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            with tempfile.TemporaryDirectory(dir=shared) as unfinished:
                fill(Path(unfinished) / name)
                (Path(unfinished) / name).rename(made)
    return made


@cache
def _own_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="academy-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
