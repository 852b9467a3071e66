"""Staff ids and names as they may be entered. Names are kept as given; what cannot be shown safely is refused."""

import re
import unicodedata

from exams.accounts.errors import BadName, BadStaffId

NAME_MOST = 64
_STAFF_ID = re.compile(r"[A-Z0-9]{4,16}")


def check_staff_id(text: str) -> str:
    """The id itself; raises `BadStaffId`."""
    if not _STAFF_ID.fullmatch(text):
        raise BadStaffId(staff_id=text[:32])
    return text


def check_name(text: str) -> str:
    """The name itself; raises `BadName` for bidi, control, zero-width or private characters, or a wrong length."""
    if not text.strip() or len(text) > NAME_MOST:
        raise BadName(reason="length", most=NAME_MOST)
    for char in text:
        if unicodedata.category(char) in {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}:
            raise BadName(reason="char", codepoint=f"U+{ord(char):04X}")
    return text
