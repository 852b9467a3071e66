"""Grading a QTI question: its own processing, run on what was answered, over the most that can be reached."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from lxml import etree

from exams.errors import AcademyError
from exams.interop.grading.choice import place
from exams.interop.grading.errors import BadCase
from exams.interop.grading.outcome import BLANK, MANUAL, Outcome, mean, outcome
from exams.interop.grading.qti.declared import declared_item
from exams.interop.grading.qti.errors import NotRun
from exams.interop.grading.qti.mapping import best_of_areas, best_of_map
from exams.interop.grading.qti.rules import Runner
from exams.interop.grading.qti.templates import matches_correct, run_template, template_name
from exams.interop.grading.qti.values import NUMERIC, amount
from exams.interop.grading.qti.variables import Session, Variable, open_session
from exams.interop.grading.quantity import exact
from exams.interop.grading.settings import Settings
from exams.interop.grading.shortanswer import answers_of
from exams.interop.truth_words import FALSE_WORDS, TRUE_WORDS
from exams.interop.xml_tree import local, parse_xml

_BY_ONE = ("shortanswer", "numerical", "single", "multiple", "truefalse", "ordering", "fill", "dropdowns", "cloze")
_BY_HAND = frozenset(("extendedTextInteraction", "uploadInteraction", "drawingInteraction", "customInteraction"))


def takes(question: Mapping[str, Any], response: object) -> bool:
    """True for a response by response ids, and for one by letters or texts that can be put into ids."""
    if isinstance(response, dict):
        return True
    return question.get("type") in _BY_ONE and "processing" in question["qti"] and not _fills_gaps(question, response)


def _fills_gaps(question: Mapping[str, Any], response: object) -> bool:
    """True for a text for every gap of one response: the gaps are parts of their own."""
    parts, declared = question.get("parts"), question["qti"].get("responses")
    if not (isinstance(parts, list) and isinstance(declared, list) and isinstance(response, list)):
        return False
    if len(declared) != 1 or not 1 < len(parts) == len(response):
        return False
    texts = {text for part in parts for text, _, _ in answers_of(part)}
    return all(not one or (isinstance(one, str) and one in texts) for one in response)


def grade_qti(question: Mapping[str, Any], response: object, settings: Settings) -> Outcome:
    """Blank without any response that earns; manual where the item scores by hand or runs what we do not."""
    given = by_id(question, response)
    item = _item(question["qti"], settings)
    templates = settings.get("template_values", "templates")
    fixed = templates if isinstance(templates, dict) else {}
    try:
        session = _processed(item, given, fixed)
        if session is None:
            return _unprocessed(question["qti"], open_session(item, given, fixed))
        result = outcome(_score(session) / _most(item, session, fixed))
    except NotRun:
        return MANUAL
    is_blank = all(one.value is None for one in session.responses.values())
    return BLANK if is_blank and (result.fraction or 0) <= 0 else result


def _item(qti: Mapping[str, Any], settings: Settings) -> etree._Element:
    written = qti.get("processing")
    if not isinstance(written, str) or not written.lstrip().startswith("<"):
        return declared_item(qti, settings)
    try:
        return parse_xml(written)
    except AcademyError:
        raise BadCase(detail="processing") from None


def _processed(item: etree._Element, given: Mapping[str, Any], fixed: Mapping[str, Any]) -> Session | None:
    """The session after processing; None where the item has none."""
    session = open_session(item, given, fixed)
    parts = {local(child): child for child in item}
    if "templateProcessing" in parts:
        Runner(session).run(parts["templateProcessing"])
    processing = parts.get("responseProcessing")
    if processing is None:
        return None
    if len(processing):
        Runner(session).run(processing)
    elif template_name(processing):
        run_template(template_name(processing), session)
    else:
        return None
    return session


def _unprocessed(qti: Mapping[str, Any], session: Session) -> Outcome:
    """By the right responses alone: each response variable that has one counts the same."""
    keyed = [one for one in session.responses.values() if one.correct is not None]
    if not keyed or _BY_HAND.intersection(map(str, qti.get("interactions", []))):
        return BLANK if not keyed and _is_silent(session) and session.responses else MANUAL
    return BLANK if _is_silent(session) else mean(tuple(Fraction(matches_correct(one)) for one in keyed))


def _is_silent(session: Session) -> bool:
    return all(one.value is None for one in session.responses.values())


def _score(session: Session) -> Fraction:
    """SCORE, else another that ends so, else the only number among the outcomes; raises `NotRun` for none."""
    named = [name for name in session.variables if name.upper().endswith("SCORE") and name.upper() != "MAXSCORE"]
    for name in ("SCORE", *named):
        score = amount(session.value(name)) if name in session.variables else None
        if score is not None:
            return score
    if "SCORE" in session.variables:
        return Fraction(0)
    numbers = [
        name for name in session.variables if _is_outcome(session.variables[name]) and name.upper() != "MAXSCORE"
    ]
    score = amount(session.value(numbers[0])) if len(numbers) == 1 else None
    if score is None:
        raise NotRun("SCORE")
    return score


def _is_outcome(variable: Variable) -> bool:
    declared = variable.node is not None and local(variable.node) == "outcomeDeclaration"
    return declared and variable.base in NUMERIC and variable.cardinality == "single"


def _most(item: etree._Element, session: Session, fixed: Mapping[str, Any]) -> Fraction:
    """The declared maximum; else the score of the right response or the best mapping, where that is above 1."""
    declared = amount(session.value("MAXSCORE")) or _normal_maximum(session)
    if declared is not None and declared > 0:
        return declared
    mapped = sum((best_of_map(one) + best_of_areas(one) for one in session.responses.values()), Fraction(0))
    return max(Fraction(1), mapped if _maps(item) else Fraction(0), _score_of_right(item, session, fixed))


def _maps(item: etree._Element) -> bool:
    processing = next((child for child in item if local(child) == "responseProcessing"), None)
    if processing is None:
        return False
    return template_name(processing).startswith(("map_", "cc2_map")) or any(
        local(node) in ("mapResponse", "mapResponsePoint") for node in processing.iter()
    )


def _normal_maximum(session: Session) -> Fraction | None:
    score = session.variables.get("SCORE")
    return None if score is None or score.node is None else exact(score.node.get("normalMaximum"))


def _score_of_right(item: etree._Element, session: Session, fixed: Mapping[str, Any]) -> Fraction:
    right = {name: _as_given(one.correct.items) for name, one in session.responses.items() if one.correct is not None}
    try:
        processed = _processed(item, right, fixed)
        return _score(processed) if processed else Fraction(0)
    except NotRun:
        return Fraction(0)


def _as_given(items: tuple[Any, ...]) -> list[Any]:
    return [list(one) if isinstance(one, tuple) else one for one in items]


def by_id(question: Mapping[str, Any], response: object) -> dict[str, Any]:
    """The response by response ids; letters and texts of options become their identifiers."""
    if isinstance(response, dict):
        return response
    qti = question["qti"]
    ids = [str(one.get("id")) for one in qti.get("responses", []) if isinstance(one, dict)]
    if not ids:
        raise BadCase(detail="responses")
    choices = qti["choices"] if isinstance(qti.get("choices"), dict) else {}
    if question.get("type") == "truefalse" and isinstance(response, bool):
        return {ids[0]: _true_or_false(said=response, choices=choices.get(ids[0], []))}
    given: list[object] = response if isinstance(response, list) else [response]
    if len(ids) == 1:
        return {ids[0]: [_identifier(one, choices.get(ids[0], [])) for one in given]}
    return {name: _identifier(one, choices.get(name, [])) for name, one in zip(ids, given, strict=False)}


def _identifier(one: object, choices: list[dict[str, Any]]) -> object:
    if not choices or one is None or any(str(one) == str(choice.get("id")) for choice in choices):
        return one
    at = place(one, [str(choice.get("text", "")) for choice in choices])
    return one if at is None else choices[at].get("id")


def _true_or_false(*, said: bool, choices: list[dict[str, Any]]) -> object:
    plain = [(choice.get("id"), str(choice.get("text", "")).strip().lower()) for choice in choices]
    words = TRUE_WORDS if said else FALSE_WORDS
    return next((name for name, text in plain if text in words), "true" if said else "false")
