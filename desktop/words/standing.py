"""The states of the register as people read them."""

from desktop.words.catalogue import mark, tr

_WORDS = {
    "valid": mark("Valid"),
    "due": mark("Due"),
    "expired": mark("Expired"),
    "failed": mark("Failed"),
    "absent": mark("Never sat"),
    "revoked": mark("Revoked"),
    "in_review": mark("In review"),
    "none": mark("Not assigned"),
}


def state_word(state: str) -> str:
    """The word for a state of `exams.register.validity`."""
    return tr(_WORDS.get(state, state))


_CHANGES = {
    "joined": mark("Joined"),
    "left": mark("Left"),
    "back": mark("Came back"),
    "moved": mark("Moved"),
    "corrected": mark("Corrected"),
    "merged": mark("Made one with another record"),
}


def change_word(kind: str) -> str:
    """The word for a change of `exams.register.people`."""
    return tr(_CHANGES.get(kind, kind))
