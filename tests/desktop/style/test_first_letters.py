"""The first picture is drawn with a cut of the fonts, and nobody can see it."""

import subprocess
import sys

import pytest
from babel.messages.pofile import read_po

from desktop.assets import asset
from desktop.style.fonts import FILES, FIRST_FOLDER, FIRST_LETTERS
from desktop.style.tokens import SANS
from desktop.words.catalogue import FIRST
from tests.architecture.tree import ROOT

START = """
import sys
from pathlib import Path
from PySide6.QtGui import QRawFont
from desktop.app import build_app, make_qt
from desktop.screens.sign_in.state import SignInState
from desktop.screens.sign_in.view import SignInView
from desktop.shell.preferences import Preferences
from desktop.shell.screen import Screen
from desktop.style.first_paint import await_first_paint, first_painted
from desktop.style.fonts import font, need_all_letters, need_letters, wear_first_letters

def draws(letter):
    return QRawFont.fromFont(font("body", bold=True)).supportsCharacter(ord(letter))

await_first_paint()
qt = make_qt()
assert wear_first_letters()
"""

PICTURES = """
language, theme, zoom = sys.argv[1:]
app = build_app(Path("nowhere"), Preferences(language, theme, int(zoom)))
view = SignInView(demonstration=True)
view.show_state(SignInState(bank="示例银行", branch="望江路支行", staff_id="T1001", pin="4821", code="7KQ2M-X9D4T"))
app.window.show_screen(Screen(view, None, lambda: None))
pictures = []
for load in (lambda: None, need_all_letters):
    load()
    pictures.append((draws("㛃"), app.window.grab().toImage()))
print(pictures[0][0], pictures[1][0], pictures[0][1] == pictures[1][1])
"""

NAMES = """
known = draws("银"), draws("㛃")
need_letters("示例银行")
common = draws("㛃")
need_letters("示例银行㛃")
print(*known, common, draws("㛃"))
"""

AFTERWARDS = """
before = draws("㛃")
first_painted()
print(before, draws("㛃"))
"""

only_here = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no fontconfig counts letters")


def _says(script: str, *words: str) -> list[str]:
    call = [sys.executable, "-c", START + script, *words]
    return subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()


def test_every_word_of_the_first_page_is_in_the_cut():
    letters = set(asset("fonts", FIRST_FOLDER, FIRST_LETTERS).read_text("utf-8"))
    for path in asset("translations").glob("*/*.po"):
        if path.stem in FIRST:
            with path.open("rb") as file:
                texts = [str(text) for one in read_po(file) for text in (one.id, one.string)]
            assert set("".join(texts)) <= {*letters, "\n"}


def test_the_cut_is_a_small_part_of_the_fonts():
    for name in FILES[SANS]:
        cut, whole = (asset(*parts, name).stat().st_size for parts in (("fonts", FIRST_FOLDER), ("fonts",)))
        assert cut < whole / 5


@only_here
@pytest.mark.parametrize("look", [("zh", "light", "100"), ("en", "dark", "200")])
def test_the_sign_in_page_is_the_same_picture_with_the_cut_and_with_the_whole_fonts(look):
    assert _says(PICTURES, *look) == ["False", "True", "True"]


@only_here
def test_a_name_with_a_rare_sign_brings_the_whole_fonts_before_it_is_shown():
    assert _says(NAMES) == ["True", "False", "False", "True"]


@only_here
def test_right_after_the_first_picture_every_letter_is_there():
    assert _says(AFTERWARDS) == ["False", "True"]
