"""The digests that tie a sitting to its person and its answers: the app writes them, HR works them out again."""

import hashlib
from collections.abc import Mapping

from exams.items.item import Response
from exams.items.response import response_json
from exams.papers.codec import canonical


def sitting_id(device: str, seq: int, facts: Mapping[str, object]) -> str:
    """16 hex: SHA-256 over device, journal sequence and start record, cut (command line design)."""
    return hashlib.sha256(canonical([device, seq, dict(facts)])).hexdigest()[:16]


def answers_digest(answers: Mapping[int, Response]) -> str:
    """SHA-256 (hex) over all responses by position, as a `submit` line carries it."""
    given = {str(place): response_json(response) for place, response in sorted(answers.items())}
    return hashlib.sha256(canonical(given)).hexdigest()
