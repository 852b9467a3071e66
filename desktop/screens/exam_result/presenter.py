"""What came of a sitting, and the certificate that follows a passed final."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from desktop.background.contract import Jobs
from desktop.screens.exam_result.state import ExamResultState
from desktop.widgets.values import ChapterScore, Fact
from desktop.words import mark, pick, tr
from desktop.words.clock import minutes_text
from desktop.words.numbers import percent_text, points_text
from exams import AcademyError, Kind, Result, Sitting

_LEVELS = {
    "remember": mark("Remember"),
    "understand": mark("Understand"),
    "apply": mark("Apply"),
    "analyse": mark("Analyse"),
    "evaluate": mark("Evaluate"),
}
WEAK_PERCENT = 60


class ExamResultScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: ExamResultState) -> None:
        """Show the result."""
        ...


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the screen leads; `issue` draws the certificate and returns its number."""

    certificate: Callable[[str], None]
    review: Callable[[], None]
    home: Callable[[], None]
    issue: Callable[[Sitting], str]
    failed: Callable[[AcademyError], None]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the result is shown with."""

    titles: Mapping[str, str]
    chapters: Mapping[int, Mapping[str, str]]
    pass_percent: int


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

    def attach(self, screen: ExamResultScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Show the result; a passed final without its certificate gets it now."""
        result = self._sitting.result
        wanted = self._sitting.kind is Kind.FINAL and result is not None and result.passed
        if wanted and not self._number and not self._issuing:
            self._issuing = True
            self._jobs.run(lambda: self._exits.issue(self._sitting), self._issued, self._not_issued)
        self._draw()

    def open_certificate(self) -> None:
        """On to the certificate."""
        if self._number:
            self._exits.certificate(self._number)

    def open_review(self) -> None:
        """On to the explanations."""
        self._exits.review()

    def go_home(self) -> None:
        """Back to the training page."""
        self._exits.home()

    def _issued(self, number: str) -> None:
        self._number, self._issuing = number, False
        self._draw()

    def _not_issued(self, error: Exception) -> None:
        self._issuing = False
        if isinstance(error, AcademyError):
            self._exits.failed(error)
        self._draw()

    def _draw(self) -> None:
        result = self._sitting.result
        if self._screen is None or result is None:
            return
        chapters = tuple(self._chapter(number, pair) for number, pair in sorted(result.by_chapter.items()))
        weak = tuple(one.title for one in chapters if one.percent < WEAK_PERCENT)
        self._screen.show_state(
            ExamResultState(
                kind=self._sitting.kind.value,
                title=pick(self._setting.titles),
                passed=result.passed,
                percent=result.percent,
                facts=_facts(self._sitting, result),
                chapters=chapters,
                levels=tuple(_level(name, result.by_level[name]) for name in _LEVELS if name in result.by_level),
                gate_failed=result.red_line_right < result.red_line_needed,
                certificate=self._number,
                issuing=self._issuing,
                reviewable=self._sitting.kind is not Kind.FINAL,
                weak_chapters=weak,
            )
        )

    def _chapter(self, number: int, pair: tuple[int, int]) -> ChapterScore:
        title = pick(self._setting.chapters.get(number, {"zh": str(number), "en": str(number)}))
        return ChapterScore(f"{number}  {title}", _percent(pair), _points(pair), self._setting.pass_percent)


def _level(name: str, pair: tuple[int, int]) -> ChapterScore:
    return ChapterScore(tr(_LEVELS[name]), _percent(pair), _points(pair))


def _facts(sitting: Sitting, result: Result) -> tuple[Fact, ...]:
    facts = (
        Fact(tr("Points"), f"{points_text(result.score)} / {points_text(result.max_score)}"),
        Fact(tr("To pass"), points_text(result.pass_score)),
        Fact(tr("Time used"), minutes_text(-(-sitting.elapsed_ms // 60_000))),
    )
    if not result.red_line_needed:
        return facts
    gate = tr("{right} right, {needed} needed").format(right=result.red_line_right, needed=result.red_line_needed)
    return (*facts, Fact(tr("Red-line questions"), gate))


def _percent(pair: tuple[int, int]) -> int:
    return pair[0] * 100 // pair[1] if pair[1] else 0


def _points(pair: tuple[int, int]) -> str:
    return f"{points_text(pair[0])} / {points_text(pair[1])} · {percent_text(_percent(pair))}"
