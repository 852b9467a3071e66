"""Puts the page for a lost PIN together."""

from collections.abc import Callable
from functools import partial

from desktop.screens.reset_pin.presenter import Exits, ResetPinPresenter, done_text
from desktop.screens.reset_pin.view import ResetPinView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.wiring.packs import Chooser, ask_small_file
from desktop.words import tr
from exams import Office


def open_lost_pin(
    window: Window, office: Office, staff_id: str, door: Callable[[], None], chooser: Chooser | None = None
) -> None:
    """Show the page; the system asks for headquarters' file where no `chooser` does."""

    def done(who: str) -> None:
        door()
        window.toast(done_text(who))

    presenter = ResetPinPresenter(office.resets, staff_id, Exits(partial(ask_small_file, window, chooser), done, door))

    def screen() -> Screen:
        view = ResetPinView()
        view.typed.connect(presenter.type)
        view.ask_asked.connect(presenter.ask)
        view.set_asked.connect(presenter.set_pin)
        view.file_asked.connect(presenter.use_file)
        view.leave_asked.connect(presenter.leave)
        presenter.attach(view)
        presenter.show()
        return Screen(view, presenter, screen, title=tr("PIN forgotten or locked"))

    window.show_screen(screen())
