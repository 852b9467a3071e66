"""One question, one response, one outcome: the rules of the question's type, then the behaviour asked for."""

from collections.abc import Callable, Mapping
from typing import Any

from exams.interop.grading import choice
from exams.interop.grading.behaviour import behave
from exams.interop.grading.calculated import grade_calculated
from exams.interop.grading.errors import BadCase, NotMarkable
from exams.interop.grading.markers import grade_markers
from exams.interop.grading.numerical import grade_number
from exams.interop.grading.ordering import grade_ordering
from exams.interop.grading.outcome import BLANK, MANUAL, Outcome
from exams.interop.grading.parts import grade_matching, grade_parts
from exams.interop.grading.qti.grade import grade_qti, takes
from exams.interop.grading.settings import Settings
from exams.interop.grading.shortanswer import answers_of, grade_text

_Grader = Callable[[dict[str, Any], Any, Settings], Outcome]

_PARTS = ("fill", "cloze", "dropdowns", "gapselect", "ddwtos", "ddimageortext", "multianswer")
_GRADERS: Mapping[str, _Grader] = {
    "single": lambda question, response, _: choice.grade_single(question, response),
    "multiple": choice.grade_multiple,
    "truefalse": lambda question, response, _: choice.grade_truefalse(question, response),
    "shortanswer": lambda question, response, own: grade_text(_text(response), answers_of(question), own),
    "numerical": lambda question, response, own: grade_number(_number(response), answers_of(question), own),
    "calculated": lambda question, response, own: grade_calculated(question, _number(response), own),
    "ddmarker": lambda question, response, _: grade_markers(question.get("pairs"), response),
    "matching": lambda question, response, _: grade_matching(question, response),
    "ordering": lambda question, response, own: grade_ordering(question.get("items"), response, own),
    "essay": lambda question, response, own: MANUAL,  # noqa: ARG005
    "upload": lambda question, response, own: MANUAL,  # noqa: ARG005
    **dict.fromkeys(_PARTS, grade_parts),
}


def grade_case(question: object, response: object, options: object = None) -> Outcome:
    """Raises `BadCase` for a case that is none, `NotMarkable` for a type that no program marks."""
    if not isinstance(question, dict) or not isinstance(question.get("type"), str):
        raise BadCase(detail="question")
    if options is not None and not isinstance(options, dict):
        raise BadCase(detail="options")
    settings = Settings(question, options or {})

    def grade(given: object) -> Outcome:
        return _grade(question, given, settings)

    return behave(question, grade(response), settings, grade)


def _grade(question: dict[str, Any], response: object, settings: Settings) -> Outcome:
    if isinstance(question.get("qti"), dict) and takes(question, response):
        return grade_qti(question, response, settings)
    grader = _GRADERS.get(question["type"])
    if grader is None:
        raise NotMarkable(type=question["type"])
    return BLANK if is_nothing(response) else grader(question, response, settings)


def is_nothing(response: object) -> bool:
    """None, no text, and lists and tables of nothing; `false` and 0 are answers."""
    if isinstance(response, list):
        return all(map(is_nothing, response))
    if isinstance(response, dict):
        return all(map(is_nothing, response.values()))
    return response is None or (isinstance(response, str) and not response.strip())


def _text(response: object) -> str:
    if isinstance(response, list) and len(response) == 1:
        response = response[0]
    if isinstance(response, list | dict | bool):
        raise BadCase(detail="response")
    return str(response)


def _number(response: object) -> object:
    return response if isinstance(response, dict) else _text(response)
