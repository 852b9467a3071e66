"""A demonstration branch for tests: made once in a run, as it takes seconds, and copied from then on."""

import shutil
from pathlib import Path

from desktop.demonstration import ensure_demonstration
from tests.once import made_once


def a_demonstration(folder: Path) -> Path:
    """A new home with the demonstration in it."""
    shutil.copytree(made_once("demonstration", ensure_demonstration), folder, dirs_exist_ok=True)
    return folder
