"""One person's practice: every answer, the mistakes that come back until they are known, and how ready all makes."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from exams.accounts.person import Person
from exams.content.course import SectionText
from exams.desk.call_lines import PREFIX, line_answer, line_question, lines_given, name_of
from exams.desk.offers import Question, Reviewed
from exams.desk.study_book import StudyBook
from exams.errors import AcademyError
from exams.grading.marks import Mark, MarkState
from exams.items.item import Item, Use
from exams.scenarios.scenario import Node, Scenario
from exams.sittings.sitting import Kind, Sitting, State
from exams.store.call_rows import CallRow
from exams.store.content_errors import NotInContent
from exams.store.content_rows import ContentStore
from exams.store.practice_rows import (
    MistakeRow,
    PracticeRow,
    mistakes_of,
    note_practice,
    practice_of,
    practised_sources,
    save_mistake,
)
from exams.store.sitting_rows import SittingRow
from exams.training.readiness import Answered, Gauge, Wanted, gauge
from exams.training.recall import missed, recalled

if TYPE_CHECKING:
    from sqlite_utils import Database

REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something missed. `objectives` says by language what should be known; `item` is the question that asks for it.

    Of an exam no question is named: a practice item of the same objective stands for it.
    """

    what: str
    chapter: int
    section: str
    objectives: Mapping[str, str]
    item: str
    source: str
    since_wt: int
    due_wt: int
    lapses: int
    run: int
    retired: bool


