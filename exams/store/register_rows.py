"""What HR keeps of bundles: files, devices, anchors, sittings, certificates. One file is one transaction."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, replace
from typing import Any

from exams.bundles.hr_trust import Listed
from exams.register.outcome import CertificateRow, DeviceRow, Found, Outcome, SittingRow, Status
from exams.store.register_dialect import RegisterDb
from exams.store.register_holdings import refresh
from exams.store.register_merge_rows import IDS, kept_id
from exams.store.spot_rows import save_proctors
from exams.trust.shapes import unbase64

_FILE = "sha256, name, status, code, serial, branch, first, last, kept, findings"
_SITTING = ", ".join(SittingRow.__slots__)
_CERTIFICATE = ", ".join(CertificateRow.__slots__)
_DEVICE = ", ".join(DeviceRow.__slots__)
_NAME_MOST = 400


def _places(count: int) -> str:
    return ", ".join("?" * count)


def _upsert(table: str, columns: str, keys: str) -> str:
    names = columns.split(", ")
    new = ", ".join(f"{name} = excluded.{name}" for name in names if name not in keys.split(", "))
    return (
        f"INSERT INTO {table} ({columns}) VALUES ({_places(len(names))})"  # noqa: S608  # names of ours
        f" ON CONFLICT ({keys}) DO UPDATE SET {new}"
    )


def save_outcome(db: RegisterDb, name: str, told: Outcome) -> None:
    """Everything that a file leaves behind, in one transaction; the same outcome again changes nothing."""
    with db.together():
        if file_of(db, told.sha256) is None or told.device is not None or not (told.repeated and told.serial):
            _save_file(db, name, told)
        if told.device is None:
            return
        db.write(_upsert("devices", _DEVICE, "serial"), astuple(told.device))
        db.write_all(
            "INSERT INTO anchors (anchor, serial, size) VALUES (?, ?, ?) ON CONFLICT (anchor, serial) DO NOTHING",
            [(anchor, told.serial, size) for anchor, size in sorted(told.anchors.items())],
        )
        db.write_all(
            f"INSERT INTO listed (session, serial, size, head, raw) VALUES ({_places(5)})"  # noqa: S608
            " ON CONFLICT (session, serial, size, head) DO NOTHING",
            [astuple(one) for one in told.listed],
        )
        save_proctors(db, told.proctors)
        save_sittings(db, [replace(one, sha256=told.sha256) for one in told.sittings])
        save_certificates(db, told.certificates)
        refresh(db, {(one.staff_id, one.course) for one in told.sittings})


def _save_file(db: RegisterDb, name: str, told: Outcome) -> None:
    findings = json.dumps(
        [[one.code, one.seq, one.sitting, dict(one.facts)] for one in told.findings], ensure_ascii=False, sort_keys=True
    )
    before = file_of(db, told.sha256)
    shown = before.name if before else name[-_NAME_MOST:]
    kept = int(told.device is not None)
    values = (told.status, told.code, told.serial, told.branch, told.first, told.last, kept, findings)
    db.write(_upsert("files", _FILE, "sha256"), (told.sha256, shown, *values))


def save_sittings(db: RegisterDb, rows: Iterable[SittingRow]) -> None:
    """In place of what was thought of them before."""
    values = [tuple(int(value) if isinstance(value, bool) else value for value in astuple(row)) for row in rows]
    db.write_all(_upsert("sittings", _SITTING, "sitting"), values)


def save_certificates(db: RegisterDb, rows: Iterable[CertificateRow]) -> None:
    """New ones; what is revoked stays so."""
    values = [tuple(int(value) if isinstance(value, bool) else value for value in astuple(row)) for row in rows]
    db.write_all(
        f"INSERT INTO certificates ({_CERTIFICATE}) VALUES ({_places(9)}) ON CONFLICT (number) DO NOTHING",  # noqa: S608
        values,
    )


class FileRow:
    """A file that was offered, as it stands in the register."""

    __slots__ = ("branch", "code", "findings", "first", "kept", "last", "name", "serial", "sha256", "status")

    def __init__(self, row: Sequence[object]) -> None:
        self.sha256, self.name, self.status, self.code, self.serial, self.branch = map(str, row[:6])
        self.first, self.last, self.kept = int(str(row[6])), int(str(row[7])), bool(row[8])
        self.findings = tuple(Found(*one) for one in json.loads(str(row[9])))


def file_of(db: RegisterDb, sha256: str) -> FileRow | None:
    """The file with these contents; None where it was never offered."""
    row = db.row(f"SELECT {_FILE} FROM files WHERE sha256 = ?", (sha256,))  # noqa: S608
    return FileRow(row) if row else None


def files_by_status(db: RegisterDb, status: str = "", limit: int = 1000) -> tuple[FileRow, ...]:
    """By device and first line; with `status` only those."""
    query = f"SELECT {_FILE} FROM files WHERE ? IN ('', status) ORDER BY serial, first, sha256 LIMIT ?"  # noqa: S608
    return tuple(FileRow(row) for row in db.rows(query, (status, limit)))


def kept_files(db: RegisterDb, serial: str) -> tuple[FileRow, ...]:
    """The bundles of a device whose lines are kept, in their order."""
    query = f"SELECT {_FILE} FROM files WHERE serial = ? AND kept = 1 ORDER BY first, last"  # noqa: S608
    return tuple(FileRow(row) for row in db.rows(query, (serial,)))


def device_of(db: RegisterDb, serial: str) -> DeviceRow | None:
    """What is known of a device; None for one that never handed in."""
    row = db.row(f"SELECT {_DEVICE} FROM devices WHERE serial = ?", (serial,))  # noqa: S608
    return DeviceRow(*row) if row else None


def devices(db: RegisterDb) -> tuple[DeviceRow, ...]:
    """All that have handed in, by serial."""
    return tuple(DeviceRow(*row) for row in db.rows(f"SELECT {_DEVICE} FROM devices ORDER BY serial"))  # noqa: S608


def receivable(db: RegisterDb) -> tuple[DeviceRow, ...]:
    """Devices whose every kept bundle is accepted: what a receipt may be sent for."""
    query = (
        f"SELECT {_DEVICE} FROM devices WHERE serial NOT IN"  # noqa: S608
        " (SELECT serial FROM files WHERE kept = 1 AND status <> ?) ORDER BY serial"
    )
    return tuple(DeviceRow(*row) for row in db.rows(query, (Status.ACCEPTED,)))


def anchors_of(db: RegisterDb, serial: str) -> dict[str, int]:
    """What a device's own checkpoints vouch for, by anchor."""
    return {
        str(anchor): int(size)
        for anchor, size in db.rows("SELECT anchor, size FROM anchors WHERE serial = ?", (serial,))
    }


