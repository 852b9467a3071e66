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
from exams.store.mark_rows import MarkKind, MarkRow, drop_mark, marks_of, save_mark
from exams.timing.clock import Moment
from exams.training.anchoring import TextPlace, anchor_at, place_of

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
    """Nobody sees another's marks. Places count blocks from 0 and characters of their words without blanks."""

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
        row = MarkRow(secrets.token_hex(8), section, lang, kind, _kept(note), self._now().wt, anchor)
        save_mark(self._db, self._person.staff_id, row)
        return row.id

    def change(self, mark_id: str, note: str) -> None:
        """Write another note to a mark; raises `BadMark` where it is not there."""
        row = next((one for one in marks_of(self._db, self._person.staff_id) if one.id == mark_id), None)
        if row is None:
            raise BadMark(reason="gone", most=0)
        save_mark(self._db, self._person.staff_id, replace(row, note=_kept(note)))

    def remove(self, mark_id: str) -> None:
        """Take a mark away."""
        drop_mark(self._db, self._person.staff_id, mark_id)

    def of_section(self, section: str) -> tuple[ReaderMark, ...]:
        """Those of one section in the order of its text; those without a place last."""
        rows = [row for row in marks_of(self._db, self._person.staff_id) if row.section == section]
        found = [self._placed(row) for row in rows]
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


def _kept(note: str) -> str:
    if len(note) > LONGEST_NOTE:
        raise BadMark(reason="long", most=LONGEST_NOTE)
    return note.strip()
