"""Marks, notes and objections of a sitting: kept with it in the journal, and never graded. Pure."""

import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from exams.papers.paper import PaperItem
from exams.sittings.errors import BadAid

SCRATCH_MOST = 4000
COMMENT_MOST = 500
SPANS_MOST = 50
STEM_MOST = 20_000

Span = tuple[int, int]
"""A highlighted piece of a stem: its first character and the one behind its last, as the stem is shown."""


class CommentKind(StrEnum):
    """What a person objects to in a question."""

    UNCLEAR = "unclear"
    KEY = "key"  # no option is right, or several are
    TRANSLATION = "translation"  # the two languages do not say the same
    OTHER = "other"


class Comment(NamedTuple):
    """What a person says about one question; HR reads it with the bundle."""

    kind: CommentKind
    text: str


def struck(place: PaperItem, letters: Iterable[str]) -> tuple[str, ...]:
    """Options to strike out, sorted; raises `BadAid` where the place has no such option."""
    found = tuple(sorted(set(letters)))
    if not set(found) <= set(place.order):
        raise BadAid(reason="letter")
    return found


def merged_spans(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch made one; raises `BadAid` where one is empty or there are too many."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if not 0 <= start < end <= STEM_MOST:
            raise BadAid(reason="span")
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    if len(found) > SPANS_MOST:
        raise BadAid(reason="span")
    return tuple(found)


def spans_without(spans: Sequence[Span], at: int) -> tuple[Span, ...]:
    """The spans but for the one that holds a character."""
    return tuple(span for span in spans if not span[0] <= at < span[1])


def kept_text(text: str, most: int) -> str:
    """A text that may be kept; raises `BadAid` beyond so many characters, or for half a character."""
    if len(text) > most or any(unicodedata.category(char) == "Cs" for char in text):
        raise BadAid(reason="text")
    return text
