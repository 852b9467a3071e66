"""Puts the page for a lost PIN together."""

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.screens.reset_pin.presenter import Exits, ResetPinPresenter, done_text
from desktop.screens.reset_pin.view import ResetPinView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.wiring.packs import Chooser, ask_files
from desktop.words import tr
from exams import AcademyError, Office, small_file


def open_lost_pin(
    window: Window, office: Office, staff_id: str, door: Callable[[], None], chooser: Chooser | None = None
) -> None:
    """Show the page; the system asks for headquarters' file where no `chooser` does."""

    def done(who: str) -> None:
        door()
        window.toast(done_text(who))

    def file(taken: Callable[[bytes], None]) -> None:
        def chosen(paths: Sequence[Path]) -> None:
            try:
                raws = [small_file(path) for path in paths[:1]]
            except AcademyError as error:
                window.show_error(error)
                return
            for raw in raws:
                taken(raw)

        if chooser is None:
            ask_files(window, chosen)
        else:
            chooser.files(chosen)

    presenter = ResetPinPresenter(office.resets, staff_id, Exits(file, done, door))

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
