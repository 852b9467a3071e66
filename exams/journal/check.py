"""The check of a whole chain: what is wrong, named by sequence number; nothing is repaired."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from exams.journal.line import ANSWERING, GENESIS, Line, Links, line_hash, read_line, read_links


class Fault(StrEnum):
    """What can be wrong with one row."""

    UNREADABLE = "E_JOURNAL_LINE"
    GAP = "E_JOURNAL_GAP"
    CHAIN = "E_JOURNAL_CHAIN"
    BODY = "E_JOURNAL_BODY"
    NUMBER = "E_JOURNAL_NUMBER"
    ERASED = "W_ERASED"
    CLOCK = "W_TIME_JUMP"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault and the row it stands in."""

    seq: int
    code: str


Row = tuple[int, bytes, bytes | None]
"""(seq column, line bytes, body bytes or None once erased), in ascending order."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """Bodies that may be missing: the answers of these sittings lie sealed, those up to `acknowledged` HR has."""

    sealed: frozenset[str] = frozenset()
    acknowledged: int = 0

    def may_lack(self, line: Line) -> bool:
        """Whether this line's body was taken away by the app."""
        return line.type in ANSWERING and (line.att in self.sealed or line.seq <= self.acknowledged)


def taken_bodies(rows: Iterable[Row], withheld: Withheld) -> Iterator[Finding]:
    """Every line whose body was taken away, but not by the app: no fault of the chain, and HR will ask for it."""
    for seq, raw, body in rows:
        line = read_line(raw) if body is None else None
        if line is not None and not withheld.may_lack(line):
            yield Finding(seq, Fault.ERASED)


def check_chain(rows: Iterable[Row]) -> Iterator[Finding]:
    """Every fault of the chain in order. A row altered, dropped, doubled or moved shows at its number."""
    expected, prev = 1, GENESIS
    for seq, raw, body in rows:
        links = read_links(raw)
        if seq != expected:
            yield Finding(expected, Fault.GAP)
        if links is None:
            yield Finding(seq, Fault.UNREADABLE)
        else:
            yield from _row_faults(seq, links, body, prev if seq == expected else links.prev)
        expected, prev = seq + 1, line_hash(raw)


def _row_faults(seq: int, links: Links, body: bytes | None, prev: str) -> Iterator[Finding]:
    if links.seq != seq:
        yield Finding(seq, Fault.NUMBER)
    if links.prev != prev:
        yield Finding(seq, Fault.CHAIN)
    if body is not None and hashlib.sha256(body).hexdigest() != links.bh:
        yield Finding(seq, Fault.BODY)
