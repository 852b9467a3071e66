"""The catalogues as a test reads them: compiled once in a run from what lies in the repository."""

from pathlib import Path

from desktop.words.compile import compile_catalogues
from tests.architecture.tree import ROOT
from tests.once import made_once


def compiled() -> Path:
    """A folder with every .mo under its language; nobody writes to it."""
    return made_once("words", lambda folder: compile_catalogues(ROOT / "assets" / "translations", folder))
