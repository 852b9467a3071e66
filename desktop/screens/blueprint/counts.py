"""A table of numbers to type: chapters down, types or levels across; arrows go from row to row."""

from collections.abc import Sequence

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desktop.screens.blueprint.state import CountCell
from desktop.style.look import look
from desktop.widgets.layout import clear_layout, column
from desktop.widgets.naming import label, set_state
from desktop.words import tr

_WIDTH, _LENGTH, _TITLE = 58, 3, 250
_BLOCKS = ((200, 3), (175, 4), (150, 5), (125, 7), (0, 9))
"""From a size of text on, so many columns stand side by side; the others below."""

Line = tuple[str, tuple[CountCell, ...]]
"""The title of a row and its cells."""


class CountField(QWidget):
    """One number, with what there is below.

    Signals:
        typed: the name of the field and its text
        moved: rows down (1) or up (-1)
    """

    typed = Signal(str, str)
    moved = Signal(int)

    def __init__(self, cell: CountCell, *, counted: bool) -> None:
        super().__init__()
        self._cell = cell
        self._counted = counted
        self.edit = _NumberLine()
        self.edit.setObjectName(f"count_{cell.key}")
        self.edit.setFixedWidth(look().px(_WIDTH))
        self.edit.textEdited.connect(lambda text: self.typed.emit(self._cell.key, text))
        self.edit.moved.connect(self.moved)
        self._below = label("", "small", wrap=False)
        self.setLayout(column(self.edit, self._below, gap="xxs"))
        self.setFocusProxy(self.edit)
        self.show_cell(cell)

    def show_cell(self, cell: CountCell) -> None:
        """Make the field agree with a cell."""
        self._cell = cell
        if self.edit.text().strip() != cell.text:
            self.edit.setText(cell.text)
        below = tr("lacks {count}").format(count=cell.lack) if cell.lack else tr("of {count}").format(count=cell.there)
        set_state(self.edit, "wrong", cell.bad or bool(cell.lack))
        set_state(self._below, "kind", "error" if cell.lack else "small")
        self._below.setText(below if self._counted else "")
        self._below.setVisible(self._counted)
        self.edit.setAccessibleName(cell.title)
        self.edit.setAccessibleDescription(below if self._counted else "")


class CountGrid(QWidget):
    """The whole table.

    Signals:
        typed: the name of a field and its text
    """

    typed = Signal(str, str)

    def __init__(self, *, counted: bool = True) -> None:
        super().__init__()
        self._counted = counted
        self._shape: tuple[object, ...] = ()
        self._fields: dict[str, CountField] = {}
        self._blocks = column(gap="l")
        self.setLayout(self._blocks)

    def show_lines(self, headings: Sequence[str], lines: Sequence[Line]) -> None:
        """Make the table agree; fields stay where only their numbers differ."""
        shape = (tuple(headings), tuple((title, tuple(cell.key for cell in cells)) for title, cells in lines))
        if shape != self._shape:
            self._shape = shape
            self._build(headings, lines)
        for _, cells in lines:
            for cell in cells:
                self._fields[cell.key].show_cell(cell)

    def _build(self, headings: Sequence[str], lines: Sequence[Line]) -> None:
        clear_layout(self._blocks)
        self._fields = {}
        wide = next(count for zoom, count in _BLOCKS if look().zoom >= zoom)
        for start in range(0, len(headings), wide):
            self._blocks.addLayout(self._block(headings, lines, range(start, min(start + wide, len(headings)))))

    def _block(self, headings: Sequence[str], lines: Sequence[Line], places: range) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(look().gap("s"))
        grid.setVerticalSpacing(look().gap("s"))
        grid.setColumnMinimumWidth(0, look().px(_TITLE))
        grid.setColumnStretch(len(places) + 1, 1)
        for at, place in enumerate(places, 1):
            grid.addWidget(_heading(headings[place]), 0, at, Qt.AlignmentFlag.AlignBottom)
        fields = [[self._field(cells[place]) for place in places] for _, cells in lines]
        for row, ((title, _), made) in enumerate(zip(lines, fields, strict=True), 1):
            grid.addWidget(label(title), row, 0, Qt.AlignmentFlag.AlignTop)
            for at, field in enumerate(made, 1):
                grid.addWidget(field, row, at, Qt.AlignmentFlag.AlignTop)
        for at in range(len(places)):
            _chain([made[at] for made in fields])
        return grid

    def _field(self, cell: CountCell) -> CountField:
        field = self._fields[cell.key] = CountField(cell, counted=self._counted)
        field.typed.connect(self.typed)
        return field


class _NumberLine(QLineEdit):
    """Digits; up and down leave it."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(_LENGTH)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Up: -1}
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
            return
        self.moved.emit(way)


def _heading(text: str) -> QWidget:
    head = label(text, "small")
    head.setMinimumWidth(look().px(_WIDTH + 14))
    head.setMaximumWidth(look().px(_WIDTH + 44))
    return head


def _chain(fields: Sequence[CountField]) -> None:
    """Arrows lead from each field of a column to the next one."""

    def go(place: int, way: int) -> None:
        if 0 <= place + way < len(fields):
            fields[place + way].edit.setFocus(Qt.FocusReason.TabFocusReason)
            fields[place + way].edit.selectAll()

    for place, field in enumerate(fields):
        field.moved.connect(lambda way, place=place: go(place, way))
