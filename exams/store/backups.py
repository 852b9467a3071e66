"""Consistent copies of the branch database: made by SQLite itself, checked, rotated, restored."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import NamedTuple

from exams.store.errors import DatabaseDamaged, DiskFull, HomeReadOnly
from exams.store.home import HomeLock

KEPT = 10
_NAME = "academy-{stamp}.sqlite"
_HEADER = 100  # bytes: SQLite takes a shorter file for a new one


class Backup(NamedTuple):
    """One copy; `records` is the journal's length, -1 where the copy cannot be read."""

    path: Path
    made: str
    bytes: int
    records: int

    @property
    def good(self) -> bool:
        """True where SQLite read it and found it whole."""
        return self.records >= 0


def folder(home: Path) -> Path:
    """Where the copies of a home lie."""
    return home / "backups"


def keep_copy(home: Path, now: datetime | None = None) -> Path:
    """Copy the database with `VACUUM INTO`, which includes what is still in the write-ahead log.

    Raises `DatabaseDamaged` where there is nothing that can be copied, `DiskFull` or `HomeReadOnly`.
    """
    target_folder = folder(home)
    stamp = (now or datetime.now(UTC)).strftime("%Y%m%dT%H%M%S%fZ")
    target = target_folder / _NAME.format(stamp=stamp)
    unfinished = target.with_suffix(".part")
    try:
        target_folder.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        with closing(sqlite3.connect(f"{_database(home).resolve().as_uri()}?mode=rw", uri=True)) as source:
            source.execute("VACUUM INTO ?", (str(unfinished),))
        _to_disk(unfinished)
        unfinished.replace(target)
    except sqlite3.DatabaseError as error:
        unfinished.unlink(missing_ok=True)
        raise _told(error, home) from error
    except OSError as error:
        raise _refused(error, home) from error
    _rotate(target_folder)
    return target


def keep_todays_copy(home: Path, now: datetime) -> Path | None:
    """The first copy of a day, None where there is one already; raises what `keep_copy` raises."""
    day = now.strftime("%Y%m%d")
    return None if any(folder(home).glob(f"academy-{day}T*.sqlite")) else keep_copy(home, now)


def list_copies(home: Path) -> tuple[Backup, ...]:
    """All copies, newest first."""
    found = sorted(folder(home).glob("academy-*.sqlite"), reverse=True)
    return tuple(_described(path) for path in found)


def newest_good(home: Path) -> str:
    """The file name of the newest copy that is whole, empty where there is none."""
    return next((copy.path.name for copy in list_copies(home) if copy.good), "")


def lost(home: Path) -> str:
    """Where the database is gone or emptied but copies of it are there: the name of the newest good one, else empty."""
    try:
        gone = _database(home).stat().st_size < _HEADER
    except FileNotFoundError:
        gone = True
    return newest_good(home) if gone else ""


def restore(home: Path, name: str) -> Path:
    """Put a copy in the database's place; what stood there is kept beside it and its path returned.

    Raises `HomeBusy` while a process works in the home, `DatabaseDamaged` for a copy that is missing or not whole;
    nothing is touched before the copy is there in full.
    """
    source, current = folder(home) / Path(name).name, _database(home)
    if not source.is_file() or _records(source) < 0:
        raise DatabaseDamaged(detail=source.name, backup=newest_good(home))
    lock = HomeLock(home)
    try:
        unfinished = current.with_suffix(".part")
        _copy(source, unfinished)
        aside = _set_aside(current, source.stem.removeprefix("academy-"))
        unfinished.replace(current)
    except OSError as error:
        raise _refused(error, home) from error
    finally:
        lock.release()
    return aside


def _database(home: Path) -> Path:
    return home / "academy.sqlite"


def _set_aside(current: Path, stamp: str) -> Path:
    """Keep what stands there under a name of its own; its log goes with it, for it would spoil the copy."""
    names = (current.with_name(f"academy-replaced-{stamp}{mark}.sqlite") for mark in _marks())
    aside = next(name for name in names if not name.exists())
    if current.exists():
        _copy(current, aside)
    for suffix in ("-wal", "-shm"):
        sidecar = Path(f"{current}{suffix}")
        if sidecar.exists():
            sidecar.replace(f"{aside}{suffix}")
    return aside


def _marks() -> Iterator[str]:
    yield ""
    yield from (f"-{number}" for number in count(2))


def _copy(source: Path, target: Path) -> None:
    from shutil import copyfile  # not at the first paint

    copyfile(source, target)
    _to_disk(target)


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _refused(error: OSError, home: Path) -> DiskFull | HomeReadOnly:
    return DiskFull() if error.errno == errno.ENOSPC else HomeReadOnly(home=str(home), detail=error.strerror or "")


def _told(error: sqlite3.DatabaseError, home: Path) -> DatabaseDamaged | DiskFull:
    if getattr(error, "sqlite_errorname", "") in {"SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC"}:
        return DiskFull()
    return DatabaseDamaged(detail=str(error), backup=newest_good(home))


def _rotate(target_folder: Path) -> None:
    for old in sorted(target_folder.glob("academy-*.sqlite"), reverse=True)[KEPT:]:
        old.unlink()


def _described(path: Path) -> Backup:
    stamp = path.stem.removeprefix("academy-")
    return Backup(path=path, made=stamp, bytes=path.stat().st_size, records=_records(path))


def _records(path: Path) -> int:
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
            if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                return -1
            return int(copy.execute("SELECT count(*) FROM journal").fetchone()[0])
    except sqlite3.DatabaseError:
        return -1
