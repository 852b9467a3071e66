"""A sitting on its way to another PC of the room: its lines as they travel, and its time between the two. Pure."""

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from exams.items.response import parse_response
from exams.journal.line import ANSWERING, Event, Record, read_line
from exams.sittings import rules
from exams.sittings.aid_lines import AID_LINES
from exams.sittings.answers import answered, drafted
from exams.sittings.sitting import Sitting, State
from exams.timing import account
from exams.timing.account import TimeAccount
from exams.timing.clock import Moment
from exams.trust.envelope import Purpose, claimed_payload
from exams.trust.errors import NotStrict, TooLarge
from exams.trust.shapes import base64_text, bytes_in, text_in
from exams.trust.strict_json import Json, read_json, write_json

MOST_LINES = 12 * 1024 * 1024
"""Bytes of a sitting's lines unpacked."""

ASKED, OUT, IN = "asked", "out", "in"
"""What a `handover` line is (`dir`): a spare PC's request, the end on the old PC, the beginning on the spare."""

Carried = tuple[int, str, str]
"""Sequence number, type and body of a line that says what a person answered: bound by the hash in its line."""


def lines_text(records: Iterable[Record]) -> str:
    """The lines with their bodies, answers left out: what the old PC signs."""
    rows: Json = [[one.raw.decode(), _told(one)] for one in records]
    return base64_text(zlib.compress(write_json(rows), 9))


def _told(record: Record) -> str | None:
    return None if record.body is None or record.line.type in ANSWERING else record.body.decode()


def lines_of(facts: Mapping[str, Any]) -> tuple[Record, ...]:
    """The lines inside a `handover` line of the spare PC, answers left out; raises `NotStrict` or `TooLarge`."""
    return lines_in(claimed_payload(str(facts["envelope"]).encode(), Purpose.HANDOVER))


def lines_in(payload: dict[str, Json]) -> tuple[Record, ...]:
    """The lines in what the old PC signed, the last one its own `handover`; raises `NotStrict` or `TooLarge`."""
    rows = read_json(_unpacked(bytes_in(payload, "lines")), MOST_LINES)
    records = tuple(_record(row) for row in rows) if isinstance(rows, list) else ()
    att = text_in(payload, "sitting")
    last = records[-1] if records else None
    if last is None or last.line.type != Event.HANDOVER or any(one.line.att != att for one in records):
        raise NotStrict(detail="lines")
    return records


def _record(row: Json) -> Record:
    match row:
        case [str() as text, (str() | None) as body]:
            line = read_line(text.encode("utf-8", "replace"))
            if line is not None:
                return Record(line, text.encode(), None if body is None else body.encode())
    raise NotStrict(detail="line")


def _unpacked(packed: bytes) -> bytes:
    stream = zlib.decompressobj()
    try:
        plain = stream.decompress(packed, MOST_LINES)
    except zlib.error:
        raise NotStrict(detail="zlib") from None
    if stream.unconsumed_tail:
        raise TooLarge(most=MOST_LINES)
    if not stream.eof or stream.unused_data:
        raise NotStrict(detail="zlib")
    return plain


def carried_of(records: Iterable[Record]) -> list[Carried]:
    """The bodies of the lines that say what was answered; an erased one is left out."""
    return [
        (one.line.seq, one.line.type, one.body.decode())
        for one in records
        if one.line.type in ANSWERING and one.body is not None
    ]


def completed(records: Sequence[Record], carried: Iterable[Sequence[Any]]) -> tuple[Record, ...]:
    """The lines with the bodies that travelled beside them."""
    bodies = {seq: str(body).encode() for seq, _, body in carried}
    return tuple(one._replace(body=bodies.get(one.line.seq, one.body)) for one in records)


def handed_out(sitting: Sitting, now: Moment, reason: str) -> Sitting:
    """The sitting goes on elsewhere: its time stands still from here."""
    stopped = rules.kept(sitting, account.pause(sitting.account, now))
    return stopped._replace(state=State.MOVED, ended_wt=now.wt, reason=reason)


def taken_over(sitting: Sitting, now: Moment) -> Sitting:
    """It goes on here. By the wall clock alone, as no other is common to both PCs, the time between was a pause.

    Raises `ValueError` for a sitting that was not handed over.
    """
    if sitting.state is not State.MOVED:
        raise ValueError(sitting.state)
    left, gone = sitting.last, between_ms(sitting.last, now)
    there = Moment(left.boot, left.bt + gone, left.mt + gone, left.wt + gone)
    resumed: TimeAccount = account.resume(sitting.account, there)
    return rules.kept(sitting, resumed)._replace(last=now, ended_wt=None)


def between_ms(left: Moment, now: Moment) -> int:
    """How long a sitting was between two PCs; 0 where the second one's clock is behind."""
    return max(0, now.wt - left.wt)


def with_carried(sitting: Sitting, carried: Iterable[Sequence[Any]], position: int) -> Sitting:
    """The sitting with the answers, drafts and marks that travelled beside its lines; `position` was on the screen."""
    told = sitting
    for _, kind, body in carried:
        told = _with_one(told, kind, json.loads(body))
    return told._replace(position=sitting.paper.at(position).position, withheld=0)


def _with_one(sitting: Sitting, kind: str, facts: Mapping[str, Any]) -> Sitting:
    if kind == Event.CARRIED:  # what was answered before an earlier change of PC
        return with_carried(sitting, facts["lines"], facts["position"])
    if kind in AID_LINES:
        return sitting._replace(**AID_LINES[kind](sitting, dict(facts)))
    place, aged = sitting.paper.at(facts["position"]), sitting.account
    if kind == Event.DRAFT:
        return drafted(sitting, aged, place.position, str(facts["text"]))
    value = facts["value"]
    return answered(
        sitting, aged, place.position, None if value is None else parse_response(place.type, place.order, value)
    )
