"""A certificate that HR issued in the place of this branch's: taken in, and from now on the one that counts here."""

from typing import TYPE_CHECKING

from exams.desk.branch_errors import CorrectedRefused
from exams.desk.branch_files import Brought, Taken
from exams.desk.list_files import ListKeeper
from exams.desk.sitting_shelf import corrected_row
from exams.journal.line import Event
from exams.store.corrected_rows import save_corrected
from exams.store.journal_rows import JournalStore
from exams.store.sitting_rows import find_row

if TYPE_CHECKING:
    from sqlite_utils import Database


def take_corrected(file: Brought, keeper: ListKeeper, opened: "Database | None", journal: JournalStore | None) -> Taken:
    """Keep it beside the one that it replaces; the same file again, or a certificate of this branch's own, is no news.

    Kept before it is journalled: a kill in between is made good by the next call. Raises `CorrectedRefused`, and what
    the keeper raises for a file that it does not believe.
    """
    if opened is None or journal is None:
        raise CorrectedRefused(reason="home")
    paper = keeper.judge(file.raw)
    sat = find_row(opened, paper.sitting)
    # HR may have made two staff IDs one person: what takes the place of a certificate here may bear the other one.
    if sat is None or (sat.staff_id != paper.staff_id and sat.certificate is None):
        raise CorrectedRefused(reason="person", number=paper.number)
    kept = keeper.keep(file.raw, paper)
    known = {record.facts().get("number") for record in journal.of_type(Event.CERTIFICATE_IMPORT)}
    news = kept.counts and paper.number not in known
    taken = Taken(f"certificate {paper.number}", news, paper.sha256)
    if news:
        facts = {"number": paper.number, "replaces": kept.replaces, "sitting": paper.sitting, "staff": paper.staff_id}
        with journal.together():
            record = journal.append(Event.CERTIFICATE_IMPORT, {**facts, "sha": paper.sha256})
            save_corrected(opened, corrected_row(record))
    return taken
