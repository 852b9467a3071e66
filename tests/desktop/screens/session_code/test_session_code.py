"""A session is opened, and its code is shown once."""

import pytest

from desktop.screens.session_code.presenter import Exits, SessionCodePresenter
from desktop.screens.session_code.view import SessionCodeView
from exams import State
from tests.desktop.screens.staff_desks import SESSION
from tests.drivers.looks import cut_off, nameless, unreachable
from tests.drivers.window import windows_beside
from tests.exams.desk.branch_pc import SESSION as FIRST


@pytest.fixture
def code_page(way):
    """The first session is closed, another one is open, and its code stands on the screen."""
    way.desk.close_session(FIRST)
    way.room.open()
    assert way.page.able == ["clock", "open"]
    way.page.do("open")
    way.form.do(title="二号考场")
    return way.code


def spoken(page):
    return page.code.removeprefix("Code of the session: ").replace(" ", "").replace(",", "-")


def test_the_code_on_the_page_opens_a_final(way, code_page):
    code = spoken(code_page)
    assert [len(part) for part in code.split("-")] == [5, 5, 1]
    assert way.pc.begin_final(code=code).state is State.OPEN
    assert code_page.sees("二号考场")


def test_once_the_page_is_left_the_code_is_nowhere(way, code_page):
    code = spoken(code_page)
    way.code.press("written")
    assert way.title == "Proctor's desk"
    assert way.page.sees("二号考场")
    assert way.page.code == ""
    assert not any(code[:5] in words for words in way.page.words())
    assert code.encode() not in b"".join(record.body for record in way.pc.records())


def test_another_language_keeps_the_code_on_the_page(way, code_page):
    code = spoken(code_page)
    way.window.set_language("zh")
    assert way.code.sees(code[:5])
    assert way.code.sees("考场码只显示这一次")


def test_the_keyboard_stands_on_the_button_that_leaves(way, code_page):
    assert way.window.focusWidget().objectName() == "written"


def test_a_second_session_is_refused_in_place(way):
    way.room.open()
    assert "open" not in way.page.able


def test_a_name_that_cannot_be_used_is_refused_at_the_field(way):
    way.desk.close_session(FIRST)
    way.room.open()
    way.page.do("open")
    way.form.do(title="二号\u200b考场")
    assert way.form.wrong() == ["title"]
    assert not any(session.open for session in way.desk.sessions())


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_cut_off_nameless_or_out_of_reach(dressed, zoom, code):
    def shown():
        view = SessionCodeView()
        presenter = SessionCodePresenter(SESSION, "7KQ2M-X9D4T-H", Exits(lambda: None))
        presenter.attach(view)
        presenter.show()
        return view

    view = dressed(shown, code, zoom)
    assert not cut_off(view)
    assert not nameless(view)
    assert not unreachable(view)
    assert not windows_beside(view)
