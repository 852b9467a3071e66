"""A branch's administrator at work: lines taken apart, changed, chained again and signed with the device's own key."""

import json
from dataclasses import dataclass, replace

from exams.devices.checkpoint import Checkpoint, sign_checkpoint
from exams.journal.line import GENESIS, Event, line_hash, make_body, make_line, read_line
from exams.sittings.codec import result_to_json
from exams.sittings.identity import answers_digest, sitting_id
from exams.sittings.replay import replay
from exams.sittings.sitting import State
from exams.timing.clock import Moment
from tests.exams.bundles.hr_room import SERIAL


@dataclass(frozen=True)
class Told:
    """One line before it is written: what it says, of which sitting, when."""

    event: str
    facts: dict
    att: str
    moment: Moment
    salt: bytes

    def saying(self, **facts):
        return replace(self, facts={**self.facts, **facts})

    def after(self, ms, **clocks):
        """The same so much later on all clocks."""
        moment = self.moment._replace(bt=self.moment.bt + ms, mt=self.moment.mt + ms, wt=self.moment.wt + ms)
        return replace(self, moment=moment._replace(**clocks))


def lines_of(bundle):
    """The lines of a bundle whose bodies are all there."""
    told = []
    for raw, body in bundle.rows:
        line, facts = read_line(raw), json.loads(body)
        salt = bytes.fromhex(facts.pop("salt"))
        told.append(Told(line.type, facts, line.att, line.moment, salt))
    return told


def forged(bundle, told, device, serial=SERIAL, *, renamed=False, encode=make_body):
    """These lines as one whole journal, chained anew and signed; `renamed`: each sitting gets the id it asks for."""
    rows, names, prev = [], {}, GENESIS
    for seq, one in enumerate(told, start=1):
        if one.event == Event.START and renamed:
            names[one.att] = sitting_id(serial, seq, one.facts)
        body = encode(one.facts, one.salt)
        line = make_line(seq, prev, one.moment, Event(one.event), names.get(one.att, one.att), body)
        raw = line.encode()
        prev = line_hash(raw)
        rows.append((raw, body))
    signed = sign_checkpoint(Checkpoint(serial, len(rows), prev, told[-1].moment.wt), device.sign)
    return replace(bundle, first=1, rows=tuple(rows), checkpoints=(signed,))


def places(told, event, att=None):
    """Where lines of a type stand."""
    return [at for at, one in enumerate(told) if one.event == event and att in (None, one.att)]


def consistent(bundle, told, room, device):
    """Hand-in and result as they follow from the lines before them: a forger who knows the key."""
    told = list(told)
    book = book_of(room)
    for at, one in enumerate(told):
        if one.event not in (Event.SUBMIT, Event.GRADED):
            continue
        sitting = replay(records_of(forged(bundle, told[:at], device), one.att))
        if one.event == Event.SUBMIT:
            told[at] = one.saying(answers=answers_digest(sitting.answers))
        elif sitting.state is State.SUBMITTED:
            told[at] = one.saying(result=result_to_json(book.grade(sitting.paper, sitting.answers)))
    return told


def records_of(bundle, att):
    """The records of one sitting."""
    from exams.journal.line import Record

    records = (Record(read_line(raw), raw, body) for raw, body in bundle.rows)
    return [record for record in records if record.line.att == att]


def book_of(room):
    """HR's copy of the form, as an administrator has it who read the answer key once it was open."""
    from exams.bundles.truth import Library

    return Library({room.stick.sha256: room.pack}).book(room.stick.sha256, "A", "final")


def better_answer(told, room, att=None):
    """An answer that was wrong becomes right; gives the lines and where."""
    from exams.grading.answers import correct_response
    from exams.items.response import response_json
    from exams.papers.codec import paper_from_json

    items = {item.id: item for item in room.pack.forms["A"].items}
    keys = {key.item: key for key in room.pack.forms["A"].keys}
    papers = {one.att: paper_from_json(one.facts["paper"]) for one in told if one.event == Event.START}
    for at in places(told, Event.ANSWER, att):
        one = told[at]
        place = papers[one.att].at(one.facts["position"])
        right = response_json(correct_response(items[place.item], keys[place.item], place))
        if one.facts["value"] != right:
            return [*told[:at], one.saying(value=right), *told[at + 1 :]]
    raise LookupError("all right already")
