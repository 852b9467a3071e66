"""Sessions at headquarters: planned with their codes, sealed into slot files, released one code at a time."""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from exams.desk.hq_errors import (
    AnchorNeeded,
    HqLogBroken,
    KeyStaysHere,
    PackUnknown,
    SessionRefused,
    SessionUnknown,
)
from exams.desk.hq_home import Hq, put_file
from exams.desk.hq_keys import DESK, newest_key, sealing_key, signing_key, work_of
from exams.desk.hq_revoking import revocations
from exams.packs.codes import new_code
from exams.packs.kdf import Kdf
from exams.packs.manifest import Grading
from exams.packs.slot_file import SlotFile, read_slots, slots_payload
from exams.packs.slots import Lock, SessionPlan, Slot, SlotPurpose, make_slots
from exams.store.hq_log import first_break, log_lines
from exams.store.hq_rows import (
    HqSession,
    PackRow,
    hq_sessions,
    kept_slot_file,
    published,
    save_hq_session,
    save_slot_file,
    sealed_ceks,
    sealed_codes,
)
from exams.trust.codes import ALPHABET, code_is_whole, plain_code
from exams.trust.envelope import Purpose, sign_envelope
from exams.trust.errors import Revoked
from exams.trust.keys import SealingKey, seal_to
from exams.trust.root import RoleName
from exams.trust.strict_json import read_json, write_json

GRADING_DAYS = 30
"""So long after its window a session can still be graded."""

DAY_MS = 86_400_000
ANCHOR_LENGTH = 10
_SESSION = re.compile(r"S[0-9A-HJKMNP-TV-Z]{8}")
_BRANCH = re.compile(r"[A-Z0-9-]{2,12}")


@dataclass(frozen=True, slots=True)
class Released:
    """One code as printed; `again` where the same was given out before, `early` before its time."""

    session: str
    branch: str
    purpose: str
    code: str
    again: bool
    early: bool


def new_session_id() -> str:
    """`S` and eight random characters."""
    return "S" + "".join(secrets.choice(ALPHABET) for _ in range(8))


def add_session(hq: Hq, session: HqSession) -> HqSession:
    """Plan a session and make its two codes, which nobody sees; raises `SessionRefused` or `PackUnknown`.

    Without a pack it is for the one published last; without a form it takes the one its branch has had least, so that
    a person who comes again gets other items.
    """
    pack = newest_pack(hq, session.pack)
    session = replace(session, pack=pack.pack, form=session.form or _next_form(hq, pack, session.branch))
    for reason, wrong in (
        ("session", not _SESSION.fullmatch(session.id)),
        ("branch", not _BRANCH.fullmatch(session.branch)),
        ("form", session.form not in pack.forms),
        ("window", session.not_before_wt >= session.not_after_wt),
        ("taken", session.id in {one.id for one in hq_sessions(hq.db)}),
    ):
        if wrong:
            raise SessionRefused(reason=reason, session=session.id[:32])
    desk = newest_key(hq, DESK).public
    codes = {
        purpose.value: seal_to(desk, new_code().encode(), _code_info(session.id, purpose)) for purpose in SlotPurpose
    }
    save_hq_session(hq.db, session, codes)
    window = [session.not_before_wt, session.not_after_wt]
    hq.write_down("session_add", session=session.id, branch=session.branch, form=session.form, window=window)
    return session


def _next_form(hq: Hq, pack: PackRow, branch: str) -> str:
    had = [one.form for one in hq_sessions(hq.db, pack.pack) if one.branch == branch]
    return min(pack.forms, key=lambda form: (had.count(form), form))


def newest_pack(hq: Hq, pack: str) -> PackRow:
    """The highest version of a pack that is not withdrawn, without a name of the one published last.

    Raises `PackUnknown`.
    """
    withdrawn = revocations(hq).packs
    rows = [row for row in published(hq.db, pack) if not withdrawn & {row.pack, f"{row.pack}-{row.version}"}]
    if not rows:
        raise PackUnknown(pack=pack)
    return max((row for row in rows if row.pack == rows[-1].pack), key=lambda row: row.version)


