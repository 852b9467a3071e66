"""Results on their way to HR: three ways from one page, and the same bundle on each of them."""

import pytest
from PySide6.QtGui import QGuiApplication

from exams import mail_text
from exams.desk.hq_errors import FileNotWritten
from tests.desktop.screens.send_results.conftest import STICK
from tests.drivers.base import Driver
from tests.drivers.looks import cut_off, nameless, unreachable


@pytest.fixture
def page(opened, qtbot):
    return Driver(qtbot, opened().view)


def press(page, window, name):
    page.press(name)
    window.jobs.finish_all()
    page.settle()


@pytest.mark.feature("h5")
def test_one_bundle_goes_every_way_and_is_sealed_once(page, window, house):
    press(page, window, "to_folder")
    assert house.written == [(STICK, (("D00000001-1-91.bundle", house.raw),))]
    assert page.sees("Written for HR: D00000001-1-91.bundle")
    press(page, window, "to_mail")
    assert QGuiApplication.clipboard().text() == mail_text(house.raw)
    assert page.sees("Copied: paste it into a mail to HR.")
    press(page, window, "to_codes")
    assert page.sees("Code 1 of 3")
    assert house.sealed == 1


def test_codes_go_on_and_back_in_a_circle_and_by_themselves(page, window, house):
    press(page, window, "to_codes")
    presenter, seen = window.current().presenter, []
    for _ in range(3):
        seen.append(page.text("code_place"))
        page.press("code_after")
    assert (seen, page.text("code_place")) == (["Code 1 of 3", "Code 2 of 3", "Code 3 of 3"], "Code 1 of 3")
    page.press("code_before")
    assert page.text("code_place") == "Code 3 of 3"
    presenter.tick()
    assert page.text("code_place") == "Code 3 of 3"
    page.press("codes_run")
    presenter.tick()
    assert page.text("code_place") == "Code 1 of 3"


def test_what_is_too_large_for_a_mail_or_for_codes_says_so_and_the_stick_still_works(page, window, house):
    house.raw = bytes(600 * 1024)
    for way in ("to_mail", "to_codes"):
        press(page, window, way)
        assert page.sees("too large")
    press(page, window, "to_folder")
    assert page.sees("Written for HR")


def test_a_refusal_is_a_sentence_and_the_page_can_be_used_again(page, window, house):
    house.refusal = FileNotWritten(path="stick/a", detail="full")
    press(page, window, "to_folder")
    assert page.sees("stick/a")
    house.refusal = None
    press(page, window, "to_folder")
    assert page.sees("Written for HR")


@pytest.mark.parametrize(("code", "zoom"), [("zh", 100), ("en", 100), ("zh", 200), ("en", 200)])
def test_everything_has_a_name_can_be_reached_and_is_not_cut(opened, window, qtbot, code, zoom):
    window.set_language(code)
    window.set_zoom(zoom)
    page = Driver(qtbot, opened().view)
    press(page, window, "to_codes")
    view = window.current().view
    assert (nameless(view), unreachable(view), cut_off(view)) == ([], [], [])
