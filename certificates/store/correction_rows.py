"""Certificates that HR issued for sittings of this home, in the order they came; none is ever taken out."""

from typing import TYPE_CHECKING

from certificates.certificate import Certificate, facts_text
from certificates.store.certificate_rows import COLUMNS, certificate_from, pdf_as_stored

if TYPE_CHECKING:
    from sqlite_utils import Database

_READ = f"SELECT {COLUMNS} FROM certificate_corrections "  # noqa: S608  # texts of ours


def make_corrections(db: "Database") -> None:
    """Create the table; part of the register's first shape."""
    columns = {"place": int, "number": str, "sitting": str, "replaces": str, "issued": str, "valid_until": str}
    columns |= {"sha256": str, "facts": str, "pdf": bytes}
    db.table("certificate_corrections").create(columns, pk="place", not_null=set(columns) - {"place"}, strict=True)
    db.table("certificate_corrections").create_index(["number"], unique=True)
    db.table("certificate_corrections").create_index(["sitting"])


def save_correction(db: "Database", certificate: Certificate, replaces: str, pdf: bytes) -> None:
    """Keep a certificate of HR's and its PDF; `replaces` is empty for a first one."""
    db.table("certificate_corrections").insert(
        {
            "number": certificate.number,
            "sitting": certificate.facts.sitting,
            "replaces": replaces,
            "issued": certificate.issued.isoformat(),
            "valid_until": certificate.valid_until.isoformat(),
            "sha256": certificate.sha256,
            "facts": facts_text(certificate.facts),
            "pdf": pdf,
        }
    )


def corrections_of(db: "Database", sitting: str) -> tuple[Certificate, ...]:
    """Those of a sitting, the one that counts last."""
    return tuple(certificate_from(row) for row in db.execute(_READ + "WHERE sitting = ? ORDER BY place", (sitting,)))


def find_correction(db: "Database", number: str) -> tuple[Certificate, str] | None:
    """The one of that number, and the number that it replaces."""
    query = f"SELECT replaces, {COLUMNS} FROM certificate_corrections WHERE number = ?"  # noqa: S608  # texts of ours
    row = db.execute(query, (number,)).fetchone()
    return None if row is None else (certificate_from(row[1:]), str(row[0]))


def correction_pdf(db: "Database", number: str) -> bytes | None:
    """The PDF as it came; raises `RegisterDamaged` if it is no longer what was stored."""
    row = db.execute("SELECT pdf, sha256 FROM certificate_corrections WHERE number = ?", (number,)).fetchone()
    return pdf_as_stored(number, row)
