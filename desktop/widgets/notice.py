"""A bar that tells something, in place, until it is dealt with."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.style.icons import pixmap
from desktop.widgets.badge import INKS
from desktop.widgets.buttons import IconButton, link
from desktop.widgets.layout import column, row
from desktop.widgets.naming import label, named, set_state, show_if
from desktop.widgets.values import Tone
from desktop.words import tr

if TYPE_CHECKING:
    from desktop.widgets.values import NoticeValue

ICONS = {
    Tone.NEUTRAL: "info",
    Tone.ACCENT: "info",
    Tone.INFO: "info",
    Tone.GOOD: "good",
    Tone.WARN: "warn",
    Tone.BAD: "error",
}
"""Every tone has a shape of its own: colour never speaks alone."""


class NoticeBar(QFrame):
    """Shows a notice, or nothing.

    Signals:
        action_asked: the action was pressed
        closed: the person has read it
    """

    action_asked = Signal()
    closed = Signal()

    def __init__(self, value: "NoticeValue | None" = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._picture = label(wrap=False)
        self._text = label("", "strong", name="notice_text")
        self._detail = label("", "small")
        self._action = link("", name="notice_action")
        self._close = named(IconButton("cross", tr("Close this notice")), "notice_close")
        self._action.clicked.connect(self.action_asked)
        self._close.clicked.connect(self._closed)
        line = row(self._picture, gap="sm", margins="sm")
        line.addLayout(column(self._text, self._detail, gap="xxs"), 1)
        line.addWidget(self._action)
        line.addWidget(self._close)
        self.setLayout(line)
        self.show_notice(value)

    def show_notice(self, value: "NoticeValue | None") -> None:
        """Show this notice; None hides the bar."""
        show_if(self, value is not None)
        if value is None:
            return
        set_state(self, "tone", value.tone.value)
        self._picture.setPixmap(pixmap(ICONS[value.tone], INKS[value.tone], 22))
        beside = Qt.AlignmentFlag.AlignTop if value.detail else Qt.AlignmentFlag.AlignVCenter
        self._picture.setAlignment(beside)
        self._text.setText(value.text)
        for part, text in ((self._detail, value.detail), (self._action, value.action)):
            part.setText(text)
            show_if(part, bool(text))
        show_if(self._close, value.closable)
        self.setAccessibleName(value.text)
        self.setAccessibleDescription(value.detail)

    def _closed(self) -> None:
        self.hide()
        self.closed.emit()
