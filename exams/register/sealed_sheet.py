"""The paper and the answers of one sitting out of the lines that the branch sealed: as they were handed in. Pure.

Most sittings are read by their start, their answers and the digest that was handed in with them; that digest tells
whether it was enough. What it does not fit goes through the app's own replay, which knows every kind of line.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from exams.bundles.handover_checks import whole_lines
from exams.bundles.story import told
from exams.errors import AcademyError
from exams.items.item import Response
from exams.items.response import parse_response
from exams.journal.line import Event, Record, read_line
from exams.papers.codec import paper_from_json
from exams.papers.paper import Paper
from exams.register.regrade_errors import SittingNotWhole
from exams.sittings.identity import answers_digest
from exams.sittings.sitting import State

_SPOILT = (ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError, AcademyError)
_TYPE = b'"type":"'
_ANSWERS = frozenset(one.value.encode() for one in (Event.ANSWER, Event.DRAFT))
_READ = _ANSWERS | {one.value.encode() for one in (Event.START, Event.SUBMIT, Event.GRADED)}
_ODD = frozenset(one.value.encode() for one in (Event.HANDOVER, Event.CARRIED, Event.REOPEN, Event.VOID))


class Row(NamedTuple):
    """A line's bytes and its body's, with its sequence number."""

    seq: int
    raw: bytes
    body: bytes | None


@dataclass(frozen=True, slots=True)
class Handed:
    """What was handed in: for whom, on which content, in which session; `grader` 0 where the branch never graded."""

    staff_id: str
    session: str
    content: str
    paper: Paper
    answers: Mapping[int, Response]
    grader: int


def sitting_of(raw: bytes) -> bytes:
    """The sitting that a line names, without reading the rest of it; empty where it is not spelled as usual."""
    return raw[8:24] if raw.startswith(b'{"att":"') and raw[24:25] == b'"' else b""


def handed_in(rows: Sequence[Row]) -> Handed:
    """Out of all lines of one sitting, in their order; raises `SittingNotWhole`."""
    try:
        return _quickly(rows) or _replayed(rows)
    except _SPOILT as error:
        raise SittingNotWhole from error


def _quickly(rows: Iterable[Row]) -> Handed | None:
    """None where any line asks for more than the last answer of each place."""
    events = [(_event(row.raw), row) for row in rows]
    if any(event in _ODD for event, _ in events):
        return None
    read = [(event, _record(row).facts()) for event, row in events if event in _READ]
    last = {event: facts for event, facts in read if event not in _ANSWERS}
    if not {b"start", b"submit"} <= last.keys():
        return None
    about, digest = last[b"start"], last[b"submit"]["answers"]
    paper, answers = paper_from_json(about["paper"]), dict[int, Response]()
    for event, facts in read:
        if event in _ANSWERS:
            _answer(answers, paper, facts)
    if answers_digest(answers) != digest:
        return None
    grader = last[b"graded"]["result"]["grader"] if b"graded" in last else 0
    return Handed(paper.staff_id, str(about["session"]), str(about["content"]), paper, answers, grader)


def _answer(answers: dict[int, Response], paper: Paper, facts: Mapping[str, object]) -> None:
    """A draft has no value: it takes back what stood there."""
    position, value = facts["position"], facts.get("value")
    place = paper.at(int(str(position)))
    if value is None:
        answers.pop(place.position, None)
    else:
        answers[place.position] = parse_response(place.type, place.order, value)


def _replayed(rows: Sequence[Row]) -> Handed:
    records = [_record(row) for row in rows]
    lines = whole_lines(records)
    story = told(lines[0].line.att, lines)
    sitting = story.sitting
    if sitting is None or story.spoilt or sitting.state not in {State.SUBMITTED, State.GRADED}:
        raise SittingNotWhole
    handed = [step.facts.get("answers") for step in story.of(Event.SUBMIT)]
    if not handed or handed[-1] != answers_digest(sitting.answers):
        raise SittingNotWhole
    grader = sitting.result.grader if sitting.result else 0
    return Handed(sitting.staff_id, sitting.session, sitting.content, sitting.paper, sitting.answers, grader)


def _event(raw: bytes) -> bytes:
    at = raw.rfind(_TYPE) + len(_TYPE)
    return raw[at : raw.find(b'"', at)]


def _record(row: Row) -> Record:
    line = read_line(row.raw)
    if line is None or row.body is None:
        raise SittingNotWhole
    return Record(line, row.raw, row.body)
