"""Runs of re-grading in HR's register; the rows of sittings and the kept bundles are only ever read here."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from exams.grading.correction import Correction
from exams.register.correcting import correction_from, correction_text
from exams.register.outcome import SittingRow
from exams.register.regrade_errors import ReleaseRefused
from exams.register.regrading import CertificateRule, Consequence, Figure, OutcomeRule, Regraded, Rule, Unreadable
from exams.store.register_dialect import RegisterDb
from exams.store.register_holdings import refresh
from exams.store.register_issued_tables import STANDING

_SITTING = ", ".join(SittingRow.__slots__)
_NO_COURSE = "-"
"""Shorter than any course code: so that the list of others is never empty."""
_RUN = (
    "number, course, correction, outcomes, certificates, reason, base, originals, waiting, state, proposed_by,"
    " proposed_wt, proposal, decided_by, decided_wt, decision"
)
_ROW = (
    "sitting, staff_id, branch, serial, sha256, before_score, before_max, before_passed, after_score, after_max,"
    " after_passed, counts_score, counts_max, counts_passed, consequence, certificate, settled"
)


class RunState(StrEnum):
    """Where a run stands."""

    PROPOSED = "proposed"
    RELEASED = "released"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Run:
    """One run; `base` is the last one released before it was worked out, `originals` the digest of what it read.

    `waiting` sittings were left out because a person has not decided about them; `proposal` and `decision` are the
    signed envelopes, in base64.
    """

    number: int
    course: str
    correction: Correction
    rule: Rule
    reason: str
    base: int
    originals: str
    waiting: int
    state: RunState
    proposed_by: str
    proposed_wt: int
    proposal: str = ""
    decided_by: str = ""
    decided_wt: int = 0
    decision: str = ""


def gradable_sittings(db: RegisterDb, others: Sequence[str]) -> tuple[SittingRow, ...]:
    """Everything that was handed in and has a result, but of these `others` among the courses; by device.

    What no course claims is among it: a row that was altered hides nothing.
    """
    query = (
        f"SELECT {_SITTING} FROM sittings WHERE course NOT IN ({_places(len(others) + 1)}) AND accepted = 1"  # noqa: S608
        " AND (state IN ('graded', 'submitted') OR result <> '') ORDER BY serial, sitting"
    )
    return tuple(_sitting(row) for row in db.rows(query, (*others, _NO_COURSE)))


def waiting_sittings(db: RegisterDb, course: str) -> int:
    """Those about which a person has not decided: they are not graded again."""
    query = "SELECT count(*) FROM sittings WHERE course = ? AND accepted = 0 AND state <> 'void'"
    return db.number(query, (course,))


def sittings_digest(db: RegisterDb, others: Sequence[str]) -> str:
    """SHA-256 (hex) over every column of every such sitting: equal before and after, or a row was changed."""
    found = hashlib.sha256()
    query = f"SELECT {_SITTING} FROM sittings WHERE course NOT IN ({_places(len(others) + 1)}) ORDER BY sitting"  # noqa: S608
    for row in db.each(query, (*others, _NO_COURSE)):
        found.update(repr(tuple(row)).encode())
    return found.hexdigest()


def counting_now(db: RegisterDb, sitting: str = "") -> dict[str, Figure]:
    """What earlier runs have made count, by sitting; of all of them or of one."""
    rows = db.rows("SELECT sitting, score, max_score, passed FROM regraded WHERE ? IN ('', sitting)", (sitting,))
    return {str(sitting): Figure(int(score), int(most), bool(passed)) for sitting, score, most, passed in rows}


def reviewed_sittings(db: RegisterDb) -> frozenset[str]:
    """Those whose result a person has decided: no run changes them."""
    return frozenset(str(sitting) for (sitting,) in db.rows("SELECT sitting FROM reviewed"))


def decided_since(db: RegisterDb, number: int) -> bool:
    """Whether people have decided about any result of a run's list: those that were decided before are not in it."""
    query = "SELECT count(*) FROM regrade_rows JOIN reviewed ON reviewed.sitting = regrade_rows.sitting WHERE run = ?"
    return db.number(query, (number,)) > 0


def standing_certificates(db: RegisterDb, course: str) -> dict[str, str]:
    """The number that stands for each sitting of a course; none that is revoked or replaced."""
    query = f"SELECT sitting, number FROM certificates WHERE course = ? AND revoked = 0 AND {STANDING} ORDER BY number"  # noqa: S608
    return {str(sitting): str(number) for sitting, number in db.rows(query, (course,))}


def last_released(db: RegisterDb) -> int:
    """The number of the run that was released last; 0 where none was."""
    query = "SELECT number FROM regrade_runs WHERE state = ? ORDER BY decided_wt DESC, number DESC LIMIT 1"
    return db.number(query, (RunState.RELEASED,))


def released_runs(db: RegisterDb, course: str) -> tuple[Run, ...]:
    """In the order in which they were released."""
    query = f"SELECT {_RUN} FROM regrade_runs WHERE state = ? AND course = ? ORDER BY decided_wt, number"  # noqa: S608
    return tuple(_run(row) for row in db.rows(query, (RunState.RELEASED, course)))


def runs_about(db: RegisterDb, sitting: str) -> frozenset[int]:
    """The numbers of the runs that have graded a sitting again, released or not."""
    return frozenset(int(run) for (run,) in db.rows("SELECT run FROM regrade_rows WHERE sitting = ?", (sitting,)))


def next_number(db: RegisterDb) -> int:
    """The number that the next run gets."""
    return db.number("SELECT max(number) FROM regrade_runs") + 1


