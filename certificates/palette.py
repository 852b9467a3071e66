"""The colours of the page, named by purpose, as red, green and blue from 0 to 1."""

Colour = tuple[float, float, float]


def _colour(code: str) -> Colour:
    red, green, blue = bytes.fromhex(code)
    return round(red / 255, 4), round(green / 255, 4), round(blue / 255, 4)


COLOURS: dict[str, Colour] = {
    "ink": _colour("12264A"),
    "text": _colour("24303F"),
    "muted": _colour("5C6675"),
    "gold": _colour("9A6F1E"),
    "gold_line": _colour("B8924A"),
    "gold_pale": _colour("F3EAD6"),
    "blue_line": _colour("5D7299"),
    "blue_pale": _colour("E9EDF4"),
    "seal": _colour("C01F2A"),
    "mark": _colour("A3341F"),
    "black": (0.0, 0.0, 0.0),
    "white": (1.0, 1.0, 1.0),
}
