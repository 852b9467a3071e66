"""Words that people write down for good: short enough, and nothing in them that nobody sees. Pure."""

import re

_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def is_written(text: str, most: int) -> bool:
    """Whether it says something in at most so many characters; lines may end, but no text runs backwards."""
    return bool(text.strip()) and fits(text, most)


def fits(text: str, most: int) -> bool:
    """The same of what may be empty."""
    return len(text.strip()) <= most and not _UNSEEN.search(text)
