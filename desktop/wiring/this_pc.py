"""Puts the page about this PC together, for a home that is open and for one that is not."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import time_ns

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from desktop.screens.this_pc.presenter import Exits, PcDesk, ThisPcPresenter, Tools, enrolled_text
from desktop.screens.this_pc.view import ThisPcView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.wiring.certificate import ChooseFile
from desktop.wiring.packs import Chooser, ask_small_file
from desktop.words import mark, tr
from exams import (
    AcademyError,
    Asked,
    DeviceView,
    Enrolled,
    Office,
    device_view,
    enrolment_of,
    open_enrolment,
    put_file,
)

THIS_PC = mark("This PC")
"""The title of the page, as menus name it too."""

_MOST_SYMBOL = 2_000
"""Characters; a longer text makes a symbol too fine for a camera."""


@dataclass(frozen=True, slots=True)
class OfficePc:
    """The PC whose office is open."""

    office: Office

    def view(self) -> DeviceView:
        """How it stands."""
        return device_view(self.office.home)

    def ask(self, branch: str, label: str) -> Asked:
        """A request for its renewal."""
        return enrolment_of(self.office).ask(branch, label)

    def take_in(self, raw: bytes) -> Enrolled:
        """Headquarters' answer, written down in the office's journal."""
        return enrolment_of(self.office).take_in(raw)


@dataclass(frozen=True, slots=True)
class ClosedPc:
    """A PC whose home nobody has open; it is opened for as long as it takes."""

    home: Path

    def view(self) -> DeviceView:
        """How it stands."""
        return device_view(self.home)

    def ask(self, branch: str, label: str) -> Asked:
        """A request."""
        with open_enrolment(self.home) as pc:
            return pc.ask(branch, label)

    def take_in(self, raw: bytes) -> Enrolled:
        """Headquarters' answer; with the first one the journal begins."""
        with open_enrolment(self.home) as pc:
            return pc.take_in(raw)


@dataclass(frozen=True, slots=True)
class ThisPcWays:
    """Where the page leads: `above` and `back` name what lies before it, `packs` takes in headquarters' keys."""

    above: tuple[Crumb, ...]
    back: str
    leave: Callable[[], None]
    packs: Callable[[], None] | None = None
    chooser: Chooser | None = None
    choose_file: ChooseFile | None = None


def open_this_pc(window: Window, desk: PcDesk, ways: Callable[[], ThisPcWays]) -> None:
    """Show the page; `ways` are asked for again after a change of language."""
    now = ways()
    tools = Tools(lambda: time_ns() // 1_000_000, _symbol, QGuiApplication.clipboard().setText)
    exits = Exits(
        save=partial(_save, window, now.choose_file),
        file=partial(ask_small_file, window, now.chooser),
        enrolled=lambda done: window.toast(enrolled_text(done)),
        packs=now.packs,
        leave=now.leave,
    )
    window.show_screen(_screen(ThisPcPresenter(desk, window.jobs, tools, exits), ways))


def _screen(presenter: ThisPcPresenter, ways: Callable[[], ThisPcWays]) -> Screen:
    now = ways()
    view = ThisPcView(now.back)
    view.typed.connect(presenter.type)
    view.ask_asked.connect(presenter.ask)
    view.save_asked.connect(presenter.save)
    view.copy_asked.connect(presenter.copy)
    view.text_asked.connect(presenter.take_text)
    view.file_asked.connect(presenter.take_file)
    view.packs_asked.connect(presenter.open_packs)
    view.leave_asked.connect(presenter.leave)
    view.destroyed.connect(lambda: presenter.detach(view))
    presenter.attach(view)
    presenter.show()
    title = tr(THIS_PC)
    crumbs = (*now.above, Crumb("here", title))
    return Screen(view, presenter, lambda: _screen(presenter, ways), crumbs, title, held=lambda: presenter.busy)


def _symbol(text: str) -> tuple[tuple[bool, ...], ...]:
    from certificates import qr_modules

    return qr_modules(text) if len(text) <= _MOST_SYMBOL else ()


def _save(window: Window, choose_file: ChooseFile | None, name: str, raw: bytes) -> None:
    def chosen(path: Path) -> None:
        try:
            put_file(path, raw)
        except AcademyError as error:
            window.show_error(error)
            return
        window.toast(tr("Written: {path}").format(path=path))

    (choose_file or save_file_dialog(window))(name, chosen)


def save_file_dialog(window: Window) -> ChooseFile:
    """The system's dialog for a file of any kind, over the window; it does not hold up the app."""

    def ask(name: str, chosen: Callable[[Path], None]) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(window, tr("Save as a file"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda place: chosen(Path(place)))
        dialog.open()

    return ask
