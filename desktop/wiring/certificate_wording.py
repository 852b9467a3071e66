"""Puts the page together on which the words of the certificate are tried out."""

from collections.abc import Callable
from pathlib import Path

from certificates import WORDING_FOLDER, picture, specimen_pdf
from desktop.screens.certificate_wording.presenter import Tools, WordingPresenter
from desktop.screens.certificate_wording.view import WordingView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.wiring.packs import system_chooser
from desktop.wiring.verify import VerifyWays
from desktop.words import tr


def open_wording(window: Window, home: Path, ways: Callable[[], VerifyWays]) -> None:
    """Show the page, with the home's own words where it has some; `ways` are asked for again in another language."""
    now = ways()
    chooser = now.chooser or system_chooser(window, lambda folder: (folder,))
    tools = Tools(
        jobs=window.jobs,
        draw=lambda layout, folder, longest: specimen_pdf(layout, folder, longest=longest),
        render=picture,
        stamp=_stamp,
        choose_folder=chooser.folder,
    )
    folder = home / WORDING_FOLDER
    presenter = WordingPresenter(tools, folder if folder.is_dir() else None, now.leave)
    window.show_screen(_screen(presenter, ways))


def _stamp(folder: Path | None) -> object:
    """When the words of a folder were saved last."""
    if folder is None:
        return None
    saved = []
    for name in ("zh.toml", "en.toml"):
        try:
            saved.append((folder / name).stat().st_mtime_ns)
        except OSError:
            saved.append(0)
    return tuple(saved)


def _screen(presenter: WordingPresenter, ways: Callable[[], VerifyWays]) -> Screen:
    now = ways()
    view = WordingView(now.back)
    view.layout_chosen.connect(presenter.choose_layout)
    view.specimen_chosen.connect(presenter.choose_specimen)
    view.folder_asked.connect(presenter.choose_folder)
    view.look_asked.connect(presenter.look)
    view.leave_asked.connect(presenter.leave)
    view.ticked.connect(presenter.tick)
    view.destroyed.connect(lambda: presenter.detach(view))
    presenter.attach(view)
    presenter.show()
    title = tr("Words of the certificate")
    return Screen(view, presenter, lambda: _screen(presenter, ways), (*now.above, Crumb("here", title)), title)
