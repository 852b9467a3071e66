"""The answer to a question about a picture: regions pointed at or chosen by name, or points set freely."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from desktop.widgets.answer_choice import AnswerInput, ChoiceAnswer
from desktop.widgets.buttons import quiet
from desktop.widgets.layout import STRETCH, clear_layout, column, row
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.option import OptionButton
from desktop.widgets.spot_canvas import SpotCanvas
from desktop.widgets.values import Option
from desktop.words import tr
from exams import BOARD, MOST_POINTS, SpotBoard, board_of, point_of, point_text, region_at


class SpotAnswer(AnswerInput):
    """Regions stand below the picture by name, for keyboard and screen reader; a press in the picture does the same.

    Where the picture has no regions, arrows move a cross and Space sets a point, or removes the one that is there.
    The value is a list of letters, or of points such as `120,80`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board: SpotBoard | None = None
        self._choice: ChoiceAnswer | None = None
        self._given: list[str] = []
        self._locked = False
        self._canvas = named(SpotCanvas(), "spot_picture")
        self._canvas.pointed.connect(self._point)
        self._canvas.moved.connect(self._say_cross)
        self._canvas.taken_back.connect(self._take_back)
        self._fault = label("", "error", name="spot_fault")
        self._most = label("", "muted", name="spot_most")
        self._told = label("", "body", name="spot_points")
        self._back = quiet(tr("Take back the last point"), "minus", name="spot_back")
        self._back.clicked.connect(self._take_back)
        self._names = column(gap="s")
        self.setLayout(
            column(self._canvas, self._fault, self._most, self._told, row(self._back, STRETCH), self._names, gap="s")
        )

    def show_question(self, options: tuple[Option, ...], unit: str = "") -> None:  # noqa: D102, ARG002
        clear_layout(self._names)
        self._board = board_of([(option.letter, option.text) for option in options])
        self._choice, self._given = None, []
        named_ones = tuple(option for option in options if option.letter != BOARD)
        self._canvas.show_board(self._board)
        self._canvas.setAccessibleName((self._board and self._board.says) or tr("Picture of the question"))
        self._fault.setText(tr("The picture of this question cannot be shown here. Tell the proctor."))
        show_if(self._fault, not self._canvas.is_drawn)
        most = self._board.most if self._board else 0
        self._most.setText(tr("At most {count} places.").format(count=most) if most > 1 else "")
        show_if(self._most, most > 1)
        if named_ones:
            self._show_names(named_ones, single=most == 1)
        for part in (self._told, self._back):
            show_if(part, not named_ones)
        self._draw()
        self.set_read_only(self._locked)

    def set_value(self, value: object) -> None:  # noqa: D102
        self._given = [str(one) for one in value] if isinstance(value, (list, tuple)) else []
        self._draw()

    def value(self) -> object:  # noqa: D102
        return list(self._given) or None

    def set_read_only(self, read_only: bool) -> None:  # noqa: D102
        self._locked = read_only
        self._canvas.lock(read_only)
        if self._choice is not None:
            self._choice.set_read_only(read_only)
        self._back.setEnabled(not read_only and bool(self._given))

    def show_marks(self, options: tuple[Option, ...]) -> None:  # noqa: D102
        if self._choice is not None:
            self._choice.show_marks(options)
            self._canvas.show_marks({option.letter: option.mark for option in options})

    def show_strikes(self, letters: frozenset[str], striking: bool) -> None:  # noqa: D102
        if self._choice is not None:
            self._choice.show_strikes(letters, striking)

    def focus_first(self) -> None:  # noqa: D102
        if self._choice is not None:
            self._choice.focus_first()
        else:
            self._canvas.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if isinstance(watched, OptionButton) and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._canvas.show_held(watched.letter if event.type() is QEvent.Type.FocusIn else "")
        return super().eventFilter(watched, event)

    def _show_names(self, options: tuple[Option, ...], *, single: bool) -> None:
        self._choice = named(ChoiceAnswer("single" if single else "multiple"), "spot_names")
        self._choice.show_question(options)
        self._choice.answered.connect(self._choose)
        self._choice.strike_asked.connect(self.strike_asked)
        for button in self._choice.findChildren(OptionButton):
            button.installEventFilter(self)
        self._names.addWidget(self._choice)

    def _choose(self, value: object) -> None:
        """By name: of too many the new one is not taken."""
        chosen = [value] if isinstance(value, str) else list(value) if isinstance(value, list) else []
        self._give(sorted(map(str, chosen)))

    def _point(self, x: int, y: int) -> None:
        board = self._board
        if board is None:
            return
        if self._choice is None:
            self._give(self._with_point(x, y))
        elif letter := region_at(board.shapes, (x, y)):
            others = [] if board.most == 1 else [one for one in self._given if one != letter]
            self._give(sorted([*others, *([] if letter in self._given else [letter])]))

    def _with_point(self, x: int, y: int) -> list[str]:
        reach = self._canvas.reach
        near = [one for one in self._given if _distance(one, x, y) <= reach * reach]
        if near:
            return [one for one in self._given if one != near[-1]]
        only = self._board is not None and self._board.most == 1
        return [*([] if only else self._given), point_text((x, y))]

    def _take_back(self) -> None:
        if self._given and not self._locked:
            self._give(self._given[:-1])

    def _give(self, given: list[str]) -> None:
        most = (self._board.most if self._board else 0) or MOST_POINTS
        if len(given) > most:
            self._draw()
            QAccessible.updateAccessibility(QAccessibleEvent(self._most, QAccessible.Event.Alert))
            return
        had_focus = self._back.hasFocus()
        self._given = given
        self._draw()
        if had_focus and not given:
            self.focus_first()
        self.answered.emit(self.value())

    def _draw(self) -> None:
        if self._choice is not None:
            self._choice.set_value(list(self._given))
            self._canvas.show_chosen(frozenset(self._given))
            return
        points = [point_of(one) for one in self._given]
        self._canvas.show_chosen(frozenset(), points)
        self._back.setEnabled(bool(points) and not self._locked)
        said = [tr("{number}: {x}, {y}").format(number=at, x=x, y=y) for at, (x, y) in enumerate(points, 1)]
        told = tr("Points set: {points}") if said else tr("No point is set.")
        self._told.setText(told.format(points=" · ".join(said)))
        self._say_cross(*self._canvas.cross, changed=bool(said))

    def _say_cross(self, x: int, y: int, *, changed: bool = True) -> None:
        """For people who listen: where the cross is, and which points are set."""
        board = self._board
        if board is None or self._choice is not None:
            return
        here = tr("Cross at {x} of {width}, {y} of {height}")
        where = here.format(x=x, width=board.width, y=y, height=board.height)
        self._canvas.setAccessibleDescription(f"{where}. {self._told.text()}")
        if changed and self._canvas.hasFocus():
            event = QAccessibleEvent(self._canvas, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(event)


def _distance(point: str, x: int, y: int) -> int:
    at_x, at_y = point_of(point)
    return (at_x - x) ** 2 + (at_y - y) ** 2
