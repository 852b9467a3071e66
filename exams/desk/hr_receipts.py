"""Receipts for branches, and beside them HR's certificates and what a re-grading has changed."""

from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from exams.bundles.ack import Ack, receipt_name, sign_ack
from exams.desk.hq_desk import HqDesk
from exams.desk.hq_home import put_file
from exams.desk.hr_issuing import CertificateBook
from exams.desk.hr_regrades import Regrades
from exams.desk.list_files import carried, lists_below
from exams.store.register_dialect import RegisterDb
from exams.store.register_regrade_rows import RunState
from exams.store.register_rows import receivable
from exams.trust.keys import SigningKey


@dataclass(frozen=True, slots=True)
class Returned:
    """What was written for branches, each in a folder of its branch's code."""

    receipts: tuple[Path, ...] = ()
    certificates: tuple[Path, ...] = ()
    notices: tuple[Path, ...] = ()

    @property
    def branches(self) -> int:
        """How many branches get anything; certificates lie one folder further down."""
        beside = (*self.receipts, *self.notices)
        return len({path.parent for path in beside} | {path.parent.parent for path in self.certificates})


def write_returns(db: RegisterDb, hq: HqDesk, books: tuple[CertificateBook, Regrades], folder: Path) -> Returned:
    """A receipt for every device whose bundles are all accepted, in one log line; HR's newest certificates and lists.

    Raises `KeyNotHere`, `FileNotWritten`, or `IssueRefused` for a kept certificate that was altered.
    """
    issued, regrades = books
    since = issued.newest_since
    newest = (run.number for run in regrades.runs() if run.state is RunState.RELEASED and run.decided_wt >= since)
    notices = chain.from_iterable(regrades.write_notices(number, folder) for number in newest)
    return Returned(_receipts(db, hq, folder), issued.write(folder, since_wt=since), tuple(notices))


def _receipts(db: RegisterDb, hq: HqDesk, folder: Path) -> tuple[Path, ...]:
    lists = carried(lists_below(hq.standing_folder.parent))
    acks = [(row.branch, Ack(row.serial, row.size, row.head, lists)) for row in receivable(db)]
    if not acks:
        return ()

    def sign(key: SigningKey) -> list[Path]:
        return [put_file(folder / branch / receipt_name(ack), sign_ack(ack, key)) for branch, ack in acks]

    about = {"devices": [[ack.serial, ack.size, ack.head] for _, ack in acks]}
    return tuple(hq.signed_by_hr("receipts", about, sign))
