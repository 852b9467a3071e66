"""Expressions: a walk over the nodes, operands first; every name stands in a fixed list."""

from collections.abc import Callable, Mapping

from lxml import etree

from exams.interop.grading.qti.containers import OTHER_OPERATORS
from exams.interop.grading.qti.errors import NotRun
from exams.interop.grading.qti.mapping import is_inside, map_points, map_response
from exams.interop.grading.qti.numeric import NUMERIC_OPERATORS
from exams.interop.grading.qti.values import Maybe, amount, number, scalar, single, text_of, truth
from exams.interop.grading.qti.variables import Session, Variable
from exams.interop.xml_tree import local, text_in

_OPERATORS = {**NUMERIC_OPERATORS, **OTHER_OPERATORS}
_REFERENCES = ("tolerance", "figures", "n", "numberRepeats", "min", "max", "pattern")


def evaluate(node: etree._Element, session: Session) -> Maybe:
    """The value of an expression; raises `NotRun` for one that is not in the list."""
    name = local(node)
    leaf = _LEAVES.get(name)
    if leaf is not None:
        return leaf(node, session)
    operator = _OPERATORS.get(name)
    if operator is None:
        raise NotRun(name)
    operands = [evaluate(child, session) for child in node]
    return operator(_attributes(node, session), operands)


def _attributes(node: etree._Element, session: Session) -> Mapping[str, str]:
    """Attributes as text; where a number may be named by a variable, its value."""
    given = {str(name): str(value) for name, value in node.attrib.items()}
    for name in _REFERENCES:
        if name in given:
            words = given[name].split() if name != "pattern" else [given[name]]
            given[name] = " ".join(_resolved(word, session) for word in words)
    return given


def _resolved(word: str, session: Session) -> str:
    name = word.strip("{}")
    value = session.value(name) if name in session.variables else None
    if value is None:
        return word
    size = amount(value)
    if size is None:
        return text_of(value)
    return str(size.numerator) if size.denominator == 1 else str(float(size))


def _base_value(node: etree._Element, _: Session) -> Maybe:
    base = node.get("baseType") or "string"
    text = text_in(node)
    item = scalar(base, text if base == "string" else text.strip())
    return None if item is None else single(base, item)


def _named(node: etree._Element, session: Session) -> Variable:
    name = (node.get("identifier") or "").strip()
    variable = session.variables.get(name)
    if variable is None and name == "RESPONSE" and len(session.responses) == 1:
        variable = next(iter(session.responses.values()))
    if variable is None:
        return Variable("single", "")
    return variable


def _inside(node: etree._Element, session: Session) -> Maybe:
    value = evaluate(node[0], session) if len(node) else None
    return None if value is None else truth(any(is_inside(point, node) for point in value.items))


_LEAVES: Mapping[str, Callable[[etree._Element, Session], Maybe]] = {
    "baseValue": _base_value,
    "variable": lambda node, session: _named(node, session).value,
    "correct": lambda node, session: _named(node, session).correct,
    "default": lambda node, session: _named(node, session).default,
    "mapResponse": lambda node, session: number(map_response(_named(node, session))),
    "mapResponsePoint": lambda node, session: number(map_points(_named(node, session))),
    "inside": _inside,
}
