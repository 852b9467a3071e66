"""Values of QTI variables: a cardinality, a base type, and what it holds. NULL is None."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from exams.interop.grading.quantity import exact

Scalar = str | bool | Fraction | tuple[str, str] | tuple[Fraction, ...]

NUMERIC = frozenset(("integer", "float", "duration"))
_TEXTS = frozenset(("string", "identifier", "uri", "file", "intOrIdentifier", ""))


@dataclass(frozen=True, slots=True)
class Value:
    """Never empty: an empty container is NULL, as the specification has it."""

    base: str
    items: tuple[Scalar, ...]
    cardinality: str = "single"
    fields: Mapping[str, "Value | None"] = field(default_factory=dict)

    @property
    def one(self) -> Scalar:
        """The first item."""
        return self.items[0]


Maybe = Value | None


def single(base: str, item: Scalar) -> Value:
    """A value of one item."""
    return Value(base, (item,))


def number(amount: Fraction | int) -> Value:
    """A float."""
    return Value("float", (Fraction(amount),))


def truth(fact: bool) -> Value:
    """A boolean."""
    return Value("boolean", (fact,))


def container(base: str, items: tuple[Scalar, ...], cardinality: str) -> Maybe:
    """NULL where there are no items."""
    return Value(base, items, cardinality) if items else None


def is_true(value: Maybe) -> bool:
    """NULL is not true."""
    return value is not None and value.one is True


def amount(value: Maybe) -> Fraction | None:
    """The number a single value holds, else None."""
    if value is None or isinstance(value.one, bool):
        return None
    return value.one if isinstance(value.one, Fraction) else exact(value.one)


def text_of(value: Value) -> str:
    """A single value as text."""
    one = value.one
    if isinstance(one, bool):
        return "true" if one else "false"
    return str(one)


def scalar(base: str, written: object) -> Scalar | None:
    """What was written as a scalar of a base type; None where it is none of it."""
    if base in NUMERIC:
        return exact(written)
    if base == "boolean":
        return {"true": True, "1": True, "false": False, "0": False}.get(str(written).strip().lower())
    if base in ("pair", "directedPair"):
        return _two(base, written)
    if base == "point":
        return _point(written)
    if isinstance(written, list | dict):
        return " ".join(map(str, written)) if isinstance(written, list) else None
    text = ("true" if written else "false") if isinstance(written, bool) else str(written)
    return text if base == "string" else text.strip()


def _two(base: str, written: object) -> tuple[str, str] | None:
    names = written if isinstance(written, list) else str(written).split()
    if len(names) != 2:
        return None
    first, second = (str(name).strip() for name in names)
    return (second, first) if base == "pair" and second < first else (first, second)


def _point(written: object) -> tuple[Fraction, ...] | None:
    if isinstance(written, dict):
        written = [written.get("x"), written.get("y")]
    places = written if isinstance(written, list) else str(written).replace(",", " ").split()
    numbers = tuple(at for place in places if (at := exact(place)) is not None)
    return numbers if len(numbers) == len(places) == 2 else None


def from_response(given: Any, cardinality: str, base: str) -> Maybe:
    """The value of a response variable as a case writes it; nothing written is NULL."""
    if cardinality == "record":
        fields = {str(name): _guessed(value) for name, value in given.items()} if isinstance(given, dict) else {}
        return Value("", (True,), "record", fields) if fields else None
    entries = _entries(given, cardinality, base)
    items = tuple(item for entry in entries if (item := scalar(base, entry)) is not None)
    if cardinality == "single":
        return Value(base, items[:1]) if items else None
    return container(base, items, cardinality)


def _entries(given: Any, cardinality: str, base: str) -> list[Any]:
    if given is None or (isinstance(given, str) and not given.strip()):
        return []
    if not isinstance(given, list):
        return [given]
    if base in ("pair", "directedPair", "point") and len(given) == 2 and not _is_list_of_twos(given):
        return [given]
    listed = [one for one in given if one is not None and one != ""]
    return listed[:1] if cardinality == "single" else listed


def _is_list_of_twos(given: list[Any]) -> bool:
    return all(isinstance(one, list) or len(str(one).replace(",", " ").split()) == 2 for one in given)


def _guessed(written: object) -> Maybe:
    number_ = exact(written)
    if number_ is not None:
        return number(number_)
    return truth(written) if isinstance(written, bool) else single("string", str(written))


def same(first: Value, second: Value) -> bool:
    """`match`: ordered values in sequence, others as bags; pairs without order; texts to the letter."""
    left, right = _comparable(first, second), _comparable(second, first)
    if "ordered" in (first.cardinality, second.cardinality):
        return left == right
    return Counter(left) == Counter(right)


def _comparable(value: Value, other: Value) -> list[Scalar]:
    if value.base in _TEXTS and other.base in NUMERIC:
        return [item if (read := exact(item)) is None else read for item in value.items]
    return list(value.items)
