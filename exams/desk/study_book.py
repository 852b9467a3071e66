"""A person's study: reading, self-checks, progress over chapters."""

import json
from typing import TYPE_CHECKING

from exams.accounts.person import Person
from exams.desk.offers import Question, Reviewed
from exams.desk.questions import question_of, reviewed
from exams.grading.marks import MarkState
from exams.grading.policy import GradingPolicy
from exams.items.item import Item, Response, Use
from exams.items.response import parse_response, response_json
from exams.papers.paper import PaperItem
from exams.sittings.sitting import Kind
from exams.store.content_errors import NotInContent
from exams.store.content_rows import ContentStore
from exams.store.sitting_rows import SittingRow
from exams.store.study_rows import ReadingRow, checks_right, note_check, note_reading, readings
from exams.training.study import ChapterProgress, SectionProgress, SectionState

if TYPE_CHECKING:
    from sqlite_utils import Database

LONGEST_STRETCH = 120
"""Seconds that one note of reading may add: whoever stays longer on one screen without a move is not reading."""


class StudyBook:
    """What one person has read and checked."""

    def __init__(self, db: "Database", person: Person, content: ContentStore) -> None:
        self._db = db
        self._person = person
        self._content = content

    @property
    def content(self) -> ContentStore:
        """The course it is about."""
        return self._content

    def note(self, section: str, place: int, seconds: int, finished: bool, now_wt: int) -> None:
        """Keep the place and add honest seconds; `finished` once the end was reached."""
        state = SectionState.READ if finished else SectionState.STARTED
        row = ReadingRow(section, state, place, min(max(0, seconds), LONGEST_STRETCH))
        note_reading(self._db, self._person.staff_id, row, now_wt)

    def place(self, section: str) -> int:
        """Where to go back to, in thousandths of blocks."""
        row = readings(self._db, self._person.staff_id).get(section)
        return 0 if row is None else row.place

    def chapters(self, finals: tuple[SittingRow, ...]) -> tuple[ChapterProgress, ...]:
        """Progress per chapter; a quiz counts with its best result."""
        read = readings(self._db, self._person.staff_id)
        right = checks_right(self._db, self._person.staff_id)
        outline = self._content.outline()
        return tuple(
            ChapterProgress(
                chapter=chapter.number,
                titles=chapter.titles,
                sections=tuple(
                    _progress(name, read.get(name), right.get(name, 0), outline[name][1]) for name in chapter.sections
                ),
                quiz_best=best_percent(finals, chapter.number),
                quiz_passed=any(row.passed for row in quizzes(finals, chapter.number)),
            )
            for chapter in self._content.course().chapters
        )

    def question(self, item_id: str) -> Question:
        """A self-check as it stands in the text, options in authored order; an exam item is none."""
        item = self._practice(item_id)
        return question_of(item, _place(item))

    def check(self, item_id: str, value: object, now_wt: int) -> Reviewed:
        """Mark a self-check at once, with every option explained; the latest answer is kept."""
        item = self._practice(item_id)
        response: Response = parse_response(item.type, item.letters, value)
        seen = reviewed(self._content, _place(item), response, GradingPolicy(pass_percent=0))
        kept = json.dumps(response_json(response), ensure_ascii=False)
        right = seen.mark.state is MarkState.RIGHT
        note_check(self._db, self._person.staff_id, (item.id, item.section, kept, right), now_wt)
        return seen

    def _practice(self, item_id: str) -> Item:
        item = self._content.item(item_id)
        if item.use is not Use.PRACTICE:
            raise NotInContent(kind="check", id=item_id)
        return item


def _progress(name: str, row: ReadingRow | None, right: int, checks: int) -> SectionProgress:
    if row is None:
        return SectionProgress(name, SectionState.UNREAD, 0, 0, right, checks)
    return SectionProgress(name, row.state, row.place, row.seconds, right, checks)


def quizzes(rows: tuple[SittingRow, ...], chapter: int) -> tuple[SittingRow, ...]:
    """The quizzes of one chapter among cached sittings."""
    return tuple(row for row in rows if row.kind == Kind.QUIZ.value and row.blueprint == f"quiz-{chapter}")


def best_percent(rows: tuple[SittingRow, ...], chapter: int) -> int | None:
    """The best quiz result of a chapter in whole percent."""
    return max((row.percent for row in quizzes(rows, chapter) if row.percent is not None), default=None)


def _place(item: Item) -> PaperItem:
    from exams.chance.stream import Stream
    from exams.items.generators import draw_numbers

    numbers = draw_numbers(item.template, Stream(item.id.encode())) if item.template else {}
    return PaperItem(
        position=1,
        item=item.id,
        version=item.version,
        type=item.type,
        chapter=item.chapter,
        level=item.level.value,
        points=1000,
        red_line=item.red_line,
        order=item.letters,
        numbers=numbers,
    )
