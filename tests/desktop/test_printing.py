"""A page onto paper: A4 across, to the edge, at 300 dots per inch."""

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from certificates import Picture, picture
from desktop.printing import SystemPrinter, across, paint_page

A4 = (841.9, 595.3)
RED, WHITE = b"\xff\x00\x00\xff", b"\xff\xff\xff\xff"


@pytest.fixture
def page():
    """A sheet with a red left half."""
    return Picture(594, 420, (RED * 297 + WHITE * 297) * 420)


@pytest.fixture
def to_file(qapp, tmp_path):
    """The printer of the app, printing into a file."""
    printer = across("Certificate DEMO-01-2026-000001-X")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    return printer


def test_the_sheet_is_a4_across_at_300_dots(to_file):
    assert to_file.resolution() == 300
    assert to_file.docName() == "Certificate DEMO-01-2026-000001-X"
    sheet = to_file.pageLayout().fullRectPixels(300)
    assert (sheet.width(), sheet.height()) == pytest.approx((3508, 2480), abs=1)


def test_what_is_printed_is_the_picture_from_edge_to_edge(to_file, page, tmp_path):
    assert paint_page(to_file, page)
    printed = (tmp_path / "printed.pdf").read_bytes()
    document = pypdfium2.PdfDocument(printed)
    assert len(document) == 1
    assert document[0].get_size() == pytest.approx(A4, abs=1)
    document.close()
    again = picture(printed, 200)
    middle = again.height // 2 * again.width
    points = {x: again.rgba[4 * (middle + x) : 4 * (middle + x) + 3] for x in (2, 90, 110, 197)}
    assert points[2] == points[90] == RED[:3]
    assert points[110] == points[197] == WHITE[:3]


def test_a_printer_that_does_not_take_the_page_is_told(qapp, page, tmp_path, qtlog):
    printer = across("x")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no such folder" / "x.pdf"))
    with qtlog.disabled():
        assert not paint_page(printer, page)


def test_the_app_knows_whether_there_is_a_printer(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    assert SystemPrinter(window).is_there() is bool(QPrinterInfo.availablePrinterNames())


def test_the_dialog_holds_nothing_up_and_who_cancels_hears_nothing(qtbot, page):
    window = QWidget()
    qtbot.addWidget(window)
    heard = []
    SystemPrinter(window).print_page(page, "x", lambda: heard.append("yes"), lambda: heard.append("no"))
    dialog = window.findChild(QPrintDialog)
    assert dialog.isVisible()
    dialog.reject()
    assert heard == []


@pytest.mark.parametrize(("folder", "told"), [(".", "yes"), ("no such folder", "no")])
def test_what_became_of_the_page_is_told(qtbot, page, tmp_path, qtlog, folder, told):
    window = QWidget()
    qtbot.addWidget(window)
    heard = []
    SystemPrinter(window).print_page(page, "x", lambda: heard.append("yes"), lambda: heard.append("no"))
    dialog = window.findChild(QPrintDialog)
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / folder / "x.pdf"))
    with qtlog.disabled():
        dialog.done(QPrintDialog.DialogCode.Accepted)
    assert heard == [told]
