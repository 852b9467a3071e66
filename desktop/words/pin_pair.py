"""What can be said about a PIN that is typed twice, before a desk is asked."""

from collections.abc import Callable

from desktop.words.catalogue import tr

Words = Callable[[], str]
"""Words are made when they are shown, so that a change of language reaches them."""


def pin_faults(pin: str, again: str) -> tuple[Words | None, Words | None]:
    """What is wrong with the first field and with the second; whether a PIN is easy to guess only the desk knows."""
    return None if pin else _missing, None if pin == again else _different


def _missing() -> str:
    return tr("Choose a PIN of 6 to 12 digits.")


def _different() -> str:
    return tr("The two PINs are not the same.")
