"""What came of a sitting, what to do next, and the certificate that follows a passed final."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from desktop.background.contract import Jobs
from desktop.screens.exam_result.rule import LEVELS, rule_lines
from desktop.screens.exam_result.state import Certificate, ExamResultState, Waits
from desktop.widgets.values import ChapterScore, Fact, RowValue
from desktop.words import pick, tr, trn
from desktop.words.clock import datetime_text, minutes_text
from desktop.words.errors import error_sentence
from desktop.words.numbers import percent_text, points_text
from desktop.words.time_told import time_told
from exams import AcademyError, ExamOffer, Kind, Obstacle, Result, Sitting

MOST_WEAK = 5


class ExamResultScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: ExamResultState) -> None:
        """Show the result."""
        ...


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the screen leads; `issue` draws the certificate beside the window, `issued` writes it down.

    `again` looks whether the grade has come.
    """

    certificate: Callable[[str], None]
    review: Callable[[], None]
    section: Callable[[str], None]
    home: Callable[[], None]
    issue: Callable[[Sitting], str]
    issued: Callable[[Sitting], None]
    again: Callable[[], None] = lambda: None


@dataclass(frozen=True, slots=True)
class Setting:
    """What the result is shown with: whose it is, the course's titles, and what may be tried next.

    `awaits_code`: where there is no result yet, the proctor's code will bring it; else headquarters does.
    """

    names: Mapping[str, str]
    offer: ExamOffer
    chapters: Mapping[int, Mapping[str, str]]
    sections: Mapping[str, Mapping[str, str]]
    awaits_code: bool = False


class ExamResultPresenter:
    """Shows the result at once; the certificate is drawn beside and appears when it stands."""

    def __init__(self, sitting: Sitting, setting: Setting, jobs: Jobs, exits: Exits) -> None:
        self._sitting = sitting
        self._setting = setting
        self._jobs = jobs
        self._exits = exits
        self._screen: ExamResultScreen | None = None
        self._number = sitting.certificate or ""
        self._issuing = False
        self._fault: AcademyError | None = None

    def attach(self, screen: ExamResultScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: ExamResultScreen) -> None:
        """This view is gone; one attached since stays."""
        if self._screen is screen:
            self._screen = None

    def show(self) -> None:
        """Show the result; a passed final without its certificate gets it now."""
        if self._fault is None:
            self._issue()
        self._draw()

    def try_again(self) -> None:
        """Draw the certificate once more after a failure."""
        self._fault = None
        self.show()

    def open_certificate(self) -> None:
        """On to the certificate."""
        if self._number:
            self._exits.certificate(self._number)

    def open_review(self) -> None:
        """On to the explanations."""
        self._exits.review()

    def open_section(self, section: str) -> None:
        """Read a weak section again."""
        self._exits.section(section)

    def open_weakest(self) -> None:
        """Begin with the section that cost most."""
        result = self._sitting.result
        weak = self._weak(result) if result is not None else ()
        if weak:
            self._exits.section(weak[0].key)

    def look_again(self) -> None:
        """See whether it is graded by now."""
        self._exits.again()

    def go_home(self) -> None:
        """Back to the training page."""
        self._exits.home()

    def _issue(self) -> None:
        result = self._sitting.result
        wanted = self._sitting.kind is Kind.FINAL and result is not None and result.passed
        if wanted and not self._number and not self._issuing:
            self._issuing = True
            self._jobs.run(lambda: self._exits.issue(self._sitting), self._issued, self._not_issued)

    def _issued(self, number: str) -> None:
        try:
            self._exits.issued(self._sitting)
        except AcademyError as error:
            self._not_issued(error)
            return
        self._number, self._issuing = number, False
        self._draw()

    def _not_issued(self, error: Exception) -> None:
        self._issuing = False
        if isinstance(error, AcademyError):
            self._fault = error
        self._draw()

    def _certificate(self) -> Certificate:
        if self._number:
            return Certificate.READY
        if self._fault is not None:
            return Certificate.FAILED
        return Certificate.ISSUING if self._issuing else Certificate.NONE

    def _draw(self) -> None:
        result = self._sitting.result
        if self._screen is None:
            return
        if result is None:
            self._screen.show_state(self._handed_in())
            return
        missing = result.pass_score - result.score
        self._screen.show_state(
            ExamResultState(
                kind=self._sitting.kind.value,
                title=pick(self._setting.offer.titles),
                name=pick(self._setting.names),
                passed=result.passed,
                percent=result.percent,
                gap=points_text(missing) if missing > 0 else "",
                facts=_facts(self._sitting, result),
                chapters=tuple(self._chapter(number, pair) for number, pair in sorted(result.by_chapter.items())),
                gate_failed=result.red_line_right < result.red_line_needed,
                certificate=self._certificate(),
                issue_fault=error_sentence(self._fault).text if self._fault else "",
                reviewable=self._sitting.kind is not Kind.FINAL,
                weak=self._weak(result),
                levels=levels_of(result, self._setting.offer.pass_percent),
                rule=rule_lines(self._setting.offer, result, (one.type.value for one in self._sitting.paper.items)),
                between_us="" if result.passed or self._sitting.kind is not Kind.FINAL else between_us_text(),
                next_try="" if result.passed else next_try_text(self._setting.offer, self._sitting.kind),
            )
        )

    def _handed_in(self) -> ExamResultState:
        sitting = self._sitting
        return ExamResultState(
            kind=sitting.kind.value,
            title=pick(self._setting.offer.titles),
            name=pick(self._setting.names),
            waits=Waits.FOR_CODE if self._setting.awaits_code else Waits.FOR_HQ,
            facts=(
                Fact(tr("Handed in"), datetime_text(sitting.ended_wt or sitting.last.wt)),
                Fact(tr("Answered"), f"{len(sitting.answers)} / {len(sitting.paper.items)}"),
                *_time_facts(sitting),
            ),
        )

    def _chapter(self, number: int, pair: tuple[int, int]) -> ChapterScore:
        title = pick(self._setting.chapters.get(number, {"zh": "", "en": ""}))
        return ChapterScore(f"{number}  {title}", _percent(pair), _points_of(pair), self._setting.offer.pass_percent)

    def _weak(self, result: Result) -> tuple[RowValue, ...]:
        return tuple(
            RowValue(
                key=section,
                title=f"{section}  {pick(self._setting.sections[section])}",
                subtitle=trn("{n} question not fully right", "{n} questions not fully right", wrong),
                icon="book_open",
            )
            for section, wrong in weak_sections(result)
            if section in self._setting.sections
        )


