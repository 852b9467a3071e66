"""The result of a sitting as the register keeps it: one JSON text."""

import json

from exams.grading.marks import Result
from exams.sittings.codec import result_from_json, result_to_json


def result_text(result: Result | None) -> str:
    """The one spelling that is kept; empty for none."""
    return json.dumps(result_to_json(result), sort_keys=True, separators=(",", ":")) if result else ""


def result_in(text: str) -> Result | None:
    """Read back what `result_text` wrote; None of an empty text."""
    return result_from_json(json.loads(text)) if text else None
