"""Certificates that HR owes and those that it has issued, as the register keeps them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from exams.grading.correction import Remedy, in_force
from exams.register.issuing import DueCertificate, IssuedCertificate, IssueRefused
from exams.register.outcome import CertificateRow, SittingRow
from exams.store.counted_rows import counted
from exams.store.register_dialect import RegisterDb
from exams.store.register_holdings import refresh
from exams.store.register_issued_tables import STANDING
from exams.store.register_merge_rows import IDS, kept_id
from exams.store.register_people import person_of
from exams.store.register_regrade_rows import RunState, released_runs, runs_about
from exams.store.register_rows import certificate_of, save_certificates, sitting_of

_ISSUED = "number, sitting, replaces, branch, sha256, token, who, wt"
_OWED = (
    "SELECT sitting, max(always) FROM ("
    "SELECT regrade_rows.sitting AS sitting, 1 AS always FROM regrade_rows JOIN regrade_runs ON number = run"
    " WHERE state = ? AND consequence IN ('issue', 'revise') AND settled = ''"
    " UNION ALL SELECT sitting, 0 FROM reviewed) AS owed GROUP BY sitting ORDER BY sitting"
)
"""Sittings that a released run or a person has decided about; `always`: a run says that a certificate follows."""


def due_certificates(db: RegisterDb, today: str) -> Iterator[DueCertificate]:
    """By sitting: what counts is a pass, and no certificate in force tells its percent; none whose term has ended."""
    for sitting, by_run in db.rows(_OWED, (RunState.RELEASED,)):
        due = due_for(db, str(sitting), by_run=bool(by_run))
        if due is not None and (not due.until_day or due.until_day >= today):
            yield due


def due_for(db: RegisterDb, sitting: str, *, by_run: bool) -> DueCertificate | None:
    """What is owed for one sitting now; None where nothing is."""
    row, (percent, passed) = sitting_of(db, sitting), counted(db, sitting)
    if row is None or not row.accepted or row.state == "void" or not passed:
        return None
    standing = standing_for(db, sitting)
    if standing is not None and standing.percent == percent and not by_run:
        return None
    due = _due(db, row, percent)
    return replace(due, replaces=standing.number, until_day=standing.until_day) if standing else due


def standing_for(db: RegisterDb, sitting: str) -> CertificateRow | None:
    """The certificate that stands for a sitting: not revoked, and nothing has taken its place."""
    query = f"SELECT number FROM certificates WHERE sitting = ? AND revoked = 0 AND {STANDING} ORDER BY number"  # noqa: S608  # ours alone
    numbers = [str(number) for (number,) in db.rows(query, (sitting,))]
    return certificate_of(db, numbers[-1]) if numbers else None


def last_sequence(db: RegisterDb, beginning: str) -> int:
    """The highest six digits after this beginning of a number; 0 where no number begins so."""
    most = db.row("SELECT max(number) FROM certificates WHERE number >= ? AND number < ?", (beginning, f"{beginning}:"))
    return int(str(most[0])[len(beginning) : len(beginning) + 6]) if most and most[0] else 0


def save_issued(db: RegisterDb, row: CertificateRow, issued: IssuedCertificate) -> None:
    """Both rows, and what was left to do for the sitting is done; raises `IssueRefused` (number, changed)."""
    with db.together():
        standing = standing_for(db, issued.sitting)
        replaced = standing.number if standing else ""
        if counted(db, issued.sitting) != (row.percent, True) or issued.replaces != replaced:
            raise IssueRefused(reason="changed", sitting=issued.sitting)
        if certificate_of(db, issued.number) is not None:
            raise IssueRefused(reason="number", number=issued.number)
        save_certificates(db, [row])
        db.write(
            f"INSERT INTO issued ({_ISSUED}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608  # names of ours
            (issued.number, issued.sitting, issued.replaces, issued.branch, issued.sha256, issued.token, issued.who,
             issued.wt),
        )  # fmt: skip
        db.write(
            "UPDATE regrade_rows SET settled = ? WHERE sitting = ? AND settled = '' AND run IN"
            " (SELECT number FROM regrade_runs WHERE state = ?)",
            (issued.number, issued.sitting, RunState.RELEASED),
        )
        refresh(db, [(row.staff_id, row.course)])


def issued_certificates(db: RegisterDb, branch: str = "", since_wt: int = 0) -> tuple[IssuedCertificate, ...]:
    """In the order in which they were issued; of one branch, and from a moment on."""
    query = f"SELECT {_ISSUED} FROM issued WHERE ? IN ('', branch) AND wt >= ? ORDER BY wt, number"  # noqa: S608
    return tuple(_issued(row) for row in db.rows(query, (branch, since_wt)))


def issued_of(db: RegisterDb, number: str) -> IssuedCertificate | None:
    """One of them; None where HR has issued none of this number."""
    row = db.row(f"SELECT {_ISSUED} FROM issued WHERE number = ?", (number,))  # noqa: S608  # names of ours
    return _issued(row) if row else None


def issued_to(db: RegisterDb, staff_id: str) -> tuple[IssuedCertificate, ...]:
    """Those of a person, under whichever staff id, oldest first."""
    query = (
        f"SELECT {_ISSUED} FROM issued WHERE number IN"  # noqa: S608  # names of ours
        f" (SELECT number FROM certificates WHERE staff_id IN {IDS}) ORDER BY wt, number"
    )
    return tuple(_issued(row) for row in db.rows(query, (kept_id(db, staff_id),) * 2))


def _due(db: RegisterDb, row: SittingRow, percent: int) -> DueCertificate:
    person = person_of(db, kept_id(db, row.staff_id))
    return DueCertificate(
        sitting=row.sitting,
        staff_id=row.staff_id,
        name=person.name if person else "",
        latin=person.latin if person else "",
        branch=(person.branch if person else "") or row.branch,
        course=row.course,
        content=row.content,
        blueprint=row.blueprint,
        percent=percent,
        ended_wt=row.ended_wt,
        pass_percent=_pass_percent(db, row),
    )


def _pass_percent(db: RegisterDb, row: SittingRow) -> int:
    """As the runs that graded this sitting again have changed it; -1 where none has."""
    own = runs_about(db, row.sitting)
    told = in_force(run.correction for run in released_runs(db, row.course) if run.number in own)
    gates = [one.pass_percent for one in told if one.remedy is Remedy.POLICY and one.blueprint == row.blueprint]
    return next((gate for gate in gates if gate is not None), -1)


def _issued(row: tuple[Any, ...]) -> IssuedCertificate:
    number, sitting, replaces, branch, sha256, token, who, wt = row
    return IssuedCertificate(number, sitting, replaces, branch, sha256, token, who, int(wt))
