"""The proof behind each certificate, out of the bundles that were taken in: the printed code, and the start record.

A certificate names its sitting, and the sitting's id is a digest over its start record, which names the person and the
edition: whoever holds both needs nobody's word for what was sat on.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from exams.bundles.bundle import Bundle, open_bundle
from exams.journal.line import Event, Record, read_line
from exams.register.outcome import CertificateRow
from exams.store.register_audit import certificates_in, certified_branches
from exams.store.register_dialect import RegisterDb
from exams.store.register_files import kept_bundle
from exams.store.register_issued_rows import issued_certificates
from exams.store.register_rows import devices, kept_files, sitting_of
from exams.trust.keys import SealingKey

_START = b'"type":"%s"' % Event.START.value.encode()


@dataclass(frozen=True, slots=True)
class CertificateProof:
    """`token` is empty where no code came, `start` where no start record did; it was line `seq` of `device`."""

    number: str
    branch: str
    token: str = ""
    device: str = ""
    seq: int = 0
    start: Mapping[str, object] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Both halves are here."""
        return bool(self.token and self.start)


def certificate_proofs(
    db: RegisterDb, keys: Sequence[SealingKey], span: tuple[str, str], branches: Sequence[str] = ()
) -> Iterator[CertificateProof]:
    """Of every certificate that held on a day of the span, by branch and number; all branches where none is named.

    Raises `BundleAltered`, `CannotOpen` where the key of an old bundle is not here.
    """
    issued = {one.number: one.token for one in issued_certificates(db)}
    for branch in branches or certified_branches(db):
        rows = list(certificates_in(db, branch, *span))
        yield from _of_branch(db, keys, branch, rows, issued)


def _of_branch(
    db: RegisterDb, keys: Sequence[SealingKey], branch: str, rows: Sequence[CertificateRow], issued: Mapping[str, str]
) -> Iterator[CertificateProof]:
    """`issued` are the codes of HR's own certificates by number: their sittings lie in another branch's bundles."""
    wanted = {row.sitting for row in rows}
    elsewhere = {sat.serial for row in rows if row.number in issued and (sat := sitting_of(db, row.sitting))}
    tokens: dict[str, str] = {}
    starts: dict[str, tuple[str, int, Mapping[str, object]]] = {}
    for device in devices(db) if wanted else ():
        for file in kept_files(db, device.serial) if device.branch == branch or device.serial in elsewhere else ():
            bundle = open_bundle(kept_bundle(db.path.parent, file.sha256), keys)
            for token in bundle.certificates:
                tokens.setdefault(token.sitting, token.raw.decode("ascii", "replace"))
            for record in _starts(bundle, wanted):
                starts.setdefault(record.line.att, (bundle.serial, record.line.seq, record.facts()))
    for row in rows:
        serial, seq, facts = starts.get(row.sitting, ("", 0, {}))
        code = issued.get(row.number) or tokens.get(row.sitting, "")
        yield CertificateProof(row.number, branch, code, serial, seq, facts)


def _starts(bundle: Bundle, wanted: Iterable[str]) -> Iterator[Record]:
    sought = frozenset(wanted)
    for raw, body in bundle.rows:
        line = read_line(raw) if _START in raw and body else None
        if line is not None and line.att in sought:
            yield Record(line, raw, body)
