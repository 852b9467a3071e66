"""Who acted: every act of staff names a role certificate of headquarters that was in force then (design, 6, E08)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from exams.accounts.errors import RoleRefused
from exams.accounts.roles import RoleCertificate, ca_keys, check_role, read_role
from exams.bundles.bundle import Bundle
from exams.bundles.clock_checks import floors
from exams.bundles.hr_trust import HrTrust
from exams.bundles.verdict import Code, Finding
from exams.errors import AcademyError
from exams.journal.line import Event, Record
from exams.sittings.errors import SittingUnreadable
from exams.sittings.replay import facts_of
from exams.trust.errors import Expired, Revoked

_ONLY_STAFF = frozenset({Event.SESSION_OPEN, Event.UNLOCK, Event.EXTEND, Event.REOPEN, Event.VOID, Event.PIN_SET})
"""Lines that nobody else causes: one that names nobody is as bad as one that names no certificate."""

_ACTS = _ONLY_STAFF | {
    Event.SESSION_CLOSE,
    Event.ROSTER,
    Event.CHECK_IN,
    Event.CODE_SHOWN,
    Event.INCIDENT,
    Event.OVERRIDE_ASKED,
    Event.PAPER_PRINTED,
    Event.PAUSE,
    Event.RESUME,
    Event.SUBMIT,
    Event.HANDOVER,
    Event.REPORT,
    Event.TIME_JUMP,
    Event.LOGIN_OK,
}


def role_findings(
    bundle: Bundle, branch: str, records: Sequence[Record], trust: HrTrust, floor_wt: int = 0
) -> Iterator[Finding]:
    """`E_ROLE_CERTIFICATE` at each act of staff that no certificate in the bundle covers at that time.

    Facts `reason`: none (the line names none), unknown (headquarters has signed none of that id), person (it is
    somebody else's), branch, withdrawn, term. `floor_wt` is the latest wall clock before the records.
    """
    if not trust.policy.roles:
        return
    granted = _granted(bundle.roles, ca_keys(trust.roots))
    for record, floor in floors(records, floor_wt, _ACTS):
        staff, named = _actor(record)
        certificates = granted.get(named, ())
        if staff or named or record.line.type in _ONLY_STAFF:
            wt = max(record.line.wt, floor)
            reason = _misnamed(certificates, staff, named) or _not_in_force(certificates, branch, wt, trust)
            if reason:
                yield Finding(Code.ROLE, record.line.seq, record.line.att, {"reason": reason, "staff_id": staff[:16]})


def _granted(raws: Iterable[bytes], keys: Mapping[str, bytes]) -> dict[str, list[RoleCertificate]]:
    """By id; what nobody at headquarters has signed counts for nothing."""
    found: dict[str, list[RoleCertificate]] = {}
    for raw in raws:
        try:
            one = read_role(raw, keys)
        except AcademyError:
            continue
        found.setdefault(one.id, []).append(one)
    return found


def _actor(record: Record) -> tuple[str, str]:
    """Who acted under which certificate; two empty texts where the app or a trainee did, or nobody can read it."""
    try:
        facts = facts_of(record)
    except SittingUnreadable:
        return "", ""
    named, who = facts.get("role_certificate"), facts.get("by") or facts.get("proctor")
    if named and record.line.type == Event.LOGIN_OK:
        who = facts.get("staff")
    return str(who or ""), str(named or "")


def _misnamed(certificates: Sequence[RoleCertificate], staff: str, named: str) -> str:
    if not named:
        return "none"
    if not certificates:
        return "unknown"
    return "" if any(one.staff_id == staff for one in certificates) else "person"


def _not_in_force(certificates: Sequence[RoleCertificate], branch: str, wt: int, trust: HrTrust) -> str:
    """Why not even the best of several under one key gives a role then; empty where one does."""
    reasons = {_refusal(one, branch, wt, trust) for one in certificates}
    return "" if "" in reasons else min(reasons)


def _refusal(one: RoleCertificate, branch: str, wt: int, trust: HrTrust) -> str:
    try:
        check_role(one, branch, wt, trust.revocations)
    except RoleRefused:
        return "branch"
    except Revoked:
        return "withdrawn"
    except Expired:
        return "term"
    return ""
