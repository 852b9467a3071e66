"""A collected sitting out of the kept bundles, step by step, with every question as its person saw it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from exams.bundles.bundle import open_bundle
from exams.bundles.chain_checks import read_chain
from exams.bundles.hr_trust import Form, Known
from exams.bundles.retold import Retold, disagreements, retell
from exams.bundles.truth import FormBook, Library
from exams.bundles.verdict import Finding
from exams.desk.hr_material import Material
from exams.desk.offers import Question
from exams.desk.questions import question_of
from exams.errors import AcademyError
from exams.grading.marks import Result
from exams.items.item import AnswerKey, Item
from exams.journal.line import Event, Record
from exams.papers.paper import Paper
from exams.register.dispute_errors import SittingUnknown
from exams.register.judging import try_from
from exams.register.outcome import SittingRow
from exams.register.results import result_in
from exams.store.counted_rows import NOTHING, Counted, counted
from exams.store.register_dialect import RegisterDb
from exams.store.register_files import kept_bundle
from exams.store.register_rows import kept_files, sitting_of

_SPOILT = (ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError, AcademyError)


@dataclass(frozen=True, slots=True)
class RoomIncident:
    """What was written down for the whole room while the sitting ran."""

    wt: int
    group: str
    text: str
    by: str


@dataclass(frozen=True, slots=True)
class Replayed:
    """One sitting: its row of the register, its steps, its questions by position, and what does not agree.

    `questions` is empty for places whose pack is not here; `book` None likewise. `kept` is the collected result,
    `counted` what counts now, in percent and whether it is passed.
    """

    row: SittingRow
    retold: Retold
    questions: Mapping[int, Question]
    findings: tuple[Finding, ...]
    incidents: tuple[RoomIncident, ...]
    kept: Result | None
    book: FormBook | None
    counted: Counted = NOTHING

    @property
    def agrees(self) -> bool:
        """True where the steps end in the state that was graded."""
        return not self.findings


class SittingReader:
    """Reads sittings with the opened material of headquarters; nothing that was answered is kept anywhere else."""

    def __init__(self, db: RegisterDb, material: Material) -> None:
        self._db = db
        self._trust = material.trust
        self._library = Library(material.trust.packs)

    def read(self, sitting: str) -> Replayed:
        """Raises `SittingUnknown`, `SittingUnreadable`, `BundleAltered`, or what opening a bundle refuses."""
        row = sitting_of(self._db, sitting)
        if row is None:
            raise SittingUnknown(sitting=sitting[:32])
        records = self.records_of(row)
        retold = retell([one for one in records if one.line.att == sitting])
        book, kept = self.book_of(row), result_in(row.result)
        form = self._form(row)
        return Replayed(
            row,
            retold,
            dict(_questions(retold.last.paper, form)) if form else {},
            tuple(disagreements(retold, book, kept)),
            tuple(_incidents(records, row)),
            kept,
            book,
            counted(self._db, sitting),
        )

    def records_of(self, row: SittingRow) -> list[Record]:
        """The device's lines from where the sitting began there; all of them where it came from another PC."""
        return self.records_of_device(row.serial, 0 if try_from(row.tried).told_by else row.seq)

    def records_of_device(self, serial: str, least: int = 0) -> list[Record]:
        """A device's lines in order, from all kept bundles that reach to line `least` or beyond."""
        found: dict[int, Record] = {}
        for file in kept_files(self._db, serial):
            if file.last >= least:
                bundle = open_bundle(kept_bundle(self._db.path.parent, file.sha256), self._trust.keys)
                for record in read_chain(bundle, Known(size=file.last)).records:
                    found.setdefault(record.line.seq, record)
        return [found[seq] for seq in sorted(found)]

    def book_of(self, row: SittingRow) -> FormBook | None:
        """What the sitting is graded by; None where its pack is not kept here."""
        return self._library.book(row.content, row.form, row.blueprint)

    def item_of(self, row: SittingRow, item: str, version: int) -> tuple[Item, AnswerKey] | None:
        """An item with its key; None where its pack is not kept here."""
        form = self._form(row)
        items = (one for one in form.items if (one.id, one.version) == (item, version)) if form else iter(())
        keys = (one for one in form.keys if (one.item, one.version) == (item, version)) if form else iter(())
        found, key = next(items, None), next(keys, None)
        return (found, key) if found is not None and key is not None else None

    def _form(self, row: SittingRow) -> Form | None:
        pack = self._library.pack(row.content)
        return pack.forms.get(row.form) if pack else None


def _questions(paper: Paper, form: Form) -> Iterator[tuple[int, Question]]:
    items = {(one.id, one.version): one for one in form.items}
    for place in paper.items:
        item = items.get((place.item, place.version))
        if item is not None:
            yield place.position, question_of(item, place)


def _incidents(records: list[Record], row: SittingRow) -> Iterator[RoomIncident]:
    """Of the room, not of one person: those stand among the steps."""
    for record in records:
        line = record.line
        if line.type != Event.INCIDENT or line.att or not row.began_wt <= line.wt <= (row.ended_wt or line.wt):
            continue
        try:
            facts = record.facts()
            if facts.get("session") == row.session:
                yield RoomIncident(line.wt, str(facts["group"]), str(facts["text"]), str(facts["by"]))
        except _SPOILT:
            continue
