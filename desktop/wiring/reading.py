"""Puts the reader together: one section at a time, and what is shown over it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desktop.screens.reader.mark_panel import MarkView
from desktop.screens.reader.marking import MarkExits, MarksPresenter
from desktop.screens.reader.marks_state import MarkSheet
from desktop.screens.reader.presenter import Exits, ReaderPresenter
from desktop.screens.reader.sheets import source_sheet, term_sheet
from desktop.screens.reader.view import ReaderView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.words import pick, tr
from exams import AcademyError, Clock, Section, SystemClock, Term, TraineeDesk


@dataclass(frozen=True, slots=True)
class ReadingExits:
    """Where reading leads; `section` opens another section, here or through whoever keeps this room."""

    home: Callable[[], None]
    section: Callable[[str], None]
    quiz: Callable[[int], None]
    call: Callable[[str], None] = lambda _: None
    calls: Callable[[str], tuple[tuple[str, Mapping[str, str]], ...]] = lambda _: ()


class ReadingRoom:
    """One trainee's way through the course. Keep it as long as its page stands: it holds the presenter."""

    def __init__(self, window: Window, desk: TraineeDesk, exits: ReadingExits, clock: Clock | None = None) -> None:
        self._window = window
        self._desk = desk
        self._exits = exits
        self._clock = clock or SystemClock()
        # The last page is told to leave when the window puts it away; by then nobody else holds its presenter.
        self._presenter: ReaderPresenter | None = None
        self._marks: MarksPresenter | None = None

    def open_section(self, section_id: str, block: int | None = None) -> None:
        """Show a section where it was left, or at a block of it."""
        exits = Exits(
            home=self._exits.home,
            section=self._exits.section,
            quiz=self._exits.quiz,
            term=self._show_term,
            source=self._show_source,
            failed=self._window.show_error,
            call=self._exits.call,
            calls=self._exits.calls,
        )
        self.leave()
        try:
            section = self._desk.section(section_id)
            presenter = ReaderPresenter(self._desk, section_id, self._clock, exits, block)
            marks = MarksPresenter(self._desk.learning.marks, section_id, self._mark_exits())
        except AcademyError as error:
            self._window.show_error(error)
            return
        screen = self._reader(presenter, marks, section)
        self._window.show_screen(screen)
        screen.view.setFocus()
        self._presenter = presenter

    def leave(self) -> None:
        """Write down what is not yet written; harmless where nothing is open."""
        if self._presenter is not None:
            self._presenter.leave()

    def _reader(self, presenter: ReaderPresenter, marks: MarksPresenter, section: Section) -> Screen:
        view = ReaderView()
        view.spot_reached.connect(presenter.reach)
        view.end_seen.connect(presenter.see_end)
        view.moved.connect(presenter.move)
        view.ticked.connect(presenter.tick)
        view.left.connect(presenter.leave)
        view.value_given.connect(presenter.choose)
        view.check_asked.connect(presenter.check)
        view.again_asked.connect(presenter.try_again)
        view.link_asked.connect(presenter.follow)
        view.section_asked.connect(presenter.go_to)
        view.call_asked.connect(presenter.open_call)
        view.next_asked.connect(presenter.go_next)
        view.back_asked.connect(presenter.go_back)
        view.home_asked.connect(presenter.go_home)
        presenter.attach(view)
        presenter.show()
        view.mark_asked.connect(marks.add)
        view.mark_opened.connect(marks.open)
        marks.attach(view)
        marks.show()
        self._marks = marks
        chapters = self._desk.course().chapters
        chapter = next(pick(one.titles) for one in chapters if one.number == section.chapter)
        title = f"{section.id} {pick(section.texts).title}"
        # The number alone: a step of the path does not wrap, and the title stands on the page anyway.
        here = Crumb("here", tr("Section {id}").format(id=section.id))
        crumbs = (Crumb("home", tr("My training")), Crumb("home", chapter), here)
        return Screen(view, presenter, lambda: self._reader(presenter, marks, section), crumbs, title)

    def _mark_exits(self) -> MarkExits:
        window = self._window
        return MarkExits(self._show_mark, window.close_sheet, window.toast, window.show_error)

    def _show_mark(self, sheet: MarkSheet) -> None:
        view, marks = MarkView(sheet), self._marks
        if marks is not None:
            view.written.connect(marks.write)
            view.removed.connect(marks.remove)
            view.asked.connect(marks.go_to)
        self._window.show_sheet(sheet.title, view)
        view.focus_note()

    def _show_term(self, term: Term) -> None:
        self._window.show_sheet(pick(term.names), term_sheet(term))

    def _show_source(self, fact: str, number: int) -> None:
        self._window.show_sheet(tr("Source {number}").format(number=number), source_sheet(fact))
