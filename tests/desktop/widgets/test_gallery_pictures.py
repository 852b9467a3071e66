"""`academy gallery --out` draws every page, without a display; here in six looks, where every two choices meet."""

import subprocess
import sys

import pytest
from PySide6.QtGui import QImage

from desktop.gallery.draw import PAGES
from tests.architecture.tree import ROOT

SIX = {"zh-light-100", "zh-dark-200", "zh-contrast-100", "en-light-200", "en-dark-100", "en-contrast-200"}


@pytest.mark.slow
def test_the_gallery_is_drawn_in_every_language_theme_and_size_without_a_warning(tmp_path):
    said = subprocess.run(
        [sys.executable, "-m", "desktop", "gallery", "--out", str(tmp_path), "--pairs", "--language", "en"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    pictures = sorted(tmp_path.glob("*.png"))
    assert len(pictures) == (len(PAGES) + 3) * 6
    assert {path.stem.split("-", 1)[1] for path in pictures} == SIX
    assert said.stdout == f"{len(pictures)} pictures drawn.\n"
    assert set(said.stderr.splitlines()) <= {"This plugin does not support propagateSizeHints()"}
    assert QImage(str(tmp_path / "over1-zh-dark-200.png")).size().toTuple() == (1440, 900)
    assert not (tmp_path / "preferences.json").exists()
