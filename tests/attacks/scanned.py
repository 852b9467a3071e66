"""Certificates printed, scanned, copied and photographed by a simulation: every code is read, every verdict right.

A page is drawn at the scanner's resolution and spoilt as devices do it: ink spreads, the sheet lies askew, the lens
blurs, noise and JPEG come on top, a telephone looks from the side in uneven light.
"""

import time
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from PIL import Image, ImageChops, ImageFilter, ImageOps

from certificates import picture
from certificates.numbering import certificate_number
from certificates.standing.lists import ListKind, StandingList, mark_of
from certificates.standing.standing import standing_from
from certificates.verify import EmptyRegister, Verifier
from tests.attacks.trial import Tell, Trial
from tests.certificates.authority import TODAY, authority
from tests.certificates.examples import longest_facts, page_of, some_facts

SHORT, LONG = 1, 20
SHEET_INCHES = 297 / 25.4
NAMES = ("欧阳㛃䶮", "王芳", "𠮷田堃", "阿不都热合曼·买买提明", "Nguyễn Thị Hồng")

Spoil = Callable[[Image.Image, Random], Image.Image]


def run(count: int, seed: int, tell: Tell, devices: Mapping[str, tuple[int, Spoil]] | None = None) -> list[Trial]:
    """A row for each device: so many certificates, each judged as HR does."""
    tell("certificates: scanned, copied, photographed")
    facts = [_facts(number, count) for number in range(count)]
    printed = [(one, page_of(one)) for one in facts]
    with TemporaryDirectory() as folder:
        tools = Random(seed), Path(folder)
        return [_row(what, device, printed, tools) for what, device in (devices or DEVICES).items()]


def _facts(number, count):
    if number == count - 1:
        return longest_facts()
    named = certificate_number("BJ-WJ01", 2026, 100 + number)
    return some_facts(number=named, name=NAMES[number % len(NAMES)], score=80 + number % 20)


def _row(what, device, certificates, tools) -> Trial:
    (dpi, spoil), (chance, folder) = device, tools
    began, failed, slowest = time.monotonic(), 0, 0.0
    marks = {mark_of(facts.number): "" for facts, _ in certificates}
    lists = standing_from(StandingList(kind, 1, TODAY, marks if kind == "confirmed" else {}) for kind in ListKind)
    verifier = Verifier(authority().trust, EmptyRegister(), TODAY, lists)
    for facts, page in certificates:
        path = folder / "scan.jpg"
        path.write_bytes(_jpeg(spoil(sheet(page, dpi), chance), chance.randint(60, 85)))
        before = time.monotonic()
        verdict = verifier.file(path)
        slowest = max(slowest, time.monotonic() - before)
        failed += (str(verdict.status), verdict.facts.get("number")) != ("valid", facts.number)
    told = f"{len(certificates) - failed} of {len(certificates)} read and judged right; {slowest:.1f} s at most each"
    return Trial(what, len(certificates), "scans", broken=failed, details=told, seconds=round(time.monotonic() - began))


def sheet(page: bytes, dpi: int) -> Image.Image:
    """The printed page in grey, at so many dots to the inch."""
    seen = picture(page, round(SHEET_INCHES * dpi))
    drawn = Image.frombytes("RGBA", (seen.width, seen.height), seen.rgba)
    return Image.alpha_composite(Image.new("RGBA", drawn.size, "white"), drawn).convert("L")


def scanned(image: Image.Image, chance: Random) -> Image.Image:
    """A flatbed: slightly askew, a little blur and noise."""
    return noisy(blurred(turned(image, chance.uniform(-1.5, 1.5)), chance.uniform(0.4, 0.8)), chance, 0.06)


def askew(image: Image.Image, chance: Random) -> Image.Image:
    """Fed in five degrees askew."""
    return noisy(blurred(turned(image, chance.choice((-5, 5))), 0.6), chance, 0.06)


def copied(image: Image.Image, chance: Random) -> Image.Image:
    """From the photocopier, whose toner runs and whose greys are black or white, then scanned."""
    toner = ImageOps.autocontrast(spread(blurred(image, 0.5)), cutoff=2)
    return scanned(toner.point(lambda grey: max(0, min(255, (grey - 128) * 2 + 128))), chance)


def one_bit(image: Image.Image, chance: Random) -> Image.Image:
    """As a fax sends it: black or white."""
    return scanned(image, chance).point(lambda grey: 255 if grey > 140 else 0)


def photographed(image: Image.Image, chance: Random) -> Image.Image:
    """By a telephone, from the side, the whole sheet in the picture, one edge in the shade."""
    framed = ImageOps.expand(image, border=image.width // 6, fill=235)
    tilt = [chance.uniform(-0.20, 0.20) / side for side in image.size]
    lean = [chance.uniform(-0.04, 0.04) for _ in range(2)]
    seen = framed.transform(
        framed.size,
        Image.Transform.PERSPECTIVE,
        _about_the_middle(framed.size, lean, tilt),
        Image.Resampling.BICUBIC,
        fillcolor=235,
    )
    shade = Image.linear_gradient("L").rotate(chance.choice((0, 90, 180, 270))).resize(seen.size)
    lit = ImageChops.multiply(seen, shade.point(lambda grey: 150 + grey * 105 // 255))
    return noisy(blurred(lit, chance.uniform(0.6, 1.0)), chance, 0.08)


def _about_the_middle(size, lean, tilt):
    """Pillow's eight numbers of the perspective ((x + ay) / (1 + gx + hy), …), counted from the middle."""
    (middle, centre), (a, b), (g, h) = (size[0] / 2, size[1] / 2), lean, tilt
    whole = 1 - g * middle - h * centre
    across = middle * g + 1, middle * h + a, middle * whole - middle - a * centre
    down = centre * g + b, centre * h + 1, centre * whole - b * middle - centre
    return tuple(one / whole for one in (*across, *down, g, h))


DEVICES: dict[str, tuple[int, Spoil]] = {
    "Certificates scanned, 300 dpi": (300, scanned),
    "Certificates scanned, 200 dpi": (200, scanned),
    "Certificates scanned, 150 dpi": (150, scanned),
    "Certificates photocopied, 200 dpi": (200, copied),
    "Certificates in black and white, 200 dpi": (200, one_bit),
    "Certificates five degrees askew, 200 dpi": (200, askew),
    "Certificates photographed, 250 dpi": (250, photographed),
}


def turned(image: Image.Image, degrees: float) -> Image.Image:
    """On white."""
    return image.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def blurred(image: Image.Image, radius: float) -> Image.Image:
    """By a lens."""
    return image.filter(ImageFilter.GaussianBlur(radius))


def spread(image: Image.Image) -> Image.Image:
    """Ink runs half a dot to every side."""
    return Image.blend(image, image.filter(ImageFilter.MinFilter(3)), 0.5)


def noisy(image: Image.Image, chance: Random, share: float) -> Image.Image:
    """Grains of every grey mixed in."""
    grains = Image.frombytes("L", image.size, chance.randbytes(image.width * image.height))
    return Image.blend(image, grains, share)


def _jpeg(image: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()
