"""The answer to questions with one or several places: texts typed, texts chosen from lists, the questions of a case."""

import re
from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.widgets.answer_choice import AnswerInput, ChoiceAnswer
from desktop.widgets.choosing import ChoiceField
from desktop.widgets.drag_chips import DragChips
from desktop.widgets.fields import TextField
from desktop.widgets.layout import clear_layout, column
from desktop.widgets.naming import label, named, set_state
from desktop.widgets.values import Option
from desktop.words import tr

MOST_CHARACTERS = 200
_LETTER = re.compile(r"([0-9]+)(\+?)([A-Z]?)")
_COPY, _CUT = QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut

Told = Callable[[bool], None]
"""Says that a place has changed: True where it is being typed."""


class _TypedPlace(TextField):
    """A line to type; nothing of it goes to the clipboard."""

    def __init__(self, prompt: str, number: str, told: Told) -> None:
        super().__init__(prompt or tr("Your answer"), max_length=MOST_CHARACTERS, name=f"text_{number}")
        self.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.edit.setDragEnabled(False)
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(lambda _: told(True))
        self.edit.editingFinished.connect(lambda: told(False))

    def answer(self) -> str:
        return self.text() if self.text().strip() else ""

    def set_answer(self, text: str) -> None:
        self.set_text(text)

    def lock(self, locked: bool) -> None:
        self.edit.setReadOnly(locked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and (event.matches(_COPY) or event.matches(_CUT)):
            event.accept()
            return True
        return super().eventFilter(watched, event)


class _ListedPlace(ChoiceField):
    """A list to choose from; its first line is no answer."""

    def __init__(self, prompt: str, number: str, options: tuple[Option, ...], told: Told) -> None:
        choices = (("", tr("Choose")), *((option.letter, option.text) for option in options))
        super().__init__(prompt or tr("Your answer"), choices, name=f"list_{number}")
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(12)
        self.chosen.connect(lambda _: told(False))

    def answer(self) -> str:
        return self.key()

    def set_answer(self, text: str) -> None:
        self.set_key(text)

    def lock(self, locked: bool) -> None:
        self.combo.setEnabled(not locked)

    def holds(self, here: QPoint) -> bool:
        """Whether a place on the screen is on this line, its question included."""
        return self.rect().contains(self.mapFromGlobal(here))

    def show_over(self, over: bool) -> None:
        """Show that an answer would fall into this line."""
        set_state(self.combo, "over", over)


class _ChosenPlace(QWidget):
    """A question of a case that is answered by its options."""

    def __init__(self, prompt: str, number: str, options: tuple[Option, ...], many: bool, told: Told) -> None:
        super().__init__()
        self._choice = named(ChoiceAnswer("multiple" if many else "single"), f"choice_{number}", prompt)
        self._choice.show_question(options)
        self._choice.answered.connect(lambda _: told(False))
        self.setLayout(column(label(prompt, "strong"), self._choice, gap="s"))
        self.setFocusProxy(self._choice)

    def answer(self) -> str:
        value = self._choice.value()
        return "".join(map(str, value)) if isinstance(value, list) else str(value or "")

    def set_answer(self, text: str) -> None:
        self._choice.set_value([*text])

    def lock(self, locked: bool) -> None:
        self._choice.set_read_only(locked)

    def focus(self) -> None:
        self._choice.focus_first()


_Place = _TypedPlace | _ListedPlace | _ChosenPlace


class PlacesAnswer(AnswerInput):
    """shortanswer: one text. fill, dropdown, matching, case: a list of one text per place, empty where it is open."""

    def __init__(self, item_type: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._type = item_type
        self._places: list[_Place] = []
        self._told: object = None
        self._locked = False
        self._column = column(gap="m")
        self._chips = DragChips() if item_type == "matching" else None
        if self._chips is not None:
            self._chips.carried.connect(self._carry)
            self._chips.dropped.connect(self._drop)
        self.setLayout(column(self._chips, self._column, gap="m") if self._chips is not None else self._column)
        if item_type == "shortanswer":
            self.show_question(())

    def show_question(self, options: tuple[Option, ...], unit: str = "") -> None:  # noqa: D102, ARG002
        clear_layout(self._column)
        self._places = []
        for number, (prompt, offered) in _by_place(options or (Option("1", ""),)).items():
            place = self._new_place(number, prompt, offered)
            self._places.append(place)
            self._column.addWidget(place)
        if self._chips is not None:
            self._chips.show_options(_shared(options))
        self._told = None
        self.set_read_only(self._locked)

    def set_value(self, value: object) -> None:  # noqa: D102
        texts = [value] if isinstance(value, str) else list(value) if isinstance(value, (list, tuple)) else []
        self._told = value
        for at, place in enumerate(self._places):
            place.set_answer(str(texts[at]) if at < len(texts) else "")

    def value(self) -> object:  # noqa: D102
        texts = [place.answer() for place in self._places]
        if not any(texts):
            return None
        return texts[0] if self._type == "shortanswer" else texts

    def set_read_only(self, read_only: bool) -> None:  # noqa: D102
        self._locked = read_only
        for place in self._places:
            place.lock(read_only)
        if self._chips is not None:
            self._chips.lock(read_only)

    def show_marks(self, options: tuple[Option, ...]) -> None:
        """The right answers are told in words."""

    def focus_first(self) -> None:  # noqa: D102
        for place in self._places[:1]:
            place.focus()

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: D102, N802
        # Qt's own order forgets the second of two fields that stand for the widgets around them.
        held = self.focusWidget()
        stops = [part for part in self.findChildren(QWidget) if _is_stop(part, self)]
        at = (stops.index(held) if held in stops else -1) + (1 if following else -1)
        if held not in stops or not 0 <= at < len(stops):
            return super().focusNextPrevChild(following)
        reason = Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason
        stops[at].setFocus(reason)
        return True

    def _new_place(self, number: str, prompt: str, offered: Mapping[str, str]) -> _Place:
        if not offered:
            return _TypedPlace(prompt, number, self._tell)
        options = tuple(Option(letter[-1], text) for letter, text in offered.items())
        if self._type == "case":
            return _ChosenPlace(prompt, number, options, any("+" in letter for letter in offered), self._tell)
        return _ListedPlace(prompt, number, options, self._tell)

    def _carry(self, here: QPoint) -> None:
        for place in self._places:
            if isinstance(place, _ListedPlace):
                place.show_over(place.holds(here))

    def _drop(self, letter: str, here: QPoint) -> None:
        for place in self._places:
            if isinstance(place, _ListedPlace):
                place.show_over(False)
                if place.holds(here) and not self._locked:
                    place.set_answer(letter)
        self._tell(False)

    def _tell(self, typing: bool) -> None:
        value = self.value()
        if value != self._told and not self._locked:
            self._told = value
            (self.drafted if typing else self.answered).emit(value)


def _is_stop(part: QWidget, answer: QWidget) -> bool:
    takes = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.focusProxy() is None
    return takes and part.isEnabled() and part.isVisibleTo(answer) and part.window() is answer.window()


def _shared(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """What every line of a matching offers, by its own letter."""
    first = next(iter(_by_place(options).values()), ("", {}))[1]
    return tuple(Option(letter[-1], text) for letter, text in first.items())


def _by_place(options: tuple[Option, ...]) -> dict[str, tuple[str, dict[str, str]]]:
    """Per place what is asked there, and the letters and texts it offers."""
    found: dict[str, tuple[str, dict[str, str]]] = {}
    for option in options:
        parts = _LETTER.fullmatch(option.letter)
        if parts is None:
            continue
        prompt, offered = found.get(parts[1], ("", {}))
        if parts[3]:
            offered = {**offered, option.letter: option.text}
        else:
            prompt = option.text
        found[parts[1]] = prompt, offered
    return found
