"""Tables that leave the house: stable columns, and xAPI statements whose ids are the same on every export."""

import json
import uuid
from collections.abc import Iterable, Iterator

from exams.register.matrix import Standing
from exams.register.validity import FOREVER, State

COLUMNS = ("staff_id", "name", "branch", "team", "course", "state", "score", "certificate", "valid_until", "due")
"""Their names and their order never change; a new one comes behind the last."""

_SPACE = uuid.UUID("6f1a8f43-6f0e-5d7c-9f6e-2b8f6f3a9c11")
_VERBS = {State.VALID: "passed", State.EXPIRED: "passed", State.FAILED: "failed", State.REVOKED: "voided"}
_BASE = "https://branch-academy.invalid"  # names only: nothing is ever asked there


def cells_of(one: Standing) -> tuple[str, ...]:
    """One row of texts."""
    score = "" if one.percent < 0 else str(one.percent)
    until = "" if one.until_day == FOREVER else one.until_day
    return (
        one.staff_id, one.name, one.branch, one.team, one.course, one.state.value, score, one.certificate,
        until, one.due_day,
    )  # fmt: skip


def statements(standings: Iterable[Standing], day: str) -> Iterator[str]:
    """One xAPI statement a line, for whoever has a result; the same standing gives the same id."""
    for one in standings:
        verb = _VERBS.get(one.state)
        if verb is not None:
            yield json.dumps(_statement(one, verb, day), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _statement(one: Standing, verb: str, day: str) -> dict[str, object]:
    about = "|".join((one.staff_id, one.course, one.state.value, str(one.percent), one.certificate, one.until_day))
    name = "http://adlnet.gov/expapi/verbs/"
    return {
        "id": str(uuid.uuid5(_SPACE, about)),
        "timestamp": f"{day}T00:00:00Z",
        "actor": {
            "objectType": "Agent",
            "name": one.name or one.staff_id,
            "account": {"homePage": _BASE, "name": one.staff_id},
        },
        "verb": {"id": f"{name}{verb}", "display": {"en": verb}},
        "object": {"objectType": "Activity", "id": f"{_BASE}/courses/{one.course}"},
        "result": {
            "success": verb == "passed",
            **(
                {"score": {"scaled": one.percent / 100, "raw": one.percent, "min": 0, "max": 100}}
                if one.percent >= 0
                else {}
            ),
        },
        "context": {"extensions": {f"{_BASE}/branch": one.branch, f"{_BASE}/certificate": one.certificate}},
    }
