"""Puts the page of item statistics together."""

from collections.abc import Callable
from functools import partial

from desktop.screens.item_statistics.presenter import ItemStatisticsPresenter
from desktop.screens.item_statistics.view import ItemStatisticsView
from desktop.shell.screen import Screen
from desktop.widgets.values import Crumb
from desktop.words import mark, tr

STATISTICS = mark("Item analysis")
"""The title of the page, as menus name it too."""


def statistics_screen(presenter: ItemStatisticsPresenter, above: Callable[[], tuple[Crumb, ...]]) -> Screen:
    """The page; `above` are the steps of the path before it, in the language in use."""
    view = ItemStatisticsView()
    view.row_chosen.connect(presenter.choose_row)
    view.item_asked.connect(presenter.open_item)
    view.marks_asked.connect(presenter.choose_marks)
    view.leave_asked.connect(presenter.leave)
    view.refresh_asked.connect(presenter.show)
    view.destroyed.connect(lambda: presenter.detach(view))
    presenter.attach(view)
    presenter.show()
    title = tr(STATISTICS)
    again = partial(statistics_screen, presenter, above)
    return Screen(view, presenter, again, (*above(), Crumb("here", title)), title, held=lambda: presenter.busy)
