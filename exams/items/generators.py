"""Numerical items: numbers drawn from a template's ranges, the answer, and what typical mistakes give."""

from collections.abc import Mapping
from decimal import Decimal

from exams.chance.stream import Stream
from exams.items.errors import BadTemplate
from exams.items.formula import Generator, Numbers
from exams.items.generators_cards import CARDS
from exams.items.generators_chapter1 import CHAPTER_1
from exams.items.generators_complaints import COMPLAINTS
from exams.items.generators_deposits import DEPOSITS
from exams.items.generators_insurance import INSURANCE
from exams.items.generators_loans import LOANS
from exams.items.generators_wealth import WEALTH
from exams.items.item import Template
from exams.items.numbers import decimal_text, is_decimal

REGISTRY: Mapping[str, Generator] = {
    **CHAPTER_1,
    **DEPOSITS,
    **INSURANCE,
    **LOANS,
    **CARDS,
    **WEALTH,
    **COMPLAINTS,
}

MAX_TRIES = 2000

APART = Decimal("0.05")
"""The widest tolerance of the course's items: a typical mistake no farther off could be marked right."""


def generator_of(template: Template) -> Generator:
    """The generator a template names; raises `BadTemplate` where there is none."""
    if template.generator not in REGISTRY:
        raise _bad(template, "generator")
    return REGISTRY[template.generator]


def check_template(template: Template) -> None:
    """Raises `BadTemplate` unless the ranges name every variable in whole steps and some draw is valid."""
    generator = generator_of(template)
    if set(template.ranges) != set(generator.variables):
        odd = sorted(set(template.ranges) ^ set(generator.variables))
        raise _bad(template, "variables", ", ".join(odd))
    for name in generator.variables:
        if not all(is_decimal(text) for text in template.ranges[name]):
            raise _bad(template, "number", name)
        low, high, step = (Decimal(text) for text in template.ranges[name])
        if step <= 0 or high < low or (high - low) % step:
            raise _bad(template, "range", name)
    draw_numbers(template, Stream(b"check"))


def draw_numbers(template: Template, stream: Stream) -> Mapping[str, str]:
    """Values for all variables, drawn again until they make sense and no typical mistake would pass for right."""
    generator = generator_of(template)
    for _ in range(MAX_TRIES):
        numbers = {name: _value(template.ranges[name], stream) for name in generator.variables}
        if _makes_sense(generator, numbers):
            return {name: decimal_text(value) for name, value in numbers.items()}
    raise _bad(template, "never_valid")


def solve(template: Template, numbers: Mapping[str, str]) -> Decimal:
    """The right answer, rounded once, half up, to hundredths (whole where the answer is a count or seconds)."""
    return generator_of(template).solve(_decimals(template, numbers))


def mistakes(template: Template, numbers: Mapping[str, str]) -> Mapping[str, Decimal]:
    """What each typical mistake gives, rounded the same way, by the mistake's name."""
    return generator_of(template).mistakes(_decimals(template, numbers))


def _value(limits: tuple[str, str, str], stream: Stream) -> Decimal:
    low, high, step = (Decimal(text) for text in limits)
    return low + step * stream.below(int((high - low) // step) + 1)


def _makes_sense(generator: Generator, numbers: Numbers) -> bool:
    if not generator.valid(numbers):
        return False
    answer = generator.solve(numbers)
    return all(abs(answer - wrong) > APART for wrong in generator.mistakes(numbers).values())


def _decimals(template: Template, numbers: Mapping[str, str]) -> Numbers:
    generator = generator_of(template)
    if set(numbers) != set(generator.variables) or not all(is_decimal(text) for text in numbers.values()):
        raise _bad(template, "numbers")
    values = {name: Decimal(text) for name, text in numbers.items()}
    if not generator.valid(values):
        raise _bad(template, "numbers")
    return values


def _bad(template: Template, reason: str, name: str = "") -> BadTemplate:
    return BadTemplate(generator=template.generator, reason=reason, name=name)
