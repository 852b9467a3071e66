"""The table of certificates that HR itself has issued, each in the place of another one or for the first time."""

ISSUED_TABLES = (
    "CREATE TABLE issued (number TEXT PRIMARY KEY, sitting TEXT NOT NULL, replaces TEXT NOT NULL,"
    " branch TEXT NOT NULL, sha256 TEXT NOT NULL, token TEXT NOT NULL, who TEXT NOT NULL, wt BIGINT NOT NULL)",
)

ISSUED_INDEXES = (
    "CREATE INDEX issued_by_replaced ON issued (replaces)",
    "CREATE INDEX issued_by_branch ON issued (branch, wt)",
)

STANDING = "NOT EXISTS (SELECT 1 FROM issued WHERE issued.replaces = certificates.number)"
"""True of a row of `certificates` that no other one has taken the place of."""
