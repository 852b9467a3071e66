"""The answer to an ordering: steps that are dragged, or moved up and down by keys and buttons."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.widgets.answer_choice import AnswerInput
from desktop.widgets.buttons import IconButton, quiet
from desktop.widgets.layout import STRETCH, clear_layout, column, row
from desktop.widgets.naming import label, named, see_through, show_if
from desktop.widgets.option import Indicator
from desktop.widgets.pressable import Pressable
from desktop.widgets.values import Option
from desktop.words import tr

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_BUTTONS = ((-1, "chevron_up", "up"), (1, "chevron_down", "down"))


class _Step(Pressable):
    """One place of the order; the steps move through the places."""

    dragged = Signal(QPoint)
    dropped = Signal()

    def __init__(self, place: int) -> None:
        super().__init__("option")
        self._place = place
        self._began = QPoint()
        self._sign = see_through(Indicator(str(place), square=True))
        self._text = see_through(label(name="option_text"))
        line = row(gap="m", margins="sm")
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)
        self.setLayout(line)
        self.setAccessibleDescription(tr("Alt with an arrow moves it"))
        self.buttons = {way: named(IconButton(icon, ""), name) for way, icon, name in _BUTTONS}

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._began = event.globalPosition().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.globalPosition().toPoint()
        far = (here - self._began).manhattanLength() >= QApplication.startDragDistance()
        if far and event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(here)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.dropped.emit()

    def show_step(self, option: Option, told: bool) -> None:
        """Show which step stands here, and whether the order is an answer."""
        self.setObjectName(f"step_{option.letter}")
        self._text.setText(option.text)
        self._sign.set_on(told)
        self.setAccessibleName(f"{self._place} {option.text}")
        for (_, _, name), words in zip(_BUTTONS, (tr("Up: {text}"), tr("Down: {text}")), strict=True):
            button = self.buttons[-1 if name == "up" else 1]
            named(button, f"{name}_{option.letter}", words.format(text=option.text))


class OrderAnswer(AnswerInput):
    """Arrows go from step to step, with Alt they move the step, as buttons and the mouse do.

    An order left alone is no answer; what is dragged counts once it is dropped.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: dict[str, Option] = {}
        self._order: list[str] = []
        self._held: list[_Step] = []
        self._told = False
        self._locked = False
        self._carried: tuple[int, tuple[str, ...]] | None = None
        self._column = column(gap="s")
        self._keep = quiet(tr("This order is right as it stands"), "check", name="keep_order")
        self._keep.clicked.connect(self._tell)
        self.setLayout(column(self._column, row(self._keep, STRETCH), gap="s"))

    def show_question(self, options: tuple[Option, ...], unit: str = "") -> None:  # noqa: D102, ARG002
        clear_layout(self._column)
        self._shown = {option.letter: option for option in options}
        self._held = [_Step(place) for place in range(1, len(options) + 1)]
        for at, step in enumerate(self._held):
            line = row(gap="xs")
            step.dragged.connect(partial(self._drag, at))
            step.dropped.connect(self._drop)
            line.addWidget(step, 1)
            for way, button in step.buttons.items():
                button.clicked.connect(lambda _=False, place=at, by=way: self._move(place, by))
                line.addWidget(button)
            self._column.addLayout(line)
        self.set_value(None)

    def set_value(self, value: object) -> None:  # noqa: D102
        told = [str(one) for one in value] if isinstance(value, (list, tuple)) else []
        self._told = sorted(told) == sorted(self._shown)
        self._draw(told if self._told else [*self._shown])

    def value(self) -> object:  # noqa: D102
        return list(self._order) if self._told else None

    def set_read_only(self, read_only: bool) -> None:  # noqa: D102
        self._locked = read_only
        self._draw(self._order)

    def show_marks(self, options: tuple[Option, ...]) -> None:
        """An order has no right and wrong options; the right order is told in words."""

    def focus_first(self) -> None:  # noqa: D102
        self._focus(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        way = _STEPS.get(Qt.Key(event.key()), 0)
        held = [place for place, step in enumerate(self._held) if step.hasFocus()]
        if not way or not held:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(held[0], way)
        else:
            self._focus(held[0] + way)

    def _focus(self, place: int) -> None:
        if 0 <= place < len(self._held):
            self._held[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _move(self, place: int, way: int) -> None:
        to = place + way
        if self._locked or not 0 <= to < len(self._order):
            return
        self._order[place], self._order[to] = self._order[to], self._order[place]
        self._focus(to)
        self._tell()

    def _drag(self, began: int, here: QPoint) -> None:
        """The step follows the mouse through the places; the order before is kept to be told apart."""
        if self._locked:
            return
        at, before = self._carried or (began, tuple(self._order))
        y = self.mapFromGlobal(here).y()
        tops = [step.mapTo(self, QPoint(0, 0)).y() for step in self._held]
        to = max((place for place, top in enumerate(tops) if y >= top), default=0)
        if to != at:
            order = [*self._order]
            order.insert(to, order.pop(at))
            self._draw(order)
            self._focus(to)
        self._carried = to, before

    def _drop(self) -> None:
        carried, self._carried = self._carried, None
        if carried is not None and carried[1] != tuple(self._order):
            self._tell()

    def _tell(self) -> None:
        if not self._locked:
            self._told = True
            self._draw(self._order)
            self.answered.emit(list(self._order))

    def _draw(self, order: Sequence[str]) -> None:
        self._order = [*order]
        for at, (step, letter) in enumerate(zip(self._held, order, strict=True)):
            step.show_step(self._shown[letter], self._told)
            for way, button in step.buttons.items():
                button.setEnabled(not self._locked and 0 <= at + way < len(order))
        show_if(self._keep, not self._told and not self._locked)
