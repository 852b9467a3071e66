"""HR's signed lists of certificates, as packs and receipts carry them: bytes that only whoever keeps them reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from exams.desk.branch_errors import FileUnreadable, NotFromHq
from exams.desk.branch_files import Brought, Taken
from exams.trust.strict_json import MOST

FOLDER = "standing"
MOST_CARRIED = 6 * 1024 * 1024
"""Bytes of lists in one receipt, which is read whole: three quarters of a million certificates."""

_ENDING = ".list"
_FIRST = ("revoked.list", "superseded.list")
"""Where not all have room, what was taken back goes first."""


@dataclass(frozen=True, slots=True)
class CorrectedPaper:
    """What a certificate of HR's says of itself, its signatures believed; `sha256` is the file's."""

    number: str
    sitting: str
    staff_id: str
    sha256: str


@dataclass(frozen=True, slots=True)
class KeptPaper:
    """`replaces` is the number in whose place it stands, empty for a first one.

    `counts` is False for one that this branch issued itself, and where a later one is here already.
    """

    replaces: str = ""
    counts: bool = True


class ListKeeper(Protocol):
    """Keeps in a home the newest of each list, and the certificates that HR issued."""

    def take(self, raw: bytes) -> Taken:
        """One that was brought by itself; raises where it is not believed or older than the one here."""
        ...

    def offer(self, raws: Mapping[str, bytes]) -> bool:
        """Those that came along with something else: what is no news is passed over. True where one was."""
        ...

    def judge(self, raw: bytes) -> CorrectedPaper:
        """A certificate as a PDF; raises where it is not, byte for byte, one that an enrolled PC signed."""
        ...

    def keep(self, raw: bytes, paper: CorrectedPaper) -> KeptPaper:
        """What was judged, of a sitting at this PC; raises `CorrectedRefused` where HR's lists do not vouch for it."""
        ...


class NoKeeper:
    """For homes where nobody asks about certificates: lists are passed over, one brought by itself is refused."""

    def take(self, raw: bytes) -> Taken:  # noqa: ARG002
        """Refuse it."""
        raise NotFromHq(file=_ENDING)

    def offer(self, raws: Mapping[str, bytes]) -> bool:  # noqa: ARG002
        """Pass them over."""
        return False

    def judge(self, raw: bytes) -> CorrectedPaper:  # noqa: ARG002
        """Refuse it."""
        raise NotFromHq(file=".pdf")

    def keep(self, raw: bytes, paper: CorrectedPaper) -> KeptPaper:  # noqa: ARG002
        """Never reached: nothing was judged."""
        raise NotFromHq(file=paper.number)


def take_list(file: Brought, keeper: ListKeeper) -> Taken:
    """A list that was brought by itself; raises what its keeper raises, or `FileUnreadable`."""
    try:
        with file.path.open("rb") as opened:
            raw = opened.read(MOST + 1)
    except OSError as error:
        raise FileUnreadable(file=file.path.name, detail=error.strerror or "") from error
    return keeper.take(raw)


def lists_below(folder: Path) -> dict[str, bytes]:
    """The lists that lie in `folder/standing`, by the names of their files; none where they cannot be read."""
    try:
        return {path.name: path.read_bytes() for path in sorted((folder / FOLDER).glob(f"*{_ENDING}"))}
    except OSError:
        return {}


def carried(lists: Mapping[str, bytes]) -> dict[str, bytes]:
    """Those of them that a receipt has room for."""
    kept: dict[str, bytes] = {}
    for name in sorted(lists, key=lambda one: (one not in _FIRST, one)):
        if sum(map(len, kept.values())) + len(lists[name]) <= MOST_CARRIED:
            kept[name] = lists[name]
    return kept
