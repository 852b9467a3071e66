"""A demonstration branch for tests: made once in a process, as it takes seconds, and copied from then on."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from desktop.demonstration import ensure_demonstration


def a_demonstration(folder: Path) -> Path:
    """A new home with the demonstration in it."""
    shutil.copytree(_made_once(), folder, dirs_exist_ok=True)
    return folder


@cache
def _made_once() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="academy-demonstration-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    ensure_demonstration(folder / "home")
    return folder / "home"
