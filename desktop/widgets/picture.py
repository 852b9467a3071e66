"""A page as a picture, as of a certificate: as wide as there is room, nearer on demand."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.style.look import look
from desktop.widgets.buttons import IconButton
from desktop.widgets.layout import STRETCH, column, row
from desktop.widgets.naming import label
from desktop.words import tr
from desktop.words.numbers import percent_text

STEPS = (50, 75, 100, 125, 150, 200, 300, 400)


class PictureView(QWidget):
    """100 % is the width of the view.

    Signals:
        wanted_width: pixels a sharper picture should be wide
    """

    wanted_width = Signal(int)

    def __init__(self, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = 100
        self._sheet = _Sheet()
        self._area = _Area(self._sheet)
        self._area.setAccessibleName(accessible)
        self._area.resized.connect(self._fit)
        self._area.turned.connect(self._step)
        self._percent = label("", "small", wrap=False, name="picture_zoom")
        smaller = IconButton("zoom_out", tr("Smaller"))
        larger = IconButton("zoom_in", tr("Larger"))
        fit = IconButton("fit", tr("Fit to width"))
        smaller.clicked.connect(lambda: self._step(-1))
        larger.clicked.connect(lambda: self._step(1))
        fit.clicked.connect(lambda: self._set_zoom(100))
        self.setLayout(column(row(STRETCH, smaller, self._percent, larger, fit, gap="xs"), self._area, gap="s"))
        self._set_zoom(100)

    def show_picture(self, width: int, height: int, rgba: bytes) -> None:
        """Show raw pixels, four bytes each."""
        # .copy(): QImage would go on reading from bytes that Python may have thrown away.
        self._show(QImage(rgba, width, height, width * 4, QImage.Format.Format_RGBA8888).copy())

    def show_png(self, png: bytes) -> None:
        """Show a PNG picture."""
        self._show(QImage.fromData(QByteArray(png)))

    def _show(self, image: QImage) -> None:
        self._sheet.image = image
        self._fit()

    def _step(self, way: int) -> None:
        place = STEPS.index(self._zoom)
        self._set_zoom(STEPS[min(len(STEPS) - 1, max(0, place + way))])

    def _set_zoom(self, zoom: int) -> None:
        self._zoom = zoom
        self._percent.setText(percent_text(zoom))
        self._fit()

    def _fit(self) -> None:
        image = self._sheet.image
        if image.isNull():
            return
        room = self._area.viewport().width() - 2 * look().gap("s")
        width = max(1, room * self._zoom // 100)
        self._sheet.setFixedSize(QSize(width, max(1, round(width * image.height() / image.width()))))
        self._sheet.update()
        sharp = round(width * self.devicePixelRatioF())
        if sharp > image.width() * 1.2:
            self.wanted_width.emit(sharp)


class _Sheet(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.rect()), self.image)
        painter.setPen(QPen(QColor(look().colours.line_strong), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class _Area(QScrollArea):
    resized = Signal()
    turned = Signal(int)

    def __init__(self, sheet: _Sheet) -> None:
        super().__init__()
        self.setWidget(sheet)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMinimumHeight(look().px(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.turned.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        way = ways.get(Qt.Key(event.key()), 0)
        if way and not event.modifiers():
            self.turned.emit(way)
            return
        super().keyPressEvent(event)
