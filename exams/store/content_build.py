"""Builds a content database from sources, beside its place, and puts it there in one move."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from exams.content.parts import Parts, make_parts
from exams.content.sources import Sources
from exams.store.content_errors import ContentNotWritten, SourcesFaulty
from exams.store.content_schema import APPLICATION_ID, SHAPE


@dataclass(frozen=True, slots=True)
class Built:
    """What was built: the file, the hash over its parts, and the hash of each part by name."""

    path: Path
    bytes: int
    sha256: str
    parts: Mapping[str, str]


def build_content(sources: Sources, out: Path, parts_folder: Path | None = None) -> Built:
    """Build the database at `out`; raises `SourcesFaulty` and writes nothing where there is any fault."""
    if sources.faults:
        raise SourcesFaulty(count=len(sources.faults))
    parts = make_parts(sources)
    try:
        with _in_one_move(out) as beside:
            _fill(parts, beside)
        for name, raw in parts.files().items() if parts_folder else ():
            with _in_one_move((parts_folder or out.parent) / name) as beside:
                beside.write_bytes(raw)
    except (OSError, sqlite3.OperationalError) as error:
        raise ContentNotWritten(path=str(out), detail=str(error)) from error
    return Built(out, out.stat().st_size, parts.sha256(), parts.hashes())


@contextmanager
def _in_one_move(path: Path) -> Iterator[Path]:
    """A file beside `path` that takes its place once it is whole and on the disk; gone after a failure."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    os.close(handle)
    beside = Path(name)
    try:
        yield beside
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        beside.chmod(0o644)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _fill(parts: Parts, path: Path) -> None:
    from sqlite_utils import Database

    from exams.store.content_tables import pour

    with closing(sqlite3.connect(path)) as connection:
        db = Database(connection)
        db.execute("PRAGMA journal_mode = MEMORY")
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA foreign_keys = ON")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        db.execute(f"PRAGMA user_version = {SHAPE:d}")
        with db.atomic():
            pour(db, parts)
        db.execute("INSERT INTO section_search(section_search) VALUES ('optimize')")
        db.execute("VACUUM")
