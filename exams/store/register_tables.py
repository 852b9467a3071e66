"""The tables of HR's register: files and what they hold, people and what they must pass, and who stands where."""

from exams.store.dispute_tables import DISPUTE_INDEXES, DISPUTE_TABLES
from exams.store.register_issued_tables import ISSUED_INDEXES, ISSUED_TABLES
from exams.store.register_regrade_tables import REGRADE_INDEXES, REGRADE_TABLES
from exams.store.spot_tables import SPOT_INDEXES, SPOT_TABLES

TABLES = (
    # Every file that was ever offered, by its contents; `status` as the report shows it.
    "CREATE TABLE files (sha256 TEXT PRIMARY KEY, name TEXT NOT NULL, status TEXT NOT NULL, code TEXT NOT NULL,"
    " serial TEXT NOT NULL, branch TEXT NOT NULL, first BIGINT NOT NULL, last BIGINT NOT NULL,"
    " kept BIGINT NOT NULL, findings TEXT NOT NULL)",
    # What is known of a device after its last bundle; the lines themselves lie in the kept files.
    "CREATE TABLE devices (serial TEXT PRIMARY KEY, branch TEXT NOT NULL, size BIGINT NOT NULL, head TEXT NOT NULL,"
    " floor_wt BIGINT NOT NULL, last_wt BIGINT NOT NULL, studied TEXT NOT NULL, talks TEXT NOT NULL)",
    "CREATE TABLE anchors (anchor TEXT NOT NULL, serial TEXT NOT NULL, size BIGINT NOT NULL,"
    " PRIMARY KEY (anchor, serial))",
    "CREATE TABLE listed (session TEXT NOT NULL, serial TEXT NOT NULL, size BIGINT NOT NULL, head TEXT NOT NULL,"
    " raw TEXT NOT NULL, PRIMARY KEY (session, serial, size, head))",
    "CREATE TABLE sittings (sitting TEXT PRIMARY KEY, serial TEXT NOT NULL, seq BIGINT NOT NULL,"
    " staff_id TEXT NOT NULL, branch TEXT NOT NULL, course TEXT NOT NULL, content TEXT NOT NULL,"
    " blueprint TEXT NOT NULL, form TEXT NOT NULL, session TEXT NOT NULL, attempt BIGINT NOT NULL,"
    " began_wt BIGINT NOT NULL, ended_wt BIGINT NOT NULL, state TEXT NOT NULL, percent BIGINT NOT NULL,"
    " passed BIGINT NOT NULL, accepted BIGINT NOT NULL, settled BIGINT NOT NULL, codes TEXT NOT NULL,"
    " result TEXT NOT NULL, tried TEXT NOT NULL, sha256 TEXT NOT NULL,"
    " told_wt BIGINT NOT NULL)",
    "CREATE TABLE certificates (number TEXT PRIMARY KEY, sitting TEXT NOT NULL, staff_id TEXT NOT NULL,"
    " branch TEXT NOT NULL, course TEXT NOT NULL, percent BIGINT NOT NULL, issued_day TEXT NOT NULL,"
    " until_day TEXT NOT NULL, revoked BIGINT NOT NULL)",
    "CREATE TABLE staff (staff_id TEXT PRIMARY KEY, name TEXT NOT NULL, latin TEXT NOT NULL, branch TEXT NOT NULL,"
    " team TEXT NOT NULL, id_tail TEXT NOT NULL, active BIGINT NOT NULL)",
    "CREATE TABLE staff_imports (number BIGINT PRIMARY KEY, file TEXT NOT NULL, who TEXT NOT NULL, wt BIGINT NOT NULL)",
    "CREATE TABLE staff_history (number BIGINT NOT NULL, staff_id TEXT NOT NULL, change TEXT NOT NULL,"
    " before TEXT NOT NULL, after TEXT NOT NULL, PRIMARY KEY (number, staff_id))",
    "CREATE TABLE assignments (number BIGINT PRIMARY KEY, course TEXT NOT NULL, kind TEXT NOT NULL,"
    " name TEXT NOT NULL, due_day TEXT NOT NULL, who TEXT NOT NULL, wt BIGINT NOT NULL)",
    # One row for a person and a course: what the matrix counts. `outcome`: passed, review, failed, none.
    "CREATE TABLE holdings (staff_id TEXT NOT NULL, course TEXT NOT NULL, branch TEXT NOT NULL, active BIGINT NOT NULL,"
    " outcome TEXT NOT NULL, until_day TEXT NOT NULL, due_day TEXT NOT NULL, assigned BIGINT NOT NULL,"
    " revoked BIGINT NOT NULL, percent BIGINT NOT NULL, certificate TEXT NOT NULL, PRIMARY KEY (staff_id, course))",
    # What the first page of the matrix reads in place of a million rows; see `register_holdings`.
    "CREATE TABLE tallies (course TEXT NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL, people BIGINT NOT NULL,"
    " PRIMARY KEY (course, kind, day))",
    "CREATE TABLE places (branch TEXT PRIMARY KEY, people BIGINT NOT NULL, expected BIGINT NOT NULL,"
    " received BIGINT NOT NULL)",
    # Staff ids that are one person; `number` is the entry of `staff_imports` that made them one.
    "CREATE TABLE same_person (gone TEXT PRIMARY KEY, kept TEXT NOT NULL, number BIGINT NOT NULL)",
    *DISPUTE_TABLES,
    *REGRADE_TABLES,
    *ISSUED_TABLES,
    *SPOT_TABLES,
)

INDEXES = (
    "CREATE INDEX files_by_device ON files (serial, kept, first)",
    "CREATE INDEX listed_by_serial ON listed (serial)",
    "CREATE INDEX anchors_by_serial ON anchors (serial)",
    "CREATE INDEX sittings_by_person ON sittings (staff_id, course)",
    "CREATE INDEX sittings_by_device ON sittings (serial, settled)",
    "CREATE INDEX sittings_by_session ON sittings (session)",
    "CREATE INDEX certificates_by_person ON certificates (staff_id, course)",
    "CREATE INDEX certificates_by_sitting ON certificates (sitting)",
    "CREATE INDEX staff_by_branch ON staff (branch, active)",
    "CREATE INDEX staff_by_name ON staff (name)",
    "CREATE INDEX holdings_by_branch ON holdings (branch, course, staff_id)",
    "CREATE INDEX same_person_by_kept ON same_person (kept)",
    *DISPUTE_INDEXES,
    *REGRADE_INDEXES,
    *ISSUED_INDEXES,
    *SPOT_INDEXES,
)
