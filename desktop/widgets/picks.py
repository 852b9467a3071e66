"""One of a few, all of them in sight: a field of a form without a list to fold out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.style.look import look
from desktop.widgets.layout import column, row
from desktop.widgets.naming import label, see_through
from desktop.widgets.option import Indicator
from desktop.widgets.pressable import Pressable

LEAST_HEIGHT = 34


class _Pick(Pressable):
    def __init__(self, text: str) -> None:
        super().__init__("tick")
        self.setCheckable(True)
        self.setAccessibleName(text)
        self._sign = Indicator("", square=False, size=22)
        line = row(self._sign, gap="sm", margins="xs")
        line.addWidget(see_through(label(text)), 1)
        self.setLayout(line)
        self.setMinimumHeight(look().px(LEAST_HEIGHT))

    def show_picked(self, picked: bool) -> None:
        self.setChecked(picked)
        self._sign.set_on(picked)


class PickField(QWidget):
    """A title with its choices below each other; arrows move between them, a press takes one.

    Signals:
        picked: the key of the choice, when a person took it
    """

    picked = Signal(str)

    def __init__(self, title: str, choices: tuple[tuple[str, str], ...], *, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._picks = {key: _Pick(text) for key, text in choices}
        lines = column(gap="none")
        lines.addWidget(label(title, "field"))
        for key, pick in self._picks.items():
            pick.setObjectName(f"{name}_{key}")
            pick.setAccessibleDescription(title)
            pick.clicked.connect(lambda _=False, key=key: self._take(key))
            lines.addWidget(pick)
        self.setLayout(lines)

    def set_key(self, key: str) -> None:
        """Show what is chosen; an empty key is nothing."""
        for name, pick in self._picks.items():
            pick.show_picked(name == key)

    def take_number(self, number: int) -> None:
        """Take the first, the second and so on, as by hand; a number without a choice takes nothing."""
        if 0 < number <= len(self._picks):
            list(self._picks.values())[number - 1].click()

    def focus_first(self) -> None:
        """Put the keyboard on what is chosen, else on the first."""
        picks = list(self._picks.values())
        next((one for one in picks if one.isChecked()), picks[0]).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        picks = list(self._picks.values())
        places = [place for place, one in enumerate(picks) if one.hasFocus()]
        if step and places:
            picks[(places[0] + step) % len(picks)].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _take(self, key: str) -> None:
        self.set_key(key)
        self.picked.emit(key)
