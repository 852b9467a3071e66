"""What an exam's terms mean for this person, and beginning it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from desktop.background.contract import Jobs
from desktop.screens.exam_offer.state import ExamOfferState, Problem
from desktop.widgets.values import Fact
from desktop.words import pick, tr, trn
from desktop.words.clock import clock_text, datetime_text, minutes_text
from desktop.words.errors import error_sentence
from desktop.words.numbers import percent_text, points_text
from exams import PROCTORED, AcademyError, ExamOffer, Kind, Obstacle, Person, Sitting, code_is_whole


class ExamOfferScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: ExamOfferState) -> None:
        """Show the terms."""
        ...


class OfferDesk(Protocol):
    """The part of a trainee's desk that begins exams."""

    person: Person

    def offer(self, kind: Kind, chapter: int | None = None) -> ExamOffer: ...  # noqa: D102
    def begin(self, kind: Kind, chapter: int | None = None, code: str = "") -> Sitting: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the screen leads."""

    begun: Callable[[Sitting], None]
    failed: Callable[[AcademyError], None]


class ExamOfferPresenter:
    """The terms of one exam. The clock starts only when `begin` succeeds."""

    def __init__(  # what it needs, passed in
        self,
        desk: OfferDesk,
        jobs: Jobs,
        kind: Kind,
        chapter: int | None,
        exits: Exits,
        code_shown: str = "",
    ) -> None:
        self._desk = desk
        self._jobs = jobs
        self._kind = kind
        self._chapter = chapter
        self._exits = exits
        self._code_shown = code_shown
        self._screen: ExamOfferScreen | None = None
        self._code = ""
        self._pledged = False
        self._problem = Problem.NONE
        self._busy = False
        self._clock: AcademyError | None = None

    def attach(self, screen: ExamOfferScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: ExamOfferScreen) -> None:
        """This view is gone; one attached since stays."""
        if self._screen is screen:
            self._screen = None

    def show(self) -> None:
        """Read the terms anew and show them."""
        if self._screen is not None:
            self._screen.show_state(self._state(self._desk.offer(self._kind, self._chapter)))

    def type_code(self, code: str) -> None:
        """Remember what is typed; a fault said before is about another code."""
        self._code, self._problem = code, Problem.NONE

    def pledge(self, pledged: bool) -> None:
        """The person promises, or takes it back."""
        self._pledged = pledged
        if self._problem is Problem.NO_PLEDGE:
            self._problem = Problem.NONE
            self.show()

    def begin(self) -> None:
        """Begin, or go on; a code with a typing error is caught before it costs anything."""
        offer = self._desk.offer(self._kind, self._chapter)
        if self._busy or (offer.obstacle is not Obstacle.NONE and offer.open_sitting is None):
            return
        self._clock = None
        if self._kind in PROCTORED and offer.open_sitting is None:
            self._problem = _typing_problem(self._code) if self._pledged else Problem.NO_PLEDGE
        self._busy = self._problem is Problem.NONE
        self.show()
        if self._busy:
            code = self._code
            self._jobs.run(lambda: self._desk.begin(self._kind, self._chapter, code), self._begun, self._failed)

    def _begun(self, sitting: Sitting) -> None:
        self._busy = False
        self._exits.begun(sitting)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, AcademyError) and error.code == "E_SESSION_CODE":
            self._problem = Problem.WRONG_CODE
        elif isinstance(error, AcademyError) and error.code == "E_CLOCK":
            self._clock = error
        elif isinstance(error, AcademyError):
            self._exits.failed(error)
        self.show()

    def _state(self, offer: ExamOffer) -> ExamOfferState:
        resumes = offer.open_sitting is not None
        final = self._kind in PROCTORED
        return ExamOfferState(
            kind=self._kind.value,
            title=pick(offer.titles),
            person=person_facts(self._desk.person) if final else (),
            numbers=numbers_of(offer),
            facts=facts_of(offer),
            rules=rules_of(offer, self._kind),
            obstacle="" if resumes else obstacle_text(offer) or self._clock_text(),
            steps=() if resumes else steps_of(offer),
            retry=self._clock is not None and offer.obstacle is Obstacle.NONE,
            passed=offer.obstacle is Obstacle.ALREADY_PASSED,
            resume_note=resume_text(offer) if resumes else "",
            needs_code=final and not resumes,
            code=self._code,
            code_shown=self._code_shown,
            needs_pledge=final and not resumes,
            pledged=self._pledged,
            resumes=resumes,
            timed=bool(offer.minutes),
            recorded=recorded_text() if final else "",
            trial=self._kind is not Kind.QUIZ and not resumes and offer.obstacle is Obstacle.NONE,
            problem=self._problem,
            busy=self._busy,
        )

    def _clock_text(self) -> str:
        return error_sentence(self._clock).text if self._clock is not None else ""


def _typing_problem(code: str) -> Problem:
    if not code.strip():
        return Problem.NO_CODE
    return Problem.NONE if code_is_whole(code) else Problem.MISTYPED


def person_facts(person: Person) -> tuple[Fact, ...]:
    """Who is about to sit, to be compared with the badge."""
    name = f"{person.name} {person.latin}".strip()
    return Fact(tr("Name"), name), Fact(tr("Staff number"), person.staff_id)


def numbers_of(offer: ExamOffer) -> tuple[Fact, ...]:
    """The four numbers everybody asks for."""
    return (
        Fact(tr("Questions"), str(offer.items)),
        Fact(tr("Minutes"), str(offer.minutes)) if offer.minutes else Fact(tr("Time"), tr("no limit")),
        Fact(tr("Points"), points_text(offer.points)),
        Fact(tr("To pass"), percent_text(offer.pass_percent)),
    )


def facts_of(offer: ExamOffer) -> tuple[Fact, ...]:
    """Which attempt it is, the gate where there is one, and times that a part or each question has of its own."""
    facts = [Fact(tr("Your attempt"), _attempt(offer))]
    if offer.red_line_items:
        gate = tr("{needed} of {items} right").format(needed=offer.red_line_needed, items=offer.red_line_items)
        facts.append(Fact(tr("Red-line questions"), gate))
    if offer.trial:
        told = tr("{count} of {items}, not told which").format(count=offer.trial, items=offer.items)
        facts.append(Fact(tr("Questions on trial, without points"), told))
    for part in offer.parts:
        chapters = tr(", ").join(map(str, part.chapters))
        facts.append(Fact(tr("Time for chapter {n}").format(n=chapters), minutes_text(part.minutes)))
    if offer.question_seconds:
        facts.append(Fact(tr("Time for each question"), clock_text(offer.question_seconds)))
    return tuple(facts)


def _attempt(offer: ExamOffer) -> str:
    """Counted within the cycle of tries."""
    if offer.left == 0:
        return tr("all {most} used").format(most=offer.tries)
    number = offer.attempt if offer.left is None else offer.tries - offer.left + 1
    if number > offer.tries:
        return tr("{n}, as often as you like").format(n=number)
    return tr("{n} of {most}").format(n=number, most=offer.tries)


def rules_of(offer: ExamOffer, kind: Kind) -> tuple[str, ...]:
    """What a person should know before the clock starts."""
    saved = tr("Every answer is saved on this PC at once. If the power fails, you go on where you were.")
    back = tr("You may go back and change answers until you hand in.")
    if kind is Kind.QUIZ:
        return (back, tr("Afterwards every answer is explained."), saved)
    clock = tr("The clock runs on when the program is closed; at the end your answers are handed in by themselves.")
    partial = tr("Several right answers: all of them give full points, some and no wrong one give half.")
    gate = tr("Red-line questions decide as well: too many wrong ones fail the exam whatever the score.")
    rules = (clock, back, partial, gate) if offer.red_line_items else (clock, back, partial)
    if kind not in PROCTORED:
        return (*rules, saved)
    kept = tr("Every answer is saved on this PC at once. After a power cut the proctor lets you go on where you were.")
    return (*rehearsal_texts(kind), *rules, kept)


def rehearsal_texts(kind: Kind) -> tuple[str, ...]:
    """That nothing counts, where the room is rehearsed."""
    if kind is not Kind.REHEARSAL:
        return ()
    return (tr("This is a rehearsal: nothing counts, no try is used, there is no certificate, and HR gets no result."),)


def recorded_text() -> str:
    """What is written down and who sees it, in one sentence."""
    return tr(
        "Your answers, marks and notes are recorded with their times, and so is every time this window loses the"
        " focus: the proctor sees how far you are, HR alone reads the rest; no keystroke, camera or screen is"
        " recorded."
    )


def resume_text(offer: ExamOffer) -> str:
    """That it has begun already, and what its clock does."""
    if offer.minutes:
        return tr("You have begun this exam. Your answers are saved, and the clock is running: go on now.")
    return tr("You have begun this already. Your answers are saved.")


def obstacle_text(offer: ExamOffer) -> str:
    """Why it may not begin, with what to do; empty where it may."""
    when = datetime_text(offer.next_try_wt) if offer.next_try_wt else ""
    texts = {
        Obstacle.NONE: "",
        Obstacle.NO_SESSION: tr("No exam session is open on this PC. Ask the proctor to open one."),
        Obstacle.WEAK_CHAPTERS: tr("Pass the quizzes of your weak chapters again first: {chapters}.").format(
            chapters=tr(", ").join(map(str, offer.weak))
        ),
        Obstacle.QUIZZES_MISSING: tr("Pass the quiz of every chapter first; they open from your training page."),
        Obstacle.TRIES_USED: tr("All tries of this cycle are used. What stands below opens the next."),
        Obstacle.TOO_SOON: tr("The next try is possible from {when}. Use the time for the weak chapters."),
        Obstacle.ALREADY_PASSED: tr("You have passed this exam; your certificate is on your training page."),
    }
    return texts[offer.obstacle].format(when=when)


def steps_of(offer: ExamOffer) -> tuple[str, ...]:
    """What opens the next cycle of tries, one step after the other."""
    if offer.obstacle is not Obstacle.TRIES_USED:
        return ()
    steps = []
    if offer.weak:
        chapters = tr(", ").join(map(str, offer.weak))
        steps.append(
            trn(
                "Study chapter {chapters} again and pass its quiz once more.",
                "Study chapters {chapters} again and pass the quiz of each once more.",
                len(offer.weak),
                chapters=chapters,
            )
        )
    if offer.talk_needed:
        steps.append(tr("Talk with your coach. Then the proctor or HR notes the talk on this PC."))
    if offer.next_try_wt:
        steps.append(tr("A new cycle begins on {when}.").format(when=datetime_text(offer.next_try_wt)))
    return tuple(steps) or (tr("Ask your coach what comes next."),)
