"""What the desk knows of a person's training, as one page, and where its buttons lead."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from desktop.screens.my_training.loop import gauge_part, loop_rows
from desktop.screens.my_training.next_step import (
    Reading,
    certificate_card,
    exam_card,
    mock_card,
    quiz_card,
    reading_card,
    resume_card,
)
from desktop.screens.my_training.progress import Facts, chapter_part, exam_rows, time_text, way
from desktop.screens.my_training.state import MyTrainingState, NextCard
from desktop.widgets.values import Face, FaceKind
from desktop.words import language, pick, tr
from desktop.words.errors import error_sentence
from exams import (
    AcademyError,
    Changed,
    Course,
    ExamOffer,
    Gauge,
    Kind,
    Mistake,
    NextStep,
    Obstacle,
    Person,
    Section,
    SectionState,
    SittingLine,
    Training,
)

LOOP = frozenset({"mistakes", "marks", "changes"})
"""Rows that lead into the learning loop."""


class MyTrainingScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: MyTrainingState) -> None:
        """Show the page."""
        ...


class HomeLearning(Protocol):
    """What the desk knows of a person's practice."""

    def mistakes(self) -> tuple[Mistake, ...]: ...  # noqa: D102
    def due(self) -> tuple[Mistake, ...]: ...  # noqa: D102
    def changed(self) -> tuple[Changed, ...]: ...  # noqa: D102
    def readiness(self) -> Gauge: ...  # noqa: D102


