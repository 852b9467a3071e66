"""One file judged against the register: its verdict, and what its verdict leaves behind, as rows."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from exams.bundles.bundle import read_header
from exams.bundles.hr_trust import Claim, HrTrust, Known, Try
from exams.bundles.known import known_after
from exams.bundles.listing import listed_in
from exams.bundles.truth import Library
from exams.bundles.verdict import Finding, Judged, Verdict
from exams.bundles.verify import opened_and_judged
from exams.devices.record import DeviceRecord, read_record_under
from exams.errors import AcademyError
from exams.journal.line import Event
from exams.register.outcome import CertificateRow, DeviceRow, Found, ListedRow, Outcome, ProctorRow, Seen, SittingRow
from exams.register.validity import day_of, last_valid_day
from exams.sittings.codec import result_to_json
from exams.trust.shapes import base64_text

_OPEN = Event.SESSION_OPEN.value
_LIST = Event.LIST.value  # a member of an enum takes long to look up, and this is asked of every line


class Memory(Protocol):
    """The register as the judging asks it, with what was asked."""

    @property
    def library(self) -> Library:
        """The packs, each prepared once for all files."""
        ...

    def trust(self, serial: str) -> HrTrust:
        """All that HR is told for a file of this device; people and sessions are looked up as they are asked for."""
        ...

    def seen(self) -> Seen:
        """What was looked up since `trust`."""
        ...


@dataclass(frozen=True, slots=True)
class Courses:
    """Names of the packs by the SHA-256 of their manifests, forms by session."""

    packs: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, str] = field(default_factory=dict)


def judge(raw: bytes, memory: Memory, courses: Courses) -> Outcome:
    """What becomes of a file; never raises for anything that can be in it."""
    trust, sha256 = memory.trust(claimed_serial(raw)), hashlib.sha256(raw).hexdigest()
    try:
        bundle, verdict = opened_and_judged(raw, trust, memory.library)
    except AcademyError as error:  # what was kept of this device cannot be read any more
        return Outcome(sha256, findings=(_found(Finding(error.code, facts=error.facts)),), seen=memory.seen())
    found = tuple(_found(one) for one in verdict.findings)
    told = Outcome(sha256, verdict.serial, "", verdict.first, verdict.last, verdict.head, verdict.repeated, found)
    if bundle is None or not verdict.whole or verdict.repeated:
        return _with(told, seen=memory.seen())
    known = trust.known.get(verdict.serial, Known())
    record = read_record_under(bundle.record, trust.roots)
    sittings = tuple(_sitting(one, record, verdict, courses) for one in verdict.sittings)
    claims = [claim for one in bundle.certificates if (claim := _claim(one.raw, record, trust)) is not None]
    return _with(
        told,
        branch=record.branch,
        device=_device(known_after(known, raw, verdict), record),
        anchors={anchor: size for anchor, size in verdict.vouched.items() if anchor not in known.vouched},
        listed=tuple(_listed(verdict)),
        sittings=sittings,
        certificates=tuple(_certificates(sittings, verdict, claims)),
        seen=memory.seen(),
        proctors=tuple(dict.fromkeys(_proctors(verdict))),
    )


def claimed_serial(raw: bytes) -> str:
    """The device that a file says it comes from, for sorting; empty where it says nothing."""
    try:
        return read_header(raw).serial
    except AcademyError:
        return ""


def claimed_first(raw: bytes) -> int:
    """The line that a file says it begins with; 0 where it says nothing."""
    try:
        return read_header(raw).first
    except AcademyError:
        return 0


def try_json(tried: Try) -> str:
    """A try as the register keeps it."""
    fields = {name: getattr(tried, name) for name in Try.__slots__}
    told = {**fields, "items": sorted(tried.items), "chapters": sorted(tried.chapters.items())}
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def try_from(text: str) -> Try:
    """Read back what `try_json` wrote."""
    told = json.loads(text)
    return Try(**{**told, "items": frozenset(told["items"]), "chapters": dict(map(tuple, told["chapters"]))})


def _with(told: Outcome, **more: object) -> Outcome:
    from dataclasses import replace

    return replace(told, **more)  # type: ignore[arg-type]  # the fields of an outcome by name


def _found(one: Finding) -> Found:
    facts = {str(name): fact if isinstance(fact, int) else str(fact) for name, fact in one.facts.items()}
    return Found(str(one.code), one.seq, one.sitting, facts)


def _sitting(one: Judged, record: DeviceRecord, verdict: Verdict, courses: Courses) -> SittingRow:
    sitting = one.sitting
    codes = sorted({found.code for found in verdict.findings if found.sitting == one.id})
    return SittingRow(
        sitting=one.id,
        serial=record.serial,
        seq=one.tried.seq,
        staff_id=sitting.staff_id,
        branch=record.branch,
        course=courses.packs.get(sitting.content, ""),
        content=sitting.content,
        blueprint=sitting.paper.blueprint,
        form=courses.forms.get(sitting.session, ""),
        session=sitting.session,
        attempt=sitting.attempt,
        began_wt=sitting.started_wt,
        ended_wt=sitting.ended_wt or 0,
        state=sitting.state.value,
        percent=one.result.percent if one.result else -1,
        passed=one.passed,
        accepted=one.accepted,
        settled=one.settled,
        codes=" ".join(map(str, codes)),
        result=json.dumps(result_to_json(one.result), sort_keys=True, separators=(",", ":")) if one.result else "",
        tried=try_json(one.tried),
        told_wt=one.told_wt,
    )


def _device(known: Known, record: DeviceRecord) -> DeviceRow:
    studied = sorted([staff, chapter, wt] for (staff, chapter), wt in known.studied.items())
    talks = {staff: list(times) for staff, times in sorted(known.talks.items())}
    last_wt = known.moment.wt if known.moment else 0
    return DeviceRow(
        record.serial,
        record.branch,
        known.size,
        known.head,
        known.floor_wt,
        last_wt,
        json.dumps(studied, ensure_ascii=False),
        json.dumps(talks, ensure_ascii=False),
    )


def _listed(verdict: Verdict) -> Iterator[ListedRow]:
    for record in verdict.apart:
        if record.line.type == _LIST:
            try:
                session, listed = listed_in(record)
            except AcademyError:
                continue
            for one in listed:
                if one.serial != verdict.serial:
                    yield ListedRow(session[:16], one.serial, one.size, one.head, base64_text(one.raw))


def _proctors(verdict: Verdict) -> Iterator[ProctorRow]:
    """A line that says nobody, or nothing, tells nothing."""
    for record in verdict.apart:
        if record.line.type == _OPEN:
            try:
                facts = record.facts()
                session, proctor = facts.get("session"), facts.get("proctor")
            except (ValueError, TypeError, AttributeError, RecursionError):
                continue
            if isinstance(session, str) and isinstance(proctor, str) and session and proctor:
                yield ProctorRow(session[:16], verdict.serial, proctor[:32])


def _claim(raw: bytes, record: DeviceRecord, trust: HrTrust) -> Claim | None:
    try:
        return trust.claims(raw, record) if trust.claims else None
    except AcademyError:
        return None


def _certificates(sittings: tuple[SittingRow, ...], verdict: Verdict, claims: list[Claim]) -> Iterator[CertificateRow]:
    """Of sittings that HR passes; what no code tells is reckoned from the day that the sitting ended."""
    told = {claim.sitting: claim for claim in claims}
    numbers = {one.id: one.sitting.certificate for one in verdict.sittings}
    for row in sittings:
        number = numbers[row.sitting]
        if not row.passed or not number:
            continue
        claim = told.get(row.sitting)
        issued = (claim.issued_day if claim else "") or day_of(row.ended_wt)
        until = (claim.until_day if claim else "") or last_valid_day(issued)
        yield CertificateRow(number, row.sitting, row.staff_id, row.branch, row.course, row.percent, issued, until)
