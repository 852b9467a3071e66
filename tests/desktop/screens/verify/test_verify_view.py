"""The page that checks certificates as it is seen, and over real certificates."""

import shutil

import pytest
from PySide6.QtCore import Qt

from certificates import CertificateDesk
from desktop.screens.verify.view import VerifyView
from desktop.widgets.values import Crumb
from desktop.wiring.packs import Chooser
from desktop.wiring.verify import VerifyWays, open_verify
from tests.certificates.authority import authority
from tests.certificates.examples import RememberingOffice, a_person, a_sitting, code_of
from tests.desktop.screens.verify.states import STATES
from tests.drivers.looks import cut_off, nameless, settle, unreachable
from tests.drivers.verify import VerifyDriver


@pytest.mark.parametrize(("code", "zoom"), [("zh", 100), ("en", 200)])
@pytest.mark.parametrize("name", STATES)
def test_nothing_is_cut_off_and_everything_is_named_and_reachable(dressed, name, code, zoom):
    view = dressed(lambda: VerifyView("Exam results"), code, zoom)
    view.show_state(STATES[name]())
    settle()
    assert not cut_off(view)
    assert not nameless(view)
    assert not unreachable(view)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A home with its trust, and the certificate it has issued."""
    home = tmp_path_factory.mktemp("home")
    authority().believed_in(home)
    desk = CertificateDesk(home, RememberingOffice())
    certificate = desk.issue(a_sitting(), a_person())
    return home, certificate, desk.path(certificate.number)


@pytest.fixture
def page(window, qtbot, made):
    led = []

    def ways():
        chooser = Chooser(lambda chosen: chosen((made[2],)), lambda chosen: chosen((made[2].parent,)))
        return VerifyWays((Crumb("home", "Home"),), "Home", lambda: led.append("leave"), chooser)

    open_verify(window, made[0], ways)
    window.jobs.finish_all()
    driver = VerifyDriver(qtbot, window.current().view)
    driver.finish, driver.led = window.jobs.finish_all, led
    return driver


@pytest.mark.feature("f2")
@pytest.mark.parametrize("by", ["choose_files", "choose_folder"])
def test_a_certificate_that_is_chosen_is_judged_and_its_signed_facts_are_shown(page, made, by):
    page.press(by)
    page.finish()
    assert page.status == "valid"
    for told in (made[1].number, "欧阳㛃䶮", "A0000005", "92%, to pass 80%", "CSC-BASIC"):
        assert any(told in text for text in page.words())
    assert page.lists_age.startswith("HR's lists are of 24 Nov 2026")


def test_what_a_code_reader_types_lands_in_the_field_wherever_the_focus_is(page, made):
    page.press("choose_files")
    page.finish()
    code = code_of(made[1].facts)
    assert " " in code  # on a button it would be a press
    for number, place in enumerate(("clear_list", "verdicts", "printed_code"), 2):
        page.scan_at(place, code)
        page.finish()
        assert len(page.rows) == number
        assert (page.status, page.field) == ("valid", "")


def test_files_and_folders_are_dropped_and_addresses_of_elsewhere_are_not_taken(page, made, tmp_path):
    other = shutil.copy(made[2], tmp_path / "copy.pdf")
    other.write_bytes(other.read_bytes() + b" ")
    (tmp_path / "empty").mkdir()
    assert not page.drag(other.as_uri(), "https://example.org/certificate.pdf")
    assert not page.drag("file://host/share/certificate.pdf")
    assert page.drag(other.as_uri(), (tmp_path / "empty").as_uri())
    assert page.drop(other.as_uri(), (tmp_path / "empty").as_uri()) is Qt.DropAction.CopyAction
    page.finish()
    assert [line.split(" | ")[:2] for line in page.lines] == [["altered", "copy.pdf"], ["unreadable", "empty"]]


def test_a_second_program_is_asked_by_a_button(page):
    page.press("choose_files")
    page.finish()
    page.press("ask_second")
    assert not page.can_press("ask_second")
    page.finish()
    assert page.second == "A second program, pyHanko, agrees: signed by us, whole, unchanged."
    assert not page.has("ask_second")


def test_a_file_that_is_gone_when_the_second_program_is_asked_is_told(page, made, tmp_path):
    gone = shutil.copy(made[2], tmp_path / "gone.pdf")
    page.drag(gone.as_uri())
    page.drop(gone.as_uri())
    page.finish()
    gone.unlink()
    page.press("ask_second")
    page.finish()
    assert page.status == "unreadable"


def test_what_was_judged_stays_when_the_language_changes_and_esc_leads_back(page, window):
    page.press("choose_files")
    page.finish()
    window.set_language("zh")
    page.view = window.current().view
    assert page.status == "有效"
    page.key(Qt.Key.Key_Escape)
    assert page.led == ["leave"]
