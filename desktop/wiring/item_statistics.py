"""Puts the page of item statistics together."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

from desktop.screens.item_statistics.presenter import Chosen, Exits, ItemStatisticsPresenter
from desktop.screens.item_statistics.view import ItemStatisticsView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.words import mark, tr
from exams import ItemStatistics, open_register, register_path

STATISTICS = mark("Item analysis")
"""The title of the page, as menus name it too."""


@dataclass(frozen=True, slots=True)
class FigureHouse:
    """HR's register for this page: in place of taking a table in, it writes what it pooled for headquarters' bank."""

    home: Path
    who: str

    @property
    def is_empty(self) -> bool:
        """A register can always be written out."""
        return False

    def statistics(self) -> tuple[ItemStatistics, ...]:
        """Of every course."""
        with open_register(register_path(self.home), self.who) as register:
            return register.figures.statistics()

    def analyse(self, marks: Path) -> int:
        """Write the figures to this file."""
        with open_register(register_path(self.home), self.who) as register:
            return register.figures.write(marks)


def pooled_screen(
    window: Window, house: FigureHouse, leave: Callable[[], None], above: Callable[[], tuple[Crumb, ...]]
) -> Screen:
    """The page at HR; `above` as of `statistics_screen`."""

    def choose(chosen: Chosen) -> None:
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(window, tr("Write figures for headquarters"), f"{start}/items.json")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["JSON (*.json)"])
        dialog.fileSelected.connect(lambda name: chosen((Path(name),)))
        dialog.open()

    def written(count: int) -> str:
        return tr("Figures of {count} questions written.").format(count=count)

    presenter = ItemStatisticsPresenter(house, window.jobs, Exits(choose, lambda _number: None, leave, written))
    return statistics_screen(presenter, above, pooled=True)


def statistics_screen(
    presenter: ItemStatisticsPresenter, above: Callable[[], tuple[Crumb, ...]], *, pooled: bool = False
) -> Screen:
    """The page; `above` are the steps of the path before it, in the language in use."""
    view = ItemStatisticsView(pooled=pooled)
    view.row_chosen.connect(presenter.choose_row)
    view.item_asked.connect(presenter.open_item)
    view.marks_asked.connect(presenter.choose_marks)
    view.leave_asked.connect(presenter.leave)
    view.refresh_asked.connect(presenter.show)
    view.destroyed.connect(lambda: presenter.detach(view))
    presenter.attach(view)
    presenter.show()
    title = tr(STATISTICS)
    again = partial(statistics_screen, presenter, above, pooled=pooled)
    return Screen(view, presenter, again, (*above(), Crumb("here", title)), title, held=lambda: presenter.busy)
