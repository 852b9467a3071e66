"""The help of the day over any page: by its button in the head of the window, by Shift+F1, outside an exam by F1."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.handout import Handout
from desktop.handout_printing import HandoutPrinter
from desktop.screens.exam_day_help.pages import Reader
from desktop.screens.exam_day_help.presenter import Exits, HelpPresenter
from desktop.screens.exam_day_help.view import HelpView
from desktop.shell.window import Window
from desktop.words import tr


@dataclass(frozen=True, slots=True)
class HelpWays:
    """Whose page comes first, and the way to the slip of this PC (None where it may not be left)."""

    reader: Reader
    check_pc: Callable[[], None] | None = None


def open_help(window: Window, ways: HelpWays) -> None:
    """Lay the help over the page; what is asked there already stays."""
    if window.is_asking():
        return
    printer = HandoutPrinter(window)
    here = window.current()
    calm = here is not None and here.calm  # printing is off while an exam is sat

    def print_page(handout: Handout) -> None:
        printer.print_handout(handout, lambda: window.toast(tr("The page is on its way to the printer.")))

    def check_pc() -> None:
        window.close_sheet()
        if ways.check_pc is not None:
            ways.check_pc()

    exits = Exits(
        print_page=None if calm or not printer.is_there() else print_page,
        check_pc=None if calm or ways.check_pc is None else check_pc,
    )
    presenter, view = HelpPresenter(ways.reader, exits), HelpView()
    view.reader_chosen.connect(presenter.turn_to)
    view.print_asked.connect(presenter.print_page)
    view.check_asked.connect(presenter.check_pc)
    presenter.attach(view)
    presenter.show()
    view.setProperty("presenter", presenter)  # the view keeps it: PySide6 holds its methods weakly
    window.show_sheet(tr("Help on exam day"), view)
    view.focus_first()
