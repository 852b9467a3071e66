"""Whether an audit pack may be believed, with nothing but the published root: every finding names its file."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from certificates.audit.history import HeldCertificate, History
from certificates.audit.manifest import (
    MANIFEST,
    MANIFEST_MOST,
    AuditManifest,
    claimed_files,
    described,
    files_below,
    missing_files,
    read_manifest,
)
from certificates.audit.proofs import ACTS, PROOFS, Proved, acts_in, proof_lines, prove
from certificates.errors import AuditDay, AuditUnsound
from certificates.standing.shelf import standing_of
from exams import (
    AcademyError,
    CertificateProof,
    Edition,
    RoleName,
    Root,
    load_trust,
    payload_sha256,
    read_ack,
    read_edition,
    root_chain,
)

MISSING, CHANGED, EXTRA = "E_AUDIT_MISSING", "E_AUDIT_CHANGED", "E_AUDIT_EXTRA"
FOREIGN, PROOF, UNDATED = "E_AUDIT_ROOT", "E_AUDIT_PROOF", "E_AUDIT_UNDATED"
ROOT_FILE = "trust/roots/1.json"
_LISTED = 1000

Told = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class AuditFinding:
    """What is wrong with which file; `about` is the certificate or mark where it is one, `reason` a further code."""

    code: str
    file: str
    about: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Audited:
    """A pack looked at; without a finding it answers for any day of its span. `sha256` is of the manifest's payload."""

    findings: tuple[AuditFinding, ...]
    manifest: AuditManifest | None = None
    sha256: str = ""
    editions: Mapping[str, Edition] | None = None
    certificates: tuple[Proved, ...] = ()
    unproved: tuple[str, ...] = ()
    history: History | None = None

    def on(self, day: date) -> tuple[HeldCertificate, ...]:
        """Every certificate issued by that day, by branch and number.

        Raises `AuditUnsound` where anything was found, `AuditDay` outside the span.
        """
        if self.findings or self.manifest is None or self.history is None:
            raise AuditUnsound(count=len(self.findings))
        if not self.manifest.first <= day <= self.manifest.last:
            first, last = self.manifest.first.isoformat(), self.manifest.last.isoformat()
            raise AuditDay(day=day.isoformat(), first=first, last=last)
        lines = (self.history.on(day, one) for one in self.certificates)
        return tuple(one for one in lines if one is not None)


def check_audit(folder: Path, root: bytes, told: Told = lambda _count: None) -> Audited:
    """Look at every byte; `root` is root version 1 as headquarters published it. `told` hears of proofs checked.

    Never raises for what the folder holds.
    """
    roots, finding = _roots(folder, root)
    if finding is not None:
        return Audited((finding,))
    manifest, sha256, findings = _manifest(folder, roots[-1])
    if manifest is None:
        return Audited(findings)
    spoilt = tuple(_bytes(folder, manifest))
    if spoilt:
        return Audited(spoilt, manifest, sha256)
    return _contents(folder, roots, manifest, sha256, told)


def _roots(folder: Path, root: bytes) -> tuple[tuple[Root, ...], AuditFinding | None]:
    if missing_files(folder, [ROOT_FILE]):
        return (), AuditFinding(MISSING, ROOT_FILE)
    try:
        roots = root_chain(folder)
        if payload_sha256((folder / ROOT_FILE).read_bytes()) == payload_sha256(root):
            return roots, None
        return (), AuditFinding(FOREIGN, ROOT_FILE)
    except AcademyError as error:
        file = error.facts.get("file")
        return (), AuditFinding(CHANGED, f"trust/roots/{file}" if file else ROOT_FILE, reason=error.code)
    except OSError:
        return (), AuditFinding(MISSING, ROOT_FILE)


