"""Reading for the bank: the same firewall as `academy bank read`, and nothing of a question is left out.

What comes back is a text of lines: each question as the bank keeps it, then the format and the findings.
"""

import json
from typing import Any

from exams.interop.detect import CSV, GIFT
from exams.interop.door import open_bank
from exams.interop.question import Question
from exams.interop.record_text import record_text
from exams.interop.result import Rejected, Warned


def records(raw: bytes) -> str:
    """A file whose format is to be found out."""
    return _records(raw)


def records_gift(raw: bytes) -> str:
    """A GIFT file."""
    return _records(raw, GIFT)


def records_csv(raw: bytes) -> str:
    """A text table."""
    return _records(raw, CSV)


def _records(raw: bytes, kind: str = "") -> str:
    found, reading = open_bank(raw, "", kind)
    lines: list[str] = []
    told: dict[type, list[dict[str, Any]]] = {Rejected: [], Warned: []}
    for one in reading:
        if isinstance(one, Question):
            lines.append(record_text(one))
        else:
            told[type(one)].append(one.to_json())
    last = {"format": found, "rejected": told[Rejected], "warnings": told[Warned]}
    lines.append(json.dumps(last, ensure_ascii=False))
    return "\n".join(lines)