class Notebook:
    """Fed by self-checks, quizzes, mocks, finals and simulated calls; times are the journal's wall clock (ms UTC)."""

    def __init__(self, db: "Database", person: Person, content: ContentStore, study: StudyBook) -> None:
        self._db = db
        self._person = person
        self._content = content
        self._study = study
        self._items: dict[int, tuple[Item, ...]] = {}
        self._texts: dict[str, Mapping[str, SectionText]] = {}

    def note_check(self, item_id: str, right: bool, now_wt: int, source: str = "check") -> None:
        """Keep the answer to a practice item."""
        item = self._content.item(item_id)
        answer = PracticeRow(source, item.id, item.chapter, item.section, item.objective, right, now_wt)
        self._keep([(answer, item.id)])

    def untaken(self, rows: Iterable[SittingRow]) -> tuple[str, ...]:
        """The sittings that are graded and whose answers are not here yet."""
        known = practised_sources(self._db, self._person.staff_id)
        fed = (row for row in rows if row.kind != Kind.REHEARSAL and row.state == State.GRADED.value)
        return tuple(row.id for row in fed if row.id not in known)

    def take_sitting(self, sitting: Sitting) -> None:
        """Keep the answers of one graded sitting; again, or of a rehearsal, nothing changes."""
        if sitting.kind is Kind.REHEARSAL or sitting.result is None:
            return
        if sitting.id in practised_sources(self._db, self._person.staff_id):
            return
        final = sitting.kind is Kind.FINAL
        scored = [mark for mark in sitting.result.marks if mark.max_points]
        marks = [mark for mark in scored if mark.state is not MarkState.BLANK or final]
        answers = [self._answer(sitting, mark, final=final) for mark in marks]
        self._keep([(answer, _name(answer) if final else answer.item) for answer in answers])

    def take_calls(self, plays: Iterable[CallRow]) -> None:
        """Keep the lines of every simulated call that was ended; what its script says no more is left out."""
        known = practised_sources(self._db, self._person.staff_id)
        for play in plays:
            if play.ended_wt is None or play.id in known:
                continue
            with suppress(NotInContent):
                self._take_call(play, self._content.scenario(play.scenario))

    def mistakes(self) -> tuple[Mistake, ...]:
        """All of them, those due first come first; what the course asks no more is left out."""
        last = {row.item: row.wt for row in practice_of(self._db, self._person.staff_id)}
        found = (self._mistake(row, last) for row in mistakes_of(self._db, self._person.staff_id))
        return tuple(one for one in found if one is not None)

    def due(self, now_wt: int) -> tuple[Mistake, ...]:
        """What is to be asked again now."""
        return tuple(one for one in self.mistakes() if not one.retired and one.due_wt <= now_wt)

    def question(self, what: str) -> Question:
        """The question that asks for a mistake; raises `NotInContent`."""
        if what.startswith(PREFIX):
            return line_question(self._line(what)[1])
        return self._study.question(self._one(what).item)

    def answer(self, what: str, value: object, now_wt: int) -> Reviewed:
        """Mark the answer, explain it, and set the day on which it comes again; raises what a self-check raises."""
        mistake = self._one(what)
        if what.startswith(PREFIX):
            seen = line_answer(*self._line(what), value)
            right = seen.mark.state is MarkState.RIGHT
            self._learn(PracticeRow(REVIEW, what, mistake.chapter, mistake.section, "", right, now_wt), what)
            return seen
        seen = self._study.check(mistake.item, value, now_wt)
        right = seen.mark.state is MarkState.RIGHT
        item = self._content.item(mistake.item)
        answer = PracticeRow(REVIEW, item.id, item.chapter, item.section, item.objective, right, now_wt)
        self._keep([(answer, what)])
        return seen

    def readiness(self, now_wt: int) -> Gauge:
        """How likely the final is passed, by chapter and as a whole."""
        final = self._content.blueprint(Kind.FINAL.value)
        wanted: dict[int, Wanted] = {}
        for (chapter, kind), items in final.cells.items():
            held = wanted.get(chapter, Wanted(0, 0))
            wanted[chapter] = Wanted(held.items + items, held.points + items * final.points[kind])
        shares = {chapter: Wanted(one.items, one.points // one.items) for chapter, one in wanted.items() if one.items}
        rows = practice_of(self._db, self._person.staff_id)
        answers = [
            Answered(row.chapter, row.item, row.right, row.wt) for row in rows if not row.item.startswith(PREFIX)
        ]
        return gauge(answers, shares, final.pass_percent, now_wt)

    def _take_call(self, play: CallRow, scenario: Scenario) -> None:
        section, wt = scenario.sections[0], play.ended_wt or play.begun_wt
        answers = [
            PracticeRow(play.id, name_of(scenario.id, node.id), scenario.chapter, section, "", best, wt)
            for node, best in lines_given(scenario, play.replies)
        ]
        self._keep([(answer, answer.item) for answer in answers])

    def _line(self, what: str) -> tuple[Scenario, Node]:
        """Raises `NotInContent` for a line that the script does not hold any more."""
        _, scenario_id, node_id = what.split(":", 2)
        scenario = self._content.scenario(scenario_id)
        node = next((one for one in scenario.nodes if one.id == node_id and one.best is not None), None)
        if node is None:
            raise NotInContent(kind="line", id=what[:64])
        return scenario, node

    def _answer(self, sitting: Sitting, mark: Mark, *, final: bool) -> PracticeRow:
        place = sitting.paper.at(mark.position)
        section, objective = self._where(place.item, place.version)
        name = f"{sitting.id}#{mark.position}" if final else place.item
        right = mark.state is MarkState.RIGHT
        wt = sitting.ended_wt or sitting.last.wt
        return PracticeRow(sitting.id, name, place.chapter, section, objective, right, wt)

    def _where(self, item_id: str, version: int) -> tuple[str, str]:
        """Section and objective; of an item that is sealed again only its name tells, and that is the section's."""
        try:
            item = self._content.item(item_id, version)
        except AcademyError:
            return item_id.rpartition("-")[0], ""
        return item.section, item.objective

    def _keep(self, answers: Sequence[tuple[PracticeRow, str]]) -> None:
        """Answers, and what each says about a mistake of that name; all or nothing, and flushed once."""
        with self._db.atomic():
            note_practice(self._db, self._person.staff_id, [answer for answer, _ in answers])
            for answer, what in answers:
                self._learn(answer, what)

    def _learn(self, answer: PracticeRow, what: str) -> None:
        held = next((row for row in mistakes_of(self._db, self._person.staff_id) if row.what == what), None)
        if held is not None:
            recall = recalled(held.recall, right=answer.right, now_wt=max(answer.wt, held.recall.last_wt))
            save_mistake(self._db, self._person.staff_id, replace(held, recall=recall))
        elif not answer.right:
            row = MistakeRow(
                what, answer.chapter, answer.section, answer.objective, answer.source, answer.wt, missed(answer.wt)
            )
            save_mistake(self._db, self._person.staff_id, row)

    def _one(self, what: str) -> Mistake:
        found = next((one for one in self.mistakes() if one.what == what), None)
        if found is None:
            raise NotInContent(kind="mistake", id=what[:64])
        return found

    def _mistake(self, row: MistakeRow, last: Mapping[str, int]) -> Mistake | None:
        if row.what.startswith(PREFIX):
            try:
                objectives = dict(self._line(row.what)[0].titles)
            except NotInContent:
                return None
            return _told(row, objectives, row.what)
        items = [one for one in self._practice(row.chapter) if one.section == row.section]
        item = _asked(row, items, last)
        if item is None:
            return None
        texts = self._section_texts(row.section)
        wanted = row.objective or item.objective
        objectives = {
            lang: next((one.text for one in text.objectives if one.id == wanted), text.title)
            for lang, text in texts.items()
        }
        return _told(row, objectives, item.id)

    def _practice(self, chapter: int) -> tuple[Item, ...]:
        if chapter not in self._items:
            self._items[chapter] = self._content.items(Use.PRACTICE, chapter)
        return self._items[chapter]

    def _section_texts(self, section: str) -> Mapping[str, SectionText]:
        if section not in self._texts:
            self._texts[section] = self._content.section(section).texts
        return self._texts[section]


def _told(row: MistakeRow, objectives: Mapping[str, str], item: str) -> Mistake:
    held = row.recall
    return Mistake(
        what=row.what,
        chapter=row.chapter,
        section=row.section,
        objectives=objectives,
        item=item,
        source=row.source,
        since_wt=row.since_wt,
        due_wt=held.due_wt,
        lapses=held.lapses,
        run=held.run,
        retired=held.retired,
    )


def _name(answer: PracticeRow) -> str:
    return f"objective:{answer.objective}" if answer.objective else f"section:{answer.section}"


def _asked(row: MistakeRow, items: list[Item], last: Mapping[str, int]) -> Item | None:
    """The missed item itself; else one of its objective, else of its section, the one answered longest ago."""
    itself = [one for one in items if one.id == row.what]
    alike = [one for one in items if one.objective == row.objective]
    return min(itself or alike or items, key=lambda one: last.get(one.id, 0), default=None)
