"""Builds a content database beside its place and puts it there in one move: the author's from sources, a branch's
from the course part, at headquarters."""

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from exams.content.parts import make_parts
from exams.content.sources import Sources
from exams.store.content_errors import ContentDamaged, ContentNotWritten, SourcesFaulty
from exams.store.content_schema import APPLICATION_ID, SHAPE
from exams.trust.errors import NotStrict


@dataclass(frozen=True, slots=True)
class Built:
    """What was built: the file, the hash over its parts, and the hash of each part by name."""

    path: Path
    bytes: int
    sha256: str
    parts: Mapping[str, str]


def build_content(sources: Sources, out: Path, parts_folder: Path | None = None) -> Built:
    """Build the author's database at `out`, exam and all; raises `SourcesFaulty` and writes nothing for any fault."""
    if sources.faults:
        raise SourcesFaulty(count=len(sources.faults))
    parts = make_parts(sources)
    with _writing(out):
        with _in_one_move(out) as beside:
            _fill(parts.files(), parts.sha256(), beside)
        for name, raw in parts.files().items() if parts_folder else ():
            with _in_one_move((parts_folder or out.parent) / name) as beside:
                beside.write_bytes(raw)
    return Built(out, out.stat().st_size, parts.sha256(), parts.hashes())


def build_open_content(course_json: bytes, out: Path) -> None:
    """Build a branch's database, which holds no exam, from the course part: the same bytes from the same part.

    Raises `ContentDamaged` for a part that cannot be read, `ContentNewer`, `ContentNotWritten`.
    """
    try:
        with _writing(out), _in_one_move(out) as beside:
            _fill({"course.json": course_json}, hashlib.sha256(course_json).hexdigest(), beside)
    except (NotStrict, sqlite3.DatabaseError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise ContentDamaged(path="course.json", detail=f"{type(error).__name__}: {error}"[:200]) from error


@contextmanager
def _writing(out: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        raise ContentNotWritten(path=str(out), detail=str(error)) from error


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


def _fill(files: Mapping[str, bytes], sha256: str, path: Path) -> None:
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
            pour(db, files, sha256)
        db.execute("INSERT INTO passage_search(passage_search) VALUES ('optimize')")
        db.execute("VACUUM")
