"""A picture to point into: its regions with their letters, the points set in it, and a cross that arrows move."""

from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.style.look import look
from desktop.style.tokens import Colours
from desktop.widgets.safe_view import checked_picture
from desktop.widgets.spot_paint import Frame, paint_cross, paint_focus, paint_ground, paint_point, paint_region
from desktop.widgets.values import OptionMark
from exams import SpotBoard, is_safe_board, region_at

Drawn = Callable[[QPainter, QRectF], None]
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_SETS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAKES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_STEPS = 50


class SpotCanvas(QWidget):
    """As wide as the page lets it be; what is no picture of the kinds we show stays an empty frame.

    Signals:
        pointed: a place in the picture's own units, by mouse or by the cross
        moved: the cross is somewhere else
        taken_back: the last point is to go
    """

    pointed = Signal(int, int)
    moved = Signal(int, int)
    taken_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board: SpotBoard | None = None
        self._drawn: Drawn | None = None
        self._chosen: frozenset[str] = frozenset()
        self._marks: Mapping[str, OptionMark] = {}
        self._points: Sequence[tuple[int, int]] = ()
        self._held = self._under = ""
        self._cross = (0, 0)
        self._locked = False
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_board(self, board: SpotBoard | None) -> None:
        """Another picture, with nothing chosen; a picture without regions takes the focus for its cross."""
        self._board = board
        self._drawn = None if board is None else drawn_of(board, look().colours)
        self._chosen, self._marks, self._points = frozenset(), {}, ()
        self._cross = (0, 0) if board is None else (board.width // 2, board.height // 2)
        free = board is not None and not board.shapes
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if free else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.CrossCursor if free else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def show_chosen(self, letters: frozenset[str], points: Sequence[tuple[int, int]] = ()) -> None:
        """Show the regions that are chosen, or the points that are set."""
        self._chosen, self._points = letters, tuple(points)
        self.update()

    def show_held(self, letter: str) -> None:
        """Show which region the keyboard is at; empty for none."""
        self._held = letter
        self.update()

    def show_marks(self, marks: Mapping[str, OptionMark]) -> None:
        """Show in a review how each region fared."""
        self._marks = marks
        self.update()

    def lock(self, locked: bool) -> None:
        """Take no points."""
        self._locked = locked
        self.update()

    @property
    def is_drawn(self) -> bool:
        """Whether there is a picture to see."""
        return self._drawn is not None

    @property
    def cross(self) -> tuple[int, int]:
        """Where the cross is, in the picture's own units."""
        return self._cross

    @property
    def reach(self) -> int:
        """How near to a point a press means that point: about half a fingertip, in the picture's own units."""
        frame = self._frame()
        return 1 if frame is None else max(1, round(look().px(14) / frame.scale))

    def place_of(self, x: int, y: int) -> QPointF:
        """Where a place of the picture is in this widget."""
        frame = self._frame()
        return QPointF() if frame is None else frame.at((x, y))

    def hasHeightForWidth(self) -> bool:  # noqa: D102
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: D102
        board = self._board
        if board is None:
            return look().px(80)
        # As for a drawing of the course: at large text as tall as its words need and no more.
        wide = min(width, round(board.width * 1.5 * max(1.0, look().zoom / 150)))
        return round(wide * board.height / board.width)

    def sizeHint(self) -> QSize:  # noqa: D102
        width = look().px(480)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame, board = self._frame(), self._board
        if frame is not None and board is not None:
            self._paint(painter, frame, board)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        place = self._unit_at(event.position())
        if place is not None and event.button() is Qt.MouseButton.LeftButton and not self._locked:
            self._cross = place
            self.pointed.emit(*place)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        place = self._unit_at(event.position())
        board = self._board
        if board is None or not board.shapes:
            return
        under = "" if place is None or self._locked else region_at(board.shapes, place)
        if under != self._under:
            self._under = under
            self.setCursor(Qt.CursorShape.PointingHandCursor if under else Qt.CursorShape.ArrowCursor)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if self._locked or not plain or self._board is None:
            super().keyPressEvent(event)
        elif key in _ARROWS:
            self._move(_ARROWS[key], fine=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in _SETS:
            self.pointed.emit(*self._cross)
        elif key in _TAKES:
            self.taken_back.emit()
        else:
            super().keyPressEvent(event)

    def _move(self, way: tuple[int, int], *, fine: bool) -> None:
        board = self._board
        if board is None:
            return
        step = 1 if fine else max(1, board.width // _STEPS)
        x, y = (at + step * by for at, by in zip(self._cross, way, strict=True))
        self._cross = min(max(x, 0), board.width), min(max(y, 0), board.height)
        self.moved.emit(*self._cross)
        self.update()

    def _frame(self) -> Frame | None:
        board = self._board
        if board is None or self.width() <= 0 or self.height() <= 0:
            return None
        scale = min(self.width() / board.width, self.height() / board.height)
        return Frame(QPointF((self.width() - board.width * scale) / 2, 0), scale)

    def _unit_at(self, place: QPointF) -> tuple[int, int] | None:
        frame, board = self._frame(), self._board
        if frame is None or board is None:
            return None
        x, y = frame.unit(place)
        return (x, y) if 0 <= x <= board.width and 0 <= y <= board.height else None

    def _paint(self, painter: QPainter, frame: Frame, board: SpotBoard) -> None:
        place = QRectF(frame.at((0, 0)), frame.at((board.width, board.height)))
        paint_ground(painter, place)
        if self._drawn is not None:
            self._drawn(painter, place)
        for letter, shape in board.shapes.items():
            seen = letter in self._chosen, letter in (self._held, self._under)
            paint_region(painter, frame, (letter, shape), seen, self._marks.get(letter, OptionMark.NONE))
        for number, point in enumerate(self._points, 1):
            paint_point(painter, frame.at(point), number)
        if self.hasFocus():
            if not self._locked:
                paint_cross(painter, place, frame.at(self._cross))
            paint_focus(painter, QRectF(self.rect()))


def drawn_of(board: SpotBoard, colours: Colours) -> Drawn | None:
    """What draws the picture in these colours; None for what is no picture of the kinds we show."""
    if not is_safe_board(board):
        return None
    if not board.picture.startswith("<svg "):
        return _photograph(board.picture)
    from desktop.widgets.figure import drawing

    return drawing(board.picture, colours)


def _photograph(address: str) -> Drawn | None:
    try:
        shown = checked_picture(b64decode(address.partition(",")[2], validate=True))
    except ValueError:
        return None
    if shown is None:
        return None

    def draw(painter: QPainter, place: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, shown)

    return draw
