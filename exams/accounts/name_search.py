"""A person found by what one types at a door: part of the name, of the staff id, or the initials of the pinyin."""

from functools import lru_cache
from itertools import product
from unicodedata import normalize

_MOST_READINGS = 64
"""A name whose characters can be read in more ways than this is not read in every one of them."""


def is_found(query: str, staff_id: str, name: str, latin: str = "") -> bool:
    """True for an empty query too; letters match whatever their case, full-width as plain ones."""
    asked = _folded(query)
    if not asked:
        return True
    texts = (_folded(staff_id), _folded(name), _folded(latin))
    if any(asked in text for text in texts):
        return True
    return asked.isascii() and asked.isalpha() and any(asked in one for one in initials(name))


@lru_cache(maxsize=4096)
def initials(name: str) -> tuple[str, ...]:
    """First letters of the pinyin of each Chinese character, in every way the name may be read: 曾 is c and z."""
    from pypinyin import Style, pinyin

    letters = [
        tuple(dict.fromkeys(normalize("NFD", one)[:1] for one in ways))
        for ways in pinyin(name, style=Style.FIRST_LETTER, heteronym=True, errors="ignore")
    ]
    ways = 1
    for each in letters:
        ways *= len(each)
    if ways > _MOST_READINGS:
        letters = [each[:1] for each in letters]
    return tuple("".join(one) for one in product(*letters))


def _folded(text: str) -> str:
    return "".join(normalize("NFKC", text).casefold().split())
