"""Shows the frozen PDF as a picture, and gives it away as a file or on paper."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from certificates import Certificate, Picture, Status
from desktop.background.contract import Jobs
from desktop.screens.certificate.state import CertificateState
from desktop.screens.certificate.telling import awaited_notice, certificate_facts, other_text, standing_badge
from desktop.widgets.values import Face, FaceKind, Fact, NoticeValue, Tone
from desktop.words import tr
from desktop.words.errors import error_sentence
from exams import AcademyError

FIRST_WIDTH = 1_400
MOST_WIDTH = 4_200
"""Pixels: a page this wide takes 50 MB, and no screen of a branch shows more of it."""
PRINT_WIDTH = 3_508
"""A4 across at 300 dots per inch."""


class CertificateScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: CertificateState) -> None:
        """Show the certificate."""
        ...


class CertificateShelf(Protocol):
    """The part of the certificates' desk that gives out what was issued."""

    def chain(self, number: str) -> tuple[Certificate, ...]: ...  # noqa: D102
    def standings(self, issued: Iterable[Certificate]) -> tuple[tuple[Status, str], ...]: ...  # noqa: D102
    def pdf(self, number: str) -> bytes: ...  # noqa: D102
    def save_as(self, number: str, path: Path) -> None: ...  # noqa: D102


class Printer(Protocol):
    """Where a page goes onto paper."""

    def is_there(self) -> bool:
        """True where this PC knows a printer."""
        ...

    def print_page(self, page: Picture, title: str, printed: Callable[[], None], failed: Callable[[], None]) -> None:
        """Ask which printer and how, then print; whoever cancels hears nothing."""
        ...


