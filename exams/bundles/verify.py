"""`verify_bundle`: what HR makes of a file that came from a branch. Pure: bytes and what HR knows in, a verdict out.

The checks stand in the order of the security design, 4.4. What breaks before the lines are proven ends the reading;
from then on every fault is found, each at its line.
"""

import gc
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain as joined

from exams.bundles.anchor_checks import Heads
from exams.bundles.attempt_checks import talks_told
from exams.bundles.build_checks import build_findings
from exams.bundles.bundle import Bundle, open_bundle
from exams.bundles.certificate_checks import claim_findings
from exams.bundles.chain_checks import Chain, checkpoint_findings, continuity_findings, read_chain
from exams.bundles.clock_checks import clock_findings, floors
from exams.bundles.closing_checks import closing_findings
from exams.bundles.device_checks import enrolment_findings, genesis_findings, term_findings
from exams.bundles.hr_trust import HrTrust, Known
from exams.bundles.judge import Bench
from exams.bundles.listing import list_findings
from exams.bundles.role_checks import role_findings
from exams.bundles.session_checks import duration_findings
from exams.bundles.story import Story, apart, gathered, told, type_of
from exams.bundles.study_checks import study_findings
from exams.bundles.truth import Library
from exams.bundles.verdict import Code, Finding, Judged, Verdict
from exams.devices.record import DeviceRecord, read_record_under
from exams.errors import AcademyError
from exams.journal.line import Event, Record

_SPOILT = (ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError, AcademyError)
"""What a check can stumble over in facts that no app has written."""

# Here and in the checks: a member of an enum takes long to look up, and this is asked of every line.
_START, _HANDOVER = Event.START.value, Event.HANDOVER.value


def verify_bundle(raw: bytes, trust: HrTrust) -> Verdict:
    """The verdict about one file; never raises for anything that can be in it."""
    return opened_and_judged(raw, trust)[1]


def opened_and_judged(raw: bytes, trust: HrTrust, library: Library | None = None) -> tuple[Bundle | None, Verdict]:
    """The same with the bundle itself, None where it could not be opened: to open one twice costs as much again.

    Whoever judges many gives the `library` of the trust's packs, so that each is prepared once.
    """
    with _uncollected():
        return _opened_and_judged(raw, trust, library or Library(trust.packs))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Nothing made here refers to itself, and looking for what does would cost more with every bundle kept before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # What was made is among the old objects from now on: else the next collection would look through all of it.
        gc.freeze()
        gc.unfreeze()
        if was_on:
            gc.enable()


def _opened_and_judged(raw: bytes, trust: HrTrust, library: Library) -> tuple[Bundle | None, Verdict]:
    try:
        bundle = open_bundle(raw, trust.keys)
        record = read_record_under(bundle.record, trust.roots)
    except AcademyError as error:
        return None, Verdict(findings=(Finding(error.code, facts=error.facts),))
    return bundle, _verdict(raw, bundle, record, trust, library)


def _verdict(raw: bytes, bundle: Bundle, record: DeviceRecord, trust: HrTrust, library: Library) -> Verdict:
    known = trust.known.get(record.serial, Known())
    if hashlib.sha256(raw).hexdigest() in known.files:
        return Verdict(record.serial, bundle.first, bundle.last, known.head, repeated=True)
    chain = read_chain(bundle, known)
    broken = tuple(_broken(bundle, chain, record, known, trust))
    if any(finding.refuses for finding in broken):
        return Verdict(record.serial, bundle.first, bundle.last, findings=broken)
    return _judged(bundle, chain, record, known, trust, library)


def _broken(bundle: Bundle, chain: Chain, record: DeviceRecord, known: Known, trust: HrTrust) -> Iterator[Finding]:
    """Whose it is, whether its lines hold together, and whether the device has signed them."""
    yield from enrolment_findings(bundle, record, trust)
    yield from term_findings(record, chain.records, trust)
    yield from genesis_findings(record, chain.records)
    if chain.broken is not None:
        yield chain.broken
        return
    unlinked = tuple(continuity_findings(chain, known))
    yield from unlinked
    if not unlinked:
        yield from checkpoint_findings(bundle, chain, record, known)


def _judged(
    bundle: Bundle, chain: Chain, record: DeviceRecord, known: Known, trust: HrTrust, library: Library
) -> Verdict:
    skipped = known.size - chain.first + 1
    records = chain.records[skipped:]
    lines_apart = apart(records)
    heads = Heads(bundle, chain, known, record)
    lines = _lines(records, known)
    stories = _stories(lines)
    bench = Bench(
        record=record,
        trust=trust,
        library=library,
        heads=heads,
        floors={one.line.seq: floor for one, floor in floors(records, known.floor_wt, (_START,))},
        talks=talks_told(lines_apart, known),
        studied=dict(known.studied),
        judged=frozenset(story.att for story in stories),
        moved=_moved(lines),
    )
    sittings, found = _sittings(bench, stories)
    return Verdict(
        serial=record.serial,
        first=bundle.first,
        last=bundle.last,
        head=chain.hashes[-1],
        whole=True,
        repeated=not records,
        findings=(
            *clock_findings(records, known.moment),
            *found,
            *claim_findings(bundle, record, {one.id: one for one in sittings}, known.sittings, trust.claims),
            *list_findings(record.serial, lines_apart, trust),
            *role_findings(bundle, record.branch, records, trust, known.floor_wt),
            *build_findings(lines_apart, trust.policy.builds),
            *study_findings(lines_apart, record.branch, known.rules, trust.rules),
            *closing_findings(records, stories, known.sittings),
        ),
        sittings=sittings,
        records=records,
        apart=lines_apart,
        hashes=chain.hashes[skipped:],
        vouched=heads.vouched,
    )


def _lines(records: Sequence[Record], known: Known) -> dict[str, list[Record]]:
    """All lines of every sitting that new lines speak of, or whose verdict was open."""
    new = gathered(records)
    names = {**dict.fromkeys(known.unsettled), **new}
    return {att: [*known.sittings.get(att, ()), *new.get(att, ())] for att in names}


def _stories(lines: Mapping[str, Sequence[Record]]) -> list[Story]:
    """In the order in which they began."""
    return sorted(
        (told(att, its, brief=True) for att, its in lines.items() if its), key=lambda story: story.start.line.seq
    )


def _moved(lines: Mapping[str, Sequence[Record]]) -> dict[str, Sequence[Record]]:
    """Those that changed their PC."""
    return {att: its for att, its in lines.items() if _HANDOVER in map(type_of, its)}


def _sittings(bench: Bench, stories: Sequence[Story]) -> tuple[tuple[Judged, ...], tuple[Finding, ...]]:
    sittings, found = list[Judged](), list[Finding]()
    for story in stories:
        if story.is_final:
            sitting, findings = _safely(bench, story)
            sittings += [sitting] if sitting is not None else []
            found += findings
        else:
            bench.study(story)
    policy = bench.trust.policy.time
    long = joined.from_iterable(duration_findings(one, book.blueprint, policy) for one, book in bench.sessions.values())
    return tuple(sittings), (*found, *long)


def _safely(bench: Bench, story: Story) -> tuple[Judged | None, tuple[Finding, ...]]:
    try:
        return bench.judge(story)
    except _SPOILT as error:
        facts = {"reason": type(error).__name__}
        return None, (Finding(Code.SHAPE, story.start.line.seq, story.att, facts),)
