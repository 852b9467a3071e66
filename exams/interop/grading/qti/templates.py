"""The standard response processing templates, and those of Common Cartridge that are met with."""

import re
from fractions import Fraction

from lxml import etree

from exams.interop.grading.qti.errors import NotRun
from exams.interop.grading.qti.mapping import map_points, map_response
from exams.interop.grading.qti.values import Maybe, amount, number, same
from exams.interop.grading.qti.variables import Session, Variable

_MATCH = frozenset(("match_correct", "cc2_match", "cc2_match_basic", "match_correct_basic"))
_MAP = frozenset(("map_response", "cc2_map_response", "map_response_basic"))
_POINT = frozenset(("map_response_point", "cc2_map_response_point"))


def template_name(processing: etree._Element) -> str:
    """`match_correct` and so on from an address in any version; empty where no template is named."""
    address = (processing.get("template") or processing.get("templateLocation") or "").strip()
    return re.sub(r"\.xml$", "", address.rstrip("/").replace("\\", "/").rpartition("/")[2]).lower()


def run_template(name: str, session: Session) -> None:
    """Set SCORE as the template does; raises `NotRun` for one that is not known."""
    variable = session.responses.get("RESPONSE")
    if variable is None and len(session.responses) == 1:
        variable = next(iter(session.responses.values()))
    if variable is None:
        raise NotRun(name)
    session.assign("SCORE", _score(name, variable, session))


def _score(name: str, variable: Variable, session: Session) -> Maybe:
    if name in _MATCH:
        full = amount(session.value("MAXSCORE")) if name.startswith("cc2") else None
        return number((full or Fraction(1)) if matches_correct(variable) else Fraction(0))
    if name in _MAP:
        return number(map_response(variable))
    if name in _POINT:
        return number(map_points(variable))
    raise NotRun(name)


def matches_correct(variable: Variable) -> bool:
    """No response, or no correct one, is no match."""
    return variable.value is not None and variable.correct is not None and same(variable.value, variable.correct)
