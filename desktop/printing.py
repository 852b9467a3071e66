"""A page of a PDF onto paper: as a picture, 300 dots per inch, A4 across.

Qt's printing is imported when it is first needed: most branches never print, and start-up must not wait for it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from certificates import Picture

DOTS_PER_INCH = 300


class SystemPrinter:
    """The printers of this PC, asked for in a dialog over the window that does not hold up the app."""

    def __init__(self, window: "QWidget") -> None:
        self._window = window

    def is_there(self) -> bool:
        """True where this PC knows a printer."""
        from PySide6.QtPrintSupport import QPrinterInfo

        return bool(QPrinterInfo.availablePrinterNames())

    def print_page(self, page: "Picture", title: str, printed: Callable[[], None], failed: Callable[[], None]) -> None:
        """Ask which printer and how, then print; whoever cancels hears nothing."""
        from PySide6.QtCore import Qt
        from PySide6.QtPrintSupport import QPrintDialog
        from PySide6.QtWidgets import QDialog

        printer = across(title)
        dialog = QPrintDialog(printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: printed() if paint_page(printer, page) else failed())
        QDialog.open(dialog)  # its own `open` wants a slot to call


def across(title: str) -> "QPrinter":
    """A printer set to A4 landscape, to the edge of the sheet: the certificate has margins of its own."""
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QPageLayout, QPageSize
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS_PER_INCH)
    printer.setDocName(title)
    printer.setFullPage(True)
    size = QPageSize(QPageSize.PageSizeId.A4)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0)))
    return printer


def paint_page(printer: "QPrinter", page: "Picture") -> bool:
    """Print one picture as large as the sheet allows, in the middle; False where the printer does not take it."""
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QImage, QPainter

    painter = QPainter()
    if not painter.begin(printer):
        return False
    image = QImage(page.rgba, page.width, page.height, page.width * 4, QImage.Format.Format_RGBA8888)
    sheet = painter.viewport()
    size = image.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(
        (sheet.width() - size.width()) / 2, (sheet.height() - size.height()) / 2, size.width(), size.height()
    )
    painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.LosslessImageRendering)
    painter.drawImage(place, image)
    return painter.end()
