"""The slot file of a pack: written at HQ, late and often; read at branches as if a stranger had written it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from exams.packs.briefs import SessionBrief, briefs_payload, read_briefs
from exams.packs.errors import SlotSpoilt
from exams.packs.kdf import SALT_BYTES, Kdf, check_kdf
from exams.packs.slots import COMMIT_BYTES, CT_BYTES, NONCE_BYTES, SessionPlan, Slot, SlotContext, SlotPurpose
from exams.trust.errors import NotStrict
from exams.trust.shapes import Table, base64_text, bytes_in, exactly, number_in, text_in
from exams.trust.strict_json import Json
from exams.trust.times import read_time, write_time

MOST_SLOTS = 20_000
"""As many as an envelope of 16 MiB holds; more sessions go into a further file of the same pack and version."""

NEWEST_VERSION = 2**31 - 1
_PACK = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_FORM = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}")
_SESSION = re.compile(r"S[0-9A-HJKMNP-TV-Z]{8}")
_BRANCH = re.compile(r"[A-Z0-9-]{2,12}")
_SLOT_FIELDS = (
    *("session_id", "branch_id", "form_id", "purpose", "not_before", "not_after"),
    *("kdf", "commit", "nonce", "ct"),
)


@dataclass(frozen=True, slots=True)
class SlotFile:
    """Slots for one version of one pack, at most one for each session and purpose, and the sessions' briefs."""

    pack: str
    version: int
    issued_wt: int
    slots: tuple[Slot, ...]
    briefs: tuple[SessionBrief, ...] = ()

    @property
    def sessions(self) -> tuple[SessionPlan, ...]:
        """The sessions whose items can be opened, in the file's order."""
        late = {slot.session: slot.not_after_wt for slot in self.slots if slot.purpose is SlotPurpose.KEY}
        briefs = {one.session: one for one in self.briefs}
        return tuple(
            SessionPlan(
                one.session,
                one.branch,
                one.form,
                one.not_before_wt,
                one.not_after_wt,
                late.get(one.session),
                briefs.get(one.session),
            )
            for one in self.slots
            if one.purpose is SlotPurpose.ITEMS
        )

    def of_branch(self, branch: str) -> "SlotFile":
        """The same file with one branch's slots only: what goes onto its stick, or into a QR."""
        slots = tuple(slot for slot in self.slots if slot.branch == branch)
        here = {slot.session for slot in slots}
        return replace(self, slots=slots, briefs=tuple(one for one in self.briefs if one.session in here))

    def slot_for(self, context: SlotContext) -> Slot:
        """The slot made for exactly this place; raises `SlotSpoilt`."""
        found = [slot for slot in self.slots if slot.context(self.pack, self.version) == context]
        if not found:
            raise SlotSpoilt(reason="none", session=context.session)
        return found[0]


def slots_payload(file: SlotFile) -> Table:
    """What HQ signs under the purpose SLOTS."""
    return {
        "pack": file.pack,
        "version": file.version,
        "issued": write_time(file.issued_wt),
        "slots": [_slot_json(slot) for slot in file.slots],
        "briefs": briefs_payload(file.briefs),
    }


def read_slots(payload: Json) -> SlotFile:
    """The file, once its signature was checked; raises `SlotSpoilt` for another shape, `KdfRefused` for its work."""
    try:
        return _read(payload)
    except NotStrict as error:
        raise SlotSpoilt(reason=error.facts.get("detail")) from error


def _read(payload: Json) -> SlotFile:
    table = exactly(payload, "pack", "version", "issued", "slots", "briefs")
    rows = table["slots"]
    if not isinstance(rows, list) or len(rows) > MOST_SLOTS:
        raise NotStrict(detail="slots")
    version = number_in(table, "version", 1)
    if version > NEWEST_VERSION:
        raise NotStrict(detail="version")
    slots = tuple(_read_slot(row) for row in rows)
    _agree(slots)
    briefs = read_briefs(table["briefs"])
    if not {one.session for one in briefs} <= {slot.session for slot in slots}:
        raise NotStrict(detail="briefs")
    return SlotFile(_name(table, "pack", _PACK), version, read_time(text_in(table, "issued")), slots, briefs)


def _read_slot(row: Json) -> Slot:
    table = exactly(row, *_SLOT_FIELDS)
    work = exactly(table["kdf"], "name", "m", "t", "p", "salt")
    not_before, not_after = read_time(text_in(table, "not_before")), read_time(text_in(table, "not_after"))
    if not_before >= not_after:
        raise NotStrict(detail="not_after")
    if work["name"] != "argon2id":
        raise NotStrict(detail="kdf")
    return Slot(
        _name(table, "session_id", _SESSION),
        _name(table, "branch_id", _BRANCH),
        _name(table, "form_id", _FORM),
        _purpose(text_in(table, "purpose")),
        not_before,
        not_after,
        _kdf(work),
        bytes_in(work, "salt", SALT_BYTES),
        bytes_in(table, "commit", COMMIT_BYTES),
        bytes_in(table, "nonce", NONCE_BYTES),
        bytes_in(table, "ct", CT_BYTES),
    )


def _agree(slots: Iterable[Slot]) -> None:
    # Two slots for one session and purpose, or a session in two places, would leave it to chance which one opens.
    places: dict[str, tuple[str, str]] = {}
    seen = set()
    for slot in slots:
        place = slot.branch, slot.form
        if (slot.session, slot.purpose) in seen or places.setdefault(slot.session, place) != place:
            raise NotStrict(detail="session twice")
        seen.add((slot.session, slot.purpose))


def _slot_json(slot: Slot) -> Json:
    return {
        "session_id": slot.session,
        "branch_id": slot.branch,
        "form_id": slot.form,
        "purpose": slot.purpose.value,
        "not_before": write_time(slot.not_before_wt),
        "not_after": write_time(slot.not_after_wt),
        "kdf": {
            "name": "argon2id",
            "m": slot.kdf.memory_kib,
            "t": slot.kdf.passes,
            "p": slot.kdf.lanes,
            "salt": base64_text(slot.salt),
        },
        "commit": base64_text(slot.commit),
        "nonce": base64_text(slot.nonce),
        "ct": base64_text(slot.ct),
    }


def _kdf(work: Table) -> Kdf:
    kdf = Kdf(number_in(work, "m"), number_in(work, "t"), number_in(work, "p"))
    check_kdf(kdf)
    return kdf


def _name(table: Table, field: str, shape: re.Pattern[str]) -> str:
    value = text_in(table, field)
    if not shape.fullmatch(value):
        raise NotStrict(detail=field)
    return value


def _purpose(text: str) -> SlotPurpose:
    if text not in set(SlotPurpose):
        raise NotStrict(detail="purpose")
    return SlotPurpose(text)
