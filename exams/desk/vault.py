"""The sealed exams of a branch: opened with headquarters' codes, read into memory, forgotten at the session's close."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from exams.desk.errors import OutsideWindow
from exams.desk.key_ring import KeyRing, SessionKeys
from exams.desk.pack_shelf import Shelf
from exams.devices.record import check_in_force
from exams.packs.blobs import MOST_PLAIN, FormContext, open_blob
from exams.packs.briefs import NO_RULES, RoomRules
from exams.packs.codes import TypedCode
from exams.packs.errors import SlotSpoilt
from exams.packs.manifest import Grading, Manifest, items_file, key_file
from exams.packs.slot_file import SlotFile, slots_payload
from exams.packs.slots import SessionPlan, Slot, SlotContext, SlotPurpose, open_slot
from exams.store.content_errors import ExamSealed
from exams.store.device_files import device_record
from exams.trust.errors import Expired, Revoked, TooLarge
from exams.trust.strict_json import write_json
from exams.trust.times import write_time


@dataclass(frozen=True, slots=True)
class Opening:
    """What the journal says of a session that was unlocked: never the code, nor any part of it."""

    session: str
    purpose: str
    pack: str
    form: str
    slot: str  # SHA-256 of the slot as it stands in its file
    rules: RoomRules = NO_RULES


@dataclass(frozen=True, slots=True)
class _Place:
    """A session's slots, found: in which file, of which pack, in which window."""

    file: SlotFile
    plan: SessionPlan
    manifest: Manifest

    def slot(self, purpose: SlotPurpose) -> tuple[Slot, SlotContext]:
        """With the context as this branch knows it; raises `SlotSpoilt`."""
        plan = self.plan
        context = SlotContext(self.manifest.pack, self.manifest.version, plan.form, plan.session, plan.branch, purpose)
        return self.file.slot_for(context), context

    def opened(self, slot: Slot) -> Opening:
        """For the journal."""
        as_written = slots_payload(replace(self.file, slots=(slot,)))["slots"]
        digest = hashlib.sha256(write_json(as_written)).hexdigest()
        rules = self.plan.brief.rules if self.plan.brief else NO_RULES
        return Opening(slot.session, slot.purpose.value, self.manifest.name, slot.form, digest, rules)


