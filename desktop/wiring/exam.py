"""Puts the exam's screens together: offer, questions, hand-in, result, explanations."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

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
from desktop.screens.take_exam.contract import Exits as ExamExits
from desktop.screens.take_exam.presenter import TakeExamPresenter
from desktop.screens.take_exam.view import TakeExamView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb, Tone
from desktop.wiring.exam_tools import join_aids, open_trial, trial_question
from desktop.words import pick, tr
from exams import PROCTORED, AcademyError, Kind, Sitting, SittingMoved, State, TraineeDesk


@dataclass(frozen=True, slots=True)
class ExamRoomExits:
    """Where the exam's screens lead; `issue` draws a certificate and gives its number, `issued` writes it down."""

    home: Callable[[], None]
    section: Callable[[str], None]
    certificate: Callable[[str], None]
    issue: Callable[[Sitting], str]
    issued: Callable[[Sitting], None]
    proctor: Callable[[], None]
    hold: Callable[[Sitting], None] = lambda _sitting: None  # the PC, while this sitting's pages are shown


class ExamRoom:
    """One trainee's way through an exam, a mock or a quiz."""

    def __init__(self, window: Window, desk: TraineeDesk, exits: ExamRoomExits, code_shown: str = "") -> None:
        self._window = window
        self._desk = desk
        self._exits = exits
        self._code_shown = code_shown
        self._drafts: dict[str, dict[int, object]] = {}

    def open_offer(self, kind: Kind, chapter: int | None = None) -> None:
        """Show the terms of an exam."""
        offer = self._desk.offer(kind, chapter)
        if offer.open_sitting and self._desk.sitting(offer.open_sitting).has_ended:
            self.open_result(offer.open_sitting)  # handed in, and not graded yet
            return
        exits = OfferExits(begun=self.open_question, failed=self._window.show_error)
        shown = self._code_shown if kind in PROCTORED else ""
        presenter = ExamOfferPresenter(self._desk, self._window.jobs, kind, chapter, exits, shown)
        view = ExamOfferView()
        self._window.show_screen(self._offer(presenter, offer.titles, view))
        view.focus_first()

    def open_question(self, sitting: Sitting) -> None:
        """Show a running sitting where it stands; one that is over shows its result."""
        sitting = self._desk.refresh(sitting.id)
        if sitting.has_ended:
            self._end(sitting.id)
            return
        exits = ExamExits(
            summary=lambda: self.open_summary(sitting.id),
            over=lambda: self._end(sitting.id),
            failed=self._window.show_error,
        )
        drafts = self._drafts.setdefault(sitting.id, {})
        view = TakeExamView()
        presenter = TakeExamPresenter(self._desk, sitting, self._headline(sitting), exits, drafts)
        self._window.show_screen(self._question(presenter, view))
        self._exits.hold(sitting)
        view.focus_answer()

    def goes_on(self) -> bool:
        """Lead into what runs under a proctor, for its clock runs, or to a rehearsal that waits; False for neither."""
        running = self._desk.open_sitting()
        if running is not None and running.kind in PROCTORED:
            self.resume(running.id)
            return True
        session = self._desk.offer(Kind.REHEARSAL).session
        if session is None or any(line.session == session for line in self._desk.history()):
            return False
        self.open_offer(Kind.REHEARSAL)
        return True

    def resume(self, sitting_id: str) -> None:
        """Go on with an unfinished sitting."""
        self.open_question(self._desk.refresh(sitting_id))

    def open_summary(self, sitting_id: str) -> None:
        """Show what is answered and what is not."""
        sitting = self._desk.refresh(sitting_id)
        if sitting.has_ended:
            self._end(sitting_id)
            return
        exits = HandInExits(
            back_to=lambda position: self._back_to(sitting_id, position),
            ended=lambda ended: self._end(ended.id),
            ask=self._window.ask,
            failed=self._window.show_error,
        )
        view = HandInView()
        self._window.show_screen(
            self._summary(HandInPresenter(self._desk, sitting, self._headline(sitting), exits), view)
        )
        self._exits.hold(sitting)
        view.focus_back()

    def open_result(self, sitting_id: str) -> None:
        """Show what came of a sitting; one that waits for its grade gets it now, where the answer key has come."""
        sitting = self._desk.sitting(sitting_id)
        if sitting.state is State.SUBMITTED:
            sitting = self._desk.refresh(sitting_id)
        setting = Setting(
            names=self._names(),
            offer=self._desk.offer(sitting.kind, _chapter(sitting)),
            chapters={chapter.number: chapter.titles for chapter in self._desk.course().chapters},
            sections=self._section_titles(),
            awaits_code=sitting.state is State.SUBMITTED and self._desk.awaits_code(sitting_id),
        )
        exits = ResultExits(
            certificate=self._exits.certificate,
            review=lambda: self.open_review(sitting_id),
            section=self._exits.section,
            home=self._exits.home,
            issue=self._exits.issue,
            issued=self._exits.issued,
            again=lambda: self._look_again(sitting_id),
        )
        view = ExamResultView()
        self._window.show_screen(self._result(ExamResultPresenter(sitting, setting, self._window.jobs, exits), view))
        view.focus_first()

    def _look_again(self, sitting_id: str) -> None:
        self.open_result(sitting_id)
        if self._desk.sitting(sitting_id).result is None:
            self._window.toast(tr("It is not graded yet."), Tone.INFO)

    def open_review(self, sitting_id: str) -> None:
        """Show every question of a practice paper explained; a final's stay sealed."""
        sitting = self._desk.sitting(sitting_id)
        exits = ReviewExits(section=self._exits.section, done=lambda: self.open_result(sitting_id))
        try:
            reviewed = self._desk.review(sitting_id)
        except AcademyError as error:
            self._window.show_error(error)
            return
        view = ReviewView()
        self._window.show_screen(self._review(ReviewPresenter(self._titles(sitting), reviewed, exits), view))
        view.focus_next()

    def _back_to(self, sitting_id: str, position: int) -> None:
        try:
            self.open_question(self._desk.show(sitting_id, position))
        except AcademyError as error:
            self._window.show_error(error)

    def _end(self, sitting_id: str) -> None:
        """To the result, also where it is still awaited; what is void, or went on to another PC, has none here."""
        self._drafts.pop(sitting_id, None)
        state = self._desk.sitting(sitting_id).state
        if state not in {State.VOID, State.MOVED}:
            self.open_result(sitting_id)
            return
        self._exits.home()
        if state is State.MOVED:
            self._window.show_error(SittingMoved(sitting=sitting_id))

    def _titles(self, sitting: Sitting) -> Mapping[str, str]:
        return self._desk.offer(sitting.kind, _chapter(sitting)).titles

    def _headline(self, sitting: Sitting) -> Mapping[str, str]:
        """The exam and whose it is, as it stands above every question."""
        names = self._names()
        return {lang: f"{title} · {names.get(lang, names['zh'])}" for lang, title in self._titles(sitting).items()}

    def _names(self) -> Mapping[str, str]:
        """The person in Chinese, and in Latin letters where HR has entered them."""
        person = self._desk.person
        return {"zh": person.name, "en": person.latin or person.name}

    def _section_titles(self) -> dict[str, Mapping[str, str]]:
        ids = (section for chapter in self._desk.course().chapters for section in chapter.sections)
        return {one: {lang: text.title for lang, text in self._desk.section(one).texts.items()} for one in ids}

    def _offer(self, presenter: ExamOfferPresenter, titles: Mapping[str, str], view: ExamOfferView) -> Screen:
        view.code_typed.connect(presenter.type_code)
        view.pledged.connect(presenter.pledge)
        view.begin_asked.connect(presenter.begin)
        view.retry_asked.connect(presenter.begin)
        view.back_asked.connect(self._exits.home)
        view.zoom_chosen.connect(self._window.set_zoom)
        view.trial_asked.connect(lambda: self._try_out(presenter, titles))
        view.destroyed.connect(lambda: presenter.detach(view))
        presenter.attach(view)
        presenter.show()
        return _screen(view, presenter, lambda: self._offer(presenter, titles, ExamOfferView()), pick(titles))

    def _try_out(self, presenter: ExamOfferPresenter, titles: Mapping[str, str]) -> None:
        """What was typed on the page before the exam is there again afterwards."""
        question = trial_question(self._desk)
        if question is not None:
            back = partial(self._back_to_offer, presenter, titles)
            open_trial(self._window, question, back)

    def _back_to_offer(self, presenter: ExamOfferPresenter, titles: Mapping[str, str]) -> None:
        view = ExamOfferView()
        self._window.show_screen(self._offer(presenter, titles, view))
        view.focus_first()

    def _question(self, presenter: TakeExamPresenter, view: TakeExamView) -> Screen:
        view.answered.connect(presenter.choose)
        view.drafted.connect(presenter.keep_draft)
        view.position_asked.connect(presenter.go_to)
        view.next_asked.connect(presenter.go_next)
        view.back_asked.connect(presenter.go_back)
        view.flag_asked.connect(presenter.flag)
        view.summary_asked.connect(presenter.ask_summary)
        view.retry_asked.connect(presenter.try_again)
        view.clock_hidden.connect(presenter.hide_clock)
        view.window_left.connect(presenter.leave_window)
        view.ticked.connect(presenter.tick)
        view.proctor_asked.connect(self._exits.proctor)
        join_aids(view, presenter.aids, self._window)
        presenter.attach(view)
        presenter.show()
        return Screen(view, presenter, lambda: self._question(presenter, TakeExamView()), title=tr("Exam"), calm=True)

    def _summary(self, presenter: HandInPresenter, view: HandInView) -> Screen:
        view.position_asked.connect(presenter.go_to)
        view.back_asked.connect(presenter.go_back)
        view.hand_in_asked.connect(presenter.ask)
        view.clock_hidden.connect(presenter.hide_clock)
        view.window_left.connect(presenter.leave_window)
        view.ticked.connect(presenter.tick)
        view.proctor_asked.connect(self._exits.proctor)
        presenter.attach(view)
        presenter.show()
        title = tr("Check before handing in")
        return Screen(view, presenter, lambda: self._summary(presenter, HandInView()), title=title, calm=True)

    def _result(self, presenter: ExamResultPresenter, view: ExamResultView) -> Screen:
        view.certificate_asked.connect(presenter.open_certificate)
        view.review_asked.connect(presenter.open_review)
        view.section_asked.connect(presenter.open_section)
        view.weakest_asked.connect(presenter.open_weakest)
        view.retry_asked.connect(presenter.try_again)
        view.again_asked.connect(presenter.look_again)
        view.home_asked.connect(presenter.go_home)
        view.destroyed.connect(lambda: presenter.detach(view))
        presenter.attach(view)
        presenter.show()
        return _screen(view, presenter, lambda: self._result(presenter, ExamResultView()), tr("Result"))

    def _review(self, presenter: ReviewPresenter, view: ReviewView) -> Screen:
        view.position_asked.connect(presenter.go_to)
        view.next_asked.connect(presenter.go_next)
        view.back_asked.connect(presenter.go_back)
        view.leave_asked.connect(presenter.leave)
        view.section_asked.connect(presenter.open_section)
        presenter.attach(view)
        presenter.show()
        return _screen(view, presenter, lambda: self._review(presenter, ReviewView()), tr("Explanations"))


def _chapter(sitting: Sitting) -> int | None:
    return int(sitting.paper.blueprint.removeprefix("quiz-")) if sitting.kind is Kind.QUIZ else None


def _screen(view: QWidget, presenter: object, again: Callable[[], Screen], title: str) -> Screen:
    crumbs = (Crumb("home", tr("My training")), Crumb("here", title))
    return Screen(view, presenter, again, crumbs, title)
