"""The clock of an exam: calm, soon, urgent; it may be put away until it is urgent."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.style.icons import pixmap
from desktop.style.look import look
from desktop.widgets.badge import Badge
from desktop.widgets.layout import row
from desktop.widgets.naming import label, named, see_through, set_state, show_if, tip
from desktop.widgets.pressable import Pressable
from desktop.widgets.values import Tone
from desktop.words import tr
from desktop.words.clock import clock_text, spoken_clock
from exams import ALERT_MINUTES

PART_URGENT = 30
SOON, URGENT = (minutes * 60 for minutes in ALERT_MINUTES)


class Countdown(Pressable):
    """A pill with the time left; a press hides or shows the numbers.

    Signals:
        hidden_changed: True when the numbers were put away
    """

    hidden_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("countdown", parent)
        self._seconds: int | None = None
        self._away = False
        self._picture = see_through(label(wrap=False))
        self._text = see_through(label("", "clock", wrap=False, name="clock"))
        line = row(self._picture, self._text, gap="s")
        line.setContentsMargins(look().gap("m"), look().gap("xs"), look().gap("m"), look().gap("xs"))
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._toggle)
        self.setVisible(False)

    def show_seconds(self, seconds: int | None) -> None:
        """Show the time left; None is an exam without a limit and shows nothing."""
        self._seconds = seconds
        show_if(self, seconds is not None)
        if seconds is not None:
            self._draw()

    def set_hidden_clock(self, hidden: bool) -> None:
        """Put the numbers away, or show them."""
        self._away = hidden
        self._draw()

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(super().sizeHint().width(), look().gap("control"))

    def _toggle(self) -> None:
        self.set_hidden_clock(not self._away)
        self.hidden_changed.emit(self._away)

    def _draw(self) -> None:
        seconds = self._seconds or 0
        urgency = "urgent" if seconds <= URGENT else "soon" if seconds <= SOON else "normal"
        away = self._away and urgency != "urgent"
        for part in (self, self._text):
            set_state(part, "urgency", urgency)
        ink = {"urgent": "on_tone", "soon": "warn", "normal": "muted"}[urgency]
        self._picture.setPixmap(pixmap("eye_off" if away else "clock", ink, 20))
        self._text.setText(tr("Time hidden") if away else clock_text(seconds))
        self.setAccessibleName(tr("Time left: {time}").format(time=spoken_clock(seconds)))
        tip(self, tr("Show the time") if away else tr("Hide the time"))


class TimeLeft(QWidget):
    """The clock with its warning beside it: it comes without moving anything, and is told to those who listen.

    Signals:
        hidden_changed: True when the numbers were put away
    """

    hidden_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._alert = named(Badge("", Tone.WARN), "alert")
        self._clock = named(Countdown(), "countdown")
        self._clock.hidden_changed.connect(self.hidden_changed)
        self._room = Badge(_alert_text(max(ALERT_MINUTES)), Tone.WARN, "bell")  # never seen: keeps the warning's place
        self._room.setVisible(False)
        place = QGridLayout()
        place.addWidget(self._room, 0, 0)
        place.addWidget(self._alert, 0, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._part = named(Badge("", Tone.NEUTRAL, "clock"), "part_time")
        self.setLayout(row(place, self._part, self._clock, gap="m"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._shown: int | None = None
        self._new = True

    def show_time(self, seconds: int | None, alert: int | None) -> None:
        """Show the time left, None without a limit, and the warning that holds, in minutes."""
        policy = self._room.sizePolicy()
        policy.setRetainSizeWhenHidden(seconds is not None)
        self._room.setSizePolicy(policy)
        self._clock.show_seconds(seconds)
        comes = alert is not None and alert != self._shown and not self._new
        self._shown, self._new = alert, False
        self._alert.show_badge(_alert_text(alert), Tone.BAD if alert == min(ALERT_MINUTES) else Tone.WARN, "bell")
        if comes:
            QAccessible.updateAccessibility(QAccessibleEvent(self._alert, QAccessible.Event.Alert))

    def show_seconds(self, seconds: int | None) -> None:
        """Time has gone, and the warning is the same."""
        self._clock.show_seconds(seconds)

    def show_part(self, seconds: int | None) -> None:
        """Show what the question, or its part of the paper, has left of its own; None: it has no time of its own."""
        words = "" if seconds is None else tr("This part: {time}").format(time=clock_text(seconds))
        urgent = seconds is not None and seconds <= PART_URGENT
        self._part.show_badge(words, Tone.WARN if urgent else Tone.NEUTRAL, "clock")

    def set_hidden_clock(self, hidden: bool) -> None:
        """Put the numbers away, or show them; a warning is seen all the same."""
        self._clock.set_hidden_clock(hidden)


def _alert_text(minutes: int | None) -> str:
    return "" if minutes is None else tr("Less than {n} minutes left").format(n=minutes)
