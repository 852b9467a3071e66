"""The glossary shows both languages side by side and is found by a word of either."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel as Label

from desktop.screens.glossary.presenter import Exits, GlossaryPresenter
from desktop.screens.glossary.view import GlossaryView
from desktop.widgets.values import FaceKind
from exams import AcademyError
from tests.desktop.screens.my_training.study_desk import StudyDesk, chinese, faults_of, opened
from tests.drivers.glossary import GlossaryDriver

UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down
AGENT, IVR, ABANDON = "agent · 坐席", "IVR (voice menu) · IVR（自助语音菜单）", "abandonment rate · 放弃率"


def connected(text="", desk=None):
    view, view_led = GlossaryView(), []
    presenter = GlossaryPresenter(desk or StudyDesk(), Exits(search=view_led.append), text)
    view.text_changed.connect(presenter.filter)
    view.all_asked.connect(presenter.show_all)
    view.term_asked.connect(presenter.find)
    presenter.attach(view)
    presenter.show()
    view.kept, view.led = presenter, view_led
    return view


@pytest.fixture
def glossary(qtbot):
    def made(text="", desk=None):
        view = connected(text, desk)
        opened(qtbot, view)
        view.focus_field()
        return GlossaryDriver(qtbot, view)

    return made


def test_terms_stand_in_the_order_of_the_language_in_use(glossary):
    assert glossary().terms() == [ABANDON, AGENT, IVR]
    with chinese():
        assert glossary().terms() == [
            "IVR（自助语音菜单） · IVR (voice menu)",
            "放弃率 · abandonment rate",
            "坐席 · agent",
        ]


def test_both_languages_are_seen_side_by_side(glossary):
    page = glossary()
    for words in ("Who answers calls.", "接听来电的人。"):
        assert page.sees(words)
    left, right = (next(one for one in page.view.findChildren(Label) if one.text() == t) for t in ("agent", "坐席"))
    assert left.mapTo(page.view, left.pos()).y() == right.mapTo(page.view, right.pos()).y()


@pytest.mark.parametrize(
    ("typed", "seen"), [("ag", [AGENT]), ("坐席", [AGENT]), ("HANG up", [ABANDON]), ("语音", [IVR])]
)
def test_a_word_of_either_language_or_of_the_meaning_finds_a_term(glossary, typed, seen):
    page = glossary()
    page.filter(typed)
    assert page.terms() == seen
    assert page.text("count") == "1 term"


def test_what_fits_nothing_is_said_and_undone_by_one_press(glossary):
    page = glossary("火星车")
    assert page.terms() == []
    assert page.sees("No term fits “火星车”")
    page.press("panel_action")
    assert len(page.terms()) == 3
    assert page.text("glossary_text") == ""


def test_a_course_without_terms_says_so(glossary):
    page = glossary(desk=StudyDesk(glossary=()))
    assert page.sees("This course has no glossary yet")


def test_a_term_leads_to_where_the_course_speaks_of_it(glossary):
    page = glossary()
    page.open("ivr")
    assert page.view.led == ["IVR"]


def test_arrows_move_between_the_terms_that_are_shown(glossary):
    page = glossary("a")
    page.key(DOWN)
    page.key(DOWN)
    assert page.view.focusWidget().objectName() == "term_agent"
    page.key(UP)
    page.key(UP)
    assert page.view.focusWidget().objectName() == "glossary_text"


def test_a_failure_is_told():
    class Screen:
        def show_state(self, state):
            self.state = state

    screen, presenter = Screen(), GlossaryPresenter(StudyDesk(fault=AcademyError()), Exits(search=print))
    presenter.attach(screen)
    presenter.show()
    assert screen.state.face.kind is FaceKind.ERROR


@pytest.mark.parametrize("text", ["", "火星车"])
def test_nothing_is_cut_off_nameless_or_out_of_reach(qtbot, qapp, text):
    assert faults_of(qtbot, qapp, lambda: connected(text)) == []
