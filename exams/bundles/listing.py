"""Several PCs of one session: one of them lists the others' checkpoints, and its own anchor covers the list (4.3)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from exams.bundles.hr_trust import HrSession, HrTrust, Known, Listed
from exams.bundles.verdict import Code, Finding, Verdict
from exams.devices.checkpoint import MOST_CHECKPOINT, claimed_checkpoint
from exams.errors import AcademyError
from exams.journal.line import Event, Record
from exams.sittings.replay import facts_of
from exams.trust.envelope import Purpose, open_envelope
from exams.trust.errors import NotStrict
from exams.trust.keys import key_id
from exams.trust.shapes import base64_text, unbase64

_LIST = Event.LIST.value  # a member of an enum takes long to look up, and this is asked of every line


def list_facts(session: str, checkpoints: Sequence[bytes]) -> dict[str, object]:
    """What the journal's line says: the session, and the envelopes as they came."""
    return {"session": session, "checkpoints": [base64_text(raw) for raw in checkpoints]}


def listed_in(record: Record) -> tuple[str, tuple[Listed, ...]]:
    """The session of a list and what stands in it, as it claims; raises `NotStrict` or `SittingUnreadable`."""
    facts = facts_of(record)
    session, told = facts.get("session"), facts.get("checkpoints")
    if not isinstance(session, str) or not isinstance(told, list) or not all(isinstance(one, str) for one in told):
        raise NotStrict(detail="list")
    return session, tuple(_listed(unbase64(one, "checkpoint")) for one in told)


def list_findings(serial: str, records: Iterable[Record], trust: HrTrust) -> Iterator[Finding]:
    """Of each checkpoint that this device has listed: signed by the device it names, and on that one's journal.

    `E_CHECKPOINT` where it is not what it claims, `E_FORK` where HR has another history of that device.
    """
    for record in _lists(records):
        try:
            _, listed = listed_in(record)
        except AcademyError:
            yield Finding(Code.CHECKPOINT, record.line.seq, facts={"reason": "list"})
            continue
        for one in listed:
            known = trust.known.get(one.serial)
            if not _is_signed(one, trust.devices):
                yield Finding(Code.CHECKPOINT, record.line.seq, facts={"reason": "listed", "serial": one.serial})
            elif one.serial != serial and known is not None and _contradicts(one, known):
                yield Finding(Code.FORK, record.line.seq, facts={"serial": one.serial, "listed": one.size})


def sessions_after(sessions: Mapping[str, HrSession], verdict: Verdict) -> dict[str, HrSession]:
    """The sessions with what this bundle's lists vouch for; any verdict that is not `whole` changes nothing."""
    after = dict(sessions)
    for record in _lists(verdict.records if verdict.whole else ()):
        try:
            session, listed = listed_in(record)
        except AcademyError:
            continue
        if session in after:
            new = tuple(one for one in listed if one not in after[session].listed and one.serial != verdict.serial)
            after[session] = replace(after[session], listed=(*after[session].listed, *new))
    return after


def _lists(records: Iterable[Record]) -> Iterator[Record]:
    return (record for record in records if record.line.type == _LIST)


def _listed(raw: bytes) -> Listed:
    claimed = claimed_checkpoint(raw)
    return Listed(claimed.serial, claimed.size, claimed.head, raw)


def _is_signed(one: Listed, devices: Mapping[str, bytes] | None) -> bool:
    """Where HR has no list of devices, the signature is held against the device's record once its own bundle comes."""
    if devices is None:
        return True
    public = devices.get(one.serial)
    if public is None:
        return False
    try:
        open_envelope(one.raw, Purpose.CHECKPOINT, {key_id(public): public}, most=MOST_CHECKPOINT)
    except AcademyError:
        return False
    return True


def _contradicts(one: Listed, known: Known) -> bool:
    if one.size <= len(known.hashes):
        return known.hashes[one.size - 1] != one.head
    return one.size == known.size and one.head != known.head
