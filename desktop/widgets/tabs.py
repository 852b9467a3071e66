"""One of a few: as a segmented control, or as underlined tabs."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy

from desktop.style.look import look
from desktop.widgets.flow import FlowLayout
from desktop.widgets.pressable import ENTER, Toggling

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class _Choice(Toggling):
    def __init__(self, key: str, text: str, role: str) -> None:
        super().__init__(text)
        self.key = key
        self.setProperty("role", role)
        self.setObjectName(f"{role}_{key}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        # The chosen one is bold, and must not grow when it is chosen.
        hint, bold = super().sizeHint(), QFont(self.font())
        bold.setBold(True)
        wider = QFontMetrics(bold).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
        return QSize(hint.width() + max(0, wider), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        elif event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _OneOf(QFrame):
    """Checkable buttons of which one is chosen; arrows choose the next."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], current: str, accessible: str, role: str) -> None:
        super().__init__()
        self.setAccessibleName(accessible)
        self._group = QButtonGroup(self)
        self._buttons = [_Choice(key, text, role) for key, text in choices]
        for button in self._buttons:
            button.setAccessibleDescription(accessible)
            self._group.addButton(button)
            button.clicked.connect(self._clicked)
        self._chosen = ""
        self.set_current(current)

    def current(self) -> str:
        """The key of the choice."""
        return self._chosen

    def set_current(self, key: str) -> None:
        """Choose without telling anybody."""
        self._chosen = key
        for button in self._buttons:
            if button.key == key:
                button.setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        places = [place for place, button in enumerate(self._buttons) if button.hasFocus()]
        if not step or not places:
            super().keyPressEvent(event)
            return
        following = self._buttons[(places[0] + step) % len(self._buttons)]
        following.setFocus(Qt.FocusReason.TabFocusReason)
        following.click()

    def _lay_out(self, flow: FlowLayout) -> None:
        for button in self._buttons:
            flow.addWidget(button)
        self.setLayout(flow)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _clicked(self) -> None:
        key = next(button.key for button in self._buttons if button.isChecked())
        if key != self._chosen:
            self._chosen = key
            self.chosen.emit(key)


class Segmented(_OneOf):
    """A few short choices in one frame.

    Signals:
        chosen: the key of the new choice
    """

    def __init__(self, choices: Sequence[tuple[str, str]], current: str, accessible: str) -> None:
        super().__init__(choices, current, accessible, "segment")
        self.setProperty("role", "segments")
        flow = FlowLayout(look().gap("xxs"))
        edge = look().gap("xxs")
        flow.setContentsMargins(edge, edge, edge, edge)
        self._lay_out(flow)


class Tabs(_OneOf):
    """Underlined tabs of a page.

    Signals:
        chosen: the key of the new tab
    """

    def __init__(self, choices: Sequence[tuple[str, str]], current: str, accessible: str) -> None:
        super().__init__(choices, current, accessible, "tab")
        self._lay_out(FlowLayout(0))
