"""What audit packs say to people: states of a certificate on a day, headings of the summary."""

from desktop.words.catalogue import mark, tr

_STATES = {
    "valid": mark("Valid"),
    "provisional": mark("Not confirmed"),
    "expired": mark("Expired"),
    "revoked": mark("Revoked"),
    "superseded": mark("Replaced"),
    "withdrawn_device": mark("PC withdrawn"),
}


def held_word(state: str) -> str:
    """One state in the language in use."""
    return tr(_STATES[state])


def held_words() -> dict[str, str]:
    """All of them."""
    return {state: tr(word) for state, word in _STATES.items()}


def summary_headings() -> tuple[str, ...]:
    """The columns of the summary."""
    return (
        tr("Branch"),
        tr("Staff ID"),
        tr("Name"),
        tr("Certificate number"),
        tr("Course"),
        tr("Edition"),
        tr("Score"),
        tr("Issued"),
        tr("Valid until"),
        tr("State on the last day"),
        tr("Since"),
        tr("Replaced by"),
    )
