"""What can be said about a PIN that is typed twice, before a desk is asked."""

from collections.abc import Callable

from desktop.words.catalogue import tr

Words = Callable[[], str]
"""Words are made when they are shown, so that a change of language reaches them."""


def pin_faults(pin: str, again: str, *, passphrase: bool = False) -> tuple[Words | None, Words | None]:
    """What is wrong with the first field and with the second; whether a PIN is easy to guess only the desk knows."""
    missing, different = (_no_passphrase, _two_passphrases) if passphrase else (_missing, _different)
    return None if pin else missing, None if pin == again else different


def _no_passphrase() -> str:
    return tr("Choose a passphrase of 10 characters or more.")


def _two_passphrases() -> str:
    return tr("The two passphrases are not the same.")


def _missing() -> str:
    return tr("Choose a PIN of 6 to 12 digits.")


def _different() -> str:
    return tr("The two PINs are not the same.")
