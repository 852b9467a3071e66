"""The page of the certificate's words as it is seen, over real words."""

import pytest
from PySide6.QtCore import Qt

from certificates import WORDING_FOLDER, Picture
from certificates.assets import asset
from desktop.screens.certificate_wording.state import WordingState
from desktop.screens.certificate_wording.view import WordingView
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.wiring.certificate_wording import open_wording
from desktop.wiring.verify import VerifyWays
from tests.drivers.base import Driver
from tests.drivers.looks import cut_off, nameless, settle, unreachable

WRONG = NoticeValue(Tone.BAD, "en.toml，第 7 行：“course”缺少占位符 {title}。", detail="请放在应显示该信息的位置。")
STATES = {
    "loading": WordingState(busy=True, face=Face(FaceKind.LOADING, "正在绘制样张")),
    "good": WordingState(
        folder="C:/words/2026", good=True, picture=Picture(70, 50, bytes((250, 246, 236, 255)) * 3500)
    ),
    "wrong": WordingState(
        layout="en", specimen="longest", faults=(WRONG, WRONG), face=Face(FaceKind.ERROR, "无法绘制")
    ),
}


@pytest.mark.parametrize(("code", "zoom"), [("zh", 100), ("en", 200)])
@pytest.mark.parametrize("name", STATES)
def test_nothing_is_cut_off_and_everything_is_named_and_reachable(dressed, name, code, zoom):
    view = dressed(lambda: WordingView("Exam results"), code, zoom)
    view.show_state(STATES[name])
    settle()
    assert not cut_off(view)
    assert not nameless(view)
    assert not unreachable(view)


@pytest.fixture
def words(tmp_path):
    """The home's own words: ours, to be edited."""
    folder = tmp_path / WORDING_FOLDER
    folder.mkdir()
    (folder / "en.toml").write_bytes(asset("certificate", "en.toml").read_bytes())
    return folder / "en.toml"


def test_the_page_follows_the_words_that_are_edited_outside(window, qtbot, tmp_path, words):
    led = []
    open_wording(window, tmp_path, lambda: VerifyWays((), "Home", lambda: led.append("leave")))
    page = Driver(qtbot, window.current().view)
    window.jobs.finish_all()
    assert page.has("specimen")
    assert page.sees("Every text finds its place in all three layouts.")
    words.write_text(words.read_text("utf-8").replace("{title}", "{titel}"), "utf-8")
    page.view.ticked.emit()
    window.jobs.finish_all()
    assert page.sees("en.toml, line 7: nothing fills the placeholder {titel}")
    assert not page.has("specimen")
    page.press("segment_zh")
    window.jobs.finish_all()
    assert page.has("specimen")
    page.key(Qt.Key.Key_Escape)
    assert led == ["leave"]
