"""What is new in a section since it was read: only the difference, block by block, word by word. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,%’'-]*[A-Za-z0-9%]|\s+|.", re.DOTALL)
_SAME_BLOCK = 0.4
"""Two blocks are one that was rewritten from this ratio of equal words on; below it one went and another came."""


class PieceKind(StrEnum):
    """What became of some words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


class ChangeKind(StrEnum):
    """What became of a block."""

    ADDED = "added"
    REMOVED = "removed"
    REWRITTEN = "rewritten"


@dataclass(frozen=True, slots=True)
class Change:
    """One block that is not what it was; `block` is its place now, or where it stood before the block that follows."""

    what: ChangeKind
    block: int
    pieces: tuple[tuple[PieceKind, str], ...]


def changes(before: Sequence[str], now: Sequence[str]) -> tuple[Change, ...]:
    """The blocks that differ, in the order of the text as it is now; blanks alone make no difference."""
    old, new = [_plain(one) for one in before], [_plain(one) for one in now]
    found: list[Change] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            found += _between(old[a:b], new[c:d], c)
    return tuple(found)


def _between(old: list[str], new: list[str], at: int) -> Iterator[Change]:
    """Pair what was rewritten; the rest went or came. Blocks without words (a drawing without one) tell nothing."""
    left = [text for text in old if text]
    for place, text in enumerate(new, at):
        twin = max(left, key=lambda one: _likeness(one, text), default="")
        if twin and _likeness(twin, text) >= _SAME_BLOCK:
            for gone in left[: left.index(twin)]:
                yield Change(ChangeKind.REMOVED, place, ((PieceKind.GONE, gone),))
            left = left[left.index(twin) + 1 :]
            yield Change(ChangeKind.REWRITTEN, place, tuple(_pieces(twin, text)))
        elif text:
            yield Change(ChangeKind.ADDED, place, ((PieceKind.NEW, text),))
    for gone in left:
        yield Change(ChangeKind.REMOVED, at + len(new), ((PieceKind.GONE, gone),))


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, _WORD.findall(one), _WORD.findall(other), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _SAME_BLOCK else 0.0


def _pieces(old: str, new: str) -> Iterator[tuple[PieceKind, str]]:
    a, b = _WORD.findall(old), _WORD.findall(new)
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            yield PieceKind.SAME, "".join(a[i:j])
            continue
        if j > i:
            yield PieceKind.GONE, "".join(a[i:j])
        if m > k:
            yield PieceKind.NEW, "".join(b[k:m])


def _plain(text: str) -> str:
    return " ".join(text.split())
