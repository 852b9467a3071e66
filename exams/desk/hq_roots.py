"""The root of trust: made once by three holders, changed by any two of them (security design, 3.2 and section 9)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from exams.desk.hq_errors import KeyNotHere, KeysMissing
from exams.desk.hq_home import Hq, put_file
from exams.desk.hq_keys import (
    DESK,
    HR_SEAL,
    PDF,
    RECOVERY,
    ROOT_HOLDERS,
    ROOT_THRESHOLD,
    SEALING,
    SIGNING,
    key_path,
    key_row,
    make_key,
    named_keys,
    signing_key,
)
from exams.store.hq_rows import all_keys, retire_key
from exams.trust.envelope import Purpose, add_signature, sign_envelope
from exams.trust.errors import BadSignature, KeyFileSpoilt
from exams.trust.key_files import AnyKey, read_key_file
from exams.trust.keys import SigningKey
from exams.trust.pdf_root import make_pdf_root, pem
from exams.trust.root import RoleKeys, RoleName, Root, first_root, next_root, root_payload
from exams.trust.rsa_keys import RsaKey

YEAR_MS = 365 * 86_400_000
ROOT_YEARS = 8


@dataclass(frozen=True, slots=True)
class RootChange:
    """What the next root has other than the one in force: names of keys replaced or dropped, roles given one more."""

    replace: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    add: tuple[str, ...] = ()
    holder: Path | None = None


@dataclass(frozen=True, slots=True)
class RootFile:
    """A root as it stands in a file; until `complete` it is a draft that wants more signatures."""

    version: int
    path: Path
    complete: bool


def make_first_root(hq: Hq, holders: Sequence[Path]) -> Root:
    """All keys and root 1, signed by every holder; `holders` are their folders, by default below `hq/keys`."""
    folders = [*holders, *[None] * ROOT_HOLDERS][:ROOT_HOLDERS]
    held = [make_key(hq, RoleName.ROOT, folder) for folder in folders]
    made = {name: make_key(hq, name) for name in (*SIGNING, *SEALING, PDF) if name != RoleName.ROOT}
    signers = [key for key in held if isinstance(key, SigningKey)]
    roles = {RoleName(name): RoleKeys((made[name].keyid,), 1) for name in SIGNING if name != RoleName.ROOT}
    roles[RoleName.ROOT] = RoleKeys(tuple(key.keyid for key in signers), ROOT_THRESHOLD)
    keys = {key.keyid: key.public for key in (*held, *made.values()) if isinstance(key, SigningKey)}
    root = Root(
        version=1,
        expires_wt=_expiry(hq),
        keys=keys,
        roles=roles,
        hr_seal=made[HR_SEAL].public,
        recovery=made[RECOVERY].public,
        pdf_root=_pdf_root(hq, made[PDF]),
    )
    raw = sign_envelope(Purpose.ROOT, root_payload(root), signers)
    first = first_root(raw)
    put_file(hq.roots_folder / "1.json", raw)
    put_file(pdf_root_file(hq), pem(first.pdf_root))
    return first


def pdf_root_file(hq: Hq) -> Path:
    """The certificate in force that readers of PDF files import, as PEM."""
    return hq.folder / "root.pem"


def rotate(hq: Hq, change: RootChange, key_files: Sequence[Path] = ()) -> RootFile:
    """The root after the one in force, signed by `key_files` or by every holder's file that is at hand.

    In force at once where two old and two new holders signed; else a draft beside it, which `sign_draft` completes.
    Raises `KeyNotHere` or `KeysMissing` before anything is made.
    """
    current = hq.root()
    gone = [key_row(hq, name) for name in (*change.replace, *change.drop)]
    signers = _signers(hq, current, key_files, {row.keyid for row in gone})
    roles = [row.role for row in gone]
    _check(current, change, roles[: len(change.replace)], roles[len(change.replace) :])
    root = _changed(hq, current, change)
    raw = sign_envelope(Purpose.ROOT, root_payload(root), signers)
    hq.write_down("root_drafted", version=root.version, replaced=list(change.replace), dropped=list(change.drop))
    return _adopted(hq, raw, hq.roots_folder / f"{root.version}.draft.json")


def sign_draft(file: Path, key_file: Path, passphrase: str) -> bytes:
    """Add a holder's signature to a draft, in place; works wherever the holder is."""
    key = read_key_file(key_file, passphrase)
    if not isinstance(key, SigningKey):
        raise KeyNotHere(name=key_file.stem, path=str(key_file))
    raw = add_signature(file.read_bytes(), Purpose.ROOT, key)
    put_file(file, raw)
    return raw


