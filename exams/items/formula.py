"""What a generator is, and the one way its answers are rounded."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction

Numbers = Mapping[str, Decimal]
Exact = Mapping[str, Fraction]

_EXACT = Context(prec=60)


@dataclass(frozen=True, slots=True)
class Generator:
    """A family of numerical items: `valid` says which draws make sense, `mistakes` what wrong ways lead to."""

    variables: tuple[str, ...]
    solve: Callable[[Numbers], Decimal]
    mistakes: Callable[[Numbers], Mapping[str, Decimal]]
    valid: Callable[[Numbers], bool]


def exact_generator(
    variables: tuple[str, ...],
    solve: Callable[[Exact], Fraction],
    mistakes: Callable[[Exact], Mapping[str, Fraction]],
    valid: Callable[[Numbers], bool],
    rounding: Callable[[Fraction], Decimal] | None = None,
) -> Generator:
    """A generator that works in fractions and is rounded by `rounding` (to hundredths if none) at the very end."""
    end = rounding or hundredths

    def answer(numbers: Numbers) -> Decimal:
        return end(solve(_fractions(numbers)))

    def wrong(numbers: Numbers) -> Mapping[str, Decimal]:
        return {name: end(value) for name, value in mistakes(_fractions(numbers)).items()}

    return Generator(variables, answer, wrong, valid)


def percent(part: Decimal, whole: Decimal) -> Decimal:
    """`part` of `whole` in percent, to hundredths."""
    return hundredths(Fraction(part) * 100 / Fraction(whole))


def hundredths(value: Fraction) -> Decimal:
    """An exact value rounded once, half up (away from zero where negative), to 0.01."""
    size = (abs(value.numerator) * 200 + value.denominator) // (2 * value.denominator)
    return _EXACT.scaleb(Decimal(size if value >= 0 else -size), -2)


def whole(value: Fraction) -> Decimal:
    """A count, such as days, without decimals; half up where it is none."""
    return Decimal((2 * value.numerator + value.denominator) // (2 * value.denominator))


def day_interest(principal: Fraction, rate: Fraction, days: Fraction) -> Fraction:
    """Interest at a yearly rate in percent for so many days, 360 to the year (rule of the house)."""
    return principal * rate * days / 36000


def month_interest(principal: Fraction, rate: Fraction, months: Fraction = Fraction(1)) -> Fraction:
    """Interest at a yearly rate in percent for so many whole months."""
    return principal * rate * months / 1200


def all_positive(numbers: Numbers) -> bool:
    """True where no number is zero or less."""
    return all(value > 0 for value in numbers.values())


def whole_between(numbers: Numbers, limits: Mapping[str, tuple[int, int]]) -> bool:
    """True where each named number is a whole one between its lowest and highest."""
    return all(
        low <= numbers[name] <= high and numbers[name] == int(numbers[name]) for name, (low, high) in limits.items()
    )


def _fractions(numbers: Numbers) -> Exact:
    return {name: Fraction(value) for name, value in numbers.items()}