def _manifest(folder: Path, root: Root) -> tuple[AuditManifest | None, str, tuple[AuditFinding, ...]]:
    if missing_files(folder, [MANIFEST]):
        return None, "", (AuditFinding(MISSING, MANIFEST),)
    try:
        with (folder / MANIFEST).open("rb") as file:
            raw = file.read(MANIFEST_MOST + 1)
    except OSError:
        return None, "", (AuditFinding(MISSING, MANIFEST),)
    try:
        return read_manifest(raw, root.keys_of(RoleName.HR)[0]), payload_sha256(raw), ()
    except AcademyError as error:
        # Where a later root is gone, its HR key is not known here: the root is what is missing then.
        gone = [name for name in missing_files(folder, claimed_files(raw)) if name.startswith("trust/roots/")]
        spoilt = AuditFinding(CHANGED, MANIFEST, reason=error.code)
        return None, "", (spoilt, *(AuditFinding(MISSING, name) for name in gone))


def _bytes(folder: Path, manifest: AuditManifest) -> Iterator[AuditFinding]:
    missing = set(missing_files(folder, sorted(manifest.files)))
    for path, told in sorted(manifest.files.items()):
        if path in missing:
            yield AuditFinding(MISSING, path)
            continue
        try:
            same = described(folder / path) == told
        except OSError:
            same = False
        if not same:
            yield AuditFinding(CHANGED, path)
    for path in sorted(set(files_below(folder)) - set(manifest.files) - {MANIFEST}):
        if path not in missing:
            yield AuditFinding(EXTRA, path)


def _contents(folder: Path, roots: tuple[Root, ...], manifest: AuditManifest, sha256: str, told: Told) -> Audited:
    """The bytes are HR's; whether they prove what they should is another question."""
    try:
        said, withdrawn = standing_of(folder), load_trust(folder).revocations.devices
        history = History(said, frozenset(withdrawn), acts_in(folder / ACTS))
        editions = {one.sha256: one for one in _editions(folder, manifest, roots)}
        _check_receipts(folder, manifest, roots[-1])
    except AcademyError as error:
        return Audited((AuditFinding(PROOF, str(error.facts.get("path", "")), reason=error.code),), manifest, sha256)
    found = [AuditFinding(UNDATED, ACTS, about, act) for act, about in history.undated()]
    proved, unproved = [], []
    for one in _proofs(folder, roots, editions, told):
        if isinstance(one, AuditFinding):
            found.append(one)
        elif isinstance(one, Proved):
            proved.append(one)
        else:
            unproved.append(one)
    return Audited(tuple(found[:_LISTED]), manifest, sha256, editions, tuple(proved), tuple(unproved), history)


def _proofs(
    folder: Path, roots: tuple[Root, ...], editions: Mapping[str, Edition], told: Told
) -> Iterator[Proved | AuditFinding | str]:
    ca_keys = tuple(dict.fromkeys(chain.from_iterable(root.keys_of(RoleName.CA)[0].values() for root in roots)))
    try:
        for count, proof in enumerate(proof_lines(folder / PROOFS), start=1):
            yield _proof_of(proof, ca_keys, editions) if proof.is_whole else proof.number
            told(count)
    except AcademyError as error:
        yield AuditFinding(PROOF, PROOFS, reason=error.code)


def _proof_of(
    proof: CertificateProof, ca_keys: tuple[bytes, ...], editions: Mapping[str, Edition]
) -> Proved | AuditFinding:
    try:
        proved = prove(proof, ca_keys)
    except AcademyError as error:
        return AuditFinding(PROOF, PROOFS, proof.number, error.code)
    return proved if proved.edition in editions else AuditFinding(PROOF, PROOFS, proof.number, "E_AUDIT_EDITION")


def _editions(folder: Path, manifest: AuditManifest, roots: tuple[Root, ...]) -> Iterator[Edition]:
    for path in sorted(manifest.files):
        if path.startswith("editions/") and path.endswith("/manifest.json"):
            place = (folder / path).parent
            yield read_edition((folder / path).read_bytes(), place / "content.sqlite", roots)


def _check_receipts(folder: Path, manifest: AuditManifest, root: Root) -> None:
    for path in sorted(manifest.files):
        if path.startswith("receipts/"):
            read_ack((folder / path).read_bytes(), *root.keys_of(RoleName.HR))
