"""What a generator is, and the one way its answers are rounded."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction

Numbers = Mapping[str, Decimal]

_EXACT = Context(prec=60)


@dataclass(frozen=True, slots=True)
class Generator:
    """A family of numerical items: `valid` says which draws make sense, `mistakes` what wrong ways lead to."""

    variables: tuple[str, ...]
    solve: Callable[[Numbers], Decimal]
    mistakes: Callable[[Numbers], Mapping[str, Decimal]]
    valid: Callable[[Numbers], bool]


def percent(part: Decimal, whole: Decimal) -> Decimal:
    """`part` of `whole` in percent, to hundredths."""
    return hundredths(Fraction(part) * 100 / Fraction(whole))


def hundredths(value: Fraction) -> Decimal:
    """An exact value rounded once, half up (away from zero where negative), to 0.01."""
    size = (abs(value.numerator) * 200 + value.denominator) // (2 * value.denominator)
    return _EXACT.scaleb(Decimal(size if value >= 0 else -size), -2)
