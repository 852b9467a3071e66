"""The tables of the register for what people decide by hand: appeals, marks given by hand, and what they change."""

DISPUTE_TABLES = (
    # What differs from the usual rules of `register.dispute_rules`.
    "CREATE TABLE dispute_rules (name TEXT PRIMARY KEY, value BIGINT NOT NULL)",
    # `position` 0: the whole result. `signed` is HR's envelope over the decision, in base64; empty until then.
    "CREATE TABLE appeals (number BIGINT PRIMARY KEY, sitting TEXT NOT NULL, staff_id TEXT NOT NULL,"
    " position BIGINT NOT NULL, item TEXT NOT NULL, reason TEXT NOT NULL, received_day TEXT NOT NULL,"
    " last_day TEXT NOT NULL, entered_by TEXT NOT NULL, entered_wt BIGINT NOT NULL, outcome TEXT NOT NULL,"
    " relief TEXT NOT NULL, points BIGINT NOT NULL, words TEXT NOT NULL, decided_by TEXT NOT NULL,"
    " decided_wt BIGINT NOT NULL, percent_before BIGINT NOT NULL, percent_after BIGINT NOT NULL,"
    " passed_before BIGINT NOT NULL, passed_after BIGINT NOT NULL, signed TEXT NOT NULL)",
    # What waits for a marker; the text itself stays in the kept bundles.
    "CREATE TABLE hand_cases (sitting TEXT NOT NULL, position BIGINT NOT NULL, item TEXT NOT NULL,"
    " version BIGINT NOT NULL, cause TEXT NOT NULL, most BIGINT NOT NULL, given BIGINT NOT NULL,"
    " staff_id TEXT NOT NULL, PRIMARY KEY (sitting, position))",
    "CREATE TABLE hand_marks (sitting TEXT NOT NULL, position BIGINT NOT NULL, turn BIGINT NOT NULL,"
    " marker TEXT NOT NULL, points BIGINT NOT NULL, remark TEXT NOT NULL, wt BIGINT NOT NULL,"
    " PRIMARY KEY (sitting, position, turn))",
    "CREATE TABLE hand_read (sitting TEXT PRIMARY KEY)",
    # What was chosen at each question of such a sitting, and written beside it: for item statistics.
    "CREATE TABLE item_answers (sitting TEXT PRIMARY KEY, told TEXT NOT NULL)",
    # Sessions whose results HR told the branches: until then what was graded by HR alone is held.
    "CREATE TABLE results_released (released TEXT PRIMARY KEY, released_by TEXT NOT NULL, released_wt BIGINT NOT NULL,"
    " proposed_by TEXT NOT NULL)",
    # What one officer has proposed to release, for a second one to look at.
    "CREATE TABLE results_proposed (session TEXT PRIMARY KEY, proposed_by TEXT NOT NULL, proposed_wt BIGINT NOT NULL)",
    # Points that a person has given in place of grading's, and the results that follow from them.
    "CREATE TABLE awards (sitting TEXT NOT NULL, position BIGINT NOT NULL, points BIGINT NOT NULL,"
    " source TEXT NOT NULL, wt BIGINT NOT NULL, PRIMARY KEY (sitting, position))",
    "CREATE TABLE reviewed (sitting TEXT PRIMARY KEY, percent BIGINT NOT NULL, passed BIGINT NOT NULL,"
    " result TEXT NOT NULL, wt BIGINT NOT NULL)",
)

DISPUTE_INDEXES = ("CREATE INDEX appeals_by_sitting ON appeals (sitting)",)
