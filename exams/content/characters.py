"""Characters that have no place in a source: they hide, reorder or break text (security design, 7.4)."""

import re
import unicodedata

_REFUSED = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f"
    "\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ufff9-\ufffb\ud800-\udfff"
    "\u00ad\u034f\u115f\u1160\u180b-\u180e\u2800\u3164\uffa0\U000e0000-\U000e0fff]"  # as empty as those
)


_PUNCTUATION = re.compile(
    r"(?<![0-9])[^\w+<>=−%‰°](?![0-9])|(?<=[0-9])[。；！？”’」』）]|[“‘「『（](?=[0-9])|(?<=[0-9]),(?=[0-9]{3})|_"
)


def refused_character(text: str) -> str | None:
    """The code point (U+202E) of the first control, bidi or zero-width character; None where there is none."""
    found = _REFUSED.search(text)
    return None if found is None else f"U+{ord(found.group()):04X}"


def same_words(text: str) -> str:
    """One spelling for comparing: two texts that a reader would take for the same give the same result."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def bare_words(text: str) -> str:
    """`same_words` without punctuation; signs that touch a digit stay, as 1.5 is not 15 and −5 is not 5."""
    return _PUNCTUATION.sub("", same_words(text))


def word_set(words: str) -> frozenset[str]:
    """The words of a line as a set: keeps long lists of names on few lines."""
    return frozenset(words.split())
