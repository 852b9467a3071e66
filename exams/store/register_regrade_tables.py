"""The tables of re-grading: runs with what they found, and what counts since they were released. No sitting is touched.

`regraded` holds one row for each sitting whose result counts otherwise than its own row says.
"""

REGRADE_TABLES = (
    "CREATE TABLE regrade_runs (number BIGINT PRIMARY KEY, course TEXT NOT NULL, correction TEXT NOT NULL,"
    " outcomes TEXT NOT NULL, certificates TEXT NOT NULL, reason TEXT NOT NULL, base BIGINT NOT NULL,"
    " originals TEXT NOT NULL, waiting BIGINT NOT NULL, state TEXT NOT NULL, proposed_by TEXT NOT NULL,"
    " proposed_wt BIGINT NOT NULL, proposal TEXT NOT NULL, decided_by TEXT NOT NULL, decided_wt BIGINT NOT NULL,"
    " decision TEXT NOT NULL)",
    "CREATE TABLE regrade_rows (run BIGINT NOT NULL, sitting TEXT NOT NULL, staff_id TEXT NOT NULL,"
    " branch TEXT NOT NULL, serial TEXT NOT NULL, sha256 TEXT NOT NULL, before_score BIGINT NOT NULL,"
    " before_max BIGINT NOT NULL, before_passed BIGINT NOT NULL, after_score BIGINT NOT NULL,"
    " after_max BIGINT NOT NULL, after_passed BIGINT NOT NULL, counts_score BIGINT NOT NULL,"
    " counts_max BIGINT NOT NULL, counts_passed BIGINT NOT NULL, consequence TEXT NOT NULL,"
    " certificate TEXT NOT NULL, settled TEXT NOT NULL, PRIMARY KEY (run, sitting))",
    "CREATE TABLE regrade_faults (run BIGINT NOT NULL, sitting TEXT NOT NULL, staff_id TEXT NOT NULL,"
    " branch TEXT NOT NULL, file TEXT NOT NULL, code TEXT NOT NULL, PRIMARY KEY (run, sitting))",
    "CREATE TABLE regraded (sitting TEXT PRIMARY KEY, run BIGINT NOT NULL, score BIGINT NOT NULL,"
    " max_score BIGINT NOT NULL, percent BIGINT NOT NULL, passed BIGINT NOT NULL)",
)

REGRADE_INDEXES = ("CREATE INDEX sittings_by_course ON sittings (course, serial)",)
