"""A handout onto A4 paper; Qt's printing is imported when it is first needed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.handout import Handout

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

_POINTS = {"title": 18, "told": 9, "heading": 11, "text": 10}


class HandoutPrinter:
    """The printers of this PC, asked for in a dialog over the window that does not hold up the app."""

    def __init__(self, window: "QWidget") -> None:
        self._window = window

    def is_there(self) -> bool:
        """True where this PC knows a printer."""
        from PySide6.QtPrintSupport import QPrinterInfo

        return bool(QPrinterInfo.availablePrinterNames())

    def print_handout(self, handout: Handout, printed: Callable[[], None]) -> None:
        """Ask which printer, then print; whoever cancels hears nothing."""
        from PySide6.QtCore import Qt
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter
        from PySide6.QtWidgets import QDialog

        printer = upright(QPrinter(QPrinter.PrinterMode.HighResolution), handout.title)
        dialog = QPrintDialog(printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def accepted() -> None:
            document_of(handout).print_(printer)
            printed()

        dialog.accepted.connect(accepted)
        QDialog.open(dialog)  # its own `open` wants a slot to call


def upright(printer: "QPrinter", title: str) -> "QPrinter":
    """Set to A4 with margins of 18 mm."""
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QPageLayout, QPageSize

    printer.setDocName(title)
    size, margins = QPageSize(QPageSize.PageSizeId.A4), QMarginsF(18, 18, 18, 18)
    page = QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
    printer.setPageLayout(page)
    return printer


def document_of(handout: Handout) -> "QTextDocument":
    """The page set in our font, black on white whatever the app wears."""
    from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

    from desktop.style.fonts import load_family
    from desktop.style.tokens import SANS

    load_family(SANS)
    document = QTextDocument()
    document.setDefaultFont(QFont(SANS, _POINTS["text"]))
    cursor = QTextCursor(document)

    def block(text: str, kind: str, above: float) -> None:
        letters, place = QTextCharFormat(), QTextBlockFormat()
        letters.setFont(QFont(SANS, _POINTS[kind], QFont.Weight.Bold if kind in {"title", "heading"} else -1))
        place.setTopMargin(above)
        if document.isEmpty():
            cursor.setBlockFormat(place)
            cursor.setCharFormat(letters)
        else:
            cursor.insertBlock(place, letters)
        cursor.insertText(text, letters)

    block(handout.title, "title", 0)
    block(handout.told, "told", 2)
    for passage in handout.passages:
        block(passage.title, "heading", 14)
        for line in passage.lines:
            block(line, "text", 4)
    if handout.foot:
        block(handout.foot, "told", 18)
    return document
