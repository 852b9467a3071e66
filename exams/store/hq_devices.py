"""The devices that headquarters enrolled: the last record of each, by serial."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_DEVICE = "serial, branch, sign, raw, issued_wt"


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """`sign` is its public key, `raw` the envelope of its record."""

    serial: str
    branch: str
    sign: bytes
    raw: bytes
    issued_wt: int


def save_device(db: "Database", row: DeviceRow) -> None:
    """A device, or its renewed record."""
    values = (row.serial, row.branch, row.sign, row.raw, row.issued_wt)
    db.execute(f"INSERT OR REPLACE INTO devices ({_DEVICE}) VALUES (?, ?, ?, ?, ?)", values)  # noqa: S608


def enrolled_devices(db: "Database", branch: str = "") -> tuple[DeviceRow, ...]:
    """All of them, by serial; with `branch` only its own."""
    query = f"SELECT {_DEVICE} FROM devices WHERE ? IN ('', branch) ORDER BY serial"  # noqa: S608
    return tuple(
        DeviceRow(str(serial), str(code), bytes(sign), bytes(raw), int(wt))
        for serial, code, sign, raw, wt in db.execute(query, (branch,))
    )
