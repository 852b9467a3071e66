"""Single letters that mean a wish, wherever the focus is; in a field the same letters with Alt."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

Wish = Callable[[], object]

_WITH_LETTERS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Wishes:
    """The letters of one view; those of the `aids` work in fields as well, with Alt."""

    def __init__(self, view: QWidget, aids: Mapping[str, Wish], others: Mapping[str, Wish]) -> None:
        self._all = {**aids, **others}
        for letter, wish in aids.items():
            shortcut(view, f"Alt+{letter}", wish)

    def grant(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False where it asks for nothing."""
        wish = self._all.get(event.text().upper())
        if wish is None or event.modifiers() & ~_WITH_LETTERS:
            return False
        wish()
        return True


def shortcut(view: QWidget, keys: str, wish: Wish) -> None:
    """Have keys mean a wish anywhere in a view."""
    QShortcut(QKeySequence(keys), view).activated.connect(wish)


def telling(signal: SignalInstance) -> Callable[..., None]:
    """Emit a signal, whatever comes with the click."""

    def tell(*_checked: object) -> None:
        signal.emit()

    return tell
