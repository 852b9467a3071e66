"""Two layouts that wrap: things in a line, and cards in equal columns."""

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem


class _Wrapping(QLayout):
    """What both have in common: a list of items and a height that follows from the width."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width; Qt asks for the same ones again and again
        self._gap = gap
        self._stale = True
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    # Qt's own spelling and its "nothing there" answer: mypy's stub wants an item.
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> "QtCore.Qt.Orientation":
        return QtCore.Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            edge = self.contentsMargins()
            inner = QRect(0, 0, width - edge.left() - edge.right(), 0)
            self._heights[width] = self._arrange(inner, move=False) + edge.top() + edge.bottom()
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        self._stale = True
        super().invalidate()

    def setGeometry(self, place: QRect) -> None:
        if place == self.geometry() and not self._stale:
            return  # Qt puts everything in its place again whenever anything on the page has moved
        self._stale = False
        super().setGeometry(place)
        self._arrange(place.marginsRemoved(self.contentsMargins()), move=True)

    def minimumSize(self) -> QSize:
        size = QSize(0, 0)
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, place: QRect, *, move: bool) -> int:
        raise NotImplementedError


class FlowLayout(_Wrapping):
    """Things one after the other, on as many lines as they need."""

    def sizeHint(self) -> QSize:  # noqa: D102
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self._gap * max(0, len(shown) - 1)
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def _arrange(self, place: QRect, *, move: bool) -> int:
        x, y = place.x(), place.y()
        line: list[tuple[QLayoutItem, QPoint, QSize]] = []
        tall = 0
        for item in self._shown():
            size = item.sizeHint().expandedTo(item.minimumSize())
            size.setWidth(min(size.width(), max(place.width(), item.minimumSize().width())))
            if item.hasHeightForWidth():
                size.setHeight(max(item.heightForWidth(size.width()), item.minimumSize().height()))
            if line and x + size.width() > place.right() + 1:
                self._put(line, tall, move=move)
                line, x, y, tall = [], place.x(), y + tall + self._gap, 0
            line.append((item, QPoint(x, y), size))
            x += size.width() + self._gap
            tall = max(tall, size.height())
        self._put(line, tall, move=move)
        return y + tall - place.y()

    @staticmethod
    def _put(line: list[tuple[QLayoutItem, QPoint, QSize]], tall: int, *, move: bool) -> None:
        if move:
            for item, at, size in line:
                item.setGeometry(QRect(at + QPoint(0, (tall - size.height()) // 2), size))


class GridLayout(_Wrapping):
    """Cards in as many equal columns as fit; the cards of one line are equally tall."""

    def __init__(self, gap: int, min_width: int) -> None:
        super().__init__(gap)
        self._min_width = min_width

    def sizeHint(self) -> QSize:  # noqa: D102
        width = max(self._min_width, self.minimumSize().width())
        return QSize(width, self.heightForWidth(width))

    def _arrange(self, place: QRect, *, move: bool) -> int:
        shown = self._shown()
        if not shown:
            return 0
        # A card that cannot be squeezed, as a word in large figures, makes all columns wider: fewer stand side by side.
        least = max(self._min_width, self.minimumSize().width())
        columns = max(1, min(len(shown), (place.width() + self._gap) // (least + self._gap)))
        width = (place.width() - self._gap * (columns - 1)) // columns
        y = place.y()
        for first in range(0, len(shown), columns):
            line = shown[first : first + columns]
            tall = max(_height(item, width) for item in line)
            if move:
                for column, item in enumerate(line):
                    item.setGeometry(QRect(place.x() + column * (width + self._gap), y, width, tall))
            y += tall + self._gap
        return y - self._gap - place.y()


def _height(item: QLayoutItem, width: int) -> int:
    wanted = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
    return max(wanted, item.minimumSize().height())
