"""What a presenter may ask of the window, in plain Python."""

from collections.abc import Callable
from typing import Protocol

from desktop.widgets.values import Ask, Tone


class WindowLike(Protocol):
    """The window as presenters see it; tests write one of their own."""

    def ask(self, question: Ask, confirmed: Callable[[], None], cancelled: Callable[[], None] | None = None) -> None:
        """Ask over the screen."""
        ...

    def toast(self, text: str, tone: Tone = Tone.GOOD) -> None:
        """Say something for a moment."""
        ...

    def show_error(self, error: Exception) -> None:
        """Show the sentence of an expected failure."""
        ...

    def after_first_paint(self, callback: Callable[[], None]) -> None:
        """Do something once the first picture stands on the screen."""
        ...
