"""Cuts from the interface's fonts what the sign-in page can need: a tenth of the letters, a tenth of the reading.

python .ci/first_letters.py: after the words are compiled. Same words and fonts, same bytes.
"""

from itertools import chain
from pathlib import Path

from babel.messages.pofile import read_po
from fontTools import subset
from fontTools.ttLib import TTFont

from desktop.assets import asset
from desktop.style.fonts import FILES, FIRST_FOLDER, FIRST_LETTERS
from desktop.style.tokens import SANS
from desktop.words.catalogue import FIRST

LATIN = ((0x20, 0x7F), (0xA0, 0x100), (0xFB00, 0xFB07))
"""Letters and their ligatures: one that is no letter of the font would be hinted as no letter either."""

SIGNS = ((0x2000, 0x2070), (0x2190, 0x2200), (0x25A0, 0x2600), (0x3000, 0x3040), (0xFF00, 0xFFF0))
"""Punctuation of both scripts, arrows, and the dots of a hidden PIN."""

MEASURED = (
    "他们你來們到和地对對就席我时時会來为能舰說说这這齊军同已愿既星是景民照现現理用置要軍那配里開雷露面顾"
    "个人以個大有些因它想意生當看着者自著裡过还进進過道還她将將年得情最样樣通即吗吧听呢品响嗎师師收断斷明眼間间际陈限"
    "除陳随際隨事前學或政斯新沒没然特球第經谁起例別别制动動增指朝期构物确种調调費费都主"
)
"""What FreeType's hinting measures a Chinese font by: without one of them other letters come out a hair different."""


def main() -> int:
    """Write the cut files and the list of their letters."""
    out = asset("fonts", FIRST_FOLDER)
    out.mkdir(exist_ok=True)
    wanted = {ord(letter) for letter in chain(_words(asset("translations")), _common_ideographs(), MEASURED)}
    wanted.update(chain.from_iterable(range(*block) for block in (*LATIN, *SIGNS)))
    drawn = wanted
    for name in FILES[SANS]:
        font = TTFont(asset("fonts", name), recalcBBoxes=False, recalcTimestamp=False)
        drawn = drawn & font.getBestCmap().keys()
        cut = subset.Subsetter(_options())
        cut.populate(unicodes=wanted)
        cut.subset(font)
        font.save(out / name)
    (out / FIRST_LETTERS).write_text("".join(map(chr, sorted(drawn))), "utf-8")
    return 0


def _words(folder: Path) -> str:
    """Every letter of the first page's texts, in each language."""
    found = []
    for path in sorted(folder.glob("*/*.po")):
        if path.stem in FIRST:
            with path.open("rb") as file:
                for message in read_po(file, locale=path.parent.name):
                    found += [*_texts(message.id), *_texts(message.string)]
    return "".join(found)


def _texts(told: object) -> tuple[str, ...]:
    return tuple(told) if isinstance(told, tuple | list) else (str(told),)


def _common_ideographs() -> str:
    """Level 1 of GB/T 2312: what the names of banks and branches are written with."""
    codes = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return b"".join(codes).decode("gb2312", "ignore")


def _options() -> subset.Options:
    """All that shapes and measures a letter stays as it is in the whole font: the next picture must be the same."""
    options = subset.Options()
    options.layout_features = ["*"]
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.notdef_outline = True
    options.recalc_bounds = options.recalc_timestamp = False
    options.hinting = True
    return options


if __name__ == "__main__":
    raise SystemExit(main())
