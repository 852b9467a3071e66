"""Operators on numbers, exact wherever the mathematics is; a NULL or missing operand makes NULL."""

import math
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from exams.interop.grading.qti.errors import NotRun
from exams.interop.grading.qti.values import Maybe, Value, amount, number, truth

Attributes = Mapping[str, str]
Operands = Sequence[Maybe]

_LARGEST_POWER = 512
_MOST_BITS = 4096


def _numbers(operands: Operands) -> list[Fraction] | None:
    """All numbers of all operands, containers opened; None where one is NULL or no number."""
    found: list[Fraction] = []
    for value in operands:
        if value is None:
            return None
        for item in value.items:
            one = amount(Value(value.base, (item,)))
            if one is None:
                return None
            found.append(one)
    return found or None


def _fold(combine: Callable[[list[Fraction]], Fraction | None]) -> Callable[[Attributes, Operands], Maybe]:
    def run(_: Attributes, operands: Operands) -> Maybe:
        numbers = _numbers(operands)
        result = combine(numbers) if numbers else None
        if result is not None and max(result.numerator.bit_length(), result.denominator.bit_length()) > _MOST_BITS:
            return None
        return None if result is None else number(result)

    return run


def _compare(holds: Callable[[Fraction, Fraction], bool]) -> Callable[[Attributes, Operands], Maybe]:
    def run(_: Attributes, operands: Operands) -> Maybe:
        numbers = _numbers(operands)
        return truth(holds(numbers[0], numbers[1])) if numbers and len(numbers) == 2 else None

    return run


def _two(combine: Callable[[Fraction, Fraction], Fraction | None]) -> Callable[[list[Fraction]], Fraction | None]:
    return lambda numbers: combine(numbers[0], numbers[1]) if len(numbers) == 2 else None


def _power(base: Fraction, exponent: Fraction) -> Fraction | None:
    if exponent.denominator == 1 and abs(exponent) <= _LARGEST_POWER:
        size = max(base.numerator.bit_length(), base.denominator.bit_length())
        fits = size * abs(int(exponent)) <= _MOST_BITS and (base or exponent >= 0)
        return base ** int(exponent) if fits else None
    return _real(lambda: math.pow(base, exponent))


def _real(compute: Callable[[], float]) -> Fraction | None:
    try:
        result = compute()
    except (ValueError, OverflowError, ZeroDivisionError):
        return None
    return Fraction(result) if math.isfinite(result) else None


def _product(numbers: list[Fraction]) -> Fraction | None:
    result = Fraction(1)
    for one in numbers:
        result *= one
        if result.numerator.bit_length() > _MOST_BITS:
            return None
    return result


def _half_up(one: Fraction) -> Fraction:
    return Fraction(math.floor(one + Fraction(1, 2)))


def _round_to(attributes: Attributes, operands: Operands) -> Maybe:
    numbers = _numbers(operands)
    rounded = _rounded(numbers[0], attributes) if numbers else None
    return None if rounded is None else number(rounded)


def _rounded(one: Fraction, attributes: Attributes) -> Fraction | None:
    figures = _whole(attributes.get("figures"))
    if figures is None or abs(figures) > 60:
        return None
    if attributes.get("roundingMode", "significantFigures") != "decimalPlaces":
        if not one or figures < 1:
            return one if figures > 0 else None
        figures -= _magnitude(one) + 1
    scale = Fraction(10) ** figures
    return _half_up(one * scale) / scale


def _magnitude(one: Fraction) -> int:
    """The power of ten of the first figure."""
    size = abs(one)
    guess = len(str(size.numerator)) - len(str(size.denominator))
    while Fraction(10) ** guess > size:
        guess -= 1
    return guess


def _whole(written: str | None) -> int | None:
    digits = (written or "").strip()
    return int(digits) if digits.lstrip("-").isascii() and digits.lstrip("-").isdigit() and len(digits) < 5 else None


def equal(attributes: Attributes, operands: Operands) -> Maybe:
    """Exact, or within an absolute or relative (percent) tolerance of the first; ends count unless said otherwise."""
    numbers = _numbers(operands)
    if not numbers or len(numbers) != 2:
        return None
    first, second = numbers
    mode = attributes.get("toleranceMode", "exact")
    if mode == "exact":
        return truth(first == second)
    low, high = _tolerances(attributes)
    if mode == "relative":
        low, high = abs(first) * low / 100, abs(first) * high / 100
    bottom, top = first - low, first + high
    above = second >= bottom if _says(attributes, "includeLowerBound") else second > bottom
    below = second <= top if _says(attributes, "includeUpperBound") else second < top
    return truth(above and below)


