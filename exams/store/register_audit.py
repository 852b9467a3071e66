"""Certificates that held at some time in a span of days, branch by branch: what an audit pack speaks of."""

from collections.abc import Iterator

from exams.register.outcome import CertificateRow
from exams.store.register_dialect import RegisterDb

_COLUMNS = ", ".join(CertificateRow.__slots__)


def certified_branches(db: RegisterDb) -> tuple[str, ...]:
    """The branches that have issued any, sorted."""
    return tuple(str(branch) for (branch,) in db.rows("SELECT DISTINCT branch FROM certificates ORDER BY branch"))


def certificates_in(db: RegisterDb, branch: str, first: str, last: str) -> Iterator[CertificateRow]:
    """Those of a branch issued by `last` that did not end before `first`, by number; days in ISO form."""
    query = (
        f"SELECT {_COLUMNS} FROM certificates"  # noqa: S608  # names of ours
        " WHERE branch = ? AND issued_day <= ? AND until_day >= ? ORDER BY number"
    )
    for number, sitting, staff_id, held_in, course, percent, issued, until, revoked in db.each(
        query, (branch, last, first)
    ):
        yield CertificateRow(number, sitting, staff_id, held_in, course, percent, issued, until, bool(revoked))
