"""An sRGB colour profile (ICC version 2), computed: what the page's red, green and blue mean."""

import struct
from functools import cache

_WHITE = (0.9642, 1.0, 0.8249)  # D50
_PRIMARIES = {
    b"rXYZ": (0.4360747, 0.2225045, 0.0139322),
    b"gXYZ": (0.3850649, 0.7168786, 0.0971045),
    b"bXYZ": (0.1430804, 0.0606169, 0.7141733),
}
_NAME = b"sRGB"
_STEPS = 256


@cache
def srgb() -> bytes:
    """The profile's bytes."""
    curve = struct.pack(f">4s4xL{_STEPS}H", b"curv", _STEPS, *(_linear(step / (_STEPS - 1)) for step in range(_STEPS)))
    tags = {b"desc": _description(), b"cprt": b"text\0\0\0\0CC0\0", b"wtpt": _xyz(_WHITE)}
    tags |= {tag: _xyz(value) for tag, value in _PRIMARIES.items()}
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    table, body = _laid_out(tags)
    header = struct.pack(
        ">L4sL4s4s4s6H4s28x3L48x",
        128 + len(table) + len(body), b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ",
        2026, 1, 1, 0, 0, 0, b"acsp", *(_fixed(value) for value in _WHITE),
    )  # fmt: skip
    return header + table + body


def _laid_out(tags: dict[bytes, bytes]) -> tuple[bytes, bytes]:
    start = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">L", len(tags)), b""
    places: dict[bytes, int] = {}
    for tag, data in tags.items():
        if data not in places:
            places[data] = start + len(body)
            body += data + b"\0" * (-len(data) % 4)
        table += struct.pack(">4sLL", tag, places[data], len(data))
    return table, body


def _linear(value: float) -> int:
    light = value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
    return round(light * 65535)


def _fixed(value: float) -> int:
    return round(value * 65536)


def _xyz(value: tuple[float, float, float]) -> bytes:
    return struct.pack(">4s4x3L", b"XYZ ", *(_fixed(part) for part in value))


def _description() -> bytes:
    text = _NAME + b"\0"
    return struct.pack(f">4s4xL{len(text)}s4x4x2xx67x", b"desc", len(text), text)
