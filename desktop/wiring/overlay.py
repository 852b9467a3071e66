"""Puts the page of a bank's own rates and steps together."""

from collections.abc import Callable
from functools import partial

from desktop.screens.overlay.presenter import OverlayPresenter
from desktop.screens.overlay.view import OverlayView
from desktop.shell.screen import Screen
from desktop.widgets.values import Crumb
from desktop.words import mark, tr

OVERLAY = mark("Our own rates and steps")
"""The title of the page, as menus name it too."""


def overlay_screen(presenter: OverlayPresenter, above: Callable[[], tuple[Crumb, ...]]) -> Screen:
    """The page; `above` are the steps of the path before it, in the language in use."""
    view = OverlayView()
    view.row_chosen.connect(presenter.choose_row)
    view.typed.connect(presenter.type)
    view.add_asked.connect(presenter.add)
    view.remove_asked.connect(presenter.remove)
    view.save_asked.connect(presenter.save)
    view.leave_asked.connect(presenter.leave)
    view.destroyed.connect(lambda: presenter.detach(view))
    presenter.attach(view)
    presenter.show()
    title = tr(OVERLAY)
    again = partial(overlay_screen, presenter, above)
    return Screen(view, presenter, again, (*above(), Crumb("here", title)), title)
