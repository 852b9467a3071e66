"""The part of a numerical item that is drawn: its generator, the ranges of its variables, its tolerance."""

from exams.chance.stream import Stream
from exams.content.faults import Code
from exams.content.fields import Fields
from exams.items.errors import BadTemplate
from exams.items.generators import REGISTRY, check_template, draw_numbers, mistakes
from exams.items.item import Template
from exams.items.numbers import is_decimal

_REASONS = {
    "variables": Code.GENERATOR_VARIABLES,
    "number": Code.GENERATOR_RANGE,
    "range": Code.GENERATOR_RANGE,
    "never_valid": Code.GENERATOR_DRAW,
}


def read_template(fields: Fields) -> tuple[Template, frozenset[str]]:
    """The template and the names of its typical mistakes, none where it cannot be drawn."""
    ranges = fields.table("ranges")
    limits = {name: _limits(ranges, name) for name in ranges.names()}
    unit = fields.text("unit", needed=False)
    template = Template(fields.text("generator"), limits, unit)
    if not template.generator:
        return template, frozenset()
    if template.generator not in REGISTRY:
        known = ", ".join(sorted(REGISTRY))
        fields.note("generator", Code.GENERATOR_UNKNOWN, generator=template.generator, known=known)
        return template, frozenset()
    try:
        check_template(template)
    except BadTemplate as fault:
        _note(fields, ranges, template, fault)
        return template, frozenset()
    numbers = draw_numbers(template, Stream(b"names of mistakes"))
    return template, frozenset(mistakes(template, numbers))


def _limits(ranges: Fields, name: str) -> tuple[str, str, str]:
    value = ranges.raw(name)
    if isinstance(value, list) and len(value) == 3 and all(isinstance(one, str) for one in value):
        return value[0], value[1], value[2]
    ranges.note(name, Code.FIELD_TYPE, field=name, wanted="range")
    return "0", "0", "1"


def _note(fields: Fields, ranges: Fields, template: Template, fault: BadTemplate) -> None:
    reason, name = str(fault.facts.get("reason", "")), str(fault.facts.get("name", ""))
    code = _REASONS.get(reason, Code.GENERATOR_DRAW)
    if code is Code.GENERATOR_RANGE:
        ranges.note(name, code, name=name, generator=template.generator)
    else:
        wanted = ", ".join(REGISTRY[template.generator].variables)
        fields.note("ranges", code, name=name, wanted=wanted, generator=template.generator)


def read_tolerance(fields: Fields) -> str:
    """How far an answer may be off, as decimal text."""
    text = fields.text("tolerance")
    if text and (not is_decimal(text) or text.startswith("-")):
        fields.note("tolerance", Code.FIELD_VALUE, field="tolerance", value=text, allowed="0, 0.02, 0.5")
        return "0"
    return text or "0"


def variables_of(template: Template | None) -> frozenset[str]:
    """The names that must have a place in the stem."""
    if template is None:
        return frozenset()
    generator = REGISTRY.get(template.generator)
    return frozenset(generator.variables if generator else template.ranges)
