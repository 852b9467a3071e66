"""Lines that follow on each other, on what HR knows, and under the device's own checkpoints."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from exams.bundles.bundle import Bundle
from exams.bundles.hr_trust import Known
from exams.bundles.verdict import Code, Finding
from exams.devices.checkpoint import read_checkpoint
from exams.devices.record import DeviceRecord
from exams.errors import AcademyError
from exams.journal.line import DOMAIN, GENESIS, Line, Record, read_line


@dataclass(frozen=True, slots=True)
class Chain:
    """Lines as far as they could be read, each with its hash; `broken` says why no further."""

    first: int
    records: tuple[Record, ...]
    hashes: tuple[str, ...]
    broken: Finding | None = None

    @property
    def last(self) -> int:
        """The last line's sequence number; `first - 1` where there is none."""
        return self.first + len(self.records) - 1

    def head_at(self, size: int) -> str | None:
        """The hash of line `size`, also of the one before the first; None for any other."""
        if size == self.first - 1 and self.records:
            return self.records[0].line.prev
        return self.hashes[size - self.first] if self.first <= size <= self.last else None


def read_chain(bundle: Bundle, known: Known) -> Chain:
    """Sequence, links and bodies (`E_SEQ`, `E_CHAIN`); bodies may be missing only where HR has them already."""
    records: list[Record] = []
    hashes: list[str] = []
    prev = GENESIS if bundle.first == 1 else None
    broken = None
    sha256 = hashlib.sha256
    for seq, (raw, body) in enumerate(bundle.rows, bundle.first):
        line = read_line(raw)
        digest = None if body is None else sha256(body).hexdigest()
        if line is None or line.prev != prev or line.bh != digest or line.seq != seq:
            broken = _fault(seq, line, prev, digest, known)
        if line is None or broken is not None:
            break
        prev = sha256(DOMAIN + raw).hexdigest()
        records.append(_record((line, raw, body)))
        hashes.append(prev)
    return Chain(bundle.first, tuple(records), tuple(hashes), broken)


_record: "partial[Record]" = partial(tuple.__new__, Record)


def _fault(seq: int, line: Line | None, prev: str | None, digest: str | None, known: Known) -> Finding | None:
    """What is wrong with a line; `prev` None: nothing before it is known; `digest` None: its body is missing."""
    if line is None:
        return Finding(Code.CHAIN, seq, facts={"reason": "line"})
    if line.seq != seq:
        return Finding(Code.SEQUENCE, seq, facts={"found": line.seq})
    if prev is not None and line.prev != prev:
        return Finding(Code.CHAIN, seq, facts={"reason": "prev"})
    if _body_fits(line.bh, digest, old=seq <= known.size):
        return None
    return Finding(Code.CHAIN, seq, facts={"reason": "body"})


def _body_fits(told: str, digest: str | None, *, old: bool) -> bool:
    return old if digest is None else digest == told


def continuity_findings(chain: Chain, known: Known) -> Iterator[Finding]:
    """It begins no later than what is known ends (`E_GAP`), tells the same (`E_FORK`), and more (`E_ROLLBACK`)."""
    if chain.first > known.size + 1:
        yield Finding(Code.GAP, chain.first, facts={"known": known.size})
        return
    forked = _fork(chain, known)
    if forked:
        yield Finding(Code.FORK, forked, facts={"known": known.size})
    elif chain.last < known.size:
        yield Finding(Code.ROLLBACK, chain.last, facts={"known": known.size})


def _fork(chain: Chain, known: Known) -> int:
    """The first line that HR has otherwise; 0 where none is known to be."""
    for seq, told in zip(range(chain.first, chain.last + 1), chain.hashes, strict=True):
        if seq <= len(known.hashes) and known.hashes[seq - 1] != told:
            return seq
    told_head = chain.head_at(known.size)
    return known.size or 1 if told_head not in (None, known.head) else 0


def checkpoint_findings(bundle: Bundle, chain: Chain, record: DeviceRecord, known: Known) -> Iterator[Finding]:
    """Every checkpoint is the device's and stands on this chain (`E_CHECKPOINT`); one signs its very last line.

    One that tells of more lines than there are is as bad as none: `E_UNSIGNED_TAIL`.
    """
    covered, beyond = False, 0
    for raw in bundle.checkpoints:
        try:
            told = read_checkpoint(raw, record)
        except AcademyError as error:
            yield Finding(Code.CHECKPOINT, facts={"reason": error.code})
            continue
        head = chain.head_at(told.size) or _known_head(known, told.size)
        if told.size > chain.last:
            beyond = max(beyond, told.size)
        elif head is not None and head != told.head:
            yield Finding(Code.CHECKPOINT, told.size, facts={"reason": "head"})
        elif told.size == chain.last:
            covered = True
    if beyond or not covered:
        yield Finding(Code.UNSIGNED_TAIL, chain.last, facts={"signed": beyond})


def _known_head(known: Known, size: int) -> str | None:
    return known.hashes[size - 1] if 0 < size <= len(known.hashes) else None
