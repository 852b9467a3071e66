"""Whose bundle it is: the device record under headquarters' roots, enrolled, in force, not withdrawn."""

from collections.abc import Iterator, Sequence

from exams.bundles.bundle import Bundle
from exams.bundles.hr_trust import HrTrust
from exams.bundles.verdict import Code, Finding
from exams.devices.record import DeviceRecord, check_in_force
from exams.errors import AcademyError
from exams.journal.line import Event, Record
from exams.trust.errors import Revoked


def enrolment_findings(bundle: Bundle, record: DeviceRecord, trust: HrTrust) -> Iterator[Finding]:
    """The record speaks for this bundle, and is the one that headquarters' register of devices holds."""
    if record.serial != bundle.serial:
        yield Finding(Code.UNKNOWN_DEVICE, facts={"reason": "serial", "serial": record.serial})
    if trust.devices is not None and trust.devices.get(record.serial) != record.sign:
        yield Finding(Code.UNKNOWN_DEVICE, facts={"reason": "register", "serial": record.serial})


def term_findings(record: DeviceRecord, records: Sequence[Record], trust: HrTrust) -> Iterator[Finding]:
    """Withdrawn, or signed after its term; the latest wall clock of the lines counts, a clock gone back does not."""
    latest = max((one.line.wt for one in records), default=0)
    try:
        check_in_force(record, max(record.not_before_wt, latest), trust.revocations)
    except Revoked:
        yield Finding(Code.REVOKED_DEVICE, facts={"serial": record.serial})
    except AcademyError as error:
        yield Finding(error.code, facts=error.facts)


def genesis_findings(record: DeviceRecord, records: Sequence[Record]) -> Iterator[Finding]:
    """The journal's first line names the device that hands it in."""
    first = records[0] if records else None
    if first is None or first.line.seq != 1:
        return
    told = first.facts().get("device") if first.line.type == Event.GENESIS else None
    if told != record.serial:
        yield Finding(Code.UNKNOWN_DEVICE, 1, facts={"reason": "genesis", "serial": str(told)[:32]})
