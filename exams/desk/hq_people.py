"""Headquarters answers branches about people: who is a proctor or HR there, and whose lost PIN is set anew."""

from pathlib import Path

from exams.accounts.errors import ResetRefused
from exams.accounts.resets import Challenge, desk_key, read_challenge, reset_code, sign_reset
from exams.accounts.roles import (
    VALID_DAYS,
    RoleCertificate,
    RoleRequest,
    ca_keys,
    issue_role,
    read_role,
    read_role_request,
)
from exams.desk.hq_home import Hq, put_file
from exams.desk.hq_keys import newest_key, reset_desk, signing_key
from exams.desk.hq_revoking import revocations
from exams.devices.record import read_record_under
from exams.store.hq_devices import DeviceRow, enrolled_devices
from exams.trust.codes import shown
from exams.trust.errors import Revoked
from exams.trust.keys import SigningKey
from exams.trust.root import RoleName

_DAY_MS = 86_400_000


def inspect_role(raw: bytes) -> RoleRequest:
    """What a branch asks for; raises as `read_role_request`."""
    return read_role_request(raw)


def certify(hq: Hq, raw: bytes, out: Path | None = None, days: int = VALID_DAYS) -> tuple[RoleCertificate, bytes]:
    """Sign the role that was asked for and compared, from now on for `days`; a key once withdrawn gets none.

    Raises as `read_role_request`, and `Revoked`.
    """
    request = read_role_request(raw)
    if request.id in revocations(hq).roles:
        raise Revoked(kind="role", id=request.id)
    now = hq.now_wt() // 1000 * 1000
    signed = issue_role(request, signing_key(hq, newest_key(hq, RoleName.CA)), now, now + days * _DAY_MS)
    certificate = read_role(signed, ca_keys([hq.root()]))
    facts = {"staff": request.staff_id, "role": request.role.value, "branch": request.branch}
    hq.write_down("role", **facts, certificate=request.id, days=days)
    if out is not None:
        put_file(out, signed)
    return certificate, signed


def reset_by_phone(hq: Hq, challenge: str) -> str:
    """The code to read out, `7KQ2M-X9D4T-H`, once it is in the log that it was asked for.

    Raises `ResetRefused` (typo, device) or `Revoked`.
    """
    asked, device = _asked(hq, challenge)
    code = reset_code(desk_key(_key(hq)), _seal_of(hq, device), asked)
    _note(hq, asked, "phone")
    return shown(code)


def reset_by_file(hq: Hq, challenge: str, out: Path) -> Path:
    """The same as a signed file; raises as `reset_by_phone`, and `FileNotWritten`."""
    asked, _device = _asked(hq, challenge)
    raw = sign_reset(asked, _key(hq))
    _note(hq, asked, "file")
    return put_file(out, raw)


def write_reset_desk(hq: Hq, out: Path) -> Path:
    """The file by which branches understand codes read out, for those enrolled before its key was replaced.

    Raises `KeyNotHere`, `FileNotWritten`.
    """
    return put_file(out, reset_desk(hq))


def _asked(hq: Hq, text: str) -> tuple[Challenge, DeviceRow]:
    challenge = read_challenge(text)
    device = next((row for row in enrolled_devices(hq.db) if row.serial == challenge.serial), None)
    if device is None:
        raise ResetRefused(reason="device", serial=challenge.serial)
    if device.serial in revocations(hq).devices:
        raise Revoked(kind="device", id=device.serial)
    return challenge, device


def _seal_of(hq: Hq, device: DeviceRow) -> bytes:
    return read_record_under(device.raw, hq.roots()).seal


def _key(hq: Hq) -> SigningKey:
    return signing_key(hq, newest_key(hq, RoleName.RESET))


def _note(hq: Hq, asked: Challenge, way: str) -> None:
    hq.write_down("reset", serial=asked.serial, staff=asked.staff_id, nonce=asked.nonce, way=way)
