"""Puts the page of headquarters' files together: what takes them in, and what asks for them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.screens.packs.presenter import Chosen, Exits, PackHouse, PacksPresenter, Progress
from desktop.screens.packs.view import PacksView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.version import VERSION
from desktop.widgets.values import Crumb
from desktop.words import mark, tr
from exams import AcademyError, Arrival, BranchView, Office, branch_view, files_in, open_branch, small_file

Inside = Callable[[Path], Sequence[Path]]
"""What a chosen folder stands for."""

PACKS = mark("What headquarters has sent")
"""The title of the page, as menus name it too."""


@dataclass(frozen=True, slots=True)
class Chooser:
    """Asks for files, or for a folder; whoever cancels hears nothing."""

    files: Callable[[Chosen], None]
    folder: Callable[[Chosen], None]


@dataclass(frozen=True, slots=True)
class OfficeHouse:
    """Files go through the office that has the home open."""

    office: Office

    def view(self) -> BranchView:
        """What stands there now."""
        return self.office.branch_view()

    def take_in(self, paths: Sequence[Path], progress: Progress) -> tuple[Arrival, ...]:
        """Take files in, written down in the office's journal."""
        from certificates import HomeLists

        return self.office.take_in(paths, VERSION, progress, HomeLists(self.office.home))


@dataclass(frozen=True, slots=True)
class ClosedHouse:
    """Files go into a home that nobody has open."""

    home: Path

    def view(self) -> BranchView:
        """What stands there now."""
        return branch_view(self.home)

    def take_in(self, paths: Sequence[Path], progress: Progress) -> tuple[Arrival, ...]:
        """Open the home for as long as it takes."""
        from certificates import HomeLists

        with open_branch(self.home, VERSION) as desk:
            return desk.install(paths, progress, HomeLists(self.home))


@dataclass(frozen=True, slots=True)
class PacksWays:
    """Where the page leads: `above` and `back` name what lies before it, `reopen` opens the new course."""

    above: tuple[Crumb, ...]
    back: str
    leave: Callable[[], None]
    reopen: Callable[[], None]
    looked: Callable[[], None]
    chooser: Chooser | None = None


def open_packs(window: Window, house: PackHouse, ways: Callable[[], PacksWays]) -> None:
    """Show the page; `ways` are asked for again after a change of language."""
    now = ways()
    chooser = now.chooser or system_chooser(window)
    exits = Exits(chooser.files, chooser.folder, now.reopen, now.leave, now.looked)
    window.show_screen(_screen(PacksPresenter(house, window.jobs, exits), ways))


def system_chooser(window: QWidget, inside: Inside = files_in) -> Chooser:
    """The system's dialogs, over the window; they do not hold up the app. A folder is chosen for what is `inside`."""
    return Chooser(partial(_ask, window, None), partial(_ask, window, inside))


def ask_small_file(window: Window, chooser: Chooser | None, taken: Callable[[bytes], None]) -> None:
    """What one chosen small file holds; one that cannot be read is told. Without a `chooser` the system asks."""

    def chosen(paths: Sequence[Path]) -> None:
        try:
            raws = [small_file(path) for path in paths[:1]]
        except AcademyError as error:
            window.show_error(error)
            return
        for raw in raws:
            taken(raw)

    (chooser or system_chooser(window)).files(chosen)


def _ask(window: QWidget, inside: Inside | None, chosen: Chosen) -> None:
    """Files, or folders with what is inside them."""
    start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    dialog = QFileDialog(window, tr("Choose a folder or a stick") if inside else tr("Choose files"), start)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory if inside else QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: chosen(_paths(names, inside)))
    dialog.open()


def _paths(names: list[str], inside: Inside | None) -> tuple[Path, ...]:
    paths = [Path(name) for name in names]
    return tuple(file for path in paths for file in inside(path)) if inside else tuple(paths)


def _screen(presenter: PacksPresenter, ways: Callable[[], PacksWays]) -> Screen:
    now = ways()
    view = PacksView(now.back)
    view.files_asked.connect(presenter.choose_files)
    view.folder_asked.connect(presenter.choose_folder)
    view.files_dropped.connect(presenter.take_in)
    view.reopen_asked.connect(presenter.reopen)
    view.leave_asked.connect(presenter.leave)
    view.ticked.connect(presenter.tick)
    view.destroyed.connect(lambda: presenter.detach(view))
    presenter.attach(view)
    presenter.show()
    title = tr(PACKS)
    crumbs = (*now.above, Crumb("here", title))
    return Screen(view, presenter, lambda: _screen(presenter, ways), crumbs, title, held=lambda: presenter.busy)
