"""The tables of the register for spot checks: who proctored which session, and what HR's officers made of findings."""

SPOT_TABLES = (
    "CREATE TABLE proctors (session TEXT NOT NULL, serial TEXT NOT NULL, proctor TEXT NOT NULL,"
    " PRIMARY KEY (session, serial, proctor))",
    # Appended to only. `finding` is a sitting, `codes` what it had then: with another one it is open again.
    "CREATE TABLE spot_acts (number BIGINT PRIMARY KEY, finding TEXT NOT NULL, codes TEXT NOT NULL, act TEXT NOT NULL,"
    " note TEXT NOT NULL, who TEXT NOT NULL, wt BIGINT NOT NULL)",
)

SPOT_INDEXES = ("CREATE INDEX spot_acts_by_finding ON spot_acts (finding, number)",)
