"""Headquarters as the second authority: minutes above a branch's limit, granted by telephone and written down."""

from collections.abc import Mapping

from exams.accounts.errors import OverrideRefused
from exams.accounts.resets import desk_key
from exams.accounts.second_authority import minutes_code, read_minutes
from exams.bundles.hr_trust import Granted
from exams.desk.hq_home import Hq
from exams.desk.hq_keys import newest_key, signing_key
from exams.desk.hq_revoking import revocations
from exams.devices.record import read_record_under
from exams.store.hq_devices import enrolled_devices
from exams.store.hq_log import log_lines
from exams.trust.codes import shown
from exams.trust.errors import Revoked
from exams.trust.root import RoleName


def override_by_phone(hq: Hq, text: str) -> str:
    """The code to read out, `7KQ2M-X9D4T-H`, once it is in the log who asked for how much.

    Raises `OverrideRefused` (typo, device) or `Revoked`.
    """
    asked = read_minutes(text)
    device = next((row for row in enrolled_devices(hq.db) if row.serial == asked.serial), None)
    if device is None:
        raise OverrideRefused(reason="device", serial=asked.serial)
    if device.serial in revocations(hq).devices:
        raise Revoked(kind="device", id=device.serial)
    key = desk_key(signing_key(hq, newest_key(hq, RoleName.RESET)))
    code = minutes_code(key, read_record_under(device.raw, hq.roots()).seal, asked)
    hq.write_down("override", serial=asked.serial, staff=asked.staff_id, minutes=asked.minutes, nonce=asked.nonce)
    return shown(code)


def granted_minutes(hq: Hq) -> Mapping[str, Granted]:
    """What was granted by telephone, by nonce: what HR holds bundles against."""
    facts = (line.facts for line in log_lines(hq.db, "override"))
    return {
        str(one["nonce"]): Granted(str(one["serial"]), str(one["staff"]), int(str(one["minutes"]))) for one in facts
    }
