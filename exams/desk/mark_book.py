"""One person's bookmarks, notes and highlights: made in one edition of a section, found again in the next."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from exams.accounts.person import Person
from exams.content.block_words import block_words
from exams.desk.learning_errors import BadMark
from exams.store.content_errors import NotInContent
from exams.store.content_rows import ContentStore
from exams.store.mark_rows import MarkKind, MarkRow, marks_of, save_mark
from exams.timing.clock import Moment
from exams.training.anchoring import Anchor, TextPlace, anchor_at, place_of

if TYPE_CHECKING:
    from sqlite_utils import Database

LONGEST_NOTE = 2_000
MOST_MARKS = 2_000
"""Of one person: who wants more has marked the whole course."""


@dataclass(frozen=True, slots=True)
class ReaderMark:
    """A mark where it stands now; `place` None where its words are gone: `quote` still says which they were."""

    id: str
    section: str
    lang: str
    kind: MarkKind
    note: str
    quote: str
    made_wt: int
    place: TextPlace | None


class MarkBook:
    """Nobody sees another's marks. Places count blocks from 0 and characters of their words without blanks.

    Who marked the same words alike on two PCs sees one mark, and changes or takes away both.
    """

    def __init__(self, db: "Database", person: Person, content: ContentStore, now: Callable[[], Moment]) -> None:
        self._db = db
        self._person = person
        self._content = content
        self._now = now

    def add(self, section: str, lang: str, kind: MarkKind, place: TextPlace, note: str = "") -> str:
        """Leave a mark and give its id; without words the block is marked. Raises `BadMark`, `NotInContent`."""
        rows = marks_of(self._db, self._person.staff_id)
        if len(rows) >= MOST_MARKS:
            raise BadMark(reason="many", most=MOST_MARKS)
        blocks = self._blocks(section, lang)
        if not 0 <= place.block < len(blocks):
            raise BadMark(reason="place", most=len(blocks))
        anchor = anchor_at(blocks, place)
        same = next(
            (row for row in rows if (row.section, row.lang, row.kind, row.anchor) == (section, lang, kind, anchor)),
            None,
        )
        if same is not None and not note:
            return same.id
        now = self._now().wt
        row = MarkRow(secrets.token_hex(8), section, lang, kind, _kept(note), now, anchor, now)
        save_mark(self._db, self._person.staff_id, row)
        return row.id

    def change(self, mark_id: str, note: str) -> None:
        """Write another note to a mark; raises `BadMark` where it is not there."""
        alike, text = self._alike(mark_id), _kept(note)
        if not alike:
            raise BadMark(reason="gone", most=0)
        with self._db.atomic():
            for row in alike:
                save_mark(self._db, self._person.staff_id, replace(row, note=text, changed_wt=self._later(row)))

    def remove(self, mark_id: str) -> None:
        """Take a mark away; nothing of what it said stays."""
        with self._db.atomic():
            for row in self._alike(mark_id):
                nothing = Anchor("", 0, "")
                gone = replace(row, note="", anchor=nothing, changed_wt=self._later(row), gone=True)
                save_mark(self._db, self._person.staff_id, gone)

    def _alike(self, mark_id: str) -> tuple[MarkRow, ...]:
        rows = marks_of(self._db, self._person.staff_id)
        mine = [_said(row) for row in rows if row.id == mark_id]
        return tuple(row for row in rows if _said(row) in mine)

    def _later(self, row: MarkRow) -> int:
        """The clock of this PC may be behind that of the one where the mark was changed last."""
        return max(self._now().wt, row.changed_wt + 1)

    def of_section(self, section: str) -> tuple[ReaderMark, ...]:
        """Those of one section in the order of its text; those without a place last."""
        rows = [row for row in marks_of(self._db, self._person.staff_id) if row.section == section]
        once = {_said(row): row for row in reversed(rows)}.values()
        found = [self._placed(row) for row in reversed(once)]
        return tuple(
            sorted(found, key=lambda one: (one.place is None, one.place and (one.place.block, one.place.start)))
        )

    def all(self) -> tuple[ReaderMark, ...]:
        """Every mark, in the order of the course; then those whose section is gone."""
        rows = marks_of(self._db, self._person.staff_id)
        order = [name for chapter in self._content.course().chapters for name in chapter.sections]
        there = [name for name in order if any(row.section == name for row in rows)]
        gone = sorted({row.section for row in rows} - set(order))
        return tuple(mark for section in (*there, *gone) for mark in self.of_section(section))

    def _placed(self, row: MarkRow) -> ReaderMark:
        try:
            place = place_of(row.anchor, self._blocks(row.section, row.lang))
        except NotInContent:
            place = None
        return ReaderMark(row.id, row.section, row.lang, row.kind, row.note, row.anchor.quote, row.made_wt, place)

    def _blocks(self, section: str, lang: str) -> tuple[str, ...]:
        texts = self._content.section(section).texts
        if lang not in texts:
            raise NotInContent(kind="language", id=lang[:32])
        return tuple(block_words(block) for block in texts[lang].blocks)


def _said(row: MarkRow) -> tuple[str, str, MarkKind, str, Anchor]:
    return row.section, row.lang, row.kind, row.note, row.anchor


def _kept(note: str) -> str:
    if len(note) > LONGEST_NOTE:
        raise BadMark(reason="long", most=LONGEST_NOTE)
    return note.strip()
