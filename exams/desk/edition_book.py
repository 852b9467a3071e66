"""What changed in the sections a person has read: the difference, and the signature under it."""

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exams.accounts.person import Person
from exams.content.block_words import block_prose
from exams.content.course import Section
from exams.desk.learning_errors import NothingToSign
from exams.journal.line import Event
from exams.store.content_rows import ContentStore
from exams.store.edition_rows import Words, editions_read, note_edition, words_of
from exams.store.journal_rows import JournalStore
from exams.training.changes import Change, changes
from exams.trust.strict_json import write_json

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Changed:
    """A section that is not what the person has read: by language the blocks that differ."""

    section: str
    chapter: int
    differences: dict[str, tuple[Change, ...]]


class EditionBook:
    """Of one person; the wording read first is kept until a later one is signed."""

    def __init__(self, db: "Database", person: Person, content: ContentStore, journal: JournalStore) -> None:
        self._db = db
        self._person = person
        self._content = content
        self._journal = journal

    def note_read(self, section_id: str) -> None:
        """The section was read to its end for the first time."""
        if section_id not in editions_read(self._db, self._person.staff_id):
            self._keep(self._content.section(section_id))

    def changed(self) -> tuple[Changed, ...]:
        """Every section read that reads differently now, in the order of the course."""
        read = editions_read(self._db, self._person.staff_id)
        order = [name for chapter in self._content.course().chapters for name in chapter.sections if name in read]
        found = (self._difference(self._content.section(name), read[name]) for name in order)
        return tuple(one for one in found if one is not None)

    def sign(self, section_id: str) -> None:
        """Journal that the difference was read; raises `NothingToSign` where there is none."""
        read = editions_read(self._db, self._person.staff_id)
        section = self._content.section(section_id)
        before, now = read.get(section_id, ""), _digest(_words(section))
        if before in {"", now}:
            raise NothingToSign(section=section_id)
        version = self._content.course().version
        facts = {"staff": self._person.staff_id, "section": section_id, "from": before, "to": now, "version": version}
        with self._journal.together():
            self._journal.append(Event.READ_SIGNED, facts)
            self._keep(section)

    def _difference(self, section: Section, read: str) -> Changed | None:
        words = _words(section)
        if _digest(words) == read:
            return None
        before = words_of(self._db, section.id, read)
        differences = {lang: changes(before.get(lang, ()), now) for lang, now in words.items()}
        return Changed(section.id, section.chapter, differences)

    def _keep(self, section: Section) -> None:
        words = _words(section)
        edition = (_digest(words), words)
        note_edition(self._db, self._person.staff_id, section.id, edition, self._journal.now().wt)


def section_digest(section: Section) -> str:
    """The wording of a section as a signature under it names it: SHA-256 (hex) over both languages."""
    return _digest(_words(section))


def _words(section: Section) -> Words:
    return {lang: tuple(block_prose(block) for block in text.blocks) for lang, text in sorted(section.texts.items())}


def _digest(words: Words) -> str:
    """Blanks alone make no other edition."""
    plain = {lang: ["".join(one.split()) for one in blocks] for lang, blocks in words.items()}
    return hashlib.sha256(write_json({lang: list(blocks) for lang, blocks in plain.items()})).hexdigest()
