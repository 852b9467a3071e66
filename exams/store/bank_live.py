"""What of a bank goes into the next pack: the questions that were released, and the blueprints as last saved."""

from pathlib import Path
from typing import NamedTuple

from exams.store.bank_rows import changed, reading


class LiveRow(NamedTuple):
    """A released version of a question; `review` is a day such as 2027-06-30, or empty; `trial`: it gives no points."""

    id: int
    version: int
    name: str
    record: str
    review: str
    trial: bool = False


class BlueprintRow(NamedTuple):
    """A blueprint as somebody saved it; `version` from 1, `wt` in ms UTC."""

    name: str
    version: int
    record: str
    who: str
    wt: int


def live_rows(path: Path) -> tuple[LiveRow, ...]:
    """Every question in the state `live` or `trial`, in the order of import; raises `BankMissing`, `BankForeign`."""
    with reading(path) as connection:
        rows = connection.execute(
            "SELECT id, version, name, record, review, state = 'trial' FROM questions"
            " WHERE state IN ('live', 'trial') ORDER BY id"
        ).fetchall()
    return tuple(LiveRow._make((*row[:5], bool(row[5]))) for row in rows)


def blueprint_rows(path: Path, name: str = "") -> tuple[BlueprintRow, ...]:
    """All versions by name, the newest first; raises `BankMissing`, `BankForeign`."""
    with reading(path) as connection:
        rows = connection.execute(
            "SELECT name, version, record, who, wt FROM blueprints WHERE ? IN ('', name) ORDER BY name, version DESC",
            (name,),
        ).fetchall()
    return tuple(BlueprintRow(*row) for row in rows)


def newest_blueprints(path: Path) -> dict[str, str]:
    """The record of each saved blueprint by name, its newest version."""
    found: dict[str, str] = {}
    for row in blueprint_rows(path):
        found.setdefault(row.name, row.record)
    return found


def save_blueprint(path: Path, name: str, record: str, who: str, wt: int) -> int:
    """Put a record as the next version; its number. Makes the bank where there is none; raises as `changed`."""
    with changed(path, may_be_new=True) as connection:
        row = connection.execute("SELECT coalesce(max(version), 0) FROM blueprints WHERE name = ?", (name,)).fetchone()
        connection.execute("INSERT INTO blueprints VALUES (?, ?, ?, ?, ?)", (name, int(row[0]) + 1, record, who, wt))
    return int(row[0]) + 1