def adopt(hq: Hq, file: Path) -> RootFile:
    """Put a draft in force if enough holders have signed it; else it stays a draft."""
    return _adopted(hq, file.read_bytes(), file)


def _adopted(hq: Hq, raw: bytes, draft: Path) -> RootFile:
    current = hq.root()
    try:
        root = next_root(current, raw)
    except BadSignature:
        return RootFile(current.version + 1, put_file(draft, raw), complete=False)
    path = put_file(hq.roots_folder / f"{root.version}.json", raw)
    (hq.roots_folder / f"{root.version}.draft.json").unlink(missing_ok=True)
    if root.pdf_root != current.pdf_root:
        put_file(pdf_root_file(hq), pem(root.pdf_root))
    gone = named_keys(current) - named_keys(root)
    for keyid in gone:
        retire_key(hq.db, keyid, hq.now_wt())
    hq.write_down("root_in_force", version=root.version, retired=sorted(gone))
    return RootFile(root.version, path, complete=True)


def _signers(hq: Hq, current: Root, key_files: Sequence[Path], gone: set[str]) -> list[SigningKey]:
    held = [row for row in all_keys(hq.db, RoleName.ROOT) if row.keyid in current.roles[RoleName.ROOT].keyids]
    if not key_files:
        present = [row for row in held if row.keyid not in gone and key_path(hq, row).is_file()]
        return [signing_key(hq, row) for row in present]
    named = {row.name: row for row in held}
    return [signing_key(hq, named.get(path.stem) or key_row(hq, path.stem), path) for path in key_files]


def _check(current: Root, change: RootChange, replaced: list[str], dropped: list[str]) -> None:
    strange = [role for role in change.add if role not in SIGNING] + [role for role in replaced if role == DESK]
    if strange:
        raise KeysMissing(role=strange[0])
    for role in dropped:
        left = current.roles.get(RoleName(role)) if role in SIGNING else None
        if left is None or len(left.keyids) - dropped.count(role) < max(left.threshold, _least(role)):
            raise KeysMissing(role=role)


def _least(role: str) -> int:
    return ROOT_HOLDERS if role == RoleName.ROOT else 1


def _changed(hq: Hq, current: Root, change: RootChange) -> Root:
    root = replace(current, version=current.version + 1, expires_wt=_expiry(hq))
    for name in (*change.replace, *change.drop):
        row = key_row(hq, name)
        if row.role in SIGNING:
            root = _without(root, RoleName(row.role), row.keyid)
    for role in (*(key_row(hq, name).role for name in change.replace), *change.add):
        root = _with(hq, root, role, make_key(hq, role, change.holder if role == RoleName.ROOT else None))
    return root


def _without(root: Root, role: RoleName, keyid: str) -> Root:
    before = root.roles[role]
    after = RoleKeys(tuple(one for one in before.keyids if one != keyid), before.threshold)
    keys = {one: public for one, public in root.keys.items() if one != keyid}
    return replace(root, keys=keys, roles={**root.roles, role: after})


def _pdf_root(hq: Hq, key: AnyKey) -> bytes:
    if not isinstance(key, RsaKey):
        raise KeyFileSpoilt(detail="kind")
    return make_pdf_root(key, hq.now_wt())


def _with(hq: Hq, root: Root, role: str, key: AnyKey) -> Root:
    if role == PDF:
        return replace(root, pdf_root=_pdf_root(hq, key))
    if role == HR_SEAL:
        return replace(root, hr_seal=key.public)
    if role == RECOVERY:
        return replace(root, recovery=key.public)
    before = root.roles[RoleName(role)]
    after = RoleKeys((*before.keyids, key.keyid), before.threshold)
    return replace(root, keys={**root.keys, key.keyid: key.public}, roles={**root.roles, RoleName(role): after})


def _expiry(hq: Hq) -> int:
    return hq.now_wt() // 1000 * 1000 + ROOT_YEARS * YEAR_MS
