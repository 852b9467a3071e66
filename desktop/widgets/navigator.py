"""All questions of a paper at a glance: not seen, seen, answered, flagged, here."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QPixmapCache, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.style.fonts import font
from desktop.style.icons import draw_icon
from desktop.style.look import look
from desktop.widgets.flow import FlowLayout
from desktop.widgets.layout import FlowRow, boxed, column, row
from desktop.widgets.naming import label, show_if, tip
from desktop.widgets.pressable import ENTER
from desktop.widgets.values import OptionMark, Place, PlaceState
from desktop.words import mark, tr

_WORDS = {
    PlaceState.UNSEEN: mark("Not seen yet"),
    PlaceState.SEEN: mark("Not answered"),
    PlaceState.ANSWERED: mark("Answered"),
}
_MARK_WORDS = {
    OptionMark.RIGHT: mark("Right"),
    OptionMark.WRONG: mark("Wrong"),
    OptionMark.MISSED: mark("Partly right"),
}
_MARK_INKS = {OptionMark.RIGHT: "good", OptionMark.WRONG: "bad", OptionMark.MISSED: "warn"}
_MARK_ICONS = {OptionMark.RIGHT: "check", OptionMark.WRONG: "cross", OptionMark.MISSED: "minus"}

SIDE = 44
MANY, SMALL_SIDE = 40, 32
"""A long paper stands in smaller squares, so that it is seen at a glance."""


class PlaceButton(QAbstractButton):
    """One number: dashed = not seen, open = seen, filled = answered, corner = flagged, ring = here."""

    def __init__(self, place: Place, *, current: bool, size: int = SIDE) -> None:
        super().__init__()
        self._side = look().px(size)
        self.setFixedSize(self._side, self._side)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.place, self._current = place, current
        self._show()

    def show_place(self, place: Place, *, current: bool) -> None:
        """Show another state; the same one costs nothing, as with every turn of seventy most stay what they are."""
        if (place, current) != (self.place, self._current):
            self.place, self._current = place, current
            self._show()

    def _show(self) -> None:
        place, current = self.place, self._current
        self.setObjectName(f"place_{place.position}")
        words = [tr("Question {n}").format(n=place.position)]
        words.append(tr(_MARK_WORDS[place.mark]) if place.mark in _MARK_WORDS else tr(_WORDS[place.state]))
        if place.flagged:
            words.append(tr("Flagged"))
        if current:
            words.append(tr("Here"))
        self.setAccessibleName(", ".join(words))
        tip(self, ", ".join(words))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(self._side, self._side)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() in ENTER:
            self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, ARG002
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture())
        painter.end()

    def _picture(self) -> QPixmap:
        """Drawn once: a page that grows or scrolls paints all seventy anew with every turn."""
        ratio, seen = self.devicePixelRatioF(), look()
        key = f"place {seen.theme} {seen.zoom} {self._side} {ratio} {self.place} {self._current} {self.hasFocus()}"
        picture = QPixmap()
        if not QPixmapCache.find(key, picture):
            picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            self._paint(picture)
            QPixmapCache.insert(key, picture)
        return picture

    def _paint(self, picture: QPixmap) -> None:
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(5, 5, -5, -5)
        self._paint_ground(painter, inner)
        self._paint_rings(painter)
        if self.place.flagged:
            self._paint_corner(painter, inner)
        painter.end()

    def _paint_ground(self, painter: QPainter, inner: QRectF) -> None:
        colours = look().colours
        filled = self.place.state is PlaceState.ANSWERED and self.place.mark is OptionMark.NONE
        ink = colours.on_accent if filled else colours.ink
        ground, edge = (colours.accent, colours.accent) if filled else (colours.surface, colours.line_strong)
        if self.place.mark is not OptionMark.NONE:
            name = _MARK_INKS[self.place.mark]
            ground, edge = getattr(colours, f"{name}_soft"), getattr(colours, name)
        pen = QPen(QColor(edge), 1.5)
        if self.place.state is PlaceState.UNSEEN:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(inner, look().px(6), look().px(6))
        painter.setPen(QColor(ink))
        painter.setFont(font("small", bold=filled or self._current))
        if self.place.mark is OptionMark.NONE:
            painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, str(self.place.position))
            return
        half = inner.height() / 2
        upper = inner.adjusted(0, 1, 0, 1 - half * 0.8)
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, str(self.place.position))
        sign = QRectF(inner.center().x() - half * 0.42, inner.center().y() + half * 0.08, half * 0.84, half * 0.84)
        draw_icon(painter, _MARK_ICONS[self.place.mark], _MARK_INKS[self.place.mark], sign)

    def _paint_rings(self, painter: QPainter) -> None:
        colours = look().colours
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hasFocus() or self._current:
            painter.setPen(QPen(QColor(colours.focus if self.hasFocus() else colours.ink), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), look().px(8), look().px(8))

    def _paint_corner(self, painter: QPainter, inner: QRectF) -> None:
        colours = look().colours
        side = self._side * 0.34
        right, top = inner.right() + 1, inner.top() - 1
        painter.setPen(QPen(QColor(colours.surface), 1))
        painter.setBrush(QColor(colours.seal))
        corner = (QPointF(right - side, top), QPointF(right, top), QPointF(right, top + side))
        painter.drawPolygon(QPolygonF(list(corner)))


class QuestionNavigator(QWidget):
    """A grid of numbers with its legend; arrows move, Enter goes there.

    Signals:
        chosen: the position pressed
    """

    chosen = Signal(int)

    def __init__(self, *, legend: bool = True, columns: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[PlaceButton] = []
        self._flow = FlowLayout(look().gap("xs"))
        self._grid = boxed(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._grid.setSizePolicy(policy)
        if columns:  # at most so many in a line; else as many as fit
            self._grid.setMaximumWidth(columns * look().px(SIDE) + (columns - 1) * look().gap("xs"))
        parts = (self._grid, _legend()) if legend else (self._grid,)
        self.setLayout(column(*parts, gap="m"))

    def show_places(self, places: tuple[Place, ...], current: int) -> None:
        """Show the state of all questions."""
        if new := places[len(self._buttons) :]:
            self._flow.setEnabled(False)  # each number shown would lay out all before it again, and the page around
        for place in new:
            button = PlaceButton(place, current=False, size=SMALL_SIDE if len(places) > MANY else SIDE)
            button.clicked.connect(lambda _=False, pressed=button: self.chosen.emit(pressed.place.position))
            self._buttons.append(button)
            self._flow.addWidget(button)
        for number, button in enumerate(self._buttons):
            if button.isHidden() is (number < len(places)):
                show_if(button, number < len(places))
        if new:
            self._flow.setEnabled(True)
            self._flow.activate()
        for button, place in zip(self._buttons, places, strict=False):
            button.show_place(place, current=place.position == current)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        across = self._in_a_line()
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: across, Qt.Key.Key_Up: -across}
        step = steps.get(Qt.Key(event.key()), 0)
        held = [number for number, button in enumerate(self._buttons) if button.hasFocus()]
        if step and held and 0 <= held[0] + step < len(self._buttons):
            self._buttons[held[0] + step].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _in_a_line(self) -> int:
        first = self._buttons[0].y() if self._buttons else 0
        return max(1, sum(1 for button in self._buttons if button.y() == first))


def _legend() -> QWidget:
    signs = (
        (Place(1, PlaceState.ANSWERED), False, tr("Answered")),
        (Place(2, PlaceState.SEEN), False, tr("Not answered")),
        (Place(3, PlaceState.UNSEEN), False, tr("Not seen yet")),
        (Place(4, PlaceState.SEEN, flagged=True), False, tr("Flagged")),
        (Place(5, PlaceState.SEEN), True, tr("Here")),
    )
    parts = []
    for place, current, word in signs:
        sign = PlaceButton(place, current=current, size=30)
        sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        sign.setObjectName("")
        sign.setAccessibleName(word)
        parts.append(boxed(row(sign, label(word, "caption", wrap=False), gap="xs")))
    return FlowRow(*parts, gap="s")
