"""The certificate's page in its window, over a real register and the frozen PDF."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from certificates import CertificateDesk
from certificates.errors import RegisterDamaged
from certificates.store.certificate_rows import save_certificate
from certificates.store.correction_rows import save_correction
from certificates.store.database import open_register
from desktop.wiring.certificate import CertificateRoom, save_dialog
from desktop.words.errors import sentence
from tests.certificates.examples import RememberingOffice, a_person, a_sitting
from tests.desktop.screens.staff_fixtures import throw_away
from tests.drivers.certificate import CertificateDriver
from tests.drivers.looks import cut_off, nameless, settle, unreachable
from tests.drivers.window import windows_beside


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def shelf(home):
    return CertificateDesk(home, RememberingOffice(demonstration=True))


@pytest.fixture(scope="module")
def issued(shelf):
    return shelf.issue(a_sitting(), a_person())


class NoPrinter:
    def is_there(self):
        return False

    def print_page(self, page, title, printed, failed):
        raise AssertionError("there is no printer")


@pytest.fixture
def places(tmp_path):
    """Where the next files go."""
    return [tmp_path / "certificate.pdf"]


@pytest.fixture
def left():
    return []


@pytest.fixture
def room(window, shelf, places, left):
    def choose(_name, chosen):
        chosen(places.pop(0))

    return CertificateRoom(window, shelf, lambda: left.append("home"), choose, NoPrinter())


@pytest.fixture
def page(qtbot, window, room, issued):
    room.open(issued.number)
    settle()
    window.jobs.finish_all()
    settle()
    window.jobs.finish_all()
    return CertificateDriver(qtbot, window.current().view)


def test_while_it_is_opened_the_page_says_so(qtbot, window, room, issued):
    room.open(issued.number)
    driver = CertificateDriver(qtbot, window.current().view)
    assert driver.panel == "Opening the certificate"
    assert not driver.can_press("save_pdf")
    assert not driver.has("picture")


def test_the_frozen_pdf_stands_as_a_picture_with_its_facts(page, issued):
    assert page.title == "Certificate of 欧阳㛃䶮"
    assert page.sees(issued.number)
    assert page.sees("For demonstration only")
    assert page.shows_picture
    assert page.panel == ""
    assert page.part("save_pdf").hasFocus()


def test_the_whole_page_is_seen_without_scrolling_in_it(page):
    picture = page.part("picture")
    assert picture.height() > picture.width() * 210 / 297


def test_save_writes_the_frozen_bytes(page, window, places, issued, shelf):
    place = places[0]
    page.save()
    window.jobs.finish_all()
    assert place.read_bytes() == shelf.pdf(issued.number)
    assert page.notice == "Saved"
    assert page.sees(str(place))
    assert page.part("save_pdf").hasFocus()


def test_a_place_that_cannot_be_written_is_said_and_the_next_one_works(page, window, places, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    places[:] = [blocked / "certificate.pdf", tmp_path / "elsewhere.pdf"]
    page.save_by_key()
    window.jobs.finish_all()
    assert page.notice.startswith("The file could not be written:")
    page.take_offer()
    window.jobs.finish_all()
    assert (tmp_path / "elsewhere.pdf").is_file()


def test_without_a_printer_the_button_explains_and_offers_the_file(page, window, places):
    place = places[0]
    page.print()
    assert page.notice == "This PC has no printer. Save the PDF and print it on a PC that has one."
    page.take_offer()
    window.jobs.finish_all()
    assert place.is_file()


def test_a_stored_pdf_that_was_changed_is_not_shown(qtbot, window, room, shelf, issued, monkeypatch):
    def damaged(number):
        raise RegisterDamaged(number=number)

    with monkeypatch.context() as patched:
        patched.setattr(shelf, "pdf", damaged)
        room.open(issued.number)
        window.jobs.finish_all()
    driver = CertificateDriver(qtbot, window.current().view)
    assert driver.panel == sentence("E_REGISTER_DAMAGED", {"number": issued.number}).what
    assert not driver.can_press("save_pdf")
    driver.try_again()
    window.jobs.finish_all()
    assert driver.shows_picture


def test_another_language_keeps_picture_and_notice(page, window, qtbot):
    page.print()
    window.set_language("zh")
    settle()
    after = CertificateDriver(qtbot, window.current().view)
    assert after.title == "欧阳㛃䶮的证书"
    assert after.notice == "本机没有打印机。请另存为 PDF，到有打印机的电脑上打印。"
    assert after.shows_picture


def test_leaving_while_it_is_opened_ends_well(window, room, issued, left, driver):
    room.open(issued.number)
    driver.press("leave")
    assert left == ["home"]
    room.open(issued.number)
    throw_away()
    window.jobs.finish_all()
    assert driver.path == "Certificate"


def test_the_save_dialog_holds_nothing_up_and_tells_the_place(window, qtbot, tmp_path):
    chosen = []
    save_dialog(window)("DEMO-01-2026-000001-X.pdf", chosen.append)
    dialog = window.findChild(QFileDialog)
    assert dialog.isVisible()
    assert Path(dialog.selectedFiles()[0]).name == "DEMO-01-2026-000001-X.pdf"
    dialog.fileSelected.emit(str(tmp_path / "x.pdf"))
    dialog.close()
    assert chosen == [tmp_path / "x.pdf"]


@pytest.fixture(scope="module")
def corrected(home, shelf, issued):
    """Of another sitting: the branch's certificate, and the one that HR issued in its place."""
    pdf, numbers = shelf.pdf(issued.number), ("BJ-WJ01-2026-000077-A", "HR-2026-000001-B")
    facts = [replace(issued.facts, number=number, sitting="ab" * 8) for number in numbers]
    old, new = (replace(issued, number=one.number, facts=one) for one in facts)
    with open_register(home) as db:
        save_certificate(db, old, pdf)
        save_correction(db, new, old.number, pdf)
    return numbers


@pytest.mark.feature("e6")
def test_what_hr_issued_stands_first_and_the_replaced_one_is_a_press_away(qtbot, window, room, corrected):
    old, new = corrected
    room.open(old)
    window.jobs.finish_all()
    driver = CertificateDriver(qtbot, window.current().view)
    assert (driver.sees(new), driver.sees(old)) == (True, True)  # its number, and in whose place it stands
    driver.part("other_certificate").setFocus()
    driver.key(Qt.Key.Key_Space)
    window.jobs.finish_all()
    assert driver.text("certificate_number") == old
    assert driver.part("other_certificate").hasFocus()
    window.set_zoom(200)
    settle()
    assert not cut_off(window.current().view)


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_cut_off_nameless_or_out_of_reach(page, window, zoom, code):
    window.set_language(code)
    window.set_zoom(zoom)
    window.resize(1024, 700)
    settle()
    window.jobs.finish_all()
    settle()
    view = window.current().view
    assert not cut_off(view)
    assert not nameless(view)
    assert not unreachable(view)
    assert not windows_beside(window)
