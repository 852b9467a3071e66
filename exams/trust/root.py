"""The root: which keys speak for which role, and how one root follows another (TUF 5.3: old and new keys agree)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from exams.trust.envelope import Purpose, claimed_payload, open_envelope
from exams.trust.errors import Expired, NotStrict, RootVersion, UnknownSuite, WeakRoot
from exams.trust.keys import KEY_BYTES, key_id
from exams.trust.pdf_root import MOST_PDF_ROOT
from exams.trust.shapes import Table, base64_text, bytes_in, number_in, table_in, text_in, texts_in
from exams.trust.strict_json import Json
from exams.trust.times import read_time, write_time

SUITE = "X1"
"""Ed25519, X25519, HPKE with HKDF-SHA256 and AES-256-GCM, Argon2id. The root decides; nothing is negotiated."""

_MOST = 256 * 1024
_LEAST_ROOT_KEYS = 3
_LEAST_ROOT_THRESHOLD = 2


class RoleName(StrEnum):
    """Who may sign what."""

    ROOT = "root"
    PACK = "pack"
    CA = "ca"
    REVOCATION = "revocation"
    RESET = "reset"
    HR = "hr"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class RoleKeys:
    """The keys of a role, and how many of them must sign."""

    keyids: tuple[str, ...]
    threshold: int = 1


@dataclass(frozen=True, slots=True)
class Root:
    """Public keys by keyid, the roles, the two X25519 keys that are sealed to, and the X.509 root of PDF signatures."""

    version: int
    expires_wt: int
    keys: Mapping[str, bytes]
    roles: Mapping[RoleName, RoleKeys]
    hr_seal: bytes
    recovery: bytes
    pdf_root: bytes = b""
    suite: str = SUITE

    def keys_of(self, role: RoleName) -> tuple[Mapping[str, bytes], int]:
        """The keys of a role and its threshold, as `open_envelope` takes them."""
        held = self.roles[role]
        return {keyid: self.keys[keyid] for keyid in held.keyids}, held.threshold


def root_payload(root: Root) -> dict[str, Json]:
    """What is signed."""
    keys: Table = {keyid: base64_text(public) for keyid, public in root.keys.items()}
    roles: Table = {
        name.value: {"keyids": [*held.keyids], "threshold": held.threshold} for name, held in root.roles.items()
    }
    return {
        "version": root.version,
        "expires": write_time(root.expires_wt),
        "suite": root.suite,
        "keys": keys,
        "roles": roles,
        "hr_seal": base64_text(root.hr_seal),
        "recovery": base64_text(root.recovery),
        "pdf_root": base64_text(root.pdf_root),
    }


def first_root(raw: bytes) -> Root:
    """Version 1, signed by its own root keys: believed because it came with the program, not because it is signed."""
    root = _claimed_root(raw, 1)
    _open(raw, root)
    return root


def next_root(current: Root, raw: bytes) -> Root:
    """The root after `current`, signed by enough of the old and of the new root keys.

    Raises `RootVersion`, `BadSignature`, `WeakRoot`, `UnknownSuite` or `NotStrict`. A root that has run out may still
    lead to the one after it: see `check_expiry` for the last.
    """
    found = claimed_version(raw)
    if found != current.version + 1:
        raise RootVersion(found=found, expected=current.version + 1)
    _open(raw, current)
    root = _claimed_root(raw, found)
    _open(raw, root)
    return root


def check_expiry(root: Root, now_wt: int) -> None:
    """Raises `Expired` once the root has run out."""
    if root.expires_wt <= now_wt:
        raise Expired(reason="root", expires=write_time(root.expires_wt))


def claimed_version(raw: bytes) -> int:
    """The version a root envelope claims, unchecked: to put several in order and to name a file."""
    return number_in(claimed_payload(raw, Purpose.ROOT, _MOST), "version", least=1)


def _open(raw: bytes, root: Root) -> None:
    keys, threshold = root.keys_of(RoleName.ROOT)
    open_envelope(raw, Purpose.ROOT, keys, threshold, _MOST)


def _claimed_root(raw: bytes, expected: int) -> Root:
    payload = claimed_payload(raw, Purpose.ROOT, _MOST)
    suite = text_in(payload, "suite")
    if suite != SUITE:
        raise UnknownSuite(suite=suite[:40])
    keys = table_in(payload, "keys")
    root = Root(
        version=number_in(payload, "version", least=1),
        expires_wt=read_time(text_in(payload, "expires")),
        keys={keyid: bytes_in(keys, keyid, KEY_BYTES) for keyid in keys},
        roles=_roles(table_in(payload, "roles")),
        hr_seal=bytes_in(payload, "hr_seal", KEY_BYTES),
        recovery=bytes_in(payload, "recovery", KEY_BYTES),
        pdf_root=bytes_in(payload, "pdf_root"),
    )
    if root.version != expected:
        raise RootVersion(found=root.version, expected=expected)
    if len(root.pdf_root) > MOST_PDF_ROOT:
        raise NotStrict(detail="pdf_root")
    _check_keys(root)
    return root


def _roles(table: Table) -> dict[RoleName, RoleKeys]:
    if set(table) != set(RoleName):
        raise NotStrict(detail="roles")
    held = {name: table_in(table, name.value) for name in RoleName}
    return {name: RoleKeys(texts_in(one, "keyids"), number_in(one, "threshold", least=1)) for name, one in held.items()}


def _check_keys(root: Root) -> None:
    if any(keyid != key_id(public) for keyid, public in root.keys.items()):
        raise NotStrict(detail="keyid")
    seen: set[str] = set()
    for name, held in root.roles.items():
        known = set(held.keyids) <= set(root.keys)
        # One key, one role: whoever steals the key that signs packs must not be able to enrol devices with it.
        if not known or held.threshold > len(held.keyids) or seen & set(held.keyids):
            raise WeakRoot(role=name.value)
        seen |= set(held.keyids)
    own = root.roles[RoleName.ROOT]
    if len(own.keyids) < _LEAST_ROOT_KEYS or own.threshold < _LEAST_ROOT_THRESHOLD:
        raise WeakRoot(role=RoleName.ROOT.value)
