"""Where a reader's mark stands in a section, and where it stands in the next edition of it. Pure.

The quoted words and their surroundings hold a mark, as in the W3C's Web Annotation Data Model (TextQuoteSelector); the
block's own digest says at once that nothing changed. All texts are squeezed: without blanks, for those move first.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

AROUND = 32
"""Characters kept on either side of a quote."""
OPENING = 60
"""Characters quoted of a block that is marked as a whole."""
ALIKE = 0.75
"""A changed quote is the same one from this ratio of equal characters on (difflib's)."""
SHORTEST_CHANGED = 8
"""A shorter quote must be found unchanged: in so few characters likeness says nothing."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a mark holds on to. `whole`: the block, not the words; `digest` and `block` are those of its edition.

    `quote` is as it is written, its surroundings are squeezed.
    """

    digest: str
    block: int
    quote: str
    before: str = ""
    after: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A block, and the characters of its squeezed text from `start` to before `end`."""

    block: int
    start: int
    end: int


def squeezed(text: str) -> str:
    """Without any blank."""
    return "".join(text.split())


def digest_of(text: str) -> str:
    """What a block is known by while it stays as it is."""
    return hashlib.sha256(squeezed(text).encode()).hexdigest()[:16]


def anchor_at(blocks: Sequence[str], place: TextPlace) -> Anchor:
    """Hold on to a place; one without words holds the whole block. Raises `IndexError` where there is no such block."""
    spelt = blocks[place.block]
    text = squeezed(spelt)
    start, end = max(0, place.start), min(len(text), place.end)
    whole = end <= start
    if whole:
        start, end = 0, min(len(text), OPENING)
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return Anchor(digest_of(spelt), place.block, _spelt(spelt, start, end), before, after, whole)


def place_of(anchor: Anchor, blocks: Sequence[str]) -> TextPlace | None:
    """Where the mark stands in these blocks; None where its words are gone."""
    anchor, texts = replace(anchor, quote=squeezed(anchor.quote)), [squeezed(block) for block in blocks]
    same = [number for number, block in enumerate(blocks) if digest_of(block) == anchor.digest]
    found = [place for place in _exact(anchor, texts) if not same or place.block in same]
    if not found and same:  # a block without words of its own: a drawing, a self-check
        found = [TextPlace(number, 0, 0) for number in same]
    found = found or _exact(anchor, texts) or list(_alike(anchor, texts))
    if not found:
        return None
    best = max(found, key=lambda place: _fits(anchor, texts[place.block], place))
    return TextPlace(best.block, 0, 0) if anchor.whole else best


def _spelt(text: str, start: int, end: int) -> str:
    """Characters of the squeezed text as they are written: with the blanks between them."""
    places = [place for place, letter in enumerate(text) if not letter.isspace()]
    return text[places[start] : places[end - 1] + 1] if end > start else ""


def _exact(anchor: Anchor, texts: Sequence[str]) -> list[TextPlace]:
    found = []
    for number, text in enumerate(texts):
        start = text.find(anchor.quote) if anchor.quote else -1
        while start >= 0:
            found.append(TextPlace(number, start, start + len(anchor.quote)))
            start = text.find(anchor.quote, start + 1)
    return found


def _alike(anchor: Anchor, texts: Sequence[str]) -> Iterator[TextPlace]:
    """In each block the passage most like the quote, where it is like enough."""
    quote = anchor.quote
    if len(quote) < SHORTEST_CHANGED:
        return
    for number, text in enumerate(texts):
        first, last = _span(quote, text)
        ratio = SequenceMatcher(None, quote, text[first:last], autojunk=False).ratio()
        if last > first and ratio >= ALIKE:
            yield TextPlace(number, first, last)


def _span(quote: str, text: str) -> tuple[int, int]:
    """About as many characters as the quote has, around the longest piece that both share."""
    shared = SequenceMatcher(None, quote, text, autojunk=False).find_longest_match()
    slack = max(4, len(quote) // 4)
    low = max(0, shared.b - shared.a - slack)
    high = min(len(text), shared.b + len(quote) - shared.a + slack)
    window = text[low:high]
    pieces = SequenceMatcher(None, quote, window, autojunk=False).get_matching_blocks()
    solid = [piece for piece in pieces if piece.size >= 2]  # one character is alike by chance
    if not solid:
        return 0, 0
    return low + solid[0].b, low + solid[-1].b + solid[-1].size


def _fits(anchor: Anchor, text: str, place: TextPlace) -> tuple[float, int]:
    """How well the surroundings agree, then how near it is to where it was."""
    before = text[max(0, place.start - AROUND) : place.start]
    after = text[place.end : place.end + AROUND]
    likeness = SequenceMatcher(None, anchor.before + "\0" + anchor.after, before + "\0" + after, autojunk=False).ratio()
    return likeness, -abs(place.block - anchor.block)
