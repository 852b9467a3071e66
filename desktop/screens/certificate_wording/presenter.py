"""Draws a specimen in words that somebody edits outside, says what is wrong with them, and looks again when saved."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from certificates import Picture
from desktop.background.contract import Jobs
from desktop.screens.certificate_wording.state import LAYOUTS, SPECIMENS, WordingState
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import tr
from desktop.words.errors import error_sentence
from exams import AcademyError

WIDTH = 1_754
"""Pixels across: A4 at 150 dots per inch."""


class WordingScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: WordingState) -> None:
        """Show the page."""
        ...


@dataclass(frozen=True, slots=True)
class Tools:
    """What the page works with. `draw` gives a specimen as PDF or raises; `stamp` changes when a folder's words do.

    `draw` takes the layout, the folder of the words (None: ours) and whether name and title are the longest.
    """

    jobs: Jobs
    draw: Callable[[str, Path | None, bool], bytes]
    render: Callable[[bytes, int], Picture]
    stamp: Callable[[Path | None], object]
    choose_folder: Callable[[Callable[[tuple[Path, ...]], None]], None]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one look gave: the fault of each layout that has one, and the picture of the chosen one that has none."""

    faults: tuple[AcademyError, ...]
    picture: Picture | None


class WordingPresenter:
    """One folder of words, one layout and one specimen at a time; every look tries all layouts."""

    def __init__(self, tools: Tools, folder: Path | None, leave: Callable[[], None]) -> None:
        self._tools = tools
        self._folder = folder
        self._leave = leave
        self._screen: WordingScreen | None = None
        self._layout, self._specimen = LAYOUTS[0], SPECIMENS[0]
        self._seen: _Seen | None = None
        self._stamp: object = None
        self._busy = self._again = False
        self._failure: AcademyError | None = None

    def attach(self, screen: WordingScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: WordingScreen) -> None:
        """That view is gone; work that is still under way has nothing to draw on."""
        if self._screen is screen:
            self._screen = None

    def show(self) -> None:
        """Show the page, looking first where that was not done."""
        if self._seen is None:
            self.look()
        self._draw()

    def look(self) -> None:
        """Check the words as they are now, and draw the specimen."""
        if self._busy:
            self._again = True
            return
        self._busy, self._failure = True, None
        self._stamp = self._tools.stamp(self._folder)
        folder, layout, longest = self._folder, self._layout, self._specimen == SPECIMENS[1]
        self._tools.jobs.run(lambda: self._look(folder, layout, longest), self._looked, self._failed)
        self._draw()

    def tick(self) -> None:
        """A moment has gone: look again where the words were saved meanwhile."""
        if not self._busy and self._tools.stamp(self._folder) != self._stamp:
            self.look()

    def choose_layout(self, layout: str) -> None:
        """Both languages, or one."""
        if layout != self._layout:
            self._layout = layout
            self.look()

    def choose_specimen(self, specimen: str) -> None:
        """A short name, or the longest with the longest title."""
        if specimen != self._specimen:
            self._specimen = specimen
            self.look()

    def choose_folder(self) -> None:
        """Ask where the words lie."""
        self._tools.choose_folder(self._folder_chosen)

    def leave(self) -> None:
        """Back to where one came from."""
        self._leave()

    def _folder_chosen(self, places: tuple[Path, ...]) -> None:
        for place in places[:1]:
            self._folder = place
            self.look()

    def _look(self, folder: Path | None, layout: str, longest: bool) -> _Seen:
        faults, picture = [], None
        for one in LAYOUTS:
            try:
                pdf = self._tools.draw(one, folder, longest)
            except AcademyError as fault:
                faults.append(fault)
            else:
                picture = self._tools.render(pdf, WIDTH) if one == layout else picture
        return _Seen(tuple(faults), picture)

    def _looked(self, seen: _Seen) -> None:
        self._busy, self._seen = False, seen
        if self._again:
            self._again = False
            self.look()
        self._draw()

    def _failed(self, error: Exception) -> None:
        self._busy = self._again = False
        if isinstance(error, AcademyError):
            self._failure = error
        self._draw()

    def _draw(self) -> None:
        if self._screen is None:
            return
        seen = self._seen
        self._screen.show_state(
            WordingState(
                folder=str(self._folder or ""),
                layout=self._layout,
                specimen=self._specimen,
                busy=self._busy,
                good=seen is not None and not seen.faults,
                faults=self._faults(),
                picture=seen.picture if seen else None,
                face=self._face(),
            )
        )

    def _faults(self) -> tuple[NoticeValue, ...]:
        """Each once: both languages together stumble over what one of them stumbles over."""
        found = [self._failure] if self._failure else [*(self._seen.faults if self._seen else ())]
        told = dict.fromkeys(error_sentence(fault) for fault in found)
        return tuple(NoticeValue(Tone.BAD, words.what, detail=words.next) for words in told)

    def _face(self) -> Face | None:
        if self._seen is None:
            return None if self._failure else Face(FaceKind.LOADING, tr("Drawing the specimen"))
        if self._seen.picture is not None:
            return None
        return Face(FaceKind.ERROR, tr("In this layout no specimen can be drawn"), tr("What is wrong stands above."))
