"""What lines about marks, notes and objections change of a sitting. Pure."""

from collections.abc import Callable, Mapping
from typing import Any

from exams.journal.line import Event
from exams.sittings.aids import Comment, CommentKind
from exams.sittings.sitting import Sitting

Facts = Mapping[str, Any]


def _strike(sitting: Sitting, facts: Facts) -> dict[str, Any]:
    position = sitting.paper.at(facts["position"]).position
    return {"strikes": {**sitting.strikes, position: frozenset(map(str, facts["letters"]))}}


def _highlight(sitting: Sitting, facts: Facts) -> dict[str, Any]:
    spot = sitting.paper.at(facts["position"]).position, str(facts["lang"])
    spans = tuple((int(start), int(end)) for start, end in facts["spans"])
    return {"highlights": {**sitting.highlights, spot: spans}}


def _scratch(_sitting: Sitting, facts: Facts) -> dict[str, Any]:
    return {"scratch": str(facts["text"])}


def _comment(sitting: Sitting, facts: Facts) -> dict[str, Any]:
    position = sitting.paper.at(facts["position"]).position
    comment = Comment(CommentKind(facts["kind"]), str(facts["text"]))
    return {"comments": {**sitting.comments, position: comment}}


AID_LINES: Mapping[str, Callable[[Sitting, Facts], dict[str, Any]]] = {
    Event.STRIKE: _strike,
    Event.HIGHLIGHT: _highlight,
    Event.SCRATCH: _scratch,
    Event.COMMENT: _comment,
}
"""By type of line: the fields of the sitting that are new."""
