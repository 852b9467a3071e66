"""An opened headquarters: its folder, its database, who works there; what every act of the desk stands on."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exams.desk.hq_errors import FileNotWritten
from exams.packs.disk import remove
from exams.store.hq_log import LogLine, append_line
from exams.store.hq_rows import hq_settings
from exams.timing.clock import Clock
from exams.trust.root import Root, first_root, next_root

if TYPE_CHECKING:
    from sqlite_utils import Database

Passphrases = Callable[[str, bool], str]
"""Gives the passphrase for the key of this name, True where it is a new one; asks a person, or reads a file."""


@dataclass(frozen=True, slots=True)
class Hq:
    """Holds no private key: an act opens the key files it needs and lets go of what was in them."""

    folder: Path
    db: "Database"
    clock: Clock
    who: str
    passphrase: Passphrases

    def now_wt(self) -> int:
        """UTC milliseconds."""
        return self.clock.now().wt

    def settings(self) -> dict[str, str]:
        """The key-value rows."""
        return hq_settings(self.db)

    def write_down(
        self, act: str, *, session: str = "", purpose: str = "", anchor: str = "", **facts: object
    ) -> LogLine:
        """One line of the log, with who and when."""
        return append_line(self.db, LogLine(self.now_wt(), self.who, act, session, purpose, anchor, facts))

    @property
    def roots_folder(self) -> Path:
        """Every root there ever was: `N.json`."""
        return self.folder / "roots"

    @property
    def packs_folder(self) -> Path:
        """The packs that HR judges by, kept with its copy of this folder: `NAME.pack`."""
        return self.folder / "hr-packs"

    def root_files(self) -> tuple[bytes, ...]:
        """The envelopes of all roots, the first one first."""
        versions = sorted(int(path.stem) for path in self.roots_folder.glob("*.json") if path.stem.isdecimal())
        return tuple((self.roots_folder / f"{version}.json").read_bytes() for version in versions)

    def roots(self) -> tuple[Root, ...]:
        """Every root, each checked against the one before."""
        first, *later = self.root_files()
        roots = [first_root(first)]
        for raw in later:
            roots.append(next_root(roots[-1], raw))
        return tuple(roots)

    def root(self) -> Root:
        """The root in force."""
        return self.roots()[-1]


def put_file(path: Path, raw: bytes) -> Path:
    """Write a file beside its place and move it there whole; raises `FileNotWritten`."""
    beside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(raw)
        beside.replace(path)
    except OSError as error:
        remove(beside)
        raise FileNotWritten(path=str(path), detail=error.strerror or "") from error
    return path
