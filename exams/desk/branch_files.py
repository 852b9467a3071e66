"""The files a branch is brought from headquarters: what each is, told by its content, and how each is taken in."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from exams.accounts.resets import read_desk
from exams.desk.branch_errors import FileUnreadable, NoRoot, NotFromHq
from exams.errors import AcademyError
from exams.packs.disk import DISK, put_in_place, remove, told
from exams.packs.errors import SlotSpoilt
from exams.packs.slot_file import SlotFile, read_slots
from exams.store.trust_files import (
    begin_trust,
    has_trust,
    keep_reset_desk,
    kept_reset_desk,
    load_trust,
    root_files,
    save_trust,
)
from exams.trust.envelope import Purpose, open_envelope, payload_sha256
from exams.trust.errors import NotStrict, RootVersion, WrongType
from exams.trust.root import RoleName, Root, check_expiry, claimed_version, first_root
from exams.trust.shapes import table_of
from exams.trust.state import TrustState, follow_roots, heed_revocations, note_time, now_of
from exams.trust.strict_json import MOST, read_json


class FileKind(IntEnum):
    """In the order in which files that come together are taken in: who may sign first, what counts next."""

    ROOT = 1
    REVOCATION = 2
    DEVICE = 3
    PACK = 4
    SLOTS = 5
    ROLE = 6
    RESET = 7
    RECEIPT = 8
    PROGRAM = 9
    LIST = 10
    STUDY_RULES = 11
    CERTIFICATE = 12


_PDF = b"%P"
_COSE = b"\xd2\x84"
"""How a COSE_Sign1 message begins: HR's lists of certificates are such."""

_PAPER = b"<dc:source>BAC1:"
"""What a PDF with a certificate's printed code says of itself; other people's PDFs do not."""

MOST_PAPER = 4 * 1024 * 1024
"""Bytes of a certificate: a frozen one takes a tenth of it."""

_ENVELOPES = {
    Purpose.ROOT.type: FileKind.ROOT,
    Purpose.REVOCATION.type: FileKind.REVOCATION,
    Purpose.DEVICE.type: FileKind.DEVICE,
    Purpose.SLOTS.type: FileKind.SLOTS,
    Purpose.ROLE.type: FileKind.ROLE,
    Purpose.RESET.type: FileKind.RESET,
    Purpose.ACK.type: FileKind.RECEIPT,
    Purpose.PROGRAM.type: FileKind.PROGRAM,
    Purpose.STUDY_RULES.type: FileKind.STUDY_RULES,
}


