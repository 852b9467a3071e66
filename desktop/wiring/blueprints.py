"""Puts the blueprint editor of a headquarters together."""

from collections.abc import Callable
from functools import partial

from desktop.screens.blueprint.presenter import BlueprintPresenter
from desktop.screens.blueprint.view import BlueprintView
from desktop.shell.screen import Screen
from desktop.widgets.values import Crumb
from desktop.words import mark, tr

BLUEPRINTS = mark("Blueprints")
"""The title of the page, as menus name it too."""


def blueprint_screen(presenter: BlueprintPresenter, above: Callable[[], tuple[Crumb, ...]]) -> Screen:
    """The page; `above` are the steps of the path before it, in the language in use."""
    view = BlueprintView()
    view.exam_chosen.connect(presenter.choose)
    view.version_chosen.connect(presenter.choose_version)
    view.type_added.connect(presenter.add_type)
    view.typed.connect(presenter.type)
    view.save_asked.connect(presenter.save)
    view.sample_asked.connect(presenter.draw_sample)
    view.leave_asked.connect(presenter.leave)
    view.refresh_asked.connect(presenter.show)
    view.destroyed.connect(lambda: presenter.detach(view))
    presenter.attach(view)
    presenter.show()
    title = tr(BLUEPRINTS)
    crumbs = (*above(), Crumb("here", title))
    return Screen(view, presenter, partial(blueprint_screen, presenter, above), crumbs, title)
