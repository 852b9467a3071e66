"""The QR symbol of a token, as filled runs of modules."""

import math
from typing import Any

import zxingcpp

from certificates.curves import number

QUIET = 4  # modules of white on every side


def qr_modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """The symbol row by row from the top, True where black; error correction M."""
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    if made.ec_level != "M":  # zxing passes over options it does not know
        raise RuntimeError(made.ec_level)
    image: Any = made.to_image(scale=1, add_quiet_zones=False)
    dots = memoryview(image).tobytes()
    side = math.isqrt(len(dots))
    return tuple(tuple(dot == 0 for dot in dots[row * side : (row + 1) * side]) for row in range(side))


def symbol_path(rows: tuple[tuple[bool, ...], ...]) -> str:
    """One rectangle per run of black modules, one unit each, from the symbol's lower left corner."""
    parts = []
    for place, row in enumerate(rows):
        height = len(rows) - 1 - place
        start = None
        for column, black in enumerate((*row, False)):
            if black and start is None:
                start = column
            elif not black and start is not None:
                parts.append(f"{start} {height} {column - start} 1 re")
                start = None
    return "\n".join(parts)


def symbol(text: str, left: float, bottom: float, side: float) -> str:
    """Operators that draw the symbol with its quiet zone into a square."""
    rows = qr_modules(text)
    unit = side / (len(rows) + 2 * QUIET)
    place = f"{unit:.5f} 0 0 {unit:.5f} {number(left + QUIET * unit)} {number(bottom + QUIET * unit)} cm"
    ground = f"1 1 1 rg {number(left)} {number(bottom)} {number(side)} {number(side)} re f"
    return f"{ground}\n0 0 0 rg\nq {place}\n{symbol_path(rows)}\nf Q"
