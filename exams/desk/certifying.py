"""May this PC certify today? Only while headquarters' record vouches for all its keys."""

from pathlib import Path

from exams.desk.branch_errors import NotEnrolled
from exams.devices.papers import OwnDevice
from exams.devices.record import check_in_force
from exams.store.device_files import device_record, load_device
from exams.store.trust_files import has_trust, load_trust
from exams.timing.clock import Clock
from exams.trust.state import now_of


def certifying_device(home: Path, clock: Clock) -> OwnDevice:
    """Keys and record of an enrolled PC.

    Raises `NotEnrolled` before it is enrolled, or where its record came without papers, `Expired` or `Revoked`.
    """
    record, keys = (device_record(home), load_device(home)) if has_trust(home) else (None, None)
    if record is None or keys is None or not (keys.pdf and record.compact and record.x509):
        raise NotEnrolled(reason="certify")
    state = load_trust(home)
    check_in_force(record, now_of(state, clock.now().wt), state.revocations)
    return OwnDevice(keys, record)