def write_slots(
    hq: Hq, out: Path, pack: str = "", branch: str = "", told: Callable[[int], None] = lambda _: None
) -> SlotFile:
    """The slot file of a pack's newest version: those made before stay as they are, new sessions get theirs.

    `told` is given how many more sessions are done; a new one costs one Argon2id for each code.
    """
    row = newest_pack(hq, pack)
    kept = kept_slot_file(hq.db, row.pack, row.version)
    earlier = None if kept is None else read_slots(read_json(kept))
    before, old = ((), {}) if earlier is None else (earlier.slots, {one.session: one for one in earlier.briefs})
    sessions = [one for one in hq_sessions(hq.db, row.pack) if _is_due(hq, one)]
    have = {slot.session for slot in before}
    slots = [slot for slot in before if slot.session in {one.id for one in sessions}]
    told(len({slot.session for slot in slots}))
    slots += _new_slots(hq, row, [one for one in sessions if one.id not in have], told)
    told_of = {slot.session for slot in slots}
    briefs = tuple(old.get(one.id, one.brief) for one in sessions if one.id in told_of)
    file = SlotFile(row.pack, row.version, hq.now_wt() // 1000 * 1000, tuple(slots), briefs)
    save_slot_file(hq.db, row.pack, row.version, write_json(slots_payload(file)))
    written = file.of_branch(branch) if branch else file
    signer = signing_key(hq, newest_key(hq, RoleName.PACK))
    put_file(out, sign_envelope(Purpose.SLOTS, slots_payload(written), [signer]))
    hq.write_down("slots", pack=row.pack, version=row.version, sessions=[one.session for one in written.sessions])
    return written


def release(hq: Hq, session_id: str, purpose: SlotPurpose, anchor: str = "") -> Released:
    """One code, written down before it is told; giving it out a second time is written down again.

    Raises `SessionUnknown`, `Revoked`, `KeyStaysHere`, `AnchorNeeded`, or `HqLogBroken` where the log was altered.
    """
    session = _session(hq, session_id)
    broken = first_break(hq.db)
    if broken:
        raise HqLogBroken(seq=broken)
    if session.id in revocations(hq).sessions:
        raise Revoked(kind="session", id=session.id)
    grading = Grading(newest_pack(hq, session.pack).grading)
    told = _checked_anchor(anchor, session, purpose, grading)
    code = _code(sealing_key(hq, newest_key(hq, DESK)), hq, session.id, _code_for(purpose, grading))
    earlier = [line for line in log_lines(hq.db, "release", session.id) if line.purpose == purpose.value]
    due_wt = session.not_before_wt if purpose is SlotPurpose.ITEMS else session.not_after_wt
    early = hq.now_wt() < due_wt and (purpose is SlotPurpose.ITEMS or grading is Grading.SECOND_CODE)
    line = hq.write_down("release", session=session.id, purpose=purpose.value, anchor=told, again=bool(earlier))
    return Released(line.session, session.branch, line.purpose, code, bool(earlier), early)


def _session(hq: Hq, session_id: str) -> HqSession:
    found = [one for one in hq_sessions(hq.db) if one.id == session_id]
    if not found:
        raise SessionUnknown(session=session_id[:32])
    return found[0]


def _is_due(hq: Hq, session: HqSession) -> bool:
    over = session.not_after_wt + GRADING_DAYS * DAY_MS < hq.now_wt()
    return not over and session.id not in revocations(hq).sessions


def _new_slots(hq: Hq, row: PackRow, sessions: list[HqSession], told: Callable[[int], None]) -> list[Slot]:
    if not sessions:
        return []
    desk = sealing_key(hq, newest_key(hq, DESK))
    ceks = opened_ceks(hq, desk, row)
    slots: list[Slot] = []
    for session in sessions:
        locks = {
            purpose: Lock(_code(desk, hq, session.id, _code_for(purpose, Grading(row.grading))), cek)
            for (form, purpose), cek in ceks.items()
            if form == session.form
        }
        slots += make_slots(row.pack, row.version, _plan(session), locks, Kdf(work_of(hq).memory_kib))
        told(1)
    return slots


def opened_ceks(hq: Hq, desk: SealingKey, row: PackRow) -> dict[tuple[str, SlotPurpose], bytes]:
    """The content keys of a version by form and purpose."""
    sealed = sealed_ceks(hq.db, row.pack, row.version)
    return {
        (form, SlotPurpose(purpose)): desk.open(raw, cek_info(row.pack, row.version, form, purpose))
        for (form, purpose), raw in sealed.items()
    }


def cek_info(pack: str, version: int, form: str, purpose: str) -> bytes:
    """What a content key sealed to the desk key is bound to."""
    return f"branch-academy/hq/cek|{pack}|{version}|{form}|{purpose}".encode()


def _plan(session: HqSession) -> SessionPlan:
    late = session.not_after_wt + GRADING_DAYS * DAY_MS
    return SessionPlan(session.id, session.branch, session.form, session.not_before_wt, session.not_after_wt, late)


def _code_for(purpose: SlotPurpose, grading: Grading) -> SlotPurpose:
    return purpose if grading is Grading.SECOND_CODE else SlotPurpose.ITEMS


def _code_info(session: str, purpose: SlotPurpose) -> bytes:
    return f"branch-academy/hq/code|{session}|{purpose.value}".encode()


def _code(desk: SealingKey, hq: Hq, session: str, purpose: SlotPurpose) -> str:
    return desk.open(sealed_codes(hq.db, session)[purpose.value], _code_info(session, purpose)).decode()


def _checked_anchor(anchor: str, session: HqSession, purpose: SlotPurpose, grading: Grading) -> str:
    if purpose is SlotPurpose.KEY and grading is Grading.HQ_ONLY:
        raise KeyStaysHere(session=session.id)
    if not anchor.strip():
        if purpose is SlotPurpose.KEY and grading is Grading.SECOND_CODE:
            raise AnchorNeeded(reason="missing")
        return ""
    plain = plain_code(anchor)
    checked = len(plain) == ANCHOR_LENGTH + 1 and code_is_whole(plain)
    if len(anchor) > 32 or not (checked or len(plain) == ANCHOR_LENGTH):
        raise AnchorNeeded(reason="shape")
    return plain[:ANCHOR_LENGTH]
