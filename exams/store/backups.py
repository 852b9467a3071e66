"""Consistent copies of the branch database: made by SQLite itself, checked, rotated, restored."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

KEPT = 10
_NAME = "academy-{stamp}.sqlite"


@dataclass(frozen=True, slots=True)
class Backup:
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
    """Copy the database with `VACUUM INTO`, which includes what is still in the write-ahead log."""
    target_folder = folder(home)
    target_folder.mkdir(parents=True, exist_ok=True)
    stamp = (now or datetime.now(UTC)).strftime("%Y%m%dT%H%M%S%fZ")
    target = target_folder / _NAME.format(stamp=stamp)
    unfinished = target.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(home / "academy.sqlite")) as source:
        source.execute("VACUUM INTO ?", (str(unfinished),))
    unfinished.replace(target)
    _rotate(target_folder)
    return target


def list_copies(home: Path) -> tuple[Backup, ...]:
    """All copies, newest first."""
    found = sorted(folder(home).glob("academy-*.sqlite"), reverse=True)
    return tuple(_described(path) for path in found)


def newest_good(home: Path) -> str:
    """The file name of the newest copy that is whole, empty where there is none."""
    return next((copy.path.name for copy in list_copies(home) if copy.good), "")


def restore(home: Path, name: str) -> Path:
    """Put a copy in the database's place; what stood there is kept beside it and its path returned."""
    source = folder(home) / Path(name).name
    current = home / "academy.sqlite"
    aside = current.with_name(f"academy-replaced-{source.stem.removeprefix('academy-')}.sqlite")
    for suffix in ("-wal", "-shm"):
        sidecar = Path(f"{current}{suffix}")
        if sidecar.exists():
            sidecar.replace(f"{aside}{suffix}")
    if current.exists():
        current.replace(aside)
    unfinished = current.with_suffix(".part")
    unfinished.write_bytes(source.read_bytes())
    unfinished.replace(current)
    return aside


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
