"""Keeps the office of this home open from the first sign-in to the end."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from desktop.build import program_build
from desktop.version import VERSION

if TYPE_CHECKING:
    from certificates import CertificateDesk
    from exams import Office


class OfficeKeeper:
    """Opens the office once, and the certificates that go with it; everything heavy is imported here."""

    def __init__(self, home: Path, build: Callable[[], str] = program_build) -> None:
        """`build` hashes the program: a frozen one has hundreds of files, and nobody waits for them at the start."""
        self._home = home
        self._build = build
        self._known = ""
        self._hashing = Lock()
        self._office: Office | None = None

    def warm_up(self) -> None:
        """Load the libraries an office stands on and hash the program; runs beside the window, after its first paint.

        Whoever signs in before that is done waits for the rest of it, and nothing is done twice.
        """
        from certificates import CertificateDesk, first_missing_glyph
        from exams import open_office

        _ = CertificateDesk, first_missing_glyph, open_office  # the front doors load what is looked up
        self._program()

    def office(self) -> "Office":
        """The office; raises the classes of the store where the home cannot be opened."""
        if self._office is None:
            from certificates import first_missing_glyph
            from exams import open_office

            office = open_office(self._home, missing_glyph=first_missing_glyph)
            try:
                office.started(VERSION, self._program())
            except BaseException:
                office.close()
                raise
            self._office = office
        return self._office

    def _program(self) -> str:
        with self._hashing:
            if not self._known:
                self._known = self._build()
            return self._known

    def certificates(self) -> "CertificateDesk":
        """The certificates of this home."""
        from certificates import CertificateDesk

        return CertificateDesk(self._home, self.office())

    def has_open_session(self) -> bool:
        """True while an exam session is open in the office that is open here."""
        if self._office is None:
            return False
        from exams import has_open_session

        return has_open_session(self._office)

    def close(self) -> None:
        """Let go of the home; the next call opens it again."""
        if self._office is not None:
            self._office.close()
            self._office = None
