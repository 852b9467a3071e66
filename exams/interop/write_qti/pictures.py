"""The files that a kept item names, beside it in the package under names of our own."""

from base64 import b64decode

from lxml import etree

from exams.interop.question import Question

_ENDINGS = {b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg", b"<svg": ".svg"}


def pictures_of(question: Question, item: etree._Element, stem: str) -> dict[str, bytes]:
    """By new name, in the folder of the item; the item names them so from now on."""
    found: dict[str, bytes] = {}
    for number, media in enumerate(question.media, 1):
        raw = _decoded(media.data)
        ending = next((ending for head, ending in _ENDINGS.items() if raw.startswith(head)), "")
        name = f"{stem}-{number}{ending}"
        named = [
            (node, key) for node in item.iter() for key in ("data", "src") if media.name and node.get(key) == media.name
        ]
        for node, key in named:
            node.set(key, name)
        if ending and named:
            found[name] = raw
    return found


def _decoded(data: str) -> bytes:
    try:
        return b64decode(data, validate=True)
    except ValueError:
        return b""