def holders_of(db: RegisterDb, anchor: str) -> frozenset[str]:
    """The devices whose journals give this anchor."""
    return frozenset(str(serial) for (serial,) in db.rows("SELECT serial FROM anchors WHERE anchor = ?", (anchor,)))


def listed_for(db: RegisterDb, session: str) -> tuple[Listed, ...]:
    """What other PCs of a session have listed."""
    query = "SELECT serial, size, head, raw FROM listed WHERE session = ? ORDER BY serial, size, head"
    return tuple(
        Listed(serial, size, head, unbase64(raw, "listed")) for serial, size, head, raw in db.rows(query, (session,))
    )


def tries_json(db: RegisterDb, staff_id: str) -> tuple[str, ...]:
    """Every final of a person on any device, as `judging.try_json` wrote it."""
    query = f"SELECT tried FROM sittings WHERE staff_id IN {IDS} ORDER BY began_wt, sitting"  # noqa: S608
    return tuple(str(tried) for (tried,) in db.rows(query, (kept_id(db, staff_id),) * 2))


def unsettled_of(db: RegisterDb, serial: str) -> frozenset[str]:
    """Sittings of a device that a later bundle may still change."""
    query = "SELECT sitting FROM sittings WHERE serial = ? AND settled = 0"
    return frozenset(str(sitting) for (sitting,) in db.rows(query, (serial,)))


def sittings_of(db: RegisterDb, staff_id: str) -> tuple[SittingRow, ...]:
    """A person's finals, newest first."""
    query = f"SELECT {_SITTING} FROM sittings WHERE staff_id IN {IDS} ORDER BY began_wt DESC, sitting"  # noqa: S608
    return tuple(_sitting(row) for row in db.rows(query, (kept_id(db, staff_id),) * 2))


def sitting_of(db: RegisterDb, sitting: str) -> SittingRow | None:
    """One final."""
    row = db.row(f"SELECT {_SITTING} FROM sittings WHERE sitting = ?", (sitting,))  # noqa: S608
    return _sitting(row) if row else None


def sittings_by_content(db: RegisterDb, content: str, blueprint: str = "") -> tuple[SittingRow, ...]:
    """Every final on one pack, by id; with `blueprint` only of that exam."""
    query = f"SELECT {_SITTING} FROM sittings WHERE content = ? AND ? IN ('', blueprint) ORDER BY sitting"  # noqa: S608
    return tuple(_sitting(row) for row in db.rows(query, (content, blueprint)))


def certificate_of(db: RegisterDb, number: str) -> CertificateRow | None:
    """A certificate by its number."""
    row = db.row(f"SELECT {_CERTIFICATE} FROM certificates WHERE number = ?", (number,))  # noqa: S608
    return _certificate(row) if row else None


def certificates_of(db: RegisterDb, staff_id: str) -> tuple[CertificateRow, ...]:
    """A person's certificates, the last to end first."""
    query = f"SELECT {_CERTIFICATE} FROM certificates WHERE staff_id IN {IDS} ORDER BY until_day DESC, number"  # noqa: S608
    return tuple(_certificate(row) for row in db.rows(query, (kept_id(db, staff_id),) * 2))


def mark_revoked(db: RegisterDb, is_revoked: Callable[[str], bool]) -> int:
    """Certificates that HR's list of revoked ones names; gives how many were not marked before."""
    query = "SELECT number, staff_id, course FROM certificates WHERE revoked = 0 ORDER BY number"
    gone = [row for row in db.rows(query) if is_revoked(str(row[0]))]
    with db.together():
        db.write_all("UPDATE certificates SET revoked = 1 WHERE number = ?", [(number,) for number, _, _ in gone])
        refresh(db, {(str(staff_id), str(course)) for _, staff_id, course in gone})
    return len(gone)


def session_counts(db: RegisterDb) -> dict[str, tuple[int, int]]:
    """By session: sittings that came, and devices that they came from."""
    query = "SELECT session, count(*), count(DISTINCT serial) FROM sittings GROUP BY session"
    return {str(session): (int(count), int(pcs)) for session, count, pcs in db.rows(query)}


def _sitting(row: Sequence[object]) -> SittingRow:
    told = dict(zip(SittingRow.__slots__, row, strict=True))
    for flag in ("passed", "accepted", "settled"):
        told[flag] = bool(told[flag])
    return SittingRow(**told)  # type: ignore[arg-type]  # the columns are its fields


def _certificate(row: Sequence[Any]) -> CertificateRow:
    number, sitting, staff_id, branch, course, percent, issued, until, revoked = row
    return CertificateRow(number, sitting, staff_id, branch, course, percent, issued, until, bool(revoked))
