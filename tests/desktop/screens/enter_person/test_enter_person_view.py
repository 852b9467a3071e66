"""The form as it is seen and used, with the real desk behind it."""

import pytest
from PySide6.QtCore import Qt

from certificates import first_missing_glyph
from desktop.background.manual import ManualJobs
from desktop.screens.enter_person.presenter import EnterPersonPresenter, Exits
from desktop.screens.enter_person.view import EnterPersonView
from desktop.wiring.staff import HrExits, HrRoom
from exams import PinCost, open_office
from tests.desktop.screens.staff_desks import CLERK, ClerkDesk
from tests.desktop.screens.staff_fixtures import throw_away
from tests.drivers.enter_person import EnterPersonDriver
from tests.drivers.looks import cut_off, nameless, unreachable
from tests.drivers.window import windows_beside

GOOD = {"staff_id": "T1010", "name": "欧阳若溪", "latin": "Ouyang Ruoxi", "pin": "258025", "again": "258025"}


@pytest.fixture
def desk(tmp_path):
    """HR's own desk in an empty home; entering people asks nothing of the course."""
    no_course = tmp_path / "content.sqlite"
    no_course.touch()
    with open_office(tmp_path / "home", no_course, pin_cost=PinCost(8, 1), missing_glyph=first_missing_glyph) as office:
        yield office.desk_of(CLERK)


@pytest.fixture
def form(window, qtbot, desk):
    HrRoom(window, desk, HrExits(lambda _: None)).open_enter()
    return EnterPersonDriver(qtbot, window.current().view)


@pytest.mark.feature("f8")
def test_a_name_that_no_font_draws_is_refused_with_the_character_named(form, window, desk):
    form.fill(**{**GOOD, "name": "王\U00030000"})
    form.enter()
    window.jobs.finish_all()
    assert form.wrong() == ["name"]
    assert "\U00030000 (U+30000)" in form.at("name")
    assert form.here == "name"
    assert desk.people() == ()
    assert form.typed["pin"] == "258025"


def test_a_right_person_is_entered_and_the_cursor_waits_for_the_next(form, window, desk):
    form.choose_role("proctor")
    form.fill(**{**GOOD, "pin": "river lantern", "again": "river lantern"})
    form.enter()
    assert not form.can_press("enter")
    window.jobs.finish_all()
    assert [(one.staff_id, one.name, one.role.value) for one in desk.people()] == [("T1010", "欧阳若溪", "proctor")]
    assert form.done == "欧阳若溪 (T1010) is entered and may sign in."
    assert form.typed["staff_id"] == form.typed["pin"] == ""
    assert form.here == "staff_id"


def test_enter_in_a_field_is_as_good_as_the_button(form, window, desk):
    form.fill(**GOOD)
    form.key(Qt.Key.Key_Return, "again")
    window.jobs.finish_all()
    assert len(desk.people()) == 1


def test_what_the_clipboard_hides_is_refused(form, desk):
    form.fill(**GOOD)
    form.paste("name", "王\u200b小雨")
    form.enter()
    assert form.wrong() == ["name"]
    assert "U+200B" in form.at("name")
    form.type("name", "王小雨")
    assert form.wrong() == []


def test_another_language_keeps_what_was_typed_and_says_the_faults_anew(form, window, qtbot):
    form.fill(**{**GOOD, "staff_id": "T1", "again": "1"})
    form.enter()
    window.set_language("zh")
    after = EnterPersonDriver(qtbot, window.current().view)
    assert after.typed == {**GOOD, "staff_id": "T1", "again": "1", "team": "", "minutes": ""}
    assert after.wrong() == ["staff_id", "again"]
    assert after.at("again") == "两次输入的口令不一致。"


def test_leaving_while_the_desk_works_ends_well(form, window, desk, driver):
    form.fill(**GOOD)
    form.enter()
    form.press("to_people")
    throw_away()
    window.jobs.finish_all()
    assert driver.path == "People"
    assert len(desk.people()) == 1


class Page:
    """A view and the presenter that must live as long."""

    def __init__(self, faulty):
        self.view = EnterPersonView()
        self.presenter = EnterPersonPresenter(ClerkDesk(), ManualJobs(), Exits(lambda: None))
        self.presenter.attach(self.view)
        if faulty:
            self.presenter.type("name", "王\u200b小雨")
            self.presenter.type("minutes", "x")
            self.presenter.type("again", "1")
            self.presenter.enter()
        self.presenter.show()


@pytest.mark.parametrize("faulty", [False, True], ids=["fresh", "faulty"])
@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_cut_off_nameless_or_out_of_reach(dressed, faulty, zoom, code):
    view = dressed(lambda: Page(faulty).view, code, zoom)
    assert not cut_off(view)
    assert not nameless(view)
    assert not unreachable(view)
    assert not windows_beside(view)


def fitted(window, qtbot, zoom, size):
    """The form where its head and its foot are never seen together."""
    window.set_zoom(zoom)
    window.resize(*size)
    page = EnterPersonDriver(qtbot, window.current().view)
    qtbot.waitUntil(lambda: page.in_sight("staff_id"))
    assert not page.in_sight("again")
    return page


def test_in_large_letters_the_first_wrong_field_comes_into_sight(form, window, qtbot):
    page = fitted(window, qtbot, 200, (1024, 700))
    page.fill(**{**GOOD, "again": "1"})
    page.key(Qt.Key.Key_Return, "staff_id")
    qtbot.waitUntil(lambda: page.in_sight("again"))
    assert page.here == "again"


def test_the_good_news_over_the_form_comes_into_sight_from_its_foot(form, window, qtbot):
    page = fitted(window, qtbot, 100, (1024, 600))
    page.fill(**GOOD)
    page.to_the_foot()
    assert page.in_sight("again")
    page.key(Qt.Key.Key_Return, "again")
    window.jobs.finish_all()
    qtbot.waitUntil(lambda: page.in_sight("entered") and page.in_sight("staff_id"))
