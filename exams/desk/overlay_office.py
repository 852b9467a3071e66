"""The overlay at headquarters: a bank's own rates and steps, saved in versions, signed into the next pack."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from exams.content.overlay import Overlay, OverlayNote, note_fault, overlay_record, read_overlay
from exams.desk.bank_desk_errors import OverlayRule
from exams.desk.bank_publish import bank_share
from exams.desk.course_outline import Outline, kept_outline
from exams.desk.overlay_shelf import MEMBER
from exams.errors import AcademyError
from exams.store.bank_errors import BankForeign, BankMoved
from exams.store.overlay_rows import OverlayRow, overlay_rows, save_overlay
from exams.timing.clock import Clock
from exams.trust.envelope import Purpose, sign_envelope
from exams.trust.keys import SigningKey
from exams.trust.shapes import table_of
from exams.trust.strict_json import read_json, write_json


class Citing(NamedTuple):
    """An exam item that cites a fact which is overlaid: its key is to be looked at, nothing changes it by itself."""

    item: str
    chapter: int
    fact: str


@dataclass(frozen=True, slots=True)
class OverlayOffice:
    """`who` is written down with every version."""

    bank: Path
    who: str
    clock: Clock

    def outline(self) -> Outline:
        """The course published last; raises `FileUnreadable`."""
        return kept_outline(self.bank.parent)

    def current(self) -> Overlay:
        """As saved last; version 0 before the first. Raises `BankForeign`."""
        return saved_overlay(self.bank)

    def history(self) -> tuple[OverlayRow, ...]:
        """Every version, the newest first."""
        return overlay_rows(self.bank) if self.bank.exists() else ()

    def save(self, before: Overlay, notes: Sequence[OverlayNote]) -> Overlay:
        """Put the next version after `before`; raises `OverlayRule`, and `BankMoved` where another was saved since."""
        for place, note in enumerate(notes, 1):
            if wrong := note_fault(note):
                raise OverlayRule(place=place, field=wrong)
        now = self.clock.now().wt
        made = Overlay(before.version + 1, now, tuple(notes))
        row = OverlayRow(made.version, write_json(overlay_record(made)).decode(), self.who, now)
        if not save_overlay(self.bank, row):
            raise BankMoved(id=made.version)
        return made

    def citing(self, notes: Sequence[OverlayNote]) -> tuple[Citing, ...]:
        """Exam items, the course's and the bank's, that cite an overlaid fact; by item."""
        outline = self.outline()
        share = bank_share(self.bank, outline)
        items = {item.id: item for listed in outline.items.values() for item in listed}
        items |= {item.id: item for item, _ in share.items}
        facts = {note.fact for note in notes if note.fact}
        return tuple(
            Citing(name, item.chapter, fact)
            for name, item in sorted(items.items())
            for fact in item.facts
            if fact in facts
        )


def saved_overlay(bank: Path) -> Overlay:
    """The newest version of a bank; version 0 where there is none. Raises `BankForeign`."""
    rows = overlay_rows(bank) if bank.exists() else ()
    if not rows:
        return Overlay()
    try:
        return read_overlay(table_of(read_json(rows[0].record.encode())))
    except AcademyError as error:
        raise BankForeign(path=str(bank), detail="overlay") from error


def overlay_member(bank: Path, signers: Sequence[SigningKey]) -> dict[str, bytes]:
    """The file that a pack carries, signed by its role; none where the overlay holds nothing."""
    overlay = saved_overlay(bank)
    if not overlay.notes:
        return {}
    return {MEMBER: sign_envelope(Purpose.OVERLAY, overlay_record(overlay), signers)}
