"""Puts the page that checks certificates together, for whoever stands there: nobody has to be signed in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from certificates import Verdict, gather, verifier
from desktop.screens.verify.presenter import Tools, VerifyPresenter
from desktop.screens.verify.view import VerifyView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.wiring.packs import Chooser, system_chooser
from desktop.words import mark, tr
from exams import SystemClock, has_trust

VERIFY = mark("Check certificates")
"""The title of the page, as menus name it too."""


@dataclass(frozen=True, slots=True)
class VerifyWays:
    """Where the page leads: `above` and `back` name what lies before it."""

    above: tuple[Crumb, ...]
    back: str
    leave: Callable[[], None]
    chooser: Chooser | None = None


def open_verify(window: Window, home: Path, ways: Callable[[], VerifyWays]) -> None:
    """Show the page; `ways` are asked for again after a change of language."""
    now = ways()
    chooser = now.chooser or system_chooser(window, lambda folder: (folder,))
    tools = Tools(
        jobs=window.jobs,
        judge=lambda: verifier(home, SystemClock()),
        believes=lambda: has_trust(home),
        second_look=lambda path, verdict: _second_look(home, path, verdict),
        gather=gather,
        choose_files=chooser.files,
        choose_folder=chooser.folder,
    )
    window.show_screen(_screen(VerifyPresenter(tools, now.leave), ways))


def _second_look(home: Path, path: Path, first: Verdict) -> Verdict:
    from certificates import second_verdict  # loads the other program

    try:
        data = path.read_bytes()
    except OSError:  # the stick was pulled out since
        return verifier(home, SystemClock()).file(path)
    return second_verdict(data, home, first)


def _screen(presenter: VerifyPresenter, ways: Callable[[], VerifyWays]) -> Screen:
    now = ways()
    view = VerifyView(now.back)
    view.code_entered.connect(presenter.scan)
    view.files_asked.connect(presenter.choose_files)
    view.folder_asked.connect(presenter.choose_folder)
    view.places_dropped.connect(presenter.bring)
    view.line_chosen.connect(presenter.choose)
    view.second_asked.connect(presenter.ask_another)
    view.stop_asked.connect(presenter.stop)
    view.clear_asked.connect(presenter.clear)
    view.leave_asked.connect(presenter.leave)
    view.ticked.connect(presenter.tick)
    view.destroyed.connect(lambda: presenter.detach(view))
    presenter.attach(view)
    presenter.show()
    title = tr(VERIFY)
    return Screen(view, presenter, lambda: _screen(presenter, ways), (*now.above, Crumb("here", title)), title)
