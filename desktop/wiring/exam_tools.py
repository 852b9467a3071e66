"""Joins the aids of the exam screen with its presenter, and the question that people try the screen out with."""

from collections.abc import Callable
from typing import Protocol

from desktop.screens.take_exam.keys_sheet import keys_sheet
from desktop.screens.take_exam.state import Panel
from desktop.screens.take_exam.trial import TrialPresenter
from desktop.screens.take_exam.view import TakeExamView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.words import tr
from exams import ItemType, Question, TraineeDesk


class AidKeeper(Protocol):
    """Keeps what is marked and noted: in a sitting, or of a question to try out."""

    def strike(self, letter: str) -> None: ...  # noqa: D102
    def highlight(self, start: int, end: int) -> None: ...  # noqa: D102
    def unhighlight(self, at: int) -> None: ...  # noqa: D102
    def toggle(self, panel: Panel) -> None: ...  # noqa: D102
    def toggle_striking(self) -> None: ...  # noqa: D102
    def toggle_language(self) -> None: ...  # noqa: D102
    def note(self, text: str) -> None: ...  # noqa: D102
    def remark(self, kind: str, text: str) -> None: ...  # noqa: D102


def join_aids(view: TakeExamView, aids: AidKeeper, window: Window) -> None:
    """Everything that is asked of the tools goes to the presenter's aids."""
    view.strike_asked.connect(aids.strike)
    view.marked.connect(aids.highlight)
    view.unmarked.connect(aids.unhighlight)
    tools = view.tools
    tools.strike_asked.connect(aids.toggle_striking)
    tools.language_asked.connect(aids.toggle_language)
    tools.panel_asked.connect(aids.toggle)
    tools.noted.connect(aids.note)
    tools.remarked.connect(aids.remark)
    tools.keys_asked.connect(lambda: window.show_sheet(tr("Keys of the exam"), keys_sheet()))


def trial_question(desk: TraineeDesk) -> Question | None:
    """The first self-check of the course that is answered by one choice; None where the course has none."""
    for chapter in desk.course().chapters:
        for section in chapter.sections:
            for check in desk.section(section).checks:
                question = desk.check_question(check)
                if question.type is ItemType.SINGLE:
                    return question
    return None


def open_trial(window: Window, question: Question, done: Callable[[], None]) -> None:
    """Show the exam's page with a question that counts for nothing."""
    view = TakeExamView()
    window.show_screen(_trial(window, TrialPresenter(question, done), view))
    view.focus_answer()


def _trial(window: Window, presenter: TrialPresenter, view: TakeExamView) -> Screen:
    view.answered.connect(presenter.choose)
    view.drafted.connect(presenter.choose)
    view.next_asked.connect(presenter.leave)
    view.summary_asked.connect(presenter.leave)
    view.flag_asked.connect(presenter.flag)
    join_aids(view, presenter, window)
    presenter.attach(view)
    presenter.show()
    return Screen(view, presenter, lambda: _trial(window, presenter, TakeExamView()), title=tr("To try out"), calm=True)