def _tolerances(attributes: Attributes) -> tuple[Fraction, Fraction]:
    written = [amount(Value("string", (one,))) for one in attributes.get("tolerance", "").split()]
    known = [abs(one) for one in written if one is not None]
    if not known:
        raise NotRun("tolerance")
    return known[0], known[-1]


def _says(attributes: Attributes, name: str) -> bool:
    return attributes.get(name, "true").strip().lower() not in ("false", "0")


def _equal_rounded(attributes: Attributes, operands: Operands) -> Maybe:
    numbers = _numbers(operands)
    if not numbers or len(numbers) != 2:
        return None
    first, second = (_rounded(one, attributes) for one in numbers)
    return None if first is None or second is None else truth(first == second)


def _math(attributes: Attributes, operands: Operands) -> Maybe:
    numbers = _numbers(operands)
    name = attributes.get("name", "")
    if name not in _FUNCTIONS:
        raise NotRun(f"mathOperator {name}")
    function = _FUNCTIONS[name]
    result = _real(lambda: function(*map(float, numbers))) if numbers and len(numbers) < 3 else None
    return None if result is None else number(result)


_FUNCTIONS: Mapping[str, Callable[..., float]] = {
    **{name: getattr(math, name) for name in ("sin", "cos", "tan", "asin", "acos", "atan", "atan2", "exp", "sinh")},
    **{name: getattr(math, name) for name in ("cosh", "tanh", "floor", "ceil")},
    "ln": math.log,
    "log": math.log10,
    "sec": lambda one: 1 / math.cos(one),
    "csc": lambda one: 1 / math.sin(one),
    "cot": lambda one: 1 / math.tan(one),
    "signum": lambda one: float((one > 0) - (one < 0)),
    "abs": abs,
    "toDegrees": math.degrees,
    "toRadians": math.radians,
}


def _statistics(attributes: Attributes, operands: Operands) -> Maybe:
    numbers = _numbers(operands)
    name = attributes.get("name", "")
    if name not in ("mean", "sampleVariance", "sampleSD", "popVariance", "popSD"):
        raise NotRun(f"statsOperator {name}")
    if not numbers or (name.startswith("sample") and len(numbers) < 2):
        return None
    middle = sum(numbers, Fraction(0)) / len(numbers)
    if name == "mean":
        return number(middle)
    variance = sum(((one - middle) ** 2 for one in numbers), Fraction(0)) / (len(numbers) - name.startswith("sample"))
    return number(variance if name.endswith("Variance") else Fraction(math.sqrt(variance)))


def _constant(attributes: Attributes, _: Operands) -> Maybe:
    name = attributes.get("name")
    return number(Fraction(math.pi if name == "pi" else math.e)) if name in ("pi", "e") else None


def _integers(combine: Callable[..., int]) -> Callable[[list[Fraction]], Fraction | None]:
    def run(numbers: list[Fraction]) -> Fraction | None:
        return Fraction(combine(*map(int, numbers))) if all(one.denominator == 1 for one in numbers) else None

    return run


NUMERIC_OPERATORS: Mapping[str, Callable[[Attributes, Operands], Maybe]] = {
    "sum": _fold(lambda numbers: sum(numbers, Fraction(0))),
    "product": _fold(_product),
    "subtract": _fold(_two(lambda first, second: first - second)),
    "divide": _fold(_two(lambda first, second: first / second if second else None)),
    "power": _fold(_two(_power)),
    "integerDivide": _fold(_two(lambda first, second: Fraction(first // second) if second else None)),
    "integerModulus": _fold(_two(lambda first, second: first % second if second else None)),
    "truncate": _fold(lambda numbers: Fraction(math.trunc(numbers[0]))),
    "round": _fold(lambda numbers: _half_up(numbers[0])),
    "integerToFloat": _fold(lambda numbers: numbers[0]),
    "max": _fold(max),
    "min": _fold(min),
    "gcd": _fold(_integers(math.gcd)),
    "lcm": _fold(_integers(math.lcm)),
    "gt": _compare(lambda first, second: first > second),
    "gte": _compare(lambda first, second: first >= second),
    "lt": _compare(lambda first, second: first < second),
    "lte": _compare(lambda first, second: first <= second),
    "durationLT": _compare(lambda first, second: first < second),
    "durationGTE": _compare(lambda first, second: first >= second),
    "equal": equal,
    "equalRounded": _equal_rounded,
    "roundTo": _round_to,
    "mathOperator": _math,
    "statsOperator": _statistics,
    "mathConstant": _constant,
}
"""By the name of the element."""
