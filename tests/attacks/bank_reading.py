"""A bank read, or answers graded, in a process of its own that may use two seconds of the processor and no more."""

import json
import resource
from math import ceil

from exams.errors import AcademyError
from exams.firewall.confine import MEGABYTE, Limits
from exams.firewall.gate import in_child
from exams.interop.door import open_bank
from exams.interop.grading.door import grade_case
from exams.interop.question import Question
from exams.interop.result import Rejected
from exams.trust.strict_json import Json
from tests.memory import most_mib

SECONDS = 2
MOST_MEGABYTES = 200
_LIMITS = Limits(seconds=120.0, memory=1024 * MEGABYTE)
_READERS = ("tests.attacks.bank_reading:read", "tests.attacks.bank_reading:grade")


def attacked_with(raw: bytes) -> dict[str, Json]:
    """What came of a hostile bank; raises what the firewall raises for a child that took more time than it may."""
    return dict(in_child(_READERS[0], raw, _LIMITS, readers=_READERS))


def graded(*cases: tuple[object, object]) -> list[Json]:
    """The fractions of cases, as texts; each a question as `bank read` prints it and a response."""
    return list(in_child(_READERS[1], json.dumps(cases).encode(), _LIMITS, readers=_READERS))


def read(raw: bytes) -> Json:
    """Inside the child: the refusal's code, or what was read; and the most memory it took, in MB."""
    _two_seconds_from_now()
    told: dict[str, Json] = {"refused": "", "questions": 0, "codes": []}
    codes = set()
    try:
        for one in open_bank(raw)[1]:
            if isinstance(one, Question):
                told["questions"] += 1
                continue
            codes.add(one.code.value if isinstance(one, Rejected) else f"warned {one.code.value}")
    except AcademyError as refusal:
        told["refused"] = refusal.code
    return told | {"codes": sorted(codes), "megabytes": most_mib()}


def grade(raw: bytes) -> Json:
    """Inside the child: one text for each case, its fraction or why there is none."""
    _two_seconds_from_now()
    return [_graded(question, response) for question, response in json.loads(raw)]


def _graded(question: object, response: object) -> str:
    try:
        outcome = grade_case(question, response)
    except AcademyError as refusal:
        return refusal.code
    return f"{outcome.state} {outcome.fraction}"


def _two_seconds_from_now() -> None:
    spent = resource.getrusage(resource.RUSAGE_SELF)
    most = ceil(spent.ru_utime + spent.ru_stime) + SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
