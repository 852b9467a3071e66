"""Everything a signed-in trainee may do. Load, apply a pure rule, save: it decides nothing."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from exams.accounts.person import Person
from exams.content.course import Course, Section, Term
from exams.content.find import Find
from exams.content.overlay import OverlayNote
from exams.desk.admittance import Admittance
from exams.desk.call_book import CallBook
from exams.desk.errors import CannotBegin, ForeignSitting, NoReview
from exams.desk.exam_aids import ExamAids
from exams.desk.exam_door import ExamDoor
from exams.desk.gates import Gates
from exams.desk.learning import Learning
from exams.desk.lists import sitting_lines
from exams.desk.offers import REHEARSAL_TITLES, ExamOffer, Question, Reviewed, Saved, SittingLine
from exams.desk.questions import paper_reviewed, question_of
from exams.desk.retake_book import RetakeBook, counted_rows
from exams.desk.sessions import granted_minutes, official_wt
from exams.desk.sitting_book import Beginning, SittingBook, today
from exams.desk.study_book import StudyBook
from exams.desk.study_rules import study_rules_of
from exams.grading.policy import GradingPolicy
from exams.items.item import Use
from exams.papers.blueprint import Blueprint, Feedback
from exams.papers.draw import Candidate, draw_from
from exams.papers.paper import Paper
from exams.papers.part_limits import part_limits
from exams.sittings import rules
from exams.sittings.sitting import PROCTORED, Kind, Sitting, State
from exams.sittings.tries import Obstacle
from exams.store.content_rows import ContentStore
from exams.store.elsewhere_rows import all_rows_of
from exams.store.journal_rows import JournalStore
from exams.store.session_rows import REHEARSED, SessionRow, open_session_row
from exams.store.sitting_rows import SittingRow
from exams.timing.policy import DEFAULT, MINUTE_MS
from exams.training.plan import Standing, plan
from exams.training.study import Training

if TYPE_CHECKING:
    from sqlite_utils import Database


class TraineeDesk:
    """One person's own course, self-checks and sittings; nobody else's."""

    def __init__(
        self,
        db: "Database",
        person: Person,
        content: ContentStore,
        book: SittingBook,
        journal: JournalStore,
        door: ExamDoor,
    ) -> None:
        self._db = db
        self._content = content
        self._book = book
        self._journal = journal
        self._door = door
        self._study = StudyBook(db, person, content)
        self.learning = Learning(db, person, journal, book, self._study)
        told = partial(study_rules_of, journal)
        self._gates = Gates(person, self._study, RetakeBook(db, journal, book), told)
        self._admittance = Admittance(db, journal, door)
        self.calls = CallBook(db, person, content, journal.now, told)
        self.person = person
        self.aids = ExamAids(book, self._own)

    def course(self) -> Course:
        """The course as a whole."""
        return self._content.course()

    def training(self) -> Training:
        """Progress over all chapters and the one thing to do next."""
        rows = self._rows()
        minutes = {name: minutes for name, (minutes, _) in self._content.outline().items()}
        offer = self.offer(Kind.FINAL)
        standing = Standing(
            minutes=minutes,
            mock_taken=any(row.kind == Kind.MOCK.value and row.score is not None for row in rows),
            open_sitting=_unfinished(rows, Kind.FINAL) or _unfinished(rows, None),
            certificate=next((row.certificate for row in reversed(rows) if row.certificate), None),
            may_sit=offer.obstacle is Obstacle.NONE,
            weak=self._gates.weak(rows),
        )
        return plan(self._gates.chapters(rows), standing)

    def section(self, section_id: str) -> Section:
        """One section in both languages."""
        return self._content.section(section_id)

    def overlay_notes(self, section_id: str) -> tuple[OverlayNote, ...]:
        """The bank's own rates and steps for a section, as the pack in use brought them."""
        return self._content.overlay.notes_of(section_id, self._content.section(section_id).facts)

    def reading_place(self, section_id: str) -> int:
        """Where reading stopped, in thousandths of blocks: 2500 is the middle of the third block."""
        return self._study.place(section_id)

    def note_reading(self, section_id: str, place: int, seconds: int, finished: bool) -> None:
        """Keep the place (thousandths of blocks) and the honest time; `finished` once the end was reached."""
        self.learning.note_reading(section_id, place, seconds, finished)

    def check_question(self, item_id: str) -> Question:
        """A self-check as it stands in the text."""
        return self._study.question(item_id)

    def check_answer(self, item_id: str, value: object) -> Reviewed:
        """Mark a self-check at once."""
        return self.learning.check(item_id, value)

    def find(self, text: str, lang: str) -> tuple[Find, ...]:
        """Where course, glossary and calls speak of it."""
        return self._content.find(text, lang)

    def find_initials(self, text: str) -> tuple[Find, ...]:
        """Where Chinese words begin with these letters."""
        return self._content.find_initials(text)

    def terms(self) -> tuple[Term, ...]:
        """The glossary."""
        return self._content.terms()

    def offer(self, kind: Kind, chapter: int | None = None) -> ExamOffer:
        """What the page before an exam says, with what stands in its way."""
        blueprint = self._blueprint(kind, chapter)
        rows = self._rows()
        session = self._session(kind)
        if kind is Kind.FINAL:
            may = self._gates.of_final(blueprint, rows, in_session=session is not None)
        elif kind is Kind.REHEARSAL:
            may = self._gates.of_rehearsal(in_session=session is not None)
        else:
            may = self._gates.of_quiz(chapter, rows)
        return ExamOffer(
            blueprint=blueprint.name,
            titles=REHEARSAL_TITLES if kind is Kind.REHEARSAL else blueprint.titles or {},
            items=blueprint.length,
            trial=blueprint.trial.count,
            minutes=blueprint.minutes + self._extra_minutes(blueprint, session),
            points=blueprint.total,
            pass_percent=blueprint.pass_percent,
            red_line_items=blueprint.red_line.items,
            red_line_needed=blueprint.red_line.needed,
            attempt=len(counted_rows([row for row in rows if row.kind == kind], blueprint.name)) + 1,
            tries=blueprint.retakes.tries,
            obstacle=may.obstacle,
            next_try_wt=may.next_wt,
            session=session.id if session else None,
            open_sitting=_unfinished([r for r in rows if r.blueprint == blueprint.name], kind),
            left=may.left,
            weak=may.weak,
            talk_needed=may.talk_needed,
            marking=blueprint.marking,
            parts=blueprint.parts,
            question_seconds=blueprint.question_seconds,
            lockdown=kind in PROCTORED and self._blueprint(Kind.FINAL, None).lockdown,
        )

    def begin(self, kind: Kind, chapter: int | None = None, code: str = "") -> Sitting:
        """Draw the paper and start the clock; an unfinished sitting of the same kind goes on instead."""
        offer = self.offer(kind, chapter)
        if offer.open_sitting:
            return self.refresh(offer.open_sitting)
        if offer.obstacle is not Obstacle.NONE:
            raise CannotBegin(obstacle=offer.obstacle.value, next_try_wt=offer.next_try_wt)
        session = self._session(kind)
        if kind in PROCTORED:
            self._admittance.require(session, self.person.staff_id, code)
        blueprint = self._blueprint(kind, chapter)
        extra_ms = self._extra_minutes(blueprint, session) * 60_000
        beginning = Beginning(
            kind=kind,
            staff_id=self.person.staff_id,
            session=offer.session or "",
            attempt=offer.attempt,
            limit_ms=blueprint.minutes * 60_000 + extra_ms,
            extra_ms=extra_ms,
            seen=self._book.seen_items(self.person.staff_id, kind),
        )
        paper = self._draw(blueprint, beginning)
        return self._book.begin(replace(beginning, parts=part_limits(blueprint, paper, extra_ms)), paper)

    def open_sitting(self) -> Sitting | None:
        """The sitting to go on with, a final before others; not one that only waits for its answer key."""
        rows = [row for row in self._rows() if row.state != State.SUBMITTED.value]
        found = _unfinished(rows, Kind.FINAL) or _unfinished(rows, Kind.REHEARSAL) or _unfinished(rows, None)
        return self.refresh(found) if found else None

    def question(self, sitting_id: str, position: int) -> Question:
        """One place of the paper in both languages; an exam item only until its sitting has ended."""
        sitting = self._own(sitting_id)
        place = rules.place(sitting, position)
        blueprint = self._content.blueprint(sitting.paper.blueprint)
        if sitting.has_ended and blueprint.use is Use.EXAM:
            raise NoReview(sitting=sitting_id)
        return question_of(self._content.item(place.item, place.version), place, blueprint.points)

    def show(self, sitting_id: str, position: int, lang: str = "") -> Sitting:
        """Note which place is on the screen, and in which language where that is told."""
        return self._book.show(self._own(sitting_id), position, lang)

    def answer(self, sitting_id: str, position: int, value: object) -> Sitting:
        """Save one response; when this returns it is on the disk."""
        return self.save(sitting_id, position, value).sitting

    def save(self, sitting_id: str, position: int, value: object) -> Saved:
        """The same, with what proves it: the journal's number and the digest of the body."""
        sitting, record = self._book.answer(self._own(sitting_id), position, value)
        return Saved(sitting, record.line.seq, record.line.bh)

    def draft(self, sitting_id: str, position: int, value: object) -> Sitting:
        """Save what stands in a field while it is typed; what is no number yet is kept and counts for nothing."""
        return self._book.draft(self._own(sitting_id), position, value)

    def clear(self, sitting_id: str, position: int) -> Sitting:
        """Take a response back."""
        return self._book.answer(self._own(sitting_id), position, None)[0]

    def flag(self, sitting_id: str, position: int, on: bool) -> Sitting:
        """Mark a place to come back to."""
        return self._book.flag(self._own(sitting_id), position, on)

    def refresh(self, sitting_id: str) -> Sitting:
        """The sitting now; handed in and graded by itself once time is over."""
        return self._book.tick(self._own(sitting_id))

    def focus(self, sitting_id: str, lost: bool) -> Sitting:
        """Note that the exam window lost the focus, or has it again."""
        return self._book.focus(self._own(sitting_id), lost)

    def hand_in(self, sitting_id: str) -> Sitting:
        """End the sitting and grade it at once; it stays handed in while its answer key is sealed."""
        sitting = self._own(sitting_id)
        if not sitting.has_ended:
            self._admittance.require_ripe(self._book.now(sitting))
        return self.learning.taken(self._book.finish(sitting, "hand"))

    def awaits_code(self, sitting_id: str) -> bool:
        """Of one handed in and not graded: True where the proctor's code will do it, False where headquarters does."""
        return self._door.awaits_code(self._own(sitting_id).session, official_wt(self._journal))

    def review(self, sitting_id: str) -> tuple[Reviewed, ...]:
        """Every question explained; raises `NoReview` where the blueprint does not allow it or before handing in."""
        sitting = self._own(sitting_id)
        blueprint = self._content.blueprint(sitting.paper.blueprint)
        allowed = blueprint.use is Use.PRACTICE and blueprint.feedback is Feedback.ITEMS
        if not allowed or sitting.state is not State.GRADED or sitting.withheld:
            raise NoReview(sitting=sitting_id)
        return paper_reviewed(self._content, sitting.paper, sitting.answers, GradingPolicy.of(blueprint))

    def sitting(self, sitting_id: str) -> Sitting:
        """One of the person's own sittings."""
        return self._own(sitting_id)

    def history(self) -> tuple[SittingLine, ...]:
        """The person's own sittings, newest first."""
        return sitting_lines(self._db, self._book.rows(self.person.staff_id))

    def _own(self, sitting_id: str) -> Sitting:
        sitting = self._book.load(sitting_id)
        if sitting.staff_id != self.person.staff_id:
            raise ForeignSitting(sitting=sitting_id)
        return sitting

    def _rows(self) -> tuple[SittingRow, ...]:
        return all_rows_of(self._db, self.person.staff_id)

    def _blueprint(self, kind: Kind, chapter: int | None) -> Blueprint:
        named = {Kind.QUIZ: f"quiz-{chapter}", Kind.REHEARSAL: REHEARSED}
        return self._content.blueprint(named.get(kind, kind.value))

    def _session(self, kind: Kind) -> SessionRow | None:
        """The open one for a kind: no final is sat in a rehearsal, and nothing is rehearsed in what counts."""
        row = open_session_row(self._db) if kind in PROCTORED else None
        return row if row is not None and row.is_rehearsal == (kind is Kind.REHEARSAL) else None

    def _extra_minutes(self, blueprint: Blueprint, session: SessionRow | None) -> int:
        """From the roster, and what the proctor has granted in this session; together never above the cap."""
        if not blueprint.minutes:
            return 0
        granted = granted_minutes(self._db, session.id, self.person.staff_id) if session else 0
        return min(self.person.extra_minutes + granted, DEFAULT.extra_ms // MINUTE_MS)

    def _draw(self, blueprint: Blueprint, beginning: Beginning) -> Paper:
        """A final's seed is its session's; others take the journal's head, so that each try differs."""
        seed = beginning.session or self._journal.head()[1]
        pool = self._door.pools.of(blueprint, today(self._journal.now()).date())
        candidate = Candidate(seed, beginning.staff_id, beginning.session, beginning.attempt)
        return draw_from(pool, candidate, beginning.seen)


def _unfinished(rows: "tuple[SittingRow, ...] | list[SittingRow]", kind: Kind | None) -> str | None:
    unended = {State.OPEN.value, State.PAUSED.value, State.SUBMITTED.value}
    return next((r.id for r in reversed(rows) if r.state in unended and (kind is None or r.kind == kind.value)), None)