def save_run(db: RegisterDb, run: Run, rows: Sequence[Regraded], faults: Sequence[Unreadable]) -> None:
    """A run with all that it found, in one transaction."""
    told = (
        run.number, run.course, correction_text(run.correction), run.rule.outcomes, run.rule.certificates, run.reason,
        run.base, run.originals, run.waiting, run.state, run.proposed_by, run.proposed_wt, run.proposal,
        run.decided_by, run.decided_wt, run.decision,
    )  # fmt: skip
    with db.together():
        db.write(f"INSERT INTO regrade_runs ({_RUN}) VALUES ({_places(16)})", told)  # noqa: S608
        db.write_all(
            f"INSERT INTO regrade_rows (run, {_ROW}) VALUES ({_places(18)})",  # noqa: S608
            [(run.number, *_values(one)) for one in rows],
        )
        db.write_all(
            "INSERT INTO regrade_faults (run, sitting, staff_id, branch, file, code) VALUES (?, ?, ?, ?, ?, ?)",
            [(run.number, one.sitting, one.staff_id, one.branch, one.file, one.code) for one in faults],
        )


def runs(db: RegisterDb) -> tuple[Run, ...]:
    """All of them, newest first."""
    return tuple(_run(row) for row in db.rows(f"SELECT {_RUN} FROM regrade_runs ORDER BY number DESC"))  # noqa: S608


def run_of(db: RegisterDb, number: int) -> Run | None:
    """One run; None where there is none of this number."""
    row = db.row(f"SELECT {_RUN} FROM regrade_runs WHERE number = ?", (number,))  # noqa: S608
    return _run(row) if row else None


def rows_of(db: RegisterDb, number: int) -> tuple[Regraded, ...]:
    """What a run found, by branch and person."""
    query = f"SELECT {_ROW} FROM regrade_rows WHERE run = ? ORDER BY branch, staff_id, sitting"  # noqa: S608
    return tuple(_row(row) for row in db.rows(query, (number,)))


def faults_of(db: RegisterDb, number: int) -> tuple[Unreadable, ...]:
    """What a run could not grade, by branch and person."""
    query = (
        "SELECT sitting, staff_id, branch, file, code FROM regrade_faults WHERE run = ?"
        " ORDER BY branch, staff_id, sitting"
    )
    return tuple(Unreadable(*map(str, row)) for row in db.rows(query, (number,)))


def decide(db: RegisterDb, run: Run, rows: Iterable[Regraded] = ()) -> None:
    """Write down how a run ended; where it was released its rows count from now on.

    Raises `ReleaseRefused` (done, older, by_hand) where somebody else was quicker.
    """
    with db.together():
        if run.state is RunState.RELEASED and run.base != last_released(db):
            raise ReleaseRefused(number=run.number, reason="older")
        if run.state is RunState.RELEASED and decided_since(db, run.number):
            raise ReleaseRefused(number=run.number, reason="by_hand")
        told = db.write(
            "UPDATE regrade_runs SET state = ?, decided_by = ?, decided_wt = ?, decision = ?"
            " WHERE number = ? AND state = ?",
            (run.state, run.decided_by, run.decided_wt, run.decision, run.number, RunState.PROPOSED),
        )
        if told != 1:
            raise ReleaseRefused(number=run.number, reason="done")
        if run.state is RunState.RELEASED:
            _let_count(db, run, tuple(rows))


def settle(db: RegisterDb, run: int, sitting: str, number: str) -> int:
    """A certificate was issued anew; gives how many rows that settles."""
    query = "UPDATE regrade_rows SET settled = ? WHERE run = ? AND sitting = ? AND settled = ''"
    return db.write(query, (number, run, sitting))


def _let_count(db: RegisterDb, run: Run, rows: Sequence[Regraded]) -> None:
    db.write_all(
        "INSERT INTO regraded (sitting, run, score, max_score, percent, passed) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (sitting) DO UPDATE SET run = excluded.run, score = excluded.score,"
        " max_score = excluded.max_score, percent = excluded.percent, passed = excluded.passed",
        [(one.sitting, run.number, *_counted(one.counts)) for one in rows],
    )
    refresh(db, {(one.staff_id, run.course) for one in rows})


def _counted(figure: Figure) -> tuple[int, int, int, int]:
    return figure.score, figure.max_score, figure.percent, int(figure.passed)


def _places(count: int) -> str:
    return ", ".join("?" * count)


def _values(one: Regraded) -> tuple[str | int, ...]:
    figures = (part for figure in (one.before, one.after, one.counts) for part in _parts(figure))
    head = (one.sitting, one.staff_id, one.branch, one.serial, one.sha256)
    return (*head, *figures, one.consequence, one.certificate, one.settled)


def _parts(figure: Figure) -> tuple[int, int, int]:
    return figure.score, figure.max_score, int(figure.passed)


def _row(row: Sequence[Any]) -> Regraded:
    sitting, staff_id, branch, serial, sha256, *figures, consequence, certificate, settled = row
    before, after, counts = (Figure(figures[at], figures[at + 1], bool(figures[at + 2])) for at in (0, 3, 6))
    what = Consequence(consequence)
    return Regraded(sitting, staff_id, branch, serial, sha256, before, after, counts, what, certificate, settled)


def _run(row: Sequence[Any]) -> Run:
    number, course, correction, outcomes, certificates, reason, base, originals, waiting, state, *rest = row
    rule = Rule(OutcomeRule(outcomes), CertificateRule(certificates))
    return Run(
        number, course, correction_from(correction), rule, reason, base, originals, waiting, RunState(state), *rest
    )


def _sitting(row: Sequence[object]) -> SittingRow:
    told = dict(zip(SittingRow.__slots__, row, strict=True))
    for flag in ("passed", "accepted", "settled"):
        told[flag] = bool(told[flag])
    return SittingRow(**told)  # type: ignore[arg-type]  # the columns are its fields
