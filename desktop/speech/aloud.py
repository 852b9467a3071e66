"""One button that reads pieces aloud, one after the other, until it is pressed again."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QObject, Signal

from desktop.speech.spoken import Piece
from desktop.speech.voice import voice
from desktop.widgets.buttons import Button
from desktop.widgets.naming import show_if
from desktop.words import tr


class ReadAloud(QObject):
    """Lives as long as its button, which is hidden where the PC has no voice.

    Signals:
        begun: the place of the piece that is being read
        ended: it is silent again, read to the end or stopped
    """

    begun = Signal(int)
    ended = Signal()

    def __init__(self, button: Button, pieces: Callable[[], Iterable[Piece]]) -> None:
        super().__init__(button)
        self._button, self._pieces = button, pieces
        self._left: Iterator[Piece] | None = None
        button.clicked.connect(self.toggle)
        show_if(button, voice().can_speak())
        self._show()

    def toggle(self) -> None:
        """Begin, or stop."""
        if self._left is not None:
            self.stop()
        elif voice().can_speak():
            self._left = iter([piece for piece in self._pieces() if piece.text])
            self._show()
            self._go_on()

    def stop(self) -> None:
        """Be silent; where nothing is read nothing happens."""
        if self._left is not None:
            voice().stop()
            self._end()

    def _go_on(self) -> None:
        piece = None if self._left is None else next(self._left, None)
        if piece is None:
            self._end()
            return
        self.begun.emit(piece.place)
        voice().speak(piece.text, piece.lang, self._go_on)

    def _end(self) -> None:
        if self._left is not None:
            self._left = None
            self._show()
            self.ended.emit()

    def _show(self) -> None:
        self._button.setText(f" {tr('Read aloud') if self._left is None else tr('Stop reading')}")
