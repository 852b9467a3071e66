"""Puts the screens of the learning loop together: mistakes, marks, what changed."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.screens.changes.presenter import ChangesPresenter
from desktop.screens.changes.presenter import Exits as ChangesExits
from desktop.screens.changes.view import ChangesView
from desktop.screens.mistakes.presenter import Exits as MistakesExits
from desktop.screens.mistakes.presenter import MistakesPresenter
from desktop.screens.mistakes.view import MistakesView
from desktop.screens.my_marks.presenter import Exits as MarksExits
from desktop.screens.my_marks.presenter import MyMarksPresenter
from desktop.screens.my_marks.view import MyMarksView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.words import tr
from exams import TraineeDesk


@dataclass(frozen=True, slots=True)
class LearningExits:
    """Where the loop leads back into the text, and home."""

    home: Callable[[], None]
    section: Callable[[str], None]
    paragraph: Callable[[str, int], None]


class LearningRoom:
    """One trainee's notebook, marks and changes."""

    def __init__(self, window: Window, desk: TraineeDesk, exits: LearningExits) -> None:
        self._window = window
        self._desk = desk
        self._exits = exits

    def open_mistakes(self) -> None:
        """Show what was missed, and what is due."""
        exits = MistakesExits(self._exits.section, self._exits.home, self._window.show_error)
        view = MistakesView()
        self._window.show_screen(self._mistakes(MistakesPresenter(self._desk.learning, exits), view))
        view.focus_first()

    def open_marks(self) -> None:
        """Show every bookmark, note and highlight."""
        exits = MarksExits(self._exits.paragraph, self._exits.home, self._window.ask)
        presenter = MyMarksPresenter(self._desk.learning.marks, self._desk.section, exits)
        self._window.show_screen(self._marks(presenter))

    def open_changes(self) -> None:
        """Show what changed since it was read."""
        exits = ChangesExits(self._exits.section, self._exits.home, self._window.toast, self._window.show_error)
        presenter = ChangesPresenter(self._desk.learning, self._desk.section, exits)
        self._window.show_screen(self._changes(presenter))

    def _mistakes(self, presenter: MistakesPresenter, view: MistakesView) -> Screen:
        view.begin_asked.connect(presenter.begin)
        view.value_given.connect(presenter.choose)
        view.check_asked.connect(presenter.check)
        view.next_asked.connect(presenter.go_on)
        view.stop_asked.connect(presenter.stop)
        view.read_asked.connect(presenter.read)
        view.row_asked.connect(presenter.open)
        view.action_asked.connect(presenter.act)
        presenter.attach(view)
        presenter.show()
        title = tr("My mistakes")
        return Screen(view, presenter, lambda: self._mistakes(presenter, MistakesView()), _crumbs(title), title)

    def _marks(self, presenter: MyMarksPresenter) -> Screen:
        view = MyMarksView()
        view.opened.connect(presenter.open)
        view.home_asked.connect(presenter.go_home)
        presenter.attach(view)
        presenter.show()
        title = tr("My marks")
        return Screen(view, presenter, lambda: self._marks(presenter), _crumbs(title), title)

    def _changes(self, presenter: ChangesPresenter) -> Screen:
        view = ChangesView()
        view.sign_asked.connect(presenter.sign)
        view.section_asked.connect(presenter.open)
        view.home_asked.connect(presenter.go_home)
        presenter.attach(view)
        presenter.show()
        title = tr("What changed")
        return Screen(view, presenter, lambda: self._changes(presenter), _crumbs(title), title)


def _crumbs(title: str) -> tuple[Crumb, ...]:
    return (Crumb("home", tr("My training")), Crumb("here", title))
