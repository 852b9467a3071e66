"""One final judged by all checks, in the order of the security design, 4.4."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from exams.bundles.anchor_checks import Heads, anchor_findings
from exams.bundles.attempt_checks import (
    amends_of,
    duplicate_findings,
    earlier_tries,
    limit_findings,
    quiz_passed,
    try_of,
)
from exams.bundles.certificate_checks import issue_findings
from exams.bundles.grading_checks import result_of, score_findings
from exams.bundles.handover_checks import handover_findings, origin_of, went_on_findings, whole_story
from exams.bundles.hr_trust import HrSession, HrTrust, Try
from exams.bundles.override_checks import override_findings
from exams.bundles.paper_checks import paper_findings
from exams.bundles.room_checks import room_findings
from exams.bundles.session_checks import session_findings, window_findings
from exams.bundles.sitting_checks import answers_findings, id_findings, shape_findings, start_findings
from exams.bundles.story import Story
from exams.bundles.time_checks import allowance_findings, time_findings
from exams.bundles.truth import FormBook, Library
from exams.bundles.verdict import Code, Finding, Judged
from exams.devices.record import DeviceRecord
from exams.grading.marks import Result
from exams.journal.line import Event, Record
from exams.papers.blueprint import Blueprint
from exams.papers.retakes import Amends
from exams.sittings.sitting import Kind, Sitting, State


@dataclass(frozen=True, slots=True)
class _Case:
    """One sitting with all that its checks ask about; `session` is None where it may not be sat here at all."""

    story: Story
    begun: Sitting
    session: HrSession | None
    book: FormBook | None
    result: Result | None
    now: Try
    earlier: tuple[Try, ...]


@dataclass(slots=True)
class Bench:
    """What all finals of one bundle are judged by; tries and studies grow as they are told."""

    record: DeviceRecord
    trust: HrTrust
    library: Library
    heads: Heads
    floors: Mapping[int, int]  # by a start's sequence number: the earliest that it can have been written
    talks: Mapping[str, Sequence[int]]
    studied: dict[tuple[str, int], int]
    moved: Mapping[str, Sequence[Record]]  # all lines of each sitting that changed its PC
    judged: frozenset[str]  # sittings of this bundle: what was thought of them before does not count
    tries: dict[str, list[Try]] = field(default_factory=dict)
    sessions: dict[str, tuple[HrSession, FormBook]] = field(default_factory=dict)

    def judge(self, story: Story) -> tuple[Judged | None, tuple[Finding, ...]]:
        """The sitting, None where its start tells none, and everything found in it."""
        lines = self.moved.get(story.att, ())
        story = whole_story(story, lines)
        found = list(start_findings(story))
        begun, sitting = story.begun, story.sitting
        if begun is None or sitting is None or any(one.code == Code.SHAPE for one in found):
            return None, tuple(found)
        session = self.trust.sessions.get(sitting.session)
        outside = tuple(session_findings(story, session, self.record.branch, self.trust.revocations))
        case = self._case(story, begun, sitting, None if outside else session)
        found += [*outside, *self._findings(case)]
        self._tries(case.now.staff_id).append(case.now)
        if lines:
            found += handover_findings(story, lines, self.record, self.trust)
        found += went_on_findings(sitting, story.start.line.seq, self.record.serial, self.trust)
        if sitting.state is State.MOVED:
            return None, tuple(found)  # the PC on which it goes on tells what came of it
        told_wt = max((one.record.line.wt for one in story.of(Event.GRADED)), default=0)
        return Judged(sitting, case.now, case.result, not any(one.refuses for one in found), told_wt), tuple(found)

    def study(self, story: Story) -> None:
        """A quiz that was passed counts for later tries."""
        told = quiz_passed(story)
        if told is not None:
            staff, chapter, ended = told
            self.studied[staff, chapter] = max(ended, self.studied.get((staff, chapter), 0))

    def _case(self, story: Story, begun: Sitting, sitting: Sitting, session: HrSession | None) -> _Case:
        book = self.library.book(sitting.content, session.form, sitting.paper.blueprint) if session else None
        if session is not None and book is not None:
            self.sessions[session.session] = session, book
        result = result_of(story, book) if book else None
        origin, here = origin_of(story, self.record.serial), self.record.serial
        now = replace(try_of(story, sitting, origin, result), told_by="" if origin == here else here)
        earlier = earlier_tries(self._tries(now.staff_id), now)
        return _Case(story, begun, session, book, result, now, earlier)

    def _tries(self, staff_id: str) -> list[Try]:
        if staff_id not in self.tries:
            before = self.trust.tries.get(staff_id, ())
            self.tries[staff_id] = [one for one in before if one.sitting not in self.judged]
        return self.tries[staff_id]

    def _findings(self, case: _Case) -> Iterator[Finding]:
        story, session, serial = case.story, case.session, case.now.serial
        if session is not None:
            began_here = serial == self.record.serial
            floor_wt = self.floors.get(story.start.line.seq, 0) if began_here else 0
            yield from window_findings(story, session, floor_wt)
            yield from room_findings(story, session, floor_wt)
            pack = self.library.pack(case.begun.content)
            yield from anchor_findings(story, session, pack.grading, self.heads) if pack else ()
        yield from duplicate_findings(case.now, case.earlier)
        yield from id_findings(story, serial)
        yield from shape_findings(story)
        papers = tuple(paper_findings(story, case.begun, case.book, case.earlier, serial)) if session else ()
        yield from papers
        if case.book is not None:
            yield from self._by_the_book(case, case.book, graded=not papers)

    def _by_the_book(self, case: _Case, book: FormBook, *, graded: bool) -> Iterator[Finding]:
        plan = book.blueprint
        yield from limit_findings(case.now, case.earlier, plan, self._amends(case.now, plan))
        yield from allowance_findings(case.story, case.begun, plan, self.trust.policy.time)
        yield from time_findings(case.story)
        yield from override_findings(case.story, case.now.serial, self.trust.granted)
        yield from answers_findings(case.story)
        # Answers to another paper have no score: what is wrong then is the paper.
        if graded:
            yield from score_findings(case.story, book, case.result)
            yield from issue_findings(case.story, case.result)

    def _amends(self, now: Try, plan: Blueprint) -> Amends | None:
        if not self.trust.policy.retakes:
            return None
        quizzes = {chapter for chapter, _ in plan.cells if f"{Kind.QUIZ.value}-{chapter}" in self.library.quizzes}
        free = [chapter for chapter, _ in plan.cells if chapter not in quizzes]
        return amends_of(now, self.studied, self.talks, free)
