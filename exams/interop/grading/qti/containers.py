"""Operators on containers, texts and areas."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from exams.interop.grading.qti.errors import NotRun
from exams.interop.grading.qti.values import Maybe, Value, container, number, same, single, text_of, truth

Attributes = Mapping[str, str]
Operands = Sequence[Maybe]

_LONGEST_PATTERN = 200
_LONGEST_TEXT = 256
_MOST_QUANTIFIERS = 4
_GROUP_REPEATED = re.compile(r"\)[*+{?]")
_UNBOUNDED = re.compile(r"[*+]|\{\d*,\d*\}|\{\d+\}")
_OF_LETTERS = re.compile(r"(?<!\\)\\p\{(L|N|Nd)\}(?![^\[\]]*\])")
_CLASSES = {"L": r"[^\W\d_]", "N": r"\d", "Nd": r"\d"}
_ONLY_XSD = re.compile(r"\\[pPiIcC]|-\[")


def _collect(cardinality: str) -> Callable[[Attributes, Operands], Maybe]:
    def run(_: Attributes, operands: Operands) -> Maybe:
        values = [value for value in operands if value is not None]
        return (
            container(values[0].base, tuple(i for value in values for i in value.items), cardinality)
            if values
            else None
        )

    return run


def _size(_: Attributes, operands: Operands) -> Maybe:
    return number(len(operands[0].items) if operands and operands[0] else 0)


def _is_null(_: Attributes, operands: Operands) -> Maybe:
    value = operands[0] if operands else None
    return truth(value is None or (value.base == "string" and value.items == ("",)))


def _is_not_null(attributes: Attributes, operands: Operands) -> Maybe:
    return _not(attributes, [_is_null(attributes, operands)])


def _both(work: Callable[[Attributes, Value, Value], Maybe]) -> Callable[[Attributes, Operands], Maybe]:
    def run(attributes: Attributes, operands: Operands) -> Maybe:
        if len(operands) != 2:
            raise NotRun("operands")
        first, second = operands
        return None if first is None or second is None else work(attributes, first, second)

    return run


def _index(attributes: Attributes, operands: Operands) -> Maybe:
    value, written = operands[0], attributes.get("n", "")
    if value is None or not written.isascii() or not written.isdigit() or len(written) > 6:
        return None
    at = int(written)
    return single(value.base, value.items[at - 1]) if 1 <= at <= len(value.items) else None


def _field(attributes: Attributes, operands: Operands) -> Maybe:
    record = operands[0]
    return record.fields.get(attributes.get("fieldIdentifier", "")) if record else None


def _member(_: Attributes, one: Value, many: Value) -> Maybe:
    return truth(any(same(single(one.base, one.one), single(many.base, item)) for item in many.items))


def _delete(_: Attributes, one: Value, many: Value) -> Maybe:
    return container(many.base, tuple(item for item in many.items if item != one.one), many.cardinality)


def _contains(_: Attributes, whole: Value, part: Value) -> Maybe:
    if whole.cardinality == "ordered":
        length = len(part.items)
        starts = range(len(whole.items) - length + 1)
        return truth(any(whole.items[at : at + length] == part.items for at in starts))
    return truth(not Counter(part.items) - Counter(whole.items))


def _match(_: Attributes, first: Value, second: Value) -> Maybe:
    return truth(same(first, second))


def _repeat(attributes: Attributes, operands: Operands) -> Maybe:
    written = attributes.get("numberRepeats", "")
    if not written.isascii() or not written.isdigit() or len(written) > 3:
        raise NotRun("repeat")
    return _collect("ordered")(attributes, list(operands) * int(written))


def _cased(attributes: Attributes, text: str, default: str) -> str:
    return text if attributes.get("caseSensitive", default).strip().lower() in ("true", "1") else text.casefold()


def _string_match(attributes: Attributes, first: Value, second: Value) -> Maybe:
    left, right = (_cased(attributes, text_of(value), "true") for value in (first, second))
    is_part = attributes.get("substring", "false").strip().lower() in ("true", "1")
    return truth(right in left if is_part else left == right)


def _substring(attributes: Attributes, part: Value, whole: Value) -> Maybe:
    return truth(_cased(attributes, text_of(part), "true") in _cased(attributes, text_of(whole), "true"))


def _pattern_match(attributes: Attributes, operands: Operands) -> Maybe:
    value, *more = operands or (None,)
    if value is None:
        return None
    pattern = attributes.get("pattern") or (text_of(more[0]) if more and more[0] is not None else "")
    cased = attributes.get("caseSensitive", "true").strip().lower() in ("true", "1")
    return truth(fits_pattern(text_of(value), pattern, cased=cased))


def fits_pattern(text: str, pattern: str, *, cased: bool = True) -> bool:
    """Whether the whole text fits an XML Schema pattern; raises `NotRun` for one that could take long."""
    pattern = _OF_LETTERS.sub(lambda found: _CLASSES[found[1]], pattern)
    bare = re.sub(r"\\.|\[[^\]]*\]", "x", pattern)
    is_slow = _GROUP_REPEATED.search(bare) and _nested(bare)
    if len(pattern) > _LONGEST_PATTERN or len(text) > _LONGEST_TEXT or is_slow or _ONLY_XSD.search(pattern):
        raise NotRun("patternMatch")
    if len(_UNBOUNDED.findall(bare)) > _MOST_QUANTIFIERS:
        raise NotRun("patternMatch")
    try:
        # In XML Schema ^ and $ are characters like others, but those who write them mean the ends.
        flags = re.NOFLAG if cased else re.IGNORECASE
        return re.fullmatch(pattern.removeprefix("^").removesuffix("$"), text, flags) is not None
    except (re.error, RecursionError, OverflowError):
        raise NotRun("patternMatch") from None


def _nested(bare: str) -> bool:
    """A repeated group with a repetition or a choice inside: the shape that runs away."""
    opened: list[bool] = []
    for at, letter in enumerate(bare):
        if letter == "(":
            opened.append(False)
        elif letter == ")" and opened:
            inside = opened.pop()
            repeated = bare[at + 1 : at + 2] in ("*", "+", "{")
            if inside and repeated:
                return True
            if opened:
                opened[-1] = opened[-1] or inside or repeated
        elif letter in "*+{|?" and opened:
            opened[-1] = True
    return False


def _null(_: Attributes, __: Operands) -> Maybe:
    return None


def _not(_: Attributes, operands: Operands) -> Maybe:
    value = operands[0] if operands else None
    return None if value is None else truth(value.one is not True)


def _and(_: Attributes, operands: Operands) -> Maybe:
    facts = [None if value is None else value.one is True for value in operands]
    return truth(False) if False in facts else None if None in facts else truth(True)


def _or(_: Attributes, operands: Operands) -> Maybe:
    facts = [None if value is None else value.one is True for value in operands]
    return truth(True) if True in facts else None if None in facts else truth(False)


def _any_n(attributes: Attributes, operands: Operands) -> Maybe:
    low, high = (attributes.get(name, "") for name in ("min", "max"))
    if not (low.isascii() and low.isdigit() and high.isascii() and high.isdigit()):
        raise NotRun("anyN")
    least = sum(value is not None and value.one is True for value in operands)
    most = least + sum(value is None for value in operands)
    if Fraction(low) <= least and most <= Fraction(high):
        return truth(True)
    return truth(False) if most < Fraction(low) or least > Fraction(high) else None


OTHER_OPERATORS: Mapping[str, Callable[[Attributes, Operands], Maybe]] = {
    "multiple": _collect("multiple"),
    "ordered": _collect("ordered"),
    "containerSize": _size,
    "isNull": _is_null,
    "isNotNull": _is_not_null,
    "index": _index,
    "fieldValue": _field,
    "member": _both(_member),
    "delete": _both(_delete),
    "contains": _both(_contains),
    "match": _both(_match),
    "repeat": _repeat,
    "stringMatch": _both(_string_match),
    "substring": _both(_substring),
    "patternMatch": _pattern_match,
    "null": _null,
    "not": _not,
    "and": _and,
    "or": _or,
    "anyN": _any_n,
}
"""By the name of the element."""
