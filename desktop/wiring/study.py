"""Puts the screens of studying together: home, search, glossary, results."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.screens.glossary.presenter import Exits as GlossaryExits
from desktop.screens.glossary.presenter import GlossaryPresenter
from desktop.screens.glossary.view import GlossaryView
from desktop.screens.history.presenter import Exits as HistoryExits
from desktop.screens.history.presenter import HistoryPresenter
from desktop.screens.history.view import HistoryView
from desktop.screens.my_training.presenter import Exits as HomeExits
from desktop.screens.my_training.presenter import MyTrainingPresenter
from desktop.screens.my_training.view import MyTrainingView
from desktop.screens.search.presenter import Exits as SearchExits
from desktop.screens.search.presenter import SearchPresenter
from desktop.screens.search.view import SearchView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.wiring.calls import CallRoom, CallRoomExits
from desktop.wiring.learning import LearningExits, LearningRoom
from desktop.words import tr
from exams import Kind, TraineeDesk


@dataclass(frozen=True, slots=True)
class StudyExits:
    """Where studying leads: to a text, a paragraph of it, an exam's terms, a sitting, its result, a certificate."""

    section: Callable[[str], None]
    paragraph: Callable[[str, int], None]
    offer: Callable[[Kind, int | None], None]
    resume: Callable[[str], None]
    result: Callable[[str], None]
    certificate: Callable[[str], None]
    call: Callable[[str], None]


class StudyRoom:
    """One trainee's places outside of texts and exams; `calls` are the simulated ones, `learning` the loop."""

    def __init__(self, window: Window, desk: TraineeDesk, exits: StudyExits) -> None:
        self._window = window
        self._desk = desk
        self._exits = exits
        self.learning = LearningRoom(window, desk, LearningExits(self.open_home, exits.section, exits.paragraph))
        self.calls = CallRoom(window, desk, CallRoomExits(self.open_home, exits.section))

    def ways(self) -> dict[str, Callable[[], None]]:
        """The places by the keys of the person menu."""
        return {
            "search": self.open_search,
            "glossary": self.open_glossary,
            "history": self.open_history,
            "calls": self.calls.open_calls,
            "mistakes": self.learning.open_mistakes,
            "marks": self.learning.open_marks,
            "changes": self.learning.open_changes,
        }

    def open_home(self) -> None:
        """Show how far the person is and what comes next."""
        exits = HomeExits(
            section=self._exits.section,
            offer=self._exits.offer,
            resume=self._exits.resume,
            result=self._exits.result,
            certificate=self._exits.certificate,
            search=self.open_search,
            glossary=self.open_glossary,
            history=self.open_history,
            calls=self.calls.open_calls,
            loop=self._open_loop,
        )
        view = MyTrainingView()
        self._window.show_screen(self._home(MyTrainingPresenter(self._desk, exits), view))
        view.focus_next()

    def _open_loop(self, key: str) -> None:
        self.ways()[key]()

    def open_search(self, text: str = "") -> None:
        """Look for words in the course."""
        exits = SearchExits(section=self._exits.paragraph, glossary=self.open_glossary, call=self._exits.call)
        view = SearchView()
        self._window.show_screen(self._search(SearchPresenter(self._desk, exits, text), view))
        view.focus_field()

    def open_glossary(self, text: str = "") -> None:
        """Show the terms, or those that fit a text."""
        exits = GlossaryExits(search=self.open_search)
        view = GlossaryView()
        self._window.show_screen(self._glossary(GlossaryPresenter(self._desk, exits, text), view))
        view.focus_field()

    def open_history(self) -> None:
        """Show the sittings of the past."""
        exits = HistoryExits(
            result=self._exits.result,
            resume=self._exits.resume,
            certificate=self._exits.certificate,
            home=self.open_home,
        )
        self._window.show_screen(self._history(HistoryPresenter(self._desk, exits), HistoryView()))

    def _home(self, presenter: MyTrainingPresenter, view: MyTrainingView) -> Screen:
        view.next_asked.connect(presenter.go_on)
        view.row_asked.connect(presenter.open_row)
        view.fold_asked.connect(presenter.fold)
        view.certificate_asked.connect(presenter.open_certificate)
        view.search_asked.connect(presenter.look_up)
        view.glossary_asked.connect(presenter.open_glossary)
        view.history_asked.connect(presenter.open_history)
        view.calls_asked.connect(presenter.open_calls)
        view.retry_asked.connect(presenter.show)
        presenter.attach(view)
        presenter.show()
        title = tr("My training")
        crumbs = (Crumb("here", title),)
        return Screen(view, presenter, lambda: self._home(presenter, MyTrainingView()), crumbs, title)

    def _search(self, presenter: SearchPresenter, view: SearchView) -> Screen:
        view.text_changed.connect(presenter.look_for)
        view.section_asked.connect(presenter.open_section)
        view.term_asked.connect(presenter.open_term)
        view.call_asked.connect(presenter.open_call)
        presenter.attach(view)
        presenter.show()
        title = tr("Search the course")
        return Screen(view, presenter, lambda: self._search(presenter, SearchView()), _crumbs(title), title)

    def _glossary(self, presenter: GlossaryPresenter, view: GlossaryView) -> Screen:
        view.text_changed.connect(presenter.filter)
        view.all_asked.connect(presenter.show_all)
        view.term_asked.connect(presenter.find)
        presenter.attach(view)
        presenter.show()
        title = tr("Glossary")
        return Screen(view, presenter, lambda: self._glossary(presenter, GlossaryView()), _crumbs(title), title)

    def _history(self, presenter: HistoryPresenter, view: HistoryView) -> Screen:
        view.kind_chosen.connect(presenter.choose_kind)
        view.sitting_asked.connect(presenter.open)
        view.certificate_asked.connect(presenter.open_certificate)
        view.home_asked.connect(presenter.go_home)
        view.search_asked.connect(self.open_search)
        presenter.attach(view)
        presenter.show()
        title = tr("My results")
        return Screen(view, presenter, lambda: self._history(presenter, HistoryView()), _crumbs(title), title)


def _crumbs(title: str) -> tuple[Crumb, ...]:
    return (Crumb("home", tr("My training")), Crumb("here", title))
