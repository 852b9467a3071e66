"""Every shape the branch database ever had, in order. Appended, never edited."""

from sqlite_utils import Database, Migrations

from exams.store.corrected_rows import make_corrected_table
from exams.store.learning_tables import make_learning_tables

migrations = Migrations("exams")


@migrations()
def m001_first_shape(db: Database) -> None:
    """The journal, the people, and caches that the journal can rebuild."""
    db.execute("CREATE TABLE journal (seq INTEGER PRIMARY KEY, line BLOB NOT NULL, body BLOB) STRICT")
    db.table("branch").create({"key": str, "value": str}, pk="key", not_null={"value"}, strict=True)
    db.table("people").create(
        {
            "staff_id": str,
            "name": str,
            "latin": str,
            "branch": str,
            "team": str,
            "role": str,
            "extra_minutes": int,
            "pin": str,
        },
        pk="staff_id",
        not_null={"name", "latin", "branch", "team", "role", "extra_minutes", "pin"},
        strict=True,
    )
    db.table("sessions").create(
        {"id": str, "title": str, "proctor": str, "blueprint": str, "code": str, "opened_wt": int, "closed_wt": int},
        pk="id",
        not_null={"title", "proctor", "blueprint", "code", "opened_wt"},
        strict=True,
    )
    db.table("roster").create(
        {"session": str, "staff_id": str, "name": str, "seat": str, "local": int, "note": str},
        pk=("session", "staff_id"),
        not_null={"name", "seat", "local", "note"},
        strict=True,
    )


@migrations()
def m002_caches(db: Database) -> None:
    """What lists are drawn from; `academy journal rebuild` fills it anew."""
    db.table("sittings").create(
        {
            "id": str,
            "kind": str,
            "blueprint": str,
            "staff_id": str,
            "session": str,
            "attempt": int,
            "state": str,
            "first_seq": int,
            "last_seq": int,
            "started_wt": int,
            "ended_wt": int,
            "items": int,
            "answered": int,
            "score": int,
            "max_score": int,
            "passed": int,
            "certificate": str,
        },
        pk="id",
        not_null={"kind", "blueprint", "staff_id", "attempt", "state", "first_seq", "last_seq", "started_wt", "items"},
        strict=True,
    )
    db.table("sittings").create_index(["staff_id", "kind"])
    make_corrected_table(db)


@migrations()
def m003_study(db: Database) -> None:
    """Reading, self-checks, simulated calls: a person's own record, no exam evidence."""
    db.table("reading").create(
        {"staff_id": str, "section": str, "state": str, "place": int, "seconds": int, "read_wt": int},
        pk=("staff_id", "section"),
        not_null={"state", "place", "seconds"},
        strict=True,
    )
    db.table("self_checks").create(
        {"staff_id": str, "item": str, "section": str, "response": str, "right": int, "wt": int},
        pk=("staff_id", "item"),
        not_null={"section", "response", "right", "wt"},
        strict=True,
    )
    db.table("calls").create(
        {
            "id": str,
            "staff_id": str,
            "scenario": str,
            "version": int,
            "replies": str,
            "note": str,
            "ms": int,
            "since": str,
            "begun_wt": int,
            "ended_wt": int,
            "score": int,
            "passed": int,
        },
        pk="id",
        not_null={"staff_id", "scenario", "version", "replies", "note", "ms", "since", "begun_wt"},
        strict=True,
    )
    make_learning_tables(db)


@migrations()
def m004_demonstration(db: Database) -> None:
    """PINs and the session's code that a demonstration shows on its start card; empty elsewhere."""
    db.table("demonstration").create(
        {"key": str, "value": str, "position": int}, pk="key", not_null={"value", "position"}, strict=True
    )


@migrations()
def m005_checkpoints(db: Database) -> None:
    """What the device has signed of its journal's length and head."""
    db.table("checkpoints").create({"size": int, "raw": bytes}, pk="size", not_null={"raw"}, strict=True)


@migrations()
def m006_elsewhere(db: Database) -> None:
    """What people did on other PCs of the branch, by device; no exam evidence."""
    db.table("reading_elsewhere").create(
        {
            "staff_id": str,
            "device": str,
            "section": str,
            "state": str,
            "place": int,
            "seconds": int,
            "read_wt": int,
        },
        pk=("staff_id", "device", "section"),
        not_null={"state", "place", "seconds", "read_wt"},
        strict=True,
    )
    db.table("tries_elsewhere").create(
        {
            "id": str,
            "staff_id": str,
            "device": str,
            "kind": str,
            "blueprint": str,
            "started_wt": int,
            "ended_wt": int,
            "items": int,
            "score": int,
            "max_score": int,
            "passed": int,
            "chapters": str,
        },
        pk="id",
        not_null={"staff_id", "device", "kind", "blueprint", "started_wt", "items", "chapters"},
        strict=True,
    )


@migrations()
def m007_sealed_answers(db: Database) -> None:
    """The answers of finals that are over, sealed to HR; `own` is a second copy for a reopening, sealed to this PC."""
    db.table("sealed").create(
        {"att": str, "key": str, "raw": bytes, "own": bytes}, pk="att", not_null={"key", "raw"}, strict=True
    )


SHAPE = 7
"""Written to `user_version`; a file with a higher number is from a newer program."""
