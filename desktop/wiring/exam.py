"""Puts the exam's screens together: offer, questions, hand-in, result, explanations."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.screens.answers_review.presenter import Exits as ReviewExits
from desktop.screens.answers_review.presenter import ReviewPresenter
from desktop.screens.answers_review.view import ReviewView
from desktop.screens.exam_offer.presenter import ExamOfferPresenter
from desktop.screens.exam_offer.presenter import Exits as OfferExits
from desktop.screens.exam_offer.view import ExamOfferView
from desktop.screens.exam_result.presenter import ExamResultPresenter, Setting
from desktop.screens.exam_result.presenter import Exits as ResultExits
from desktop.screens.exam_result.view import ExamResultView
from desktop.screens.hand_in.presenter import Exits as HandInExits
from desktop.screens.hand_in.presenter import HandInPresenter
from desktop.screens.hand_in.view import HandInView
from desktop.screens.take_exam.presenter import Exits as ExamExits
from desktop.screens.take_exam.presenter import TakeExamPresenter
from desktop.screens.take_exam.view import TakeExamView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.words import pick, tr
from exams import Kind, Sitting, TraineeDesk


@dataclass(frozen=True, slots=True)
class ExamRoomExits:
    """Where the exam's screens lead; `issue` draws the certificate of a passed final and returns its number."""

    home: Callable[[], None]
    section: Callable[[str], None]
    certificate: Callable[[str], None]
    issue: Callable[[Sitting], str]


class ExamRoom:
    """One trainee's way through an exam, a mock or a quiz."""

    def __init__(self, window: Window, desk: TraineeDesk, exits: ExamRoomExits, code_shown: str = "") -> None:
        self._window = window
        self._desk = desk
        self._exits = exits
        self._code_shown = code_shown

    def open_offer(self, kind: Kind, chapter: int | None = None) -> None:
        """Show the terms of an exam."""
        exits = OfferExits(begun=self.open_question, failed=self._window.show_error)
        shown = self._code_shown if kind is Kind.FINAL else ""
        presenter = ExamOfferPresenter(self._desk, self._window.jobs, kind, chapter, exits, shown)
        title = pick(self._desk.offer(kind, chapter).titles)
        self._window.show_screen(self._offer(presenter, title))

    def open_question(self, sitting: Sitting) -> None:
        """Show a running sitting where it stands; one that is over shows its result."""
        sitting = self._desk.refresh(sitting.id)
        if not sitting.is_open and sitting.result is not None:
            self.open_result(sitting.id)
            return
        exits = ExamExits(
            summary=lambda: self.open_summary(sitting.id),
            over=lambda: self.open_result(sitting.id),
            failed=self._window.show_error,
        )
        presenter = TakeExamPresenter(self._desk, sitting, self._title(sitting), exits)
        self._window.show_screen(self._question(presenter))

    def resume(self, sitting_id: str) -> None:
        """Go on with an unfinished sitting."""
        self.open_question(self._desk.refresh(sitting_id))

    def open_summary(self, sitting_id: str) -> None:
        """Show what is answered and what is not."""
        sitting = self._desk.refresh(sitting_id)
        if not sitting.is_open and sitting.result is not None:
            self.open_result(sitting_id)
            return
        exits = HandInExits(
            back_to=lambda position: self._back_to(sitting_id, position),
            ended=lambda ended: self.open_result(ended.id),
            ask=self._window.ask,
            failed=self._window.show_error,
        )
        presenter = HandInPresenter(self._desk, sitting, self._title(sitting), exits)
        self._window.show_screen(self._summary(presenter))

    def open_result(self, sitting_id: str) -> None:
        """Show what came of a sitting."""
        sitting = self._desk.sitting(sitting_id)
        offer = self._desk.offer(sitting.kind, _chapter(sitting))
        setting = Setting(
            titles=offer.titles,
            chapters={chapter.number: chapter.titles for chapter in self._desk.course().chapters},
            pass_percent=offer.pass_percent,
        )
        exits = ResultExits(
            certificate=self._exits.certificate,
            review=lambda: self.open_review(sitting_id),
            home=self._exits.home,
            issue=self._exits.issue,
            failed=self._window.show_error,
        )
        presenter = ExamResultPresenter(sitting, setting, self._window.jobs, exits)
        self._window.show_screen(self._result(presenter, self._title(sitting)))

    def open_review(self, sitting_id: str) -> None:
        """Show every question of a practice paper explained."""
        sitting = self._desk.sitting(sitting_id)
        exits = ReviewExits(section=self._exits.section, done=lambda: self.open_result(sitting_id))
        presenter = ReviewPresenter(self._title(sitting), self._desk.review(sitting_id), exits)
        self._window.show_screen(self._review(presenter, self._title(sitting)))

    def _back_to(self, sitting_id: str, position: int) -> None:
        self.open_question(self._desk.show(sitting_id, position))

    def _title(self, sitting: Sitting) -> str:
        return pick(self._desk.offer(sitting.kind, _chapter(sitting)).titles)

    def _offer(self, presenter: ExamOfferPresenter, title: str) -> Screen:
        view = ExamOfferView()
        view.begin_asked.connect(presenter.begin)
        view.back_asked.connect(self._exits.home)
        presenter.attach(view)
        presenter.show()
        return Screen(view, presenter, lambda: self._offer(presenter, title), _crumbs(title), title)

    def _question(self, presenter: TakeExamPresenter) -> Screen:
        view = TakeExamView()
        view.answered.connect(presenter.choose)
        view.position_asked.connect(presenter.go_to)
        view.next_asked.connect(presenter.go_next)
        view.back_asked.connect(presenter.go_back)
        view.flag_asked.connect(presenter.flag)
        view.summary_asked.connect(presenter.ask_summary)
        view.ticked.connect(presenter.tick)
        presenter.attach(view)
        presenter.show()
        return Screen(view, presenter, lambda: self._question(presenter), title=tr("Exam"), calm=True)

    def _summary(self, presenter: HandInPresenter) -> Screen:
        view = HandInView()
        view.position_asked.connect(presenter.go_to)
        view.back_asked.connect(presenter.go_back)
        view.hand_in_asked.connect(presenter.ask)
        view.ticked.connect(presenter.tick)
        presenter.attach(view)
        presenter.show()
        return Screen(view, presenter, lambda: self._summary(presenter), title=tr("Check before handing in"), calm=True)

    def _result(self, presenter: ExamResultPresenter, title: str) -> Screen:
        view = ExamResultView()
        view.certificate_asked.connect(presenter.open_certificate)
        view.review_asked.connect(presenter.open_review)
        view.home_asked.connect(presenter.go_home)
        presenter.attach(view)
        presenter.show()
        return Screen(view, presenter, lambda: self._result(presenter, title), _crumbs(title), title)

    def _review(self, presenter: ReviewPresenter, title: str) -> Screen:
        view = ReviewView()
        view.position_asked.connect(presenter.go_to)
        view.next_asked.connect(presenter.go_next)
        view.back_asked.connect(presenter.go_back)
        view.leave_asked.connect(presenter.leave)
        view.section_asked.connect(presenter.open_section)
        presenter.attach(view)
        presenter.show()
        return Screen(view, presenter, lambda: self._review(presenter, title), _crumbs(title), title)


def _chapter(sitting: Sitting) -> int | None:
    return int(sitting.paper.blueprint.removeprefix("quiz-")) if sitting.kind is Kind.QUIZ else None


def _crumbs(title: str) -> tuple[Crumb, ...]:
    return (Crumb("home", tr("My training")), Crumb("here", title))
