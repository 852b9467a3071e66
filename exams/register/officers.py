"""Whether two names that were written down are one officer, whatever the spelling. Pure."""

import unicodedata

from exams.errors import AcademyError


class OfficerRefused(AcademyError):
    """Somebody acts under a name that is not proven theirs.

    Facts `who`, and `reason`: unknown (no officer of HR has an account of this staff id here), passphrase (it is not
    theirs).
    """

    code = "E_OFFICER"


def plain_name(name: str) -> str:
    """Without case, width, spaces and signs that nobody sees; empty where it names nobody."""
    told = unicodedata.normalize("NFKC", name).casefold()
    return "".join(char for char in told if unicodedata.category(char)[0] not in "CZ")


def same_officer(one: str, other: str) -> bool:
    """Two spellings of one name are one person."""
    return plain_name(one) == plain_name(other)
