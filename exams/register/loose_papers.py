"""Certificates that were handed in by themselves: the register says whether it knows them, it never learns from them.

A pass counts by its sitting, which HR has graded itself; a genuine certificate without one is a branch to ask.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from exams.register.outcome import CertificateRow, Found, Outcome

_MAGIC = b"%PDF-"
_COMPARED = ("sitting", "staff_id", "percent", "issued_day", "until_day")

UNKNOWN, DIFFERS, UNREAD = "W_PAPER_UNKNOWN", "E_PAPER_DIFFERS", "E_PAPER_UNREAD"
DOUBLED = "E_CERT_NUMBER"


@dataclass(frozen=True, slots=True)
class PaperTold:
    """What a certificate's own code says, once its signatures were believed; else `row` is None and `code` says why."""

    row: CertificateRow | None
    code: str = ""
    facts: Mapping[str, str | int] = field(default_factory=dict)


PaperReader = Callable[[bytes], PaperTold]
"""Never raises for what a file holds; crosses to judging processes."""


def is_paper(raw: bytes) -> bool:
    """True for a PDF: no bundle begins so."""
    return raw.startswith(_MAGIC)


def read_paper(raw: bytes, read: PaperReader | None) -> Outcome:
    """The certificate by itself, not yet held against the register; `E_PAPER_UNREAD` where nobody can read one."""
    told = read(raw) if read else PaperTold(None, UNREAD)
    sha256 = hashlib.sha256(raw).hexdigest()
    if told.row is None:
        return Outcome(sha256, findings=(Found(told.code, facts=told.facts),))
    return Outcome(sha256, branch=told.row.branch, certificates=(told.row,))


def matched(told: Outcome, find: Callable[[str], CertificateRow | None]) -> Outcome:
    """Certificates held against the register. A paper is known, unknown to it, or tells something else.

    A bundle may bring a number that another sitting's certificate has: that is found, and a person decides.
    """
    if told.device is not None:
        doubled = [one for one in told.certificates if (had := find(one.number)) and had.sitting != one.sitting]
        more = tuple(Found(DOUBLED, sitting=one.sitting, facts={"number": one.number}) for one in doubled)
        return replace(told, findings=(*told.findings, *more))
    if not told.certificates:
        return told
    (paper,) = told.certificates
    known = find(paper.number)
    facts = {"number": paper.number, "staff_id": paper.staff_id}
    if known is None:
        return replace(told, certificates=(), findings=(Found(UNKNOWN, sitting=paper.sitting, facts=facts),))
    other = [name for name in _COMPARED if getattr(known, name) != getattr(paper, name)]
    if other:
        found = Found(DIFFERS, sitting=paper.sitting, facts={**facts, "field": other[0]})
        return replace(told, certificates=(), findings=(found,))
    return replace(told, certificates=(), repeated=True)
