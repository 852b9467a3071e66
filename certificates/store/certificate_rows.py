"""Rows of the register, turned into certificates and back."""

from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from certificates.certificate import Certificate, facts_from, facts_text
from certificates.errors import RegisterDamaged

if TYPE_CHECKING:
    from sqlite_utils import Database

COLUMNS = "number, sha256, issued, valid_until, facts"
"""What `certificate_from` reads, in its order."""

_SELECT = f"SELECT {COLUMNS} FROM certificates "  # noqa: S608  # texts of ours


def take_write_lock(db: "Database") -> None:
    """First in a transaction: what is read after it stays true until the commit, whoever else writes."""
    db.execute("UPDATE certificate_numbers SET last = last WHERE 0")


def next_sequence(db: "Database", branch: str, year: int, least: int = 1) -> int:
    """Count one further, to `least` at least; rolled back with the transaction, so that no number is lost."""
    found = db.execute(
        "INSERT INTO certificate_numbers (branch, year, last) VALUES (?, ?, ?) "
        "ON CONFLICT (branch, year) DO UPDATE SET last = max(last + 1, excluded.last) RETURNING last",
        (branch, year, least),
    ).fetchone()
    return int(found[0])


def save_certificate(db: "Database", certificate: Certificate, pdf: bytes) -> None:
    """Keep a certificate and its frozen PDF."""
    db.table("certificates").insert(
        {
            "number": certificate.number,
            "sitting": certificate.facts.sitting,
            "staff_id": certificate.facts.staff_id,
            "issued": certificate.issued.isoformat(),
            "valid_until": certificate.valid_until.isoformat(),
            "sha256": certificate.sha256,
            "facts": facts_text(certificate.facts),
            "pdf": pdf,
        }
    )


def find_number(db: "Database", number: str) -> Certificate | None:
    """The certificate of that number."""
    return _one(db.execute(_SELECT + "WHERE number = ?", (number,)).fetchone())


def find_sitting(db: "Database", sitting: str) -> Certificate | None:
    """The certificate of that sitting."""
    return _one(db.execute(_SELECT + "WHERE sitting = ?", (sitting,)).fetchone())


def of_person(db: "Database", staff_id: str) -> tuple[Certificate, ...]:
    """A person's certificates, oldest first."""
    rows = db.execute(_SELECT + "WHERE staff_id = ? ORDER BY issued, number", (staff_id,))
    return tuple(certificate_from(row) for row in rows)


def all_certificates(db: "Database") -> tuple[Certificate, ...]:
    """Every certificate, oldest first."""
    return tuple(certificate_from(row) for row in db.execute(_SELECT + "ORDER BY issued, number"))


def load_pdf(db: "Database", number: str) -> bytes | None:
    """The frozen PDF; raises `RegisterDamaged` if it is no longer what was stored."""
    return pdf_as_stored(
        number, db.execute("SELECT pdf, sha256 FROM certificates WHERE number = ?", (number,)).fetchone()
    )


def pdf_as_stored(number: str, row: Any) -> bytes | None:
    """The PDF of a row of it and its hash, None without one; raises `RegisterDamaged`."""
    if row is None:
        return None
    pdf = bytes(row[0])
    if sha256(pdf).hexdigest() != row[1]:
        raise RegisterDamaged(number=number)
    return pdf


def _one(row: Any) -> Certificate | None:
    return None if row is None else certificate_from(row)


def certificate_from(row: Any) -> Certificate:
    """The certificate of a row of `COLUMNS`."""
    number, digest, issued, valid_until, facts = row
    return Certificate(number, digest, date.fromisoformat(issued), date.fromisoformat(valid_until), facts_from(facts))
