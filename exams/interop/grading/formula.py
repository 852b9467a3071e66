"""Formulas of calculated questions (interop 4.5): numbers, `{names}`, four operations, functions of a fixed list."""

import math
import re
from collections.abc import Callable, Mapping, Sequence

from exams.interop.grading.errors import BadCase

_TOKEN = re.compile(
    r"\s*(?:(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)|\{(?P<name>[^{}]{1,100})\}"
    r"|(?P<word>[A-Za-z_][A-Za-z0-9_]*)|(?P<sign>\*\*|[-+*/%(),]))"
)
_LONGEST = 2_000
_DEEPEST = 50

_FUNCTIONS: Mapping[str, tuple[tuple[int, ...], Callable[..., float]]] = {
    "pi": ((0,), lambda: math.pi),
    "log": ((1, 2), math.log),
    "round": ((1, 2), lambda one, places=0.0: _rounded(one, int(places))),
    "floor": ((1,), math.floor),
    "ceil": ((1,), math.ceil),
    "deg2rad": ((1,), math.radians),
    "rad2deg": ((1,), math.degrees),
    "fmod": ((2,), math.fmod),
    "pow": ((2,), math.pow),
    "atan2": ((2,), math.atan2),
    "max": (tuple(range(2, 50)), max),
    "min": (tuple(range(2, 50)), min),
    **{
        name: ((1,), getattr(math, name))
        for name in (
            "acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh", "exp", "expm1", "log10", "log1p", "sin",
            "sinh", "sqrt", "tan", "tanh",
        )
    },
    "abs": ((1,), abs),
}  # fmt: skip


def reckoned(formula: str, values: Mapping[str, float]) -> float:
    """The value of a formula; raises `BadCase` for what is none, a name without a value, and what has no value."""
    if len(formula) > _LONGEST:
        raise BadCase(detail="formula")
    try:
        value = _Reading(_tokens(formula), values).whole()
    except (ArithmeticError, ValueError, TypeError, IndexError, RecursionError):
        raise BadCase(detail="formula") from None
    if not math.isfinite(value):
        raise BadCase(detail="formula")
    return float(value)


def shown(value: float, length: int, kind: str) -> float:
    """A value as it is told: with so many decimals (kind 1) or so many significant figures (kind 2)."""
    if kind == "2" and value:
        return _rounded(value, max(length, 1) - 1 - math.floor(math.log10(abs(value))))
    return _rounded(value, length)


def _rounded(value: float, places: int) -> float:
    """Half away from nought, as the programs do that these questions come from."""
    if abs(places) > 300:
        return value
    scale = 10.0**places
    return math.copysign(math.floor(float(f"{abs(value) * scale:.15g}") + 0.5), value) / scale


def _tokens(formula: str) -> list[tuple[str, str]]:
    found, place = [], 0
    text = formula.rstrip()
    while place < len(text):
        token = _TOKEN.match(text, place)
        if token is None:
            raise BadCase(detail="formula")
        kind = str(token.lastgroup)
        found.append((kind, token[kind].strip()))
        place = token.end()
    return found


class _Reading:
    """One formula, read from the left."""

    def __init__(self, tokens: Sequence[tuple[str, str]], values: Mapping[str, float]) -> None:
        self._tokens = tokens
        self._values = values
        self._at = 0
        self._depth = 0

    def whole(self) -> float:
        value = self._sum()
        if self._at != len(self._tokens):
            raise ValueError(self._at)
        return value

    def _takes(self, *signs: str) -> str:
        kind, text = self._tokens[self._at] if self._at < len(self._tokens) else ("", "")
        if kind == "sign" and text in signs:
            self._at += 1
            return text
        return ""

    def _sum(self) -> float:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ValueError(self._depth)
        value = self._product()
        while sign := self._takes("+", "-"):
            value = value + self._product() if sign == "+" else value - self._product()
        self._depth -= 1
        return value

    def _product(self) -> float:
        value = self._signed()
        while sign := self._takes("*", "/", "%"):
            other = self._signed()
            value = (
                value * other if sign == "*" else value / other if sign == "/" else math.fmod(int(value), int(other))
            )
        return value

    def _signed(self) -> float:
        signs = 1.0
        while sign := self._takes("+", "-"):
            signs = -signs if sign == "-" else signs
        return signs * self._power()

    def _power(self) -> float:
        value = self._atom()
        return math.pow(value, self._signed()) if self._takes("**") else value

    def _atom(self) -> float:
        if self._takes("("):
            value = self._sum()
            self._close()
            return value
        kind, text = self._tokens[self._at]
        self._at += 1
        if kind == "number":
            return float(text)
        if kind == "name" and text in self._values:
            return self._values[text]
        if kind == "word" and self._takes("("):
            return self._called(text)
        raise ValueError(text)

    def _called(self, name: str) -> float:
        counts, work = _FUNCTIONS.get(name.lower(), ((), abs))
        operands = []
        if not self._takes(")"):
            operands.append(self._sum())
            while self._takes(","):
                operands.append(self._sum())
            self._close()
        if len(operands) not in counts:
            raise ValueError(name)
        return float(work(*operands))

    def _close(self) -> None:
        if not self._takes(")"):
            raise ValueError(")")