class Vault:
    """Holds nothing in memory: keys lie sealed to the device on the ring, and what they open goes to the caller."""

    def __init__(self, home: Path, shelf: Shelf, branch: Callable[[], str]) -> None:
        self._home = home
        self._packs = home / "packs"
        self._ring = KeyRing(home / "keys")
        self._shelf = shelf
        self._branch = branch

    def sessions(self) -> tuple[SessionPlan, ...]:
        """Sessions of this branch that a code can open here, by their beginning; withdrawn ones are left out."""
        withdrawn = self._shelf.revocations().sessions
        found = [place.plan for place in self._places() if place.plan.session not in withdrawn]
        return tuple(sorted(found, key=lambda plan: (plan.not_before_wt, plan.session)))

    def pack_sha256(self) -> str:
        """Which pack is in use: the SHA-256 of its manifest, empty where there is none."""
        pack = self._shelf.pack()
        return pack.sha256 if pack else ""

    def open_session(self, session: str, code: str, now_wt: int) -> Opening:
        """Unlock the items, and with them the answer key where the pack says so; costs one Argon2id.

        Raises `CodeTypo`, `SlotSpoilt`, `Revoked`, `Expired`, `OutsideWindow` before any work, then `CodeWrong` or
        `KdfRefused`. What a device signs that was withdrawn or has run out, HR would not believe.
        """
        typed = TypedCode(code)
        place = self._place(session)
        self._require_device(now_wt)
        self._require_unexpired(place.manifest, now_wt)
        slot, context = place.slot(SlotPurpose.ITEMS)
        self._require_window(slot, now_wt)
        items = open_slot(slot, context, typed)
        key = None
        if place.manifest.grading is Grading.WITH_UNLOCK:
            key = open_slot(*place.slot(SlotPurpose.KEY), typed)
        self._ring.keep(_kept(place, items, key))
        return place.opened(slot)

    def open_key(self, session: str, code: str, now_wt: int) -> Opening:
        """Unlock the answer key of a session whose items are still kept; raises as `open_session`, and `ExamSealed`."""
        typed = TypedCode(code)
        kept = self._kept(session, "items")
        place = self._place(session, f"{kept.pack}-{kept.version}")
        slot, context = place.slot(SlotPurpose.KEY)
        self._require_window(slot, now_wt)
        self._ring.keep(replace(kept, key=open_slot(slot, context, typed)))
        return place.opened(slot)

    def items(self, session: str) -> bytes:
        """The items part; raises `ExamSealed` where nothing opens it, `BlobSpoilt` where its file was changed."""
        kept = self._kept(session, "items")
        return open_blob(kept.items, self._blob(kept, SlotPurpose.ITEMS), _form(kept).items_aad)

    def items_key(self, session: str) -> bytes:
        """The key of the items part; raises `ExamSealed` where nothing opens it."""
        return self._kept(session, "items").items

    def keys(self, session: str) -> bytes:
        """The keys part, for as short a time as grading takes; raises as `items`."""
        kept = self._kept(session, "key")
        if kept.key is None:
            raise ExamSealed(kind="key", id=session)
        aad = _form(kept).key_aad(self._blob(kept, SlotPurpose.ITEMS))
        return open_blob(kept.key, self._blob(kept, SlotPurpose.KEY), aad)

    def kept(self) -> tuple[str, ...]:
        """Sessions of which keys lie here."""
        return self._ring.sessions()

    def window_is_over(self, session: str, now_wt: int) -> bool:
        """Whether nobody may begin in it any more, as far as what is kept of it can be read."""
        kept = self._ring.of(session)
        return kept is not None and now_wt >= kept.until_wt

    def may_yet_be_graded(self, session: str, now_wt: int) -> bool:
        """Whether its answer key is here, or a code for it may still come."""
        kept = self._ring.of(session)
        return kept is not None and (kept.key is not None or now_wt < kept.grade_until_wt)

    def require_window(self, session: str, now_wt: int) -> None:
        """Raises `ExamSealed` where nothing of the session is kept, `OutsideWindow` once it is over."""
        until = self._kept(session, "items").until_wt
        if now_wt >= until:
            raise OutsideWindow(session=session, reason="late", not_after_wt=until)

    def erase(self, session: str) -> None:
        """Nothing here opens it any more."""
        self._ring.erase(session)

    def _places(self) -> tuple[_Place, ...]:
        """Of the pack in use and of this branch."""
        pack, branch = self._shelf.pack(), self._branch()
        if pack is None:
            return ()
        about = pack.manifest
        files = [file for file in self._shelf.slots() if (file.pack, file.version) == (about.pack, about.version)]
        plans = ((file, plan) for file in files for plan in file.of_branch(branch).sessions)
        return tuple(_Place(file, plan, about) for file, plan in plans if plan.form in about.forms)

    def _place(self, session: str, pack: str = "") -> _Place:
        withdrawn = self._shelf.revocations()
        if session in withdrawn.sessions:
            raise Revoked(kind="session", id=session)
        for place in self._places():
            name = place.manifest.name
            if place.plan.session == session and pack in {"", name}:
                if {place.manifest.pack, name} & withdrawn.packs:
                    raise Revoked(kind="pack", id=name)
                return place
        raise SlotSpoilt(reason="none", session=session[:32])

    def _require_device(self, now_wt: int) -> None:
        record = device_record(self._home)
        if record is not None:
            check_in_force(record, max(now_wt, self._shelf.floor_wt()), self._shelf.revocations())

    def _require_unexpired(self, about: Manifest, now_wt: int) -> None:
        """What was begun in time is graded later all the same: asked for at the beginning only."""
        if about.expires_wt <= max(now_wt, self._shelf.floor_wt()):
            raise Expired(reason="pack", expires=write_time(about.expires_wt))

    def _require_window(self, slot: Slot, now_wt: int) -> None:
        now = max(now_wt, self._shelf.floor_wt())
        if not slot.not_before_wt <= now < slot.not_after_wt:
            window = {"not_before_wt": slot.not_before_wt, "not_after_wt": slot.not_after_wt}
            raise OutsideWindow(session=slot.session, reason="early" if now < slot.not_before_wt else "late", **window)

    def _kept(self, session: str, kind: str) -> SessionKeys:
        kept = self._ring.of(session)
        if kept is None:
            raise ExamSealed(kind=kind, id=session)
        return kept

    def _blob(self, kept: SessionKeys, purpose: SlotPurpose) -> bytes:
        name = items_file(kept.form) if purpose is SlotPurpose.ITEMS else key_file(kept.form)
        path = self._packs / f"{kept.pack}-{kept.version}" / name
        try:
            if path.stat().st_size > MOST_PLAIN:
                raise TooLarge(most=MOST_PLAIN)
            return path.read_bytes()
        except OSError as error:
            raise ExamSealed(kind=purpose.value, id=kept.session) from error


def _kept(place: _Place, items: bytes, key: bytes | None) -> SessionKeys:
    plan, about = place.plan, place.manifest
    late = plan.until_wt(SlotPurpose.KEY) if about.grading is Grading.SECOND_CODE else 0
    return SessionKeys(plan.session, about.pack, about.version, plan.form, plan.not_after_wt, late, items, key)


def _form(kept: SessionKeys) -> FormContext:
    return FormContext(kept.pack, kept.version, kept.form)
