"""The variables of one item session: what the item declares, what was answered, what processing sets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from lxml import etree

from exams.interop.grading.qti.values import NUMERIC, Maybe, Value, container, from_response, number, scalar, single
from exams.interop.xml_tree import local, text_in


@dataclass(slots=True)
class Variable:
    """A declaration and the value it has now."""

    cardinality: str
    base: str
    node: etree._Element | None = None
    value: Maybe = None
    correct: Maybe = None
    default: Maybe = None


@dataclass(slots=True)
class Session:
    """All variables by identifier; those of responses apart as well."""

    variables: dict[str, Variable] = field(default_factory=dict)
    responses: dict[str, Variable] = field(default_factory=dict)
    fixed: frozenset[str] = frozenset()
    """Template variables whose value the case gives."""

    def value(self, name: str) -> Maybe:
        """NULL for a variable that nobody declared."""
        return self.variables[name].value if name in self.variables else None

    def assign(self, name: str, value: Maybe) -> None:
        """Set a variable; one that was not declared comes to be; integers are cut to whole numbers."""
        variable = self.variables.get(name)
        if variable is None:
            variable = self.variables[name] = (
                Variable(value.cardinality, value.base) if value else Variable("single", "")
            )
        variable.value = _cast(value, variable)


def _cast(value: Maybe, variable: Variable) -> Maybe:
    if value is None or variable.base in (value.base, ""):
        return value
    items = tuple(item for one in value.items if (item := _as(variable.base, one)) is not None)
    return container(variable.base, items, value.cardinality)


def _as(base: str, one: object) -> "str | bool | Fraction | tuple[str, str] | tuple[Fraction, ...] | None":
    if base in NUMERIC and isinstance(one, Fraction):
        return Fraction(int(one)) if base == "integer" else one
    if base == "string" and isinstance(one, Fraction):
        return str(one.numerator) if one.denominator == 1 else str(float(one))
    return scalar(base, one)


def open_session(item: etree._Element, response: Mapping[str, object], templates: Mapping[str, object]) -> Session:
    """The session of an item with its declarations, the response and the template values of a case."""
    session = Session(fixed=frozenset(templates))
    for node in item:
        if local(node) in ("responseDeclaration", "outcomeDeclaration", "templateDeclaration"):
            _declare(session, node, response, templates)
    session.variables.setdefault("numAttempts", Variable("single", "integer", value=Value("integer", (Fraction(1),))))
    session.variables.setdefault(
        "completionStatus", Variable("single", "identifier", value=single("identifier", "unknown"))
    )
    session.variables.setdefault("duration", Variable("single", "duration", value=number(0)))
    return session


def _declare(
    session: Session, node: etree._Element, response: Mapping[str, object], templates: Mapping[str, object]
) -> None:
    name, kind = (node.get("identifier") or "").strip(), local(node)
    variable = Variable(node.get("cardinality") or "single", node.get("baseType") or "", node)
    variable.default = written(node, "defaultValue", variable)
    if kind == "responseDeclaration":
        variable.correct = written(node, "correctResponse", variable)
        variable.value = from_response(response.get(name), variable.cardinality, variable.base)
        session.responses[name] = variable
    elif kind == "templateDeclaration" and name in templates:
        variable.value = from_response(templates[name], variable.cardinality, variable.base)
    else:
        variable.value = variable.default or _zero(variable)
    session.variables[name] = variable


def _zero(variable: Variable) -> Maybe:
    if variable.node is None or local(variable.node) != "outcomeDeclaration":
        return None
    is_number = variable.base in ("integer", "float") and variable.cardinality == "single"
    return Value(variable.base, (Fraction(0),)) if is_number else None


def written(node: etree._Element, part: str, variable: Variable) -> Maybe:
    """What stands in the `value` elements of a part of a declaration."""
    held = next((child for child in node if local(child) == part), None)
    if held is None:
        return None
    values = [child for child in held if local(child) == "value"]
    if variable.cardinality == "record":
        fields = {child.get("fieldIdentifier") or "": _single(child) for child in values}
        return Value("", (True,), "record", fields) if fields else None
    texts = [text_in(child) for child in values]
    if not values and held.text and held.text.strip():
        texts = [held.text]
    trimmed = [text if variable.base == "string" and len(text.strip()) == 0 else text.strip() for text in texts]
    items = tuple(item for text in trimmed if text and (item := scalar(variable.base, text)) is not None)
    if variable.cardinality == "single":
        return Value(variable.base, items[:1]) if items else None
    return container(variable.base, items, variable.cardinality)


def _single(node: etree._Element) -> Maybe:
    item = scalar(node.get("baseType") or "string", text_in(node).strip())
    return None if item is None else single(node.get("baseType") or "string", item)
