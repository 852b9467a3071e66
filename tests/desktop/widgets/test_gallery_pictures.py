"""`academy gallery --out` draws every page in every look, without a display."""

import subprocess
import sys

import pytest
from PySide6.QtGui import QImage

from desktop.gallery.draw import PAGES
from tests.architecture.tree import ROOT


@pytest.mark.slow
def test_the_gallery_is_drawn_in_every_look_without_a_warning(tmp_path):
    said = subprocess.run(
        [sys.executable, "-m", "desktop", "gallery", "--out", str(tmp_path), "--language", "en"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    pictures = sorted(tmp_path.glob("*.png"))
    assert len(pictures) == (len(PAGES) + 3) * 12
    assert said.stdout == f"{len(pictures)} pictures drawn.\n"
    assert set(said.stderr.splitlines()) <= {"This plugin does not support propagateSizeHints()"}
    assert QImage(str(tmp_path / "over1-zh-dark-200.png")).size().toTuple() == (1440, 900)
    assert not (tmp_path / "preferences.json").exists()
