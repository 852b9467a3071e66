"""Pictures of questions that are pointed into: where a package holds them, what they are, how large."""

import posixpath
import struct
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from lxml import etree

from exams.errors import AcademyError
from exams.interop.archive import Archive
from exams.interop.question import Media, Question
from exams.interop.xml_tree import local, parse_xml
from exams.items.spots import MOST_SIDE

MOST_BYTES = 300_000
"""Of a picture that goes into a question."""

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_FRAMES = frozenset((*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)))
"""Markers of a JPEG that say its size."""

_GRAPHIC = ("hotspotInteraction", "selectPointInteraction")


def graphic_of(item: etree._Element) -> etree._Element | None:
    """The one interaction of an item that points into a picture, in the names of QTI 2; None where there is another."""
    asked = [node for node in item.iter() if local(node).endswith("Interaction")]
    return asked[0] if len(asked) == 1 and local(asked[0]) in _GRAPHIC else None


def address_of(interaction: etree._Element) -> str:
    """The address of the picture as the item writes it, empty where it names none."""
    for node in interaction.iter():
        if local(node) in ("object", "img", "image"):
            return (node.get("data") or node.get("src") or "").strip()
    return ""


def with_picture(question: Question, file: str, archive: Archive) -> Question:
    """The question with its picture out of the package; as it is where there is none that we can show."""
    if question.type != "hotspot" or not question.source:
        return question
    try:
        interaction = graphic_of(parse_xml(question.source))
    except AcademyError:
        return question
    address = "" if interaction is None else address_of(interaction)
    raw = _held(archive, posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(address))), address)
    return replace(question, media=(Media(address, "/", b64encode(raw).decode("ascii")),)) if raw else question


def picture_of(question: Question, address: str) -> bytes:
    """The picture of an address among the question's own files, or written into the address itself; else nothing."""
    head, _, data = address.partition(",")
    if head in ("data:image/png;base64", "data:image/jpeg;base64"):
        return _decoded(data)
    found = [one for one in question.media if one.name == address or one.name == posixpath.basename(address)]
    return _decoded(found[0].data) if found else b""


def kind_and_size(raw: bytes) -> tuple[str, int, int] | None:
    """`png` or `jpeg` with its width and height; None for anything else, and for what is too large to show."""
    size = _png_size(raw) if raw.startswith(_PNG) else _jpeg_size(raw) if raw.startswith(_JPEG) else None
    if size is None or len(raw) > MOST_BYTES or not all(0 < side <= MOST_SIDE for side in size):
        return None
    return ("png" if raw.startswith(_PNG) else "jpeg"), *size


def picture_file(picture: str) -> Media:
    """The picture of a board as a file of a question."""
    head, _, data = picture.partition(",")
    if picture.startswith("<svg "):
        return Media("picture.svg", "/", b64encode(picture.encode()).decode("ascii"))
    return Media("picture.png" if "png" in head else "picture.jpg", "/", data)


def _held(archive: Archive, name: str, address: str) -> bytes:
    if not address or "://" in address or name not in archive.names():
        return b""
    try:
        return archive.read(name, MOST_BYTES)
    except AcademyError:
        return b""


def _decoded(data: str) -> bytes:
    try:
        return b64decode(data, validate=True) if len(data) <= 2 * MOST_BYTES else b""
    except ValueError:
        return b""


def _png_size(raw: bytes) -> tuple[int, int] | None:
    if len(raw) < 24 or raw[12:16] != b"IHDR":
        return None
    wide, high = struct.unpack(">II", raw[16:24])
    return int(wide), int(high)


def _jpeg_size(raw: bytes) -> tuple[int, int] | None:
    for marker, at in _segments(raw):
        if marker in _FRAMES and at + 9 <= len(raw):
            high, wide = struct.unpack(">HH", raw[at + 5 : at + 9])
            return int(wide), int(high)
    return None


def _segments(raw: bytes) -> Iterator[tuple[int, int]]:
    """The marker of each segment and where it begins, up to the picture itself."""
    at = 2
    while at + 4 <= len(raw) and raw[at] == 0xFF and raw[at + 1] != 0xDA:
        yield raw[at + 1], at
        at += 2 + int(struct.unpack(">H", raw[at + 2 : at + 4])[0])
