"""What all ways to answer share, and the answer to single, multiple and true-or-false questions."""

from collections.abc import Mapping
from string import ascii_uppercase

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.widgets.layout import clear_layout, column
from desktop.widgets.option import OptionButton
from desktop.widgets.values import Option, OptionMark
from desktop.words import mark, tr

PairMarks = Mapping[str, tuple[OptionMark, OptionMark]]
"""Per authored letter: the marks of the best and of the worst column."""

SHOWN_LETTERS = ascii_uppercase[:8]
"""Those that a key stands for."""

_WISHES = "FH"
"""Letters that mean flag and highlight in an exam, wherever the focus is: their options are chosen by number."""

TRUE_FALSE = (Option("true", mark("True")), Option("false", mark("False")))


class AnswerInput(QWidget):
    """What all types share; values have the JSON form of the command line.

    Signals:
        answered: the new value, None when it was cleared
        drafted: what stands there and was not told: a number being typed, half a pair; None where nothing does
        strike_asked: an option, by its authored letter, is to be struck out, or not any more
    """

    answered = Signal(object)
    drafted = Signal(object)
    strike_asked = Signal(str)

    def show_question(self, options: tuple[Option, ...], unit: str = "") -> None:
        """Start afresh with these options (or this unit)."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show an answer without telling anybody; None is no answer."""
        raise NotImplementedError

    def set_draft(self, value: object) -> None:
        """Put back what stood there before it was told."""
        self.set_value(value)

    def value(self) -> object:
        """The answer as it stands."""
        raise NotImplementedError

    def set_read_only(self, read_only: bool) -> None:
        """Allow no change; everything stays readable."""
        raise NotImplementedError

    def commit(self) -> None:
        """Report now what is still being typed."""

    def show_fault(self, sentence: str) -> None:
        """Say beside the answer why it cannot be read; only what is typed can be unreadable."""

    def show_marks(self, options: tuple[Option, ...]) -> None:
        """Show in a review how each option fared."""
        raise NotImplementedError

    def show_pair_marks(self, marks: PairMarks, options: tuple[Option, ...] = ()) -> None:
        """Show in a review of a situation how both columns fared; other types have none."""

    def show_strikes(self, letters: frozenset[str], striking: bool) -> None:
        """Show these options as struck out; while `striking` a press strikes out. Other types have no options."""

    def focus_first(self) -> None:
        """Put the focus on the answer, or where one begins."""
        raise NotImplementedError


class ChoiceAnswer(AnswerInput):
    """single, multiple and truefalse: letters or digits choose, arrows move."""

    def __init__(self, item_type: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._type = item_type
        self._buttons: list[OptionButton] = []
        self._locked = False
        self._striking = False
        self._column = column(gap="s")
        self.setLayout(self._column)
        if item_type == "truefalse":
            self.show_question(())

    def show_question(self, options: tuple[Option, ...], unit: str = "") -> None:  # noqa: D102, ARG002
        clear_layout(self._column)
        lettered = self._type != "truefalse"
        shown = options if lettered else tuple(Option(one.letter, tr(one.text)) for one in TRUE_FALSE)
        self._buttons = []
        for place, option in enumerate(shown):
            letter = ascii_uppercase[place]
            button = OptionButton(option, letter, square=self._type == "multiple")
            button.clicked.connect(lambda on, pressed=button: self._pressed(pressed, on))
            button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            button.customContextMenuRequested.connect(lambda _, pressed=button: self._strike(pressed))
            self._buttons.append(button)
            self._column.addWidget(button)
        self.set_read_only(self._locked)

    def set_value(self, value: object) -> None:  # noqa: D102
        wanted = _letters(value)
        for button in self._buttons:
            button.setChecked(button.letter in wanted)

    def value(self) -> object:  # noqa: D102
        chosen = sorted(button.letter for button in self._buttons if button.isChecked())
        if not chosen:
            return None
        if self._type == "multiple":
            return chosen
        return chosen[0] == "true" if self._type == "truefalse" else chosen[0]

    def set_read_only(self, read_only: bool) -> None:  # noqa: D102
        self._locked = read_only
        for button in self._buttons:
            # Not disabled: the text must stay in full ink, and the keyboard must reach the reasons.
            button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, read_only)

    def show_marks(self, options: tuple[Option, ...]) -> None:  # noqa: D102
        by_letter = {option.letter: option for option in options}
        for button in self._buttons:
            if button.letter in by_letter:
                button.show_mark(by_letter[button.letter])

    def show_strikes(self, letters: frozenset[str], striking: bool) -> None:  # noqa: D102
        self._striking = striking
        for button in self._buttons:
            button.show_struck(button.letter in letters)

    def focus_first(self) -> None:  # noqa: D102
        chosen = [button for button in self._buttons if button.isChecked()]
        for button in (chosen or self._buttons)[:1]:
            button.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        held = [place for place, button in enumerate(self._buttons) if button.hasFocus()]
        place = 0 if self._type == "truefalse" and event.text() in ("t", "T") else typed_place(event)
        if held and event.text() in ("x", "X"):
            self._strike(self._buttons[held[0]])
        elif step and held:
            self._buttons[(held[0] + step) % len(self._buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        elif place is not None and place < len(self._buttons) and not self._locked:
            self._buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._buttons[place].click()
        else:
            super().keyPressEvent(event)

    def _pressed(self, pressed: OptionButton, on: bool) -> None:
        if self._locked or self._striking:
            pressed.setChecked(not on)
            self._strike(pressed)
            return
        if self._type != "multiple":
            for button in self._buttons:
                button.setChecked(button is pressed)
            if not on:  # a second press on the chosen one changes nothing
                return
        self.answered.emit(self.value())

    def _strike(self, button: OptionButton) -> None:
        if not self._locked and self._type != "truefalse":
            self.strike_asked.emit(button.letter)


def typed_place(event: QKeyEvent) -> int | None:
    """The option a key means: its shown letter or its number; None for other keys."""
    if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
        return None
    text = event.text().upper()
    if len(text) != 1:
        return None
    if text in SHOWN_LETTERS and text not in _WISHES:
        return SHOWN_LETTERS.index(text)
    return int(text) - 1 if text in "123456789" else None


def _letters(value: object) -> set[str]:
    if value is None:
        return set()
    if isinstance(value, bool):
        return {"true" if value else "false"}
    return {value} if isinstance(value, str) else {str(one) for one in _items(value)}


def _items(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, (list, tuple)) else ()
