"""The search answers from two characters on, in the language in use or else in the other; the keyboard does it all."""

import pytest

from desktop.screens.search.presenter import Exits, SearchPresenter
from desktop.screens.search.view import SearchView
from desktop.widgets.values import FaceKind
from exams import AcademyError
from tests.desktop.screens.my_training.study_desk import StudyDesk, chinese, faults_of, opened
from tests.drivers.search import SearchDriver


class Screen:
    def show_state(self, state):
        self.state = state


class Looking:
    def __init__(self, text="", desk=None, view=None):
        self.led = []
        exits = Exits(
            section=lambda section, block: self.led.append(("section", section, block)),
            call=lambda call: self.led.append(("call", call)),
            glossary=lambda text: self.led.append(("glossary", text)),
        )
        self.presenter, self.screen = SearchPresenter(desk or StudyDesk(), exits, text), view or Screen()
        self.presenter.attach(self.screen)
        self.presenter.show()

    @property
    def state(self):
        return self.screen.state

    def found(self):
        return [one.title for one in self.state.sections]


def connected(text="", desk=None):
    view = SearchView()
    looking = Looking(text, desk, view)
    view.text_changed.connect(looking.presenter.look_for)
    view.section_asked.connect(looking.presenter.open_section)
    view.term_asked.connect(looking.presenter.open_term)
    view.call_asked.connect(looking.presenter.open_call)
    view.looking = looking
    return view


@pytest.fixture
def search(qtbot):
    def made(text="", desk=None):
        view = connected(text, desk)
        opened(qtbot, view)
        view.focus_field()
        return SearchDriver(qtbot, view)

    return made


@pytest.mark.parametrize("text", ["", "a", " a ", "　坐"])
def test_before_the_second_character_it_offers_words_that_find_something(text):
    state = Looking(text).state
    assert state.face.kind is FaceKind.EMPTY
    assert not state.sections
    assert state.suggestions == ("agent", "IVR")


def test_from_the_second_character_on_it_finds():
    looking = Looking("a")
    looking.presenter.look_for("ag")
    assert looking.found() == ["1.1  What a centre is"]
    assert looking.state.summary == "1 section found"
    assert "\x02ag\x03" in looking.state.sections[0].snippet


def test_a_term_is_found_by_its_name_in_either_language_and_leads_to_the_glossary():
    looking = Looking("坐席")
    assert [one.title for one in looking.state.terms] == ["agent · 坐席"]
    looking.presenter.open_term("agent")
    assert looking.led == [("glossary", "agent")]


def test_what_only_the_other_language_holds_is_found_there_and_said_so():
    looking = Looking("坐席")
    assert looking.found() == ["1.1  什么是客服中心"]
    assert "简体中文" in looking.state.notice
    assert Looking("agent").state.notice == ""


@pytest.mark.feature("a7")
def test_initials_find_chinese_words_and_it_is_said_why():
    looking = Looking("dhs")
    assert looking.found() == ["1.2  服务渠道"]
    assert [one.title for one in looking.state.calls] == ["只晚了一天"]
    assert looking.state.notice == "Found by the initials of Chinese words."


def test_a_term_is_found_by_its_initials():
    assert [one.title for one in Looking("fql").state.terms] == ["abandonment rate · 放弃率"]


def test_two_letters_are_no_initials_where_they_are_words():
    assert Looking("zx").found() == ["1.1  什么是客服中心"]
    assert [one.snippet for one in Looking("ag").state.sections] == ["An \x02ag\x03ent in the centre answers."]


def test_a_find_opens_at_its_paragraph_and_a_call_opens_the_call():
    looking = Looking("dhs")
    looking.presenter.open_section("1.2")
    looking.presenter.open_call("s01")
    assert looking.led == [("section", "1.2", 2), ("call", "s01")]


def test_nothing_found_is_said_with_the_words_that_were_typed():
    state = Looking("火星车").state
    assert "火星车" in state.face.title
    assert state.suggestions


def test_the_chapter_is_named_only_where_there_are_several():
    assert Looking("phone").state.sections[0].place == ""
    assert Looking("phone", StudyDesk(chapters=2)).state.sections[0].place == "The centre"


def test_a_failure_is_told():
    assert Looking("ag", StudyDesk(fault=AcademyError())).state.face.kind is FaceKind.ERROR


def test_what_was_typed_outlives_a_change_of_language():
    looking = Looking("坐席")
    with chinese():
        looking.presenter.show()
    assert looking.state.text == "坐席"
    assert looking.state.notice == ""
    assert looking.state.summary == "在 1 节中找到"


def test_typing_shows_finds_and_enter_opens_the_first(search):
    page = search()
    page.look_for("phone")
    assert page.finds() == ["1.2  Channels"]
    page.enter()
    assert page.view.looking.led == [("section", "1.2", 3)]


def test_chinese_comes_in_by_an_input_method(search):
    with chinese():
        page = search()
        page.look_for("坐席")
        assert page.finds() == ["坐席 · agent", "1.1  什么是客服中心"]


def test_arrows_lead_into_the_finds_and_back_and_enter_opens(search):
    page = search("centre")
    page.down()
    assert page.focused == "found_1.1"
    page.up()
    assert page.focused == "search_text"
    page.down()
    page.down()
    page.enter()
    assert page.view.looking.led == [("section", "1.1", 3)]


def test_a_click_on_the_words_of_a_find_opens_it(search):
    page = search("phone")
    page.press("found_1.2")
    assert page.view.looking.led == [("section", "1.2", 3)]


def test_a_suggestion_is_searched_for_at_once(search):
    page = search()
    assert page.suggestions() == ["agent", "IVR"]
    page.press("suggestion_1")
    assert page.text("search_text") == "IVR"
    assert page.finds() == ["IVR (voice menu) · IVR（自助语音菜单）", "1.2  Channels"]


@pytest.mark.parametrize("text", ["", "ce", "坐席", "火星车", "dhs"])
def test_nothing_is_cut_off_nameless_or_out_of_reach(qtbot, qapp, text):
    assert faults_of(qtbot, qapp, lambda: connected(text)) == []
