"""Puts the page about this PC's readiness together."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from desktop.handout_printing import HandoutPrinter
from desktop.readiness.desk import desk_facts
from desktop.readiness.slip import slip
from desktop.screens.readiness.presenter import Exits, Look, ReadinessPresenter, Tools
from desktop.screens.readiness.view import ReadinessView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.words import tr


def open_readiness(window: Window, home: Path, leave: Callable[[], None]) -> None:
    """Show the page and look at once."""
    tools = Tools(partial(_prepare, home), HandoutPrinter(window), lambda: time.time_ns() // 1_000_000)
    exits = Exits(leave, lambda: window.toast(tr("The slip is on its way to the printer.")))
    window.show_screen(_screen(ReadinessPresenter(window.jobs, tools, exits)))


def _prepare(home: Path) -> Look:
    return partial(slip, home, desk_facts())


def _screen(presenter: ReadinessPresenter) -> Screen:
    view = ReadinessView()
    view.look_asked.connect(presenter.look)
    view.print_asked.connect(presenter.print_slip)
    view.leave_asked.connect(presenter.leave)
    view.destroyed.connect(lambda: presenter.detach(view))
    presenter.attach(view)
    presenter.show()
    title = tr("Is this PC ready?")
    return Screen(view, presenter, lambda: _screen(presenter), (Crumb("here", title),), title)
