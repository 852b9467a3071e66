"""The answer to a situation: the best and the worst of several ways to act."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop.style.icons import pixmap
from desktop.style.look import look
from desktop.widgets.answer_choice import SHOWN_LETTERS, AnswerInput, PairMarks, typed_place
from desktop.widgets.layout import STRETCH, clear_layout, column, row
from desktop.widgets.naming import label, show_if
from desktop.widgets.option import MARKS, Indicator
from desktop.widgets.pressable import Pressable
from desktop.widgets.values import Option, OptionMark
from desktop.words import tr

COLUMNS = ("best", "worst")


class _Dot(Pressable):
    """One radio button of a column; the mark below it in a review."""

    def __init__(self, word: str, accessible: str) -> None:
        super().__init__("tick")
        self.setCheckable(True)
        self.setAccessibleName(accessible)
        self._accessible = accessible
        self._sign = Indicator("", square=False, size=24)
        self._picture = label(wrap=False)
        self._picture.setVisible(False)
        words = label(word, "caption", wrap=False)
        for part in (words, self._picture):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inner = column(STRETCH, words, gap="xxs", margins="xs")  # word and sign stay together beside a long text
        line = row(self._sign, self._picture, gap="xs")
        line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner.addLayout(line)
        inner.addStretch(1)
        self.setLayout(inner)
        self.setMinimumWidth(look().px(64))
        self.toggled.connect(self._sign.set_on)

    def show_mark(self, mark: OptionMark) -> None:
        """Show how this choice fared."""
        icon, colour, word = MARKS[mark]
        show_if(self._picture, bool(icon))
        if icon:
            self._picture.setPixmap(pixmap(icon, colour, 20))
        self.setAccessibleDescription(tr(word))


class _Line(QFrame):
    def __init__(self, option: Option, shown: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.letter = option.letter
        words = {"best": tr("Best"), "worst": tr("Worst")}
        self.dots = {key: _Dot(words[key], f"{words[key]}: {shown} {option.text}") for key in COLUMNS}
        for key, dot in self.dots.items():
            dot.setObjectName(f"{key}_{option.letter}")
        self._why = label("", "small")
        text = column(label(option.text, name="option_text"), self._why, gap="xs")
        line = row(*self.dots.values(), gap="s", margins="s")
        line.addWidget(label(shown, "strong", wrap=False))
        line.addLayout(text, 1)
        self.setLayout(line)
        self.show_why(option.why)

    def show_why(self, why: str) -> None:
        self._why.setText(why)
        show_if(self._why, bool(why))


class PairAnswer(AnswerInput):
    """Two columns of radio buttons; the same option cannot be both. Letter: best, Shift + letter: worst."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_Line] = []
        self._locked = False
        self._told: object = None
        self._column = column(gap="s")
        self.setLayout(self._column)

    def show_question(self, options: tuple[Option, ...], unit: str = "") -> None:  # noqa: D102, ARG002
        clear_layout(self._column)
        self._lines = [_Line(option, SHOWN_LETTERS[place]) for place, option in enumerate(options)]
        for line in self._lines:
            self._column.addWidget(line)
            for key, dot in line.dots.items():
                dot.clicked.connect(lambda _=False, at=line, column_=key: self._pressed(at, column_))
        self.set_read_only(self._locked)

    def set_value(self, value: object) -> None:  # noqa: D102
        pair = value if isinstance(value, Mapping) else {}
        self._told = value
        for line in self._lines:
            for key, dot in line.dots.items():
                dot.setChecked(pair.get(key) == line.letter)

    def set_draft(self, value: object) -> None:  # noqa: D102
        told = self._told
        self.set_value(value)
        self._told = told

    def value(self) -> object:
        """Both letters once both are chosen; None before."""
        pair = {key: self._chosen(key) for key in COLUMNS}
        return pair if all(pair.values()) else None

    def set_read_only(self, read_only: bool) -> None:  # noqa: D102
        self._locked = read_only
        for line in self._lines:
            for dot in line.dots.values():
                dot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, read_only)

    def show_marks(self, options: tuple[Option, ...]) -> None:
        """Show the reasons; the marks are the best column's."""
        self.show_pair_marks({option.letter: (option.mark, OptionMark.NONE) for option in options}, options)

    def show_pair_marks(self, marks: PairMarks, options: tuple[Option, ...] = ()) -> None:  # noqa: D102
        whys = {option.letter: option.why for option in options}
        for line in self._lines:
            pair = dict(zip(COLUMNS, marks.get(line.letter, (OptionMark.NONE, OptionMark.NONE)), strict=True))
            for key, dot in line.dots.items():
                dot.show_mark(pair[key])
            if line.letter in whys:
                line.show_why(whys[line.letter])

    def focus_first(self) -> None:  # noqa: D102
        dots = [line.dots[key] for key in COLUMNS for line in self._lines]
        for dot in ([dot for dot in dots if dot.isChecked()] or dots)[:1]:
            dot.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        text = event.text()
        place = typed_place(event)
        held = [(at, key) for at, line in enumerate(self._lines) for key, dot in line.dots.items() if dot.hasFocus()]
        if place is not None and place < len(self._lines) and not self._locked:
            self._lines[place].dots["worst" if text.isupper() else "best"].click()
        elif held and (step := _STEPS.get(Qt.Key(event.key()))):
            at, key = held[0]
            way = {"best": "worst", "worst": "best"}[key] if step == "across" else key
            down = step if isinstance(step, int) else 0
            self._lines[(at + down) % len(self._lines)].dots[way].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _chosen(self, key: str) -> str:
        return next((line.letter for line in self._lines if line.dots[key].isChecked()), "")

    def _pressed(self, pressed: _Line, key: str) -> None:
        if self._locked:
            pressed.dots[key].setChecked(not pressed.dots[key].isChecked())
            return
        other = COLUMNS[1 - COLUMNS.index(key)]
        for line in self._lines:
            line.dots[key].setChecked(line is pressed)
        pressed.dots[other].setChecked(False)
        # Half a pair is no answer yet: nothing is told until both are chosen, or a whole answer is broken up.
        value = self.value()
        if value != self._told:
            self._told = value
            self.answered.emit(value)
        if value is None:
            half = {column_: self._chosen(column_) for column_ in COLUMNS if self._chosen(column_)}
            self.drafted.emit(half or None)


_STEPS: dict[Qt.Key, int | str] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: "across",
    Qt.Key.Key_Right: "across",
}
