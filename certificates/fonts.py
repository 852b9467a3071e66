"""The faces of the page: which characters each draws and how wide, read straight from the font files."""

import struct
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from pathlib import Path

from certificates.assets import asset
from certificates.errors import MissingGlyph

SERIF, BOLD, SANS, HANA, RARE = "serif", "bold", "sans", "hana", "rare"
FILES = {
    SERIF: "NotoSerifSC_400Regular.ttf",
    BOLD: "NotoSerifSC_700Bold.ttf",
    SANS: "NotoSansSC_400Regular.ttf",
}
RARE_FILES = {HANA: "HanaMinB.ttf"}  # the ideographs of Extensions B to F; read only when a name needs it
_RARE = (SERIF, HANA, SANS)  # one weight together: beside Bold a rare character would look thin
_FORMAT_12 = 12


class Face:
    """One TrueType file: its format 12 character map and its advance widths, in thousandths of the size."""

    def __init__(self, path: Path) -> None:
        tables = _tables(path, ("head", "hhea", "hmtx", "cmap"))
        (self._units,) = struct.unpack_from(">H", tables["head"], 18)
        (self._metrics,) = struct.unpack_from(">H", tables["hhea"], 34)
        self._hmtx = tables["hmtx"]
        self._groups = _groups(tables["cmap"])
        self._starts = [start for start, _, _ in self._groups]
        self._known: dict[str, tuple[int, int]] = {}

    def glyph(self, char: str) -> int:
        """The glyph number of a character, 0 if the face does not draw it."""
        return self._find(char)[0]

    def missing(self, text: str) -> str | None:
        """The first character this face does not draw."""
        return next((char for char in text if not self.glyph(char)), None)

    def width(self, text: str) -> float:
        """The width of a text at size 1."""
        return float(sum(self._find(char)[1] for char in text) / self._units)

    def _find(self, char: str) -> tuple[int, int]:
        """Glyph number and advance, looked up once per character."""
        found = self._known.get(char)
        if found is None:
            glyph = self._glyph(ord(char))
            (advance,) = struct.unpack_from(">H", self._hmtx, 4 * min(glyph, self._metrics - 1))
            found = self._known[char] = (glyph, advance)
        return found

    def _glyph(self, code: int) -> int:
        place = bisect_right(self._starts, code) - 1
        if place < 0:
            return 0
        start, end, glyph = self._groups[place]
        return glyph + code - start if code <= end else 0


class Chain:
    """Several faces as one: each character comes from the first that draws it, and only then is the next one read."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = names
        self._known: dict[str, str | None] = {}

    def glyph(self, char: str) -> int:
        """The glyph number in the face that draws it, 0 if none does."""
        home = self._home(char)
        return face(home).glyph(char) if home else 0

    def missing(self, text: str) -> str | None:
        """The first character none of the faces draws."""
        return next((char for char in text if not self._home(char)), None)

    def width(self, text: str) -> float:
        """The width of a text at size 1."""
        return sum(face(name).width(run) for name, run in self.runs(text))

    def runs(self, text: str) -> tuple[tuple[str, str], ...]:
        """The text cut where the face changes, as (face, text)."""
        homes = groupby(text, lambda char: self._home(char) or self._names[0])
        return tuple((name, "".join(run)) for name, run in homes)

    def _home(self, char: str) -> str | None:
        if char not in self._known:
            self._known[char] = next((name for name in self._names if face(name).glyph(char)), None)
        return self._known[char]


@cache
def face(name: str) -> Face | Chain:
    """A face by its name, read once."""
    return Chain(_RARE) if name == RARE else Face(font_path(name))


def runs(name: str, text: str) -> tuple[tuple[str, str], ...]:
    """A text as (face, text) pieces, each drawn by the font file of its face."""
    found = face(name)
    return found.runs(text) if isinstance(found, Chain) else ((name, text),)


def font_path(name: str) -> Path:
    """Where a face's file lies."""
    return asset("fonts", (FILES | RARE_FILES)[name])


def first_missing_glyph(name: str) -> str | None:
    """The first character of a name that no face draws; None if the whole name can be drawn."""
    return face(BOLD).missing(name) and face(RARE).missing(name)


def require_glyphs(texts: Iterable[tuple[str, str]]) -> None:
    """Raise `MissingGlyph` for the first character of (face, text) pairs that the face does not draw."""
    for name, text in texts:
        char = face(name).missing(text)
        if char:
            raise MissingGlyph(char=char, codepoint=f"U+{ord(char):04X}", text=text)


def _tables(path: Path, names: tuple[str, ...]) -> dict[str, bytes]:
    with path.open("rb") as file:
        (count,) = struct.unpack_from(">H", file.read(12), 4)
        places = {}
        for _ in range(count):
            tag, _, offset, length = struct.unpack(">4sLLL", file.read(16))
            places[tag.decode("latin-1")] = (offset, length)
        found = {}
        for name in names:
            offset, length = places[name]
            file.seek(offset)
            found[name] = file.read(length)
    return found


def _groups(cmap: bytes) -> list[tuple[int, int, int]]:
    (count,) = struct.unpack_from(">H", cmap, 2)
    for record in range(count):
        (offset,) = struct.unpack_from(">L", cmap, 4 + 8 * record + 4)
        (kind,) = struct.unpack_from(">H", cmap, offset)
        if kind == _FORMAT_12:
            (groups,) = struct.unpack_from(">L", cmap, offset + 12)
            body = cmap[offset + 16 : offset + 16 + 12 * groups]
            return list(struct.iter_unpack(">LLL", body))
    raise ValueError("no format 12 character map")
