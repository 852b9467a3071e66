"""Headquarters' database `hq/hq.sqlite` is opened here; what is secret in it is sealed to the desk key."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from exams.store.database import raise_disk_trouble
from exams.store.errors import DatabaseDamaged, DatabaseForeign, DatabaseNewer, HomeReadOnly
from exams.store.shapes import Shape, shape_after, vouch

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

FOLDER, FILE_NAME = "hq", "hq.sqlite"
SHAPE = 2


def hq_folder(home: Path) -> Path:
    """Where everything of headquarters lies in a home."""
    return home / FOLDER


def has_hq(home: Path) -> bool:
    """True where a headquarters was set up in this home."""
    return (hq_folder(home) / FILE_NAME).exists()


def open_hq_database(home: Path) -> "Database":
    """Open or create it and bring its tables up to date; raises the classes of `store.errors`."""
    from sqlite_utils import Database

    folder = hq_folder(home)
    with _told_plainly():
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise HomeReadOnly(home=str(home), detail=error.strerror or "") from error
        connection = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
        try:
            db = Database(connection)
            _refuse_strange(db)
            db.enable_wal()
            for pragma in ("synchronous = FULL", "foreign_keys = ON", "trusted_schema = OFF", "busy_timeout = 5000"):
                db.execute(f"PRAGMA {pragma}")
            _shapes().apply(db)
            vouch(db, _wanted())
            db.execute(f"PRAGMA user_version = {SHAPE:d}")
        except BaseException:
            connection.close()
            raise
    return db


def _refuse_strange(db: "Database") -> None:
    found = int(db.execute("PRAGMA user_version").fetchone()[0])
    if found > SHAPE:
        raise DatabaseNewer(found=found, known=SHAPE)
    strange = db.execute("SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchone()
    if strange is not None:
        raise DatabaseForeign(name=str(strange[0]))


@contextmanager
def _told_plainly() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise_disk_trouble(error)
        raise
    except sqlite3.DatabaseError as error:
        raise DatabaseDamaged(detail=str(error), backup="") from error


@cache
def _wanted() -> Shape:
    return shape_after(_shapes())


def _shapes() -> "Migrations":
    """Every shape it ever had, in order. Appended, never edited."""
    from sqlite_utils import Migrations

    shapes = Migrations("hq")

    @shapes()
    def m001_first_shape(db: "Database") -> None:
        _settings_and_keys(db)
        _packs_and_sessions(db)
        columns = {"seq": int, "wt": int, "who": str, "act": str, "session": str, "purpose": str, "anchor": str}
        db.table("log").create({**columns, "facts": str, "digest": str}, pk="seq", strict=True)

    @shapes()
    def m002_devices(db: "Database") -> None:
        db.table("devices").create(
            {"serial": str, "branch": str, "sign": bytes, "raw": bytes, "issued_wt": int},
            pk="serial",
            not_null={"branch", "sign", "raw", "issued_wt"},
            strict=True,
        )
        db.table("devices").create_index(["sign"], unique=True)

    return shapes


def _settings_and_keys(db: "Database") -> None:
    db.table("settings").create({"key": str, "value": str}, pk="key", not_null={"value"}, strict=True)
    db.table("keys").create(
        {"name": str, "role": str, "keyid": str, "public": bytes, "path": str, "added_wt": int, "retired_wt": int},
        pk="name",
        not_null={"role", "keyid", "public", "path", "added_wt"},
        strict=True,
    )


def _packs_and_sessions(db: "Database") -> None:
    db.table("packs").create(
        {"pack": str, "version": int, "issued_wt": int, "grading": str, "sha256": str, "forms": str},
        pk=("pack", "version"),
        not_null={"issued_wt", "grading", "sha256", "forms"},
        strict=True,
    )
    db.table("ceks").create(
        {"pack": str, "version": int, "form": str, "purpose": str, "sealed": bytes},
        pk=("pack", "version", "form", "purpose"),
        not_null={"sealed"},
        strict=True,
    )
    db.table("sessions").create(
        {"id": str, "branch": str, "pack": str, "form": str, "not_before_wt": int, "not_after_wt": int, "brief": str},
        pk="id",
        not_null={"branch", "pack", "form", "not_before_wt", "not_after_wt", "brief"},
        strict=True,
    )
    db.table("codes").create(
        {"session": str, "purpose": str, "sealed": bytes},
        pk=("session", "purpose"),
        not_null={"sealed"},
        strict=True,
    )
    db.table("slot_files").create(
        {"pack": str, "version": int, "payload": bytes}, pk=("pack", "version"), not_null={"payload"}, strict=True
    )
