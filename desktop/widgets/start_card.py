"""A card one starts something from: an exam, a quiz, the next section."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.widgets.buttons import Button
from desktop.widgets.card import Card, FactList
from desktop.widgets.layout import STRETCH, row
from desktop.widgets.naming import label, show_if
from desktop.widgets.values import Tone

if TYPE_CHECKING:
    from desktop.widgets.values import Fact


class StartCard(Card):
    """Title, facts, one action.

    Signals:
        started: the action was pressed
    """

    started = Signal()

    def __init__(
        self,
        title: str,
        action: str,
        *,
        text: str = "",
        facts: "tuple[Fact, ...]" = (),
        icon: str = "",
        tone: Tone = Tone.NEUTRAL,
        name: str = "",
    ) -> None:
        super().__init__(title, text, icon=icon, tone=tone)
        if facts:
            self.add(FactList(facts))
        self._note = label("", "small", name=f"{name}_note" if name else "")
        self._note.setVisible(False)
        self._button = Button(action, "primary")
        self._button.setObjectName(name)
        self._button.clicked.connect(self.started)
        self.body.addStretch(1)
        self.fill()
        self.add(self._note)
        self.add(row(self._button, STRETCH))

    def set_note(self, note: str) -> None:
        """Say something above the action."""
        self._note.setText(note)
        show_if(self._note, bool(note))

    def set_enabled_action(self, enabled: bool, note: str = "") -> None:
        """Allow the action, or say why it is not allowed."""
        self._button.setEnabled(enabled)
        self.set_note(note)

    def set_busy(self, busy: bool) -> None:
        """Show that the action is at work."""
        self._button.set_busy(busy)
