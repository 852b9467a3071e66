"""The page in the place of the questions while an exam waits for the proctor."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QLayout, QWidget

from desktop.style.icons import pixmap
from desktop.style.look import look
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card, Divider
from desktop.widgets.layout import STRETCH, boxed, column, row
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.scroll_page import ScrollPage
from desktop.words import tr

if TYPE_CHECKING:
    from desktop.words.waiting import Waiting

PICTURE = 40
"""Width of the column of pictures, at 100 %: all words begin at one line."""


class WaitingCard(Card):
    """Says what has happened, what is safe, what the clock does and what to do; only the proctor has a button.

    Signals:
        proctor_asked: the proctor signs in at this PC
    """

    proctor_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._picture = label(wrap=False)
        self._title = label("", "title", name="waiting_title")
        self._happened = label("", "body", name="waiting_happened")
        self._safe, self._time, self._advice = (
            label("", "body", name=name) for name in ("waiting_safe", "waiting_time", "waiting_advice")
        )
        self._picture.setFixedWidth(look().px(PICTURE))
        head = row(gap="m")
        head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(column(self._title, self._happened, gap="s"), 1)
        self.add(head)
        self.add(Divider())
        for icon, tone, text in (
            ("good", "good", self._safe),
            ("clock", "muted", self._time),
            ("person", "accent", self._advice),
        ):
            self.add(_line(icon, tone, text))
        door = secondary(tr("The proctor signs in here"), "key", name="proctor_signs_in")
        door.clicked.connect(self.proctor_asked)
        self.add(row(door, STRETCH))

    def show_waiting(self, waiting: "Waiting") -> None:
        """Show why it waits."""
        picture = ("pause", "info") if waiting.paused else ("bell", "warn")
        self._picture.setPixmap(pixmap(*picture, PICTURE))
        self._title.setText(waiting.title)
        self._happened.setText(waiting.happened)
        self._safe.setText(waiting.safe)
        self._time.setText(waiting.time)
        self._advice.setText(waiting.advice)
        named(self, "waiting", waiting.title, waiting.text)


class WaitingPage(ScrollPage):
    """The card on a page of its own.

    Signals:
        proctor_asked: the proctor signs in at this PC
    """

    proctor_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("text", parent)
        self._card = WaitingCard()
        self._card.proctor_asked.connect(self.proctor_asked)
        self.add(boxed(column(STRETCH, self._card, STRETCH, STRETCH)), 1)  # a third down, as a sheet lies
        self.setVisible(False)

    def show_waiting(self, waiting: "Waiting | None") -> None:
        """Show why it waits; None hides the page. It is told to those who listen when it comes."""
        comes = waiting is not None and self.isHidden()
        show_if(self, waiting is not None)
        if waiting is None:
            return
        self._card.show_waiting(waiting)
        if comes:
            self._card.setFocus()  # else it would fall to the next button, which nobody means to press
            QAccessible.updateAccessibility(QAccessibleEvent(self._card, QAccessible.Event.Alert))


def _line(icon: str, tone: str, text: QLabel) -> QLayout:
    picture = label(wrap=False)
    picture.setPixmap(pixmap(icon, tone, 22))
    picture.setFixedWidth(look().px(PICTURE))
    picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    line = row(gap="m")
    line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(text, 1)
    return line
