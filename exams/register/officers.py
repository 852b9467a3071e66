"""Whether two names that were written down are one officer, whatever the spelling. Pure."""

import unicodedata


def plain_name(name: str) -> str:
    """Without case, width, spaces and signs that nobody sees; empty where it names nobody."""
    told = unicodedata.normalize("NFKC", name).casefold()
    return "".join(char for char in told if unicodedata.category(char)[0] not in "CZ")


def same_officer(one: str, other: str) -> bool:
    """Two spellings of one name are one person."""
    return plain_name(one) == plain_name(other)