@dataclass(frozen=True, slots=True)
class Tools:
    """What the page works with: `render` draws a PDF so many pixels wide, `choose_file` asks for a place."""

    jobs: Jobs
    render: Callable[[bytes, int], Picture]
    choose_file: Callable[[str, Callable[[Path], None]], None]
    printer: Printer


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the screen leads."""

    home: Callable[[], None]


@dataclass(frozen=True, slots=True)
class _Shown:
    certificate: Certificate
    others: tuple[str, ...]
    status: Status
    successor: str
    pdf: bytes
    picture: Picture


class CertificatePresenter:
    """The certificate that counts for a sitting, named by any number of it, and on asking those that it replaced.

    A PDF is read once; every picture of it is drawn from those bytes.
    """

    def __init__(self, shelf: CertificateShelf, number: str, tools: Tools, exits: Exits) -> None:
        self._shelf = shelf
        self._number = number
        self._newest = True  # until somebody asks for another
        self._others: tuple[str, ...] = ()  # numbers of the same sitting, the one that counts last
        self._tools = tools
        self._exits = exits
        self._screen: CertificateScreen | None = None
        self._shown: _Shown | None = None
        self._error: AcademyError | None = None
        self._notice: Callable[[], NoticeValue] | None = None
        self._loading = self._sharpening = self._saving = self._printing = False

    def attach(self, screen: CertificateScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: CertificateScreen) -> None:
        """That view is gone; work that is still under way has nothing to draw on."""
        if self._screen is screen:
            self._screen = None

    def show(self) -> None:
        """Show the certificate, reading it first where that was not done."""
        if self._shown is None and self._error is None and not self._loading:
            self._load()
        self._draw()

    def try_again(self) -> None:
        """Read it once more after a failure."""
        if self._error is not None:
            self._error = None
            self.show()

    def show_other(self) -> None:
        """From the one that counts to the one before it, and so on; from the first back to the one that counts."""
        at_work = self._saving or self._printing or self._sharpening
        if self._shown is None or len(self._others) < 2 or at_work:
            return
        self._number = self._before()
        self._newest, self._shown, self._notice = False, None, None
        self.show()

    def sharpen(self, width: int) -> None:
        """Draw the picture again for a nearer look."""
        width = min(width, MOST_WIDTH)
        shown = self._shown
        if shown is None or self._sharpening or width <= shown.picture.width:
            return
        self._sharpening = True
        self._tools.jobs.run(lambda: self._tools.render(shown.pdf, width), self._sharper, self._failed)

    def save(self) -> None:
        """Ask for a place and write the file there."""
        if self._shown is not None and not self._saving:
            self._tools.choose_file(f"{self._number}.pdf", self._save_to)

    def print(self) -> None:
        """Onto paper; without a printer say so, and offer the file instead."""
        shown = self._shown
        if shown is None or self._printing:
            return
        if not self._tools.printer.is_there():
            self._tell(_no_printer)
            return
        self._printing = True
        self._tools.jobs.run(lambda: self._tools.render(shown.pdf, PRINT_WIDTH), self._print_page, self._failed)
        self._draw()

    def close_notice(self) -> None:
        """The notice was read."""
        self._notice = None

    def go_home(self) -> None:
        """Back to where the person came from."""
        self._exits.home()

    def _load(self) -> None:
        self._loading = True
        self._tools.jobs.run(self._read, self._loaded, self._not_loaded)

    def _read(self) -> _Shown:
        chain = self._shelf.chain(self._number)
        found = chain[-1] if self._newest else next(one for one in chain if one.number == self._number)
        pdf = self._shelf.pdf(found.number)
        ((status, successor),) = self._shelf.standings([found])
        others = tuple(one.number for one in chain)
        return _Shown(found, others, status, successor, pdf, self._tools.render(pdf, FIRST_WIDTH))

    def _loaded(self, shown: _Shown) -> None:
        self._loading, self._shown, self._number = False, shown, shown.certificate.number
        self._others = shown.others
        self._draw()

    def _not_loaded(self, error: Exception) -> None:
        self._loading = False
        if isinstance(error, AcademyError):
            self._error = error
        self._draw()

    def _sharper(self, picture: Picture) -> None:
        self._sharpening = False
        if self._shown is not None:
            self._shown = replace(self._shown, picture=picture)
        self._draw()

    def _save_to(self, path: Path) -> None:
        self._saving = True
        self._notice = None
        self._tools.jobs.run(lambda: self._shelf.save_as(self._number, path), lambda _: self._saved(path), self._failed)
        self._draw()

    def _saved(self, path: Path) -> None:
        self._saving = False
        self._tell(lambda: NoticeValue(Tone.GOOD, tr("Saved"), detail=str(path), closable=True))

    def _print_page(self, page: Picture) -> None:
        self._printing = False
        self._draw()
        title = f"{tr('Certificate')} {self._number}"
        self._tools.printer.print_page(page, title, lambda: self._tell(_printed), lambda: self._tell(_not_printed))

    def _failed(self, error: Exception) -> None:
        self._saving = self._printing = self._sharpening = False
        if isinstance(error, AcademyError):
            self._tell(lambda: _refused(error))
        self._draw()

    def _tell(self, notice: Callable[[], NoticeValue]) -> None:
        # Kept as a maker of words: after a change of language it speaks the new one.
        self._notice = notice
        self._draw()

    def _draw(self) -> None:
        if self._screen is None:
            return
        shown = self._shown
        facts = shown.certificate.facts if shown else None
        self._screen.show_state(
            CertificateState(
                number=self._number,
                person=facts.name if facts else "",
                demonstration=facts.demonstration if facts else False,
                standing=standing_badge(shown.certificate, shown.status) if shown else None,
                facts=_facts(shown) if shown else (),
                other=other_text(self._before(), self._others),
                picture=shown.picture if shown else None,
                face=None if shown else self._face(),
                notice=self._notice() if self._notice else self._awaited(),
                ready=shown is not None,
                saving=self._saving,
                printing=self._printing,
            )
        )

    def _before(self) -> str:
        """The number before the one that is shown; of the first one the last."""
        return self._others[self._others.index(self._number) - 1] if self._number in self._others else ""

    def _awaited(self) -> NoticeValue | None:
        return awaited_notice(self._shown.successor, self._others) if self._shown else None

    def _face(self) -> Face:
        if self._error is None:
            return Face(FaceKind.LOADING, tr("Opening the certificate"))
        words = error_sentence(self._error)
        return Face(FaceKind.ERROR, words.what, _with_code(words.next, self._error), tr("Try again"))


def _facts(shown: _Shown) -> tuple[Fact, ...]:
    at = shown.others.index(shown.certificate.number)
    return certificate_facts(shown.certificate, shown.status, shown.successor, shown.others[at - 1] if at else "")


def _refused(error: AcademyError) -> NoticeValue:
    words = error_sentence(error)
    return NoticeValue(Tone.BAD, words.what, tr("Save elsewhere"), _with_code(words.next, error), closable=True)


def _with_code(text: str, error: AcademyError) -> str:
    return tr("{text} ({code})").format(text=text, code=error.code)


def _no_printer() -> NoticeValue:
    text = tr("This PC has no printer. Save the PDF and print it on a PC that has one.")
    return NoticeValue(Tone.INFO, text, tr("Save as PDF"), closable=True)


def _printed() -> NoticeValue:
    return NoticeValue(Tone.GOOD, tr("Handed to the printer."), closable=True)


def _not_printed() -> NoticeValue:
    text = tr("The printer did not take the page.")
    return NoticeValue(Tone.BAD, text, tr("Save as PDF"), tr("See whether it is on, or save the PDF."), closable=True)