@dataclass(frozen=True, slots=True)
class Brought:
    """One file: `raw` is an envelope or a PDF; empty for a pack, which is never read whole, and for HR's lists."""

    path: Path
    kind: FileKind
    raw: bytes = b""

    @property
    def order(self) -> tuple[int, int]:
        """Roots by their version; what claims none comes last of its kind and is refused there."""
        return self.kind, _version(self.raw) if self.kind is FileKind.ROOT else 0


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file: `changed` is False where all of it was here already; `sha256` of its signed payload."""

    name: str
    changed: bool
    sha256: str


def brought(path: Path) -> Brought:
    """Told by content, not by name; raises `FileUnreadable`, `NotFromHq`, `WrongType` or `NotStrict`."""
    try:
        with path.open("rb") as file:
            head = file.read(2)
            if head == b"PK":
                return Brought(path, FileKind.PACK)
            if head == _COSE:
                return Brought(path, FileKind.LIST)
            raw = head + file.read(MOST_PAPER if head == _PDF else MOST)
    except OSError as error:
        raise FileUnreadable(file=path.name, detail=error.strerror or "") from error
    if head == _PDF and _PAPER in raw:
        return Brought(path, FileKind.CERTIFICATE, raw)
    if not raw.startswith(b"{"):
        raise NotFromHq(file=path.name)
    found = table_of(read_json(raw)).get("payloadType")
    kind = _ENVELOPES.get(found) if isinstance(found, str) else None
    if kind is None:
        raise WrongType(expected="root, revocation, slots", found=str(found)[:80])
    return Brought(path, kind, raw)


def believed(home: Path) -> TrustState:
    """What this home believes; raises `NoRoot` before the first root, `TrustSpoilt` for a changed folder."""
    if not has_trust(home):
        raise NoRoot(home=str(home))
    return load_trust(home)


def take_root(home: Path, raw: bytes, now_wt: int) -> Taken:
    """The first root, or the one after the root in force; raises what `next_root` raises, or `Expired`."""
    version, sha256 = claimed_version(raw), payload_sha256(raw)
    if not has_trust(home):
        check_expiry(first_root(raw), now_wt)
        begin_trust(home, raw)
        return Taken(f"root {version}", True, sha256)
    state = load_trust(home)
    if version <= state.root.version:
        if sha256 != payload_sha256(root_files(home)[version - 1]):
            raise RootVersion(found=version, expected=state.root.version + 1)
        return Taken(f"root {version}", False, sha256)
    after = follow_roots(state, [raw])
    check_expiry(after.root, now_of(after, now_wt))
    save_trust(home, after, [raw])
    return Taken(f"root {version}", True, sha256)


def take_revocations(home: Path, raw: bytes) -> Taken:
    """A list of withdrawals; raises `RolledBack` for an older one."""
    state = believed(home)
    after = heed_revocations(state, raw)
    changed = after.revocations != state.revocations
    if changed:
        save_trust(home, after, revocations=raw)
    return Taken(f"revocation {after.revocations.version}", changed, payload_sha256(raw))


def take_reset_desk(home: Path, raw: bytes) -> Taken:
    """The key of headquarters' reset desk; raises as `open_envelope`, or `NotStrict` for an answer to one person."""
    read_desk(raw, believed(home).root)
    changed = raw != kept_reset_desk(home)
    if changed:
        keep_reset_desk(home, raw)
    return Taken("reset desk", changed, payload_sha256(raw))


def take_slots(home: Path, raw: bytes, branch: str) -> tuple[Taken, SlotFile]:
    """A slot file with sessions of this branch; raises `SlotSpoilt` where it has none (without a branch: any)."""
    state = believed(home)
    file = _opened(raw, state.root)
    if branch and not file.of_branch(branch).slots:
        raise SlotSpoilt(reason="branch")
    path = home / "packs" / f"slots-{file.pack}-{file.version}-{payload_sha256(raw)[:16]}.json"
    changed = not path.exists()
    if changed:
        outdone = list(_outdone(home, file, state.root))
        with told(path.parent):
            path.parent.mkdir(parents=True, exist_ok=True)
            put_in_place(DISK, path, raw)
        for old in outdone:
            remove(old)
        save_trust(home, note_time(state, file.issued_wt))
    return Taken(f"slots {file.pack}-{file.version}", changed, payload_sha256(raw)), file


def _opened(raw: bytes, root: Root) -> SlotFile:
    keys, threshold = root.keys_of(RoleName.PACK)
    return read_slots(open_envelope(raw, Purpose.SLOTS, keys, threshold))


def _outdone(home: Path, file: SlotFile, root: Root) -> Iterator[Path]:
    """Kept files that no key of the root in force signed, and those no younger whose sessions all stand in `file`."""
    mine = {slot.session for slot in file.slots}
    for path in sorted(home.joinpath("packs").glob(f"slots-{file.pack}-{file.version}-*.json")):
        try:
            had = _opened(path.read_bytes(), root)
        except AcademyError:
            yield path
            continue
        same = (had.pack, had.version) == (file.pack, file.version) and had.issued_wt <= file.issued_wt
        if same and {slot.session for slot in had.slots} <= mine:
            yield path


def _version(raw: bytes) -> int:
    try:
        return claimed_version(raw)
    except (NotStrict, WrongType):
        return 1 << 62