class HomeDesk(Protocol):
    """The part of a trainee's desk that the home tells about."""

    person: Person

    def course(self) -> Course: ...  # noqa: D102
    def training(self) -> Training: ...  # noqa: D102
    def section(self, section_id: str) -> Section: ...  # noqa: D102
    def offer(self, kind: Kind, chapter: int | None = None) -> ExamOffer: ...  # noqa: D102
    def history(self) -> tuple[SittingLine, ...]: ...  # noqa: D102

    @property
    def learning(self) -> HomeLearning: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the screen leads; `result` opens a graded sitting."""

    section: Callable[[str], None]
    offer: Callable[[Kind, int | None], None]
    resume: Callable[[str], None]
    result: Callable[[str], None]
    certificate: Callable[[str], None]
    search: Callable[[], None]
    glossary: Callable[[], None]
    history: Callable[[], None]
    calls: Callable[[], None]
    loop: Callable[[str], None]


class MyTrainingPresenter:
    """One person's home. Reads everything anew whenever it is shown."""

    def __init__(self, desk: HomeDesk, exits: Exits) -> None:
        self._desk = desk
        self._exits = exits
        self._screen: MyTrainingScreen | None = None
        self._training: Training | None = None
        self._facts: Facts | None = None
        self._turned: dict[str, bool] = {}

    def attach(self, screen: MyTrainingScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Read how far the person is, and show it."""
        try:
            self._training = self._desk.training()
            self._facts = self._read(self._training)
            state = self._state(self._training, self._facts)
        except AcademyError as error:
            words = error_sentence(error)
            face = Face(FaceKind.ERROR, words.what, words.next, tr("Try again"))
            state = MyTrainingState(name=_name(self._desk.person), face=face)
        if self._screen is not None:
            self._screen.show_state(state)

    def go_on(self) -> None:
        """Do the next thing."""
        training, facts = self._training, self._facts
        if training is None or facts is None:
            return
        target = training.next_target
        match training.next_step:
            case NextStep.READ:
                self._exits.section(target)
            case NextStep.QUIZ:
                self._exits.offer(Kind.QUIZ, int(target))
            case NextStep.MOCK:
                self._exits.offer(Kind.MOCK, None)
            case NextStep.RESUME:
                self._exits.resume(target)
            case NextStep.CERTIFICATE:
                self._exits.certificate(target)
            case NextStep.EXAM | NextStep.WAIT:
                self._go_to_final(facts)

    def open_row(self, key: str) -> None:
        """Open a section, a quiz, the mock or the final, the mistakes, the marks or what changed."""
        if key.startswith("quiz-"):
            self._exits.offer(Kind.QUIZ, int(key.removeprefix("quiz-")))
        elif key in LOOP:
            self._exits.loop(key)
        elif key in (Kind.MOCK.value, Kind.FINAL.value):
            self._exits.offer(Kind(key), None)
        else:
            self._exits.section(key)

    def fold(self, chapter: str) -> None:
        """Put a chapter's rows away, or bring them back."""
        if self._training is not None:
            self._turned[chapter] = not self._is_unfolded(self._training, chapter)
            self.show()

    def open_certificate(self) -> None:
        """On to the certificate."""
        if self._training is not None and self._training.certificate:
            self._exits.certificate(self._training.certificate)

    def look_up(self) -> None:
        """On to the search."""
        self._exits.search()

    def open_glossary(self) -> None:
        """On to the glossary."""
        self._exits.glossary()

    def open_history(self) -> None:
        """On to the sittings of the past."""
        self._exits.history()

    def open_calls(self) -> None:
        """On to the simulated calls."""
        self._exits.calls()

    def _go_to_final(self, facts: Facts) -> None:
        obstacle = facts.final.obstacle
        passed = next((line.sitting for line in facts.history if line.kind == "final" and line.passed), None)
        if obstacle is Obstacle.ALREADY_PASSED and passed:
            self._exits.result(passed)
        elif obstacle in (Obstacle.TRIES_USED, Obstacle.TOO_SOON):
            self._exits.offer(Kind.MOCK, None)
        else:
            self._exits.offer(Kind.FINAL, None)

    def _read(self, training: Training) -> Facts:
        desk = self._desk
        return Facts(
            sections={s.section: desk.section(s.section) for c in training.chapters for s in c.sections},
            quizzes={c.chapter: desk.offer(Kind.QUIZ, c.chapter) for c in training.chapters},
            mock=desk.offer(Kind.MOCK),
            final=desk.offer(Kind.FINAL),
            history=desk.history(),
        )

    def _state(self, training: Training, facts: Facts) -> MyTrainingState:
        learning = self._desk.learning
        return MyTrainingState(
            name=_name(self._desk.person),
            course=pick(self._desk.course().titles),
            time=time_text(training),
            next=_next_card(training, facts),
            chapters=tuple(
                chapter_part(
                    chapter,
                    facts,
                    foldable=len(training.chapters) > 1,
                    unfolded=self._is_unfolded(training, str(chapter.chapter)),
                )
                for chapter in training.chapters
            ),
            exams=exam_rows(facts),
            way=way(training, facts),
            loop=loop_rows(learning.due(), learning.mistakes(), learning.changed()),
            gauge=None if training.certificate else gauge_part(learning.readiness()),
            certificate="" if training.next_step is NextStep.CERTIFICATE else training.certificate or "",
        )

    def _is_unfolded(self, training: Training, chapter: str) -> bool:
        """Only the chapter one is at lies open, until the person turns others."""
        if chapter in self._turned or len(training.chapters) == 1:
            return self._turned.get(chapter, True)
        at = next((one for one in training.chapters if not one.quiz_passed), None)
        return at is not None and str(at.chapter) == chapter


def _name(person: Person) -> str:
    """As the language writes it, where we know how."""
    return person.name if language() == "zh" or not person.latin else person.latin


def _next_card(training: Training, facts: Facts) -> NextCard:
    target = training.next_target
    match training.next_step:
        case NextStep.READ:
            return _reading(training, facts)
        case NextStep.QUIZ:
            best = next(one.quiz_best for one in training.chapters if str(one.chapter) == target)
            return quiz_card(facts.quizzes[int(target)], best)
        case NextStep.MOCK:
            return mock_card(facts.mock)
        case NextStep.RESUME:
            return resume_card(next((line for line in facts.history if line.sitting == target), None))
        case NextStep.CERTIFICATE:
            return certificate_card(target)
        case NextStep.EXAM | NextStep.WAIT:
            return exam_card(facts.final)


def _reading(training: Training, facts: Facts) -> NextCard:
    everything = [one for chapter in training.chapters for one in chapter.sections]
    progress = next(one for one in everything if one.section == training.next_target)
    first = all(one.state is SectionState.UNREAD for one in everything)
    return reading_card(Reading(facts.sections[progress.section], progress, first))
