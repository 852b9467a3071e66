"""Puts the screens of simulated calls together: the list, the call, its result."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desktop.screens.call.presenter import CallPresenter
from desktop.screens.call.presenter import Exits as CallExits
from desktop.screens.call.view import CallView
from desktop.screens.call_result.presenter import CallResultPresenter
from desktop.screens.call_result.presenter import Exits as ResultExits
from desktop.screens.call_result.telling import Setting
from desktop.screens.call_result.view import CallResultView
from desktop.screens.calls.presenter import CallsPresenter
from desktop.screens.calls.presenter import Exits as CallsExits
from desktop.screens.calls.view import CallsView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.words import pick, tr
from exams import AcademyError, CallPlay, Scenario, TraineeDesk


@dataclass(frozen=True, slots=True)
class CallRoomExits:
    """Where practising leads outside of itself."""

    home: Callable[[], None]
    section: Callable[[str], None]


class CallRoom:
    """One trainee's simulated calls. Keep it as long as a call stands: it holds the presenter."""

    def __init__(self, window: Window, desk: TraineeDesk, exits: CallRoomExits) -> None:
        self._window = window
        self._desk = desk
        self._exits = exits
        self._running: CallPresenter | None = None
        self._known: tuple[Scenario, ...] | None = None

    def practising(self, section_id: str) -> tuple[tuple[str, Mapping[str, str]], ...]:
        """The calls that practise a section: ids with their titles; none where they cannot be read."""
        if self._known is None:
            try:
                self._known = tuple(line.scenario for line in self._desk.calls.lines())
            except AcademyError:  # the section can be read all the same, and the list of calls tells of it
                return ()
        return tuple((one.id, one.titles) for one in self._known if section_id in one.sections)

    def open_calls(self) -> None:
        """Show all calls."""
        presenter = CallsPresenter(self._desk.calls, CallsExits(self.open_call, self._exits.home))
        view = CallsView()
        self._window.show_screen(self._calls(presenter, view))
        view.focus_first()

    def open_call(self, scenario_id: str) -> None:
        """Go on with a call, or begin it."""
        self._play(lambda: self._desk.calls.open(scenario_id))

    def open_result(self, play_id: str) -> None:
        """Show what came of a play."""
        try:
            play = self._desk.calls.play(play_id)
            scenario = play.call.scenario
            titles = {
                name: {lang: text.title for lang, text in self._desk.section(name).texts.items()}
                for name in scenario.sections
            }
            setting = Setting(self._desk.calls.tries(scenario.id), titles)
        except AcademyError as error:
            self._window.show_error(error)
            return
        exits = ResultExits(self.play_again, self.open_calls, self._exits.section, self.open_result)
        view = CallResultView()
        self._window.show_screen(self._result(CallResultPresenter(play, setting, exits), play, view))
        view.focus_first()

    def play_again(self, scenario_id: str) -> None:
        """Begin a call afresh."""
        self._play(lambda: self._desk.calls.begin_again(scenario_id))

    def leave(self) -> None:
        """Let the clock of a call stand, as far as it may; harmless where none is open."""
        if self._running is not None:
            self._running.leave()

    def _play(self, begin: Callable[[], CallPlay]) -> None:
        self.leave()
        try:
            play = begin()
        except AcademyError as error:
            self._window.show_error(error)
            return
        exits = CallExits(self.open_result, self.play_again, self._window.ask, self._window.show_error)
        presenter = CallPresenter(self._desk.calls, play, exits)
        view = CallView()
        screen = self._call(presenter, play, view)
        self._window.show_screen(screen)
        self._running = presenter
        view.focus_first()

    def _calls(self, presenter: CallsPresenter, view: CallsView) -> Screen:
        view.call_asked.connect(presenter.open)
        view.retry_asked.connect(presenter.show)
        presenter.attach(view)
        presenter.show()
        title = tr("Practise calls")
        crumbs = (Crumb("home", tr("My training")), Crumb("here", title))
        return Screen(view, presenter, lambda: self._calls(presenter, CallsView()), crumbs, title)

    def _call(self, presenter: CallPresenter, play: CallPlay, view: CallView) -> Screen:
        view.reply_chosen.connect(presenter.choose)
        view.note_filled.connect(presenter.fill)
        view.pause_asked.connect(presenter.pause)
        view.again_asked.connect(presenter.begin_again)
        view.finish_asked.connect(presenter.finish)
        view.ticked.connect(presenter.tick)
        view.left.connect(presenter.leave)
        presenter.attach(view)
        presenter.show()
        title = pick(play.call.scenario.titles)
        return Screen(view, presenter, lambda: self._call(presenter, play, CallView()), _crumbs(title), title)

    def _result(self, presenter: CallResultPresenter, play: CallPlay, view: CallResultView) -> Screen:
        view.again_asked.connect(presenter.play_again)
        view.calls_asked.connect(presenter.open_calls)
        view.section_asked.connect(presenter.open_section)
        view.try_asked.connect(presenter.open_try)
        presenter.attach(view)
        presenter.show()
        title = pick(play.call.scenario.titles)
        return Screen(view, presenter, lambda: self._result(presenter, play, CallResultView()), _crumbs(title), title)


def _crumbs(title: str) -> tuple[Crumb, ...]:
    return (Crumb("home", tr("My training")), Crumb("calls", tr("Practise calls")), Crumb("here", title))
