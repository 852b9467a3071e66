"""Which certificate HR issued in a sitting's place: a cache that the journal can rebuild."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class CorrectedRow:
    """The number that counts for a sitting now; `replaces` is empty for a first one."""

    sitting: str
    number: str
    replaces: str


def make_corrected_table(db: "Database") -> None:
    """Create it; part of the second shape of the branch database."""
    db.table("corrected_certificates").create(
        {"sitting": str, "number": str, "replaces": str},
        pk="sitting",
        not_null={"number", "replaces"},
        strict=True,
    )


def save_corrected(db: "Database", row: CorrectedRow) -> None:
    """The latest of a sitting takes the place of an earlier one."""
    db.execute(
        "INSERT OR REPLACE INTO corrected_certificates (sitting, number, replaces) VALUES (?, ?, ?)",
        (row.sitting, row.number, row.replaces),
    )


def clear_corrected(db: "Database") -> None:
    """Empty the cache before it is rebuilt."""
    db.execute("DELETE FROM corrected_certificates")
