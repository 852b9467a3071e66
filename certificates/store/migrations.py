"""The shape of the register, step by step. Steps are appended, never edited."""

from sqlite_utils import Database, Migrations

from certificates.store.correction_rows import make_corrections

migrations = Migrations("certificates")


@migrations()
def m001_certificates(db: Database) -> None:
    """Certificates issued here and by HR in their place, with their PDFs; how far each branch has counted each year."""
    db.table("certificates").create(
        {
            "number": str,
            "sitting": str,
            "staff_id": str,
            "issued": str,
            "valid_until": str,
            "sha256": str,
            "facts": str,
            "pdf": bytes,
        },
        pk="number",
        not_null={"number", "sitting", "staff_id", "issued", "valid_until", "sha256", "facts", "pdf"},
        strict=True,
    )
    db.table("certificates").create_index(["sitting"], unique=True)
    db.table("certificates").create_index(["staff_id"])
    db.table("certificate_numbers").create(
        {"branch": str, "year": int, "last": int}, pk=("branch", "year"), not_null={"last"}, strict=True
    )
    make_corrections(db)


KNOWN = frozenset(step.name for step in migrations.pending(Database(memory=True)))
