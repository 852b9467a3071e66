"""Slots: the content keys of one session, each sealed under a code that HQ releases on the day (security design, 3.3).

A slot commits to its key: a wrong code is told by comparing, never by what comes out of the cipher.
"""

import hmac
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from exams.packs.blobs import CEK_BYTES
from exams.packs.briefs import SessionBrief
from exams.packs.codes import TypedCode
from exams.packs.errors import CodeWrong, SlotSpoilt
from exams.packs.kdf import SALT_BYTES, Kdf, check_kdf

NONCE_BYTES, COMMIT_BYTES, CT_BYTES = 12, 32, CEK_BYTES + 16
_KEK_BYTES = 32
_DOMAIN = "branch-academy/slot/v1"


class SlotPurpose(StrEnum):
    """What a slot's key opens: the items of a form, or their answer key."""

    ITEMS = "items"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class SlotContext:
    """All that a slot is bound to."""

    pack: str
    version: int
    form: str
    session: str
    branch: str
    purpose: SlotPurpose

    @property
    def aad(self) -> bytes:
        """Bound into the key, the commitment and the cipher text; raises `SlotSpoilt` for a name that holds `|`."""
        if any("|" in name for name in (self.pack, self.form, self.session, self.branch)):
            raise SlotSpoilt(reason="name")
        place = f"{self.pack}|{self.version}|{self.form}|{self.session}|{self.branch}|{self.purpose.value}"
        return f"{_DOMAIN}|{place}".encode()


@dataclass(frozen=True, slots=True)
class Slot:
    """One sealed content key; the pack and version it belongs to are its file's. Times are UTC milliseconds."""

    session: str
    branch: str
    form: str
    purpose: SlotPurpose
    not_before_wt: int
    not_after_wt: int
    kdf: Kdf
    salt: bytes
    commit: bytes
    nonce: bytes
    ct: bytes

    def context(self, pack: str, version: int) -> SlotContext:
        """What this slot says it is bound to."""
        return SlotContext(pack, version, self.form, self.session, self.branch, self.purpose)


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """One session at one branch: items open in its window, the answer key until `grade_until_wt` (None: as long)."""

    session: str
    branch: str
    form: str
    not_before_wt: int
    not_after_wt: int
    grade_until_wt: int | None = None
    brief: SessionBrief | None = None  # who is expected and by which rules, where headquarters says so

    def until_wt(self, purpose: SlotPurpose) -> int:
        """When the slot for this purpose ends."""
        late = self.grade_until_wt if purpose is SlotPurpose.KEY else None
        return self.not_after_wt if late is None else late


@dataclass(frozen=True, slots=True)
class Lock:
    """A code as HQ made it and the content key it is to open; neither shows in a log."""

    code: str = field(repr=False)
    cek: bytes = field(repr=False)


def make_slots(
    pack: str, version: int, plan: SessionPlan, locks: Mapping[SlotPurpose, Lock], kdf: Kdf | None = None
) -> tuple[Slot, ...]:
    """A session's slots. One Argon2id for each different code: purposes with the same code share salt and work."""
    work = kdf or Kdf()
    check_kdf(work)
    return tuple(_made(pack, version, plan, locks, work))


def open_slot(slot: Slot, context: SlotContext, typed: TypedCode) -> bytes:
    """The content key; raises `SlotSpoilt`, `KdfRefused`, or `CodeWrong` after one Argon2id.

    `context` is what the branch knows of itself and of its pack, never what the slot says.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if slot.context(context.pack, context.version) != context:
        raise SlotSpoilt(reason="context")
    kek, commit = _kek_and_commit(typed.stretched(slot.salt, slot.kdf), context)
    if not hmac.compare_digest(commit, slot.commit):
        raise CodeWrong(session=context.session)
    try:
        cek = AESGCM(kek).decrypt(slot.nonce, slot.ct, context.aad)
    except (InvalidTag, ValueError) as error:
        raise SlotSpoilt(reason="sealed") from error
    if len(cek) != CEK_BYTES:
        raise SlotSpoilt(reason="sealed")
    return cek


def _made(pack: str, version: int, plan: SessionPlan, locks: Mapping[SlotPurpose, Lock], kdf: Kdf) -> Iterator[Slot]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    typed = {lock.code: (TypedCode(lock.code), os.urandom(SALT_BYTES)) for lock in locks.values()}
    for purpose, lock in locks.items():
        context = SlotContext(pack, version, plan.form, plan.session, plan.branch, purpose)
        code, salt = typed[lock.code]
        kek, commit = _kek_and_commit(code.stretched(salt, kdf), context)
        nonce = os.urandom(NONCE_BYTES)
        ct = AESGCM(kek).encrypt(nonce, lock.cek, context.aad)
        window = plan.not_before_wt, plan.until_wt(purpose)
        yield Slot(plan.session, plan.branch, plan.form, purpose, *window, kdf, salt, commit, nonce, ct)


def _kek_and_commit(stretched: bytes, context: SlotContext) -> tuple[bytes, bytes]:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

    both = HKDFExpand(SHA256(), _KEK_BYTES + COMMIT_BYTES, context.aad).derive(stretched)
    return both[:_KEK_BYTES], both[_KEK_BYTES:]
