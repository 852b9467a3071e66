"""HR's receipts: what HR has of this journal, taken in at the branch so that the next bundle begins after it."""

from pathlib import Path

from exams.bundles.ack import ack_fits, read_ack
from exams.desk.branch_errors import NotEnrolled, ReceiptRefused
from exams.desk.branch_files import Taken, believed
from exams.desk.enrolment import genesis_serial
from exams.desk.list_files import ListKeeper, NoKeeper
from exams.journal.line import Event, line_hash
from exams.store.journal_rows import JournalStore
from exams.trust.envelope import payload_sha256
from exams.trust.root import RoleName


def take_receipt(home: Path, raw: bytes, journal: JournalStore | None, lists: ListKeeper | None = None) -> Taken:
    """Journal that HR has so many lines; one that says no more than an earlier one, with no newer list, is no news.

    Signed by the `hr` role of the root in force. Raises `NoRoot`, `BadSignature`, `NotStrict`, `NotEnrolled`, or
    `ReceiptRefused` where it is another device's or does not stand on this journal.
    """
    ack = read_ack(raw, *believed(home).root.keys_of(RoleName.HR))
    serial = genesis_serial(journal) if journal is not None else ""
    if journal is None or not serial:
        raise NotEnrolled
    if ack.serial != serial:
        raise ReceiptRefused(reason="serial", serial=ack.serial[:32])
    if ack.size > journal.head()[0]:
        raise ReceiptRefused(reason="size", size=ack.size)
    if not ack_fits(ack, serial, {ack.size: _head_at(journal, ack.size)}):
        raise ReceiptRefused(reason="head", size=ack.size)
    further, sha256 = ack.size > journal.acknowledged(), payload_sha256(raw)
    news = (lists or NoKeeper()).offer(ack.lists)
    taken = Taken(f"receipt {ack.serial}-{ack.size}", further or news, sha256)
    if further:
        journal.append(Event.ACK, {"name": taken.name, "sha": sha256, "size": ack.size, "head": ack.head})
    return taken


def _head_at(journal: JournalStore, size: int) -> str:
    return line_hash(next(journal.rows(size))[1])