def weak_sections(result: Result) -> tuple[tuple[str, int], ...]:
    """The sections whose questions cost most points, with how many were not fully right; the worst first."""
    lost: dict[str, int] = {}
    wrong: dict[str, int] = {}
    for one in result.marks:
        if one.points < one.max_points:
            section = one.item.partition("-")[0]  # the content check holds every item's id to its section
            lost[section] = lost.get(section, 0) + one.max_points - one.points
            wrong[section] = wrong.get(section, 0) + 1
    worst = sorted(lost, key=lambda section: (-lost[section], section))
    return tuple((section, wrong[section]) for section in worst[:MOST_WEAK])


def levels_of(result: Result, pass_percent: int) -> tuple[ChapterScore, ...]:
    """The scores by level, from remembering on; beside the pass line of the whole."""
    return tuple(
        ChapterScore(tr(name), _percent(pair), _points_of(pair), pass_percent)
        for level, name in LEVELS
        if (pair := result.by_level.get(level)) is not None
    )


def between_us_text() -> str:
    """Who sees a final that was not passed, and that it is no verdict for ever."""
    return tr(
        "You, the proctor and HR see this, nobody else. Many pass the next time: what is right now stays learned."
    )


def next_try_text(offer: ExamOffer, kind: Kind) -> str:
    """When it may be tried again, and how often; a practice paper at any time."""
    if kind is Kind.REHEARSAL:
        return ""
    if kind is not Kind.FINAL:
        return tr("You may try again at any time; the next paper has other questions.")
    when = datetime_text(offer.next_try_wt) if offer.next_try_wt else ""
    if offer.obstacle is Obstacle.TRIES_USED:
        plan = tr("All tries of this cycle are used. Make a plan with your coach.")
        return _two(plan, tr("A new cycle begins on {when}.").format(when=when) if when else "")
    left = offer.tries - offer.attempt + 1 if offer.left is None else offer.left
    tries = trn("You have {n} try left.", "You have {n} tries left.", left) if left > 0 else ""
    too_soon = offer.obstacle is Obstacle.TOO_SOON and when
    return _two(tries, tr("The next try is possible from {when}.").format(when=when) if too_soon else "")


def _two(first: str, second: str) -> str:
    return tr("{first} {second}").format(first=first, second=second) if first and second else first or second


def _facts(sitting: Sitting, result: Result) -> tuple[Fact, ...]:
    score = tr("{points} points").format(points=f"{points_text(result.score)} / {points_text(result.max_score)}")
    line = tr("{points} points").format(points=points_text(result.pass_score))
    passing = f"{line} · {percent_text(result.pass_score * 100 // result.max_score)}" if result.max_score else line
    facts = (
        Fact(tr("Your points"), score),
        Fact(tr("To pass"), passing),
        *_time_facts(sitting),
    )
    if not result.red_line_needed:
        return facts
    met = result.red_line_right >= result.red_line_needed
    verdict = tr("Met: {right} right, {needed} needed") if met else tr("Not met: {right} right, {needed} needed")
    gate = verdict.format(right=result.red_line_right, needed=result.red_line_needed)
    return (*facts, Fact(tr("Red-line questions"), gate))


def _time_facts(sitting: Sitting) -> tuple[Fact, ...]:
    used = Fact(tr("Time used"), minutes_text(-(-sitting.elapsed_ms // 60_000)))
    return used, *(Fact(name, length) for name, length in time_told(sitting))


def _points_of(pair: tuple[int, int]) -> str:
    return tr("{points} points").format(points=f"{points_text(pair[0])} / {points_text(pair[1])}")


def _percent(pair: tuple[int, int]) -> int:
    return pair[0] * 100 // pair[1] if pair[1] else 0
