"""Puts the page together that sends results to HR: sealed through the office that has the home open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtGui import QGuiApplication

from desktop.screens.send_results.presenter import Exits, Sealed, SendResultsPresenter
from desktop.screens.send_results.state import Symbol
from desktop.screens.send_results.view import SendResultsView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.wiring.packs import Chooser
from desktop.words import mark, tr
from exams import Bundling, Office, put_on_stick

SEND_RESULTS = mark("Results for HR")
"""The title of the page, as menus name it too."""


@dataclass(frozen=True, slots=True)
class SendHouse:
    """Seals on the thread that has the home open."""

    office: Office

    def seal(self) -> tuple[Sealed, ...]:
        """Every line that HR has sent no receipt for."""
        from certificates import tokens_of

        office = self.office
        bundling = Bundling(office.home, office.db, office.journal, office.checkpoints)
        with TemporaryDirectory(prefix="academy-results-") as folder:
            written = bundling.write(Path(folder), tokens_of(office.home))
            return tuple((one.path.name, one.path.read_bytes()) for one in written)

    def put(self, folder: Path, files: Sequence[Sealed]) -> None:
        """On the stick before this returns, and read back."""
        for name, raw in files:
            put_on_stick(folder / name, raw)


@dataclass(frozen=True, slots=True)
class SendWays:
    """Where the page leads: `above` lies before it, `back` is what its button says."""

    above: tuple[Crumb, ...]
    back: str
    leave: Callable[[], None]


def open_send_results(window: Window, house: Any, chooser: Chooser, ways: Callable[[], SendWays]) -> None:
    """Show the page; `ways` are asked for again after a change of language."""
    exits = Exits(chooser.folder, _copy, _symbol, ways().leave)
    window.show_screen(_screen(SendResultsPresenter(house, window.jobs, exits), ways))


def _screen(presenter: SendResultsPresenter, ways: Callable[[], SendWays]) -> Screen:
    now = ways()
    view = SendResultsView(now.back)
    view.folder_asked.connect(presenter.to_folder)
    view.mail_asked.connect(presenter.to_mail)
    view.codes_asked.connect(presenter.to_codes)
    view.stepped.connect(presenter.step)
    view.run_asked.connect(presenter.run)
    view.leave_asked.connect(presenter.leave)
    view.ticked.connect(presenter.tick)
    view.destroyed.connect(lambda: presenter.detach(view))
    presenter.attach(view)
    presenter.show()
    title = tr(SEND_RESULTS)
    again = partial(_screen, presenter, ways)
    return Screen(view, presenter, again, (*now.above, Crumb("here", title)), title, held=lambda: presenter.busy)


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def _symbol(text: str) -> Symbol:
    from certificates import qr_modules

    return qr_modules(text)
