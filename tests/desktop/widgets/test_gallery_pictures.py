"""`academy gallery --out` writes every page, and each look, without a display.

What each page shows in six looks is held to in test_gallery.py, in the process of the test.
"""

import subprocess
import sys

import pytest
from click.testing import CliRunner
from PySide6.QtGui import QImage

from desktop.commands.main import academy
from desktop.gallery.draw import PAGES
from tests.architecture.tree import ROOT
from tests.desktop.widgets.six_looks import SIX

OVER = 3
"""Pictures of each look that show what lies over a page."""


def gallery(out, *words):
    """The names of the pictures that were written; whoever draws them says nothing else."""
    command = [sys.executable, "-m", "desktop", "gallery", "--out", str(out), "--language", "en", *words]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    pictures = {path.stem for path in out.glob("*.png")}
    assert said.stdout == f"{len(pictures)} pictures drawn.\n"
    assert set(said.stderr.splitlines()) <= {"This plugin does not support propagateSizeHints()"}
    assert not (out / "preferences.json").exists()
    return pictures


@pytest.mark.slow
def test_every_page_is_drawn_without_a_warning(tmp_path):
    pictures = gallery(tmp_path, "--look", "en-dark-100")
    assert len(pictures) == len(PAGES) + OVER
    assert pictures >= {f"{page}-en-dark-100" for page in PAGES}


@pytest.mark.slow
def test_a_page_and_what_lies_over_it_are_drawn_in_every_language_theme_and_size_without_a_warning(tmp_path):
    looks = [f"{code}-{theme}-{zoom}" for code, theme, zoom in SIX]
    pictures = gallery(tmp_path, "--page", "cards", *(word for look in looks for word in ("--look", look)))
    assert pictures == {f"{name}-{look}" for name in ("cards", "over1", "over2", "over3") for look in looks}
    assert QImage(str(tmp_path / "over1-zh-dark-200.png")).size().toTuple() == (1440, 900)


@pytest.mark.parametrize("words", [("--page", "nowhere"), ("--look", "zh-dark-300")])
def test_a_page_or_look_that_is_not_there_is_refused_with_those_that_are(tmp_path, words):
    refused = CliRunner().invoke(academy, ["gallery", "--out", str(tmp_path / "none"), *words])
    assert refused.exit_code == 2
    assert f"{words[1]}: one of " in refused.stderr
    assert not (tmp_path / "none").exists()
