"""Fields of parsed JSON by the type they must have; each raises `NotStrict` with the field's name."""

import base64
import binascii
from collections.abc import Iterable

from exams.trust.errors import NotStrict
from exams.trust.strict_json import Json

Table = dict[str, Json]


def table_of(value: Json, detail: str = "object") -> Table:
    """The value, which must be an object."""
    if not isinstance(value, dict):
        raise NotStrict(detail=detail)
    return value


def exactly(value: Json, *names: str) -> Table:
    """The value, which must be an object with these fields and no other."""
    table = table_of(value)
    if set(table) != set(names):
        raise NotStrict(detail=", ".join(names))
    return table


def table_in(table: Table, name: str) -> Table:
    """An object."""
    return table_of(table.get(name), name)


def text_in(table: Table, name: str) -> str:
    """A text."""
    value = table.get(name)
    if not isinstance(value, str):
        raise NotStrict(detail=name)
    return value


def number_in(table: Table, name: str, least: int = 0) -> int:
    """A whole number from `least` upwards; true and false are none."""
    value = table.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise NotStrict(detail=name)
    return value


def texts_in(table: Table, name: str) -> tuple[str, ...]:
    """A list of texts, none twice."""
    value = table.get(name)
    if not isinstance(value, list):
        raise NotStrict(detail=name)
    texts = tuple(one for one in value if isinstance(one, str))
    if len(set(texts)) != len(value):
        raise NotStrict(detail=name)
    return texts


def bytes_in(table: Table, name: str, length: int | None = None) -> bytes:
    """Bytes as base64 in its one spelling; of `length` where given."""
    return unbase64(text_in(table, name), name, length)


def base64_text(raw: bytes) -> str:
    """Standard base64 with padding."""
    return base64.b64encode(raw).decode()


def unbase64(text: str, detail: str, length: int | None = None) -> bytes:
    """The bytes; of `length` where given."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise NotStrict(detail=detail) from None
    # Base64 has spare bits at its end: two spellings of one value would be two files that pass for one.
    if base64_text(raw) != text or length not in (None, len(raw)):
        raise NotStrict(detail=detail)
    return raw


def sorted_texts(texts: Iterable[str]) -> Json:
    """As lists of names are written."""
    return [*sorted(texts)]
