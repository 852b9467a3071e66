"""The content of a course as the desks read it: sections, items, keys, blueprints, and full-text search."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TypeVar

from exams.content.course import Course, Section, Term
from exams.content.find import Find
from exams.content.overlay import Overlay
from exams.items.item import AnswerKey, Item, Use
from exams.papers.blueprint import Blueprint
from exams.scenarios.scenario import Scenario
from exams.store import content_values as values
from exams.store.content_errors import ExamSealed, NotInContent
from exams.store.content_file import ContentFile, Row
from exams.store.exam_memory import ExamMemory
from exams.store.passage_rows import find_initials, find_words

Value = TypeVar("Value")

_SECTION = """SELECT id, chapter, minutes, facts, checks, review_date FROM sections"""
_ITEM = """SELECT id, version, use, type, chapter, section, objective, level, difficulty, red_line, shuffle,
    review_date, clause_date, facts, enemies, template FROM items"""


_NO_OVERLAY = Overlay()


class ContentStore:
    """Reads one content database and never writes; raises the classes of `content_errors`.

    A branch's database holds no exam: its items and keys are found only while they lie open in memory.
    """

    def __init__(self, path: Path, pack_sha256: str = "", overlay: Overlay = _NO_OVERLAY) -> None:
        """`pack_sha256` says which pack brought it, empty for an author's; `overlay` is what that pack lays over it."""
        self.overlay = overlay
        self._file = ContentFile(path)
        self._pack_sha256 = pack_sha256
        self._exam = ExamMemory()
        self._holds_exam: bool | None = None

    def close(self) -> None:
        """Let the file go, and what lay open."""
        self._exam.forget()
        self._file.close()

    @property
    def holds_exam(self) -> bool:
        """True for the author's database with everything in it; in a branch's the exam comes from a pack."""
        if self._holds_exam is None:
            self._holds_exam = bool(self._rows("SELECT 1 FROM parts WHERE name = 'items.json'"))
        return self._holds_exam

    @property
    def exam_is_open(self) -> bool:
        """Whether exam items can be asked for now."""
        return self._exam.holds_items or self.holds_exam

    def unseal(self, items_json: bytes) -> None:
        """Exam items are found from now on; pools made before do not know them."""
        self._exam.open_items(items_json)

    def seal_again(self) -> None:
        """Forget the exam items."""
        self._exam.forget()

    def with_keys(self, keys_json: bytes, items_json: bytes | None = None) -> AbstractContextManager[None]:
        """Exam keys are found inside the block; with `items_json`, its items in place of those that lie open."""
        return self._exam.keys_open(keys_json, items_json)

    def course(self) -> Course:
        """The course as a whole."""
        (code, version, titles), *_ = self._rows("SELECT code, version, titles FROM course")
        chapters = self._rows("SELECT number, titles, sections FROM chapters ORDER BY place")
        minutes = self._rows("SELECT coalesce(sum(minutes), 0) FROM sections")[0][0]
        return self._read(
            lambda: Course(
                str(code),
                str(version),
                values.load(titles),
                int(str(minutes)),
                tuple(values.chapter(row) for row in chapters),
            )
        )

    def section(self, section_id: str) -> Section:
        """One section in all languages."""
        rows = self._rows(f"{_SECTION} WHERE id = ?", section_id)
        return self._section(self._only(rows, "section", section_id))

    def sections(self, chapter: int) -> tuple[Section, ...]:
        """The sections of a chapter in order."""
        return tuple(self._section(row) for row in self._rows(f"{_SECTION} WHERE chapter = ? ORDER BY place", chapter))

    def outline(self) -> dict[str, tuple[int, int]]:
        """Of each section of the course its minutes and how many self-checks it has; no text is read."""
        names = [name for chapter in self.course().chapters for name in chapter.sections]
        rows = {row[0]: row[1:] for row in self._rows("SELECT id, minutes, checks FROM sections")}
        return self._read(lambda: {name: (int(str(rows[name][0])), len(values.names(rows[name][1]))) for name in names})

    def item(self, item_id: str, version: int | None = None) -> Item:
        """An item, its newest version unless one is asked for."""
        held = self._exam.item(item_id, version)
        if held is not None:
            return held
        rows = self._rows(
            f"{_ITEM} WHERE id = ? AND version = coalesce(?, version) ORDER BY version DESC LIMIT 1", item_id, version
        )
        if not rows and not self.exam_is_open:
            raise ExamSealed(kind="item", id=item_id)
        row = self._only(rows, "item", item_id)
        words = self._rows(
            "SELECT lang, stem, options FROM item_words WHERE item = ? AND version = ? ORDER BY lang DESC", *row[:2]
        )
        return self._read(lambda: values.item(row, words))

    def items(self, use: Use | None = None, chapter: int | None = None) -> tuple[Item, ...]:
        """All items of a use and chapter, in the order of the course; asked for no use, those that can be read now."""
        if use is Use.EXAM and not self.exam_is_open:
            raise ExamSealed(kind="items", id=use.value)
        rows = self._rows(
            f"{_ITEM} WHERE use = coalesce(?, use) AND chapter = coalesce(?, chapter) ORDER BY place",
            use.value if use else None,
            chapter,
        )
        words: dict[tuple[object, object], list[Row]] = {}
        for name, version, *rest in self._rows(
            "SELECT item, version, lang, stem, options FROM item_words ORDER BY lang DESC"
        ):
            words.setdefault((name, version), []).append(rest)
        held = tuple(item for item in self._exam.items() if use in {None, item.use} and chapter in {None, item.chapter})
        return held + self._read(lambda: tuple(values.item(row, words[row[0], row[1]]) for row in rows))

    def key(self, item_id: str, version: int) -> AnswerKey:
        """What is right in an item and why."""
        held = self._exam.key(item_id, version)
        if held is not None:
            return held
        rows = self._rows(
            "SELECT item, version, correct, tolerance FROM keys WHERE item = ? AND version = ?", item_id, version
        )
        if not rows and not (self._exam.holds_keys or self.holds_exam):
            raise ExamSealed(kind="key", id=item_id)
        row = self._only(rows, "key", f"{item_id} {version}")
        words = self._rows(
            """SELECT lang, explanation, options, mistakes FROM key_words
            WHERE item = ? AND version = ? ORDER BY lang DESC""",
            item_id,
            version,
        )
        return self._read(lambda: values.key(row, words))

    def blueprint(self, name: str) -> Blueprint:
        """A blueprint by name."""
        rows = self._rows("SELECT record FROM blueprints WHERE name = ?", name)
        row = self._only(rows, "blueprint", name)
        return self._read(lambda: values.blueprint(row[0]))

    def blueprints(self) -> tuple[str, ...]:
        """The names of all blueprints."""
        return tuple(str(row[0]) for row in self._rows("SELECT name FROM blueprints ORDER BY name"))

    def scenario(self, scenario_id: str) -> Scenario:
        """A simulated call by its id."""
        row = self._only(self._rows("SELECT record FROM scenarios WHERE id = ?", scenario_id), "scenario", scenario_id)
        return self._read(lambda: values.scenario(row[0]))

    def scenarios(self) -> tuple[Scenario, ...]:
        """All simulated calls in order."""
        rows = self._rows("SELECT record FROM scenarios ORDER BY place")
        return self._read(lambda: tuple(values.scenario(row[0]) for row in rows))

    def terms(self) -> tuple[Term, ...]:
        """The glossary in its written order."""
        rows = self._rows("SELECT id, names, meanings FROM terms ORDER BY place")
        return self._read(lambda: tuple(values.term(row) for row in rows))

    def find(self, query: str, lang: str | None = None, limit: int = 20) -> tuple[Find, ...]:
        """The `limit` best sections, a few glossary entries and calls, with all words of the query, each at its place.

        Words side by side in one paragraph come before those that a section holds far apart.
        """
        return find_words(self._rows, query, lang, limit)

    def find_initials(self, query: str, limit: int = 20) -> tuple[Find, ...]:
        """What sounds as the letters say: `gskl` finds 挂失口令; nothing for a query that is more than letters."""
        return find_initials(self._rows, query, limit)

    def parts_sha256(self) -> str:
        """What sittings name: the pack, or the hash over the parts where no pack brought them."""
        return self._pack_sha256 or str(self._only(self._rows("SELECT sha256 FROM course"), "course", "")[0])

    def _section(self, row: Row) -> Section:
        section_id, chapter, minutes, facts, checks, review_date = row
        words = self._rows(
            "SELECT lang, title, objectives, blocks FROM section_words WHERE section = ? ORDER BY lang DESC", section_id
        )
        return self._read(
            lambda: Section(
                id=str(section_id),
                chapter=int(str(chapter)),
                minutes=int(str(minutes)),
                texts={str(lang): values.section_text(rest) for lang, *rest in words},
                facts=values.names(facts),
                checks=values.names(checks),
                review_date=values.day(review_date),
            )
        )

    def _rows(self, sql: str, *parameters: object) -> list[Row]:
        return self._file.rows(sql, *parameters)

    def _only(self, rows: Iterable[Row], kind: str, name: str) -> Row:
        for row in rows:
            return row
        raise NotInContent(kind=kind, id=name)

    def _read(self, read: Callable[[], Value]) -> Value:
        try:
            return read()
        except (ValueError, KeyError, TypeError) as error:
            raise self._file.damaged(str(error)) from error
