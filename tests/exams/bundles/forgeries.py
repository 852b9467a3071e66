"""Forgeries that can be made of any history, each with the code by which HR finds it."""

from dataclasses import dataclass, replace
from random import Random

from exams.bundles.hr_trust import Try
from exams.devices.identity import DeviceKeys
from exams.journal.line import Event
from exams.timing.policy import TimePolicy
from tests.exams.bundles.forging import better_answer, consistent, forged, lines_of, places
from tests.exams.bundles.hr_room import SERIAL, record_for
from tests.exams.desk.branch_pc import HOUR, MINUTE


class NotHere(Exception):
    """This history has nothing that could be forged so."""


@dataclass
class Case:
    """A history's whole bundle, apart; `changes` are what HR knows otherwise."""

    history: object
    bundle: object
    told: list
    chance: Random

    @property
    def device(self):
        return self.history.pc.device

    @property
    def room(self):
        return self.history.room

    def line(self, *events, of=None):
        """Where one of the lines of these types stands."""
        found = [at for event in events for at in places(self.told, event, of)]
        if not found:
            raise NotHere
        return self.chance.choice(found)

    def final(self):
        """A sitting by its start."""
        return self.line(Event.START)

    def with_line(self, at, one, **how):
        told = [*self.told[:at], one, *self.told[at + 1 :]]
        return forged(self.bundle, told, self.device, **how), {}

    def with_rows(self, rows):
        return replace(self.bundle, rows=tuple(rows)), {}


def c01(case):
    at = case.line(Event.ANSWER)
    rows = list(case.bundle.rows)
    rows[at] = rows[at][0], rows[at][1][:-1] + b" }"
    return case.with_rows(rows)


def c02(case):
    at = case.line(Event.GRADED, Event.SUBMIT, Event.START)
    rows = list(case.bundle.rows)
    rows[at] = rows[at][0], rows[at - 1][1]
    return case.with_rows(rows)


def c03(case):
    at = case.line(Event.GRADED)
    if case.told[at].att in {one.att for one in case.told if one.event == Event.VOID}:
        raise NotHere
    result = case.told[at].facts["result"]
    return case.with_line(at, case.told[at].saying(result={**result, "score": result["score"] + 1000}))


def c04(case):
    """Only where the key was paid for with an anchor."""
    session = case.room.sessions["S00000002"]
    anchors = [one for one in session.releases if one.anchor]
    graded = places(case.told, Event.GRADED)
    if not anchors or not graded:
        raise NotHere
    told = better_answer(case.told, case.room, case.told[case.chance.choice(graded)].att)
    return forged(case.bundle, consistent(case.bundle, told, case.room, case.device), case.device), {}


def c05_deleted(case):
    at = case.chance.randrange(len(case.bundle.rows) - 1)
    return case.with_rows(case.bundle.rows[:at] + case.bundle.rows[at + 1 :])


def c05_moved(case):
    rows = list(case.bundle.rows)
    at = case.chance.randrange(len(rows) - 1)
    rows[at], rows[at + 1] = rows[at + 1], rows[at]
    return case.with_rows(rows)


def c05_cut(case):
    return case.with_rows(case.bundle.rows[: case.chance.randrange(1, len(case.bundle.rows))])


def c06(case):
    """Something else happened after an early line, once HR has it all."""
    at = case.chance.randrange(2, len(case.told) - 1)
    room = case.room.fresh()
    room.take_in(case.bundle)
    told = [*case.told[:at], *case.told[at + 1 :], case.told[-1], case.told[-1]]
    return forged(case.bundle, told, case.device), {"known": room.known}


def c08(case):
    room = case.room.fresh()
    room.take_in(case.bundle)
    size = case.chance.randrange(1, len(case.told))
    return forged(case.bundle, case.told[:size], case.device), {"known": room.known}


def c09(case):
    first = case.chance.randrange(2, len(case.told))
    return replace(case.bundle, first=first, rows=case.bundle.rows[first - 1 :]), {}


def c10(case):
    start = case.told[case.final()]
    staff, attempt = start.facts["staff"], start.facts["attempt"]
    other = ("e" * 16, "D00000009", 3, staff, "final", "S00000002", attempt, start.moment.wt - HOUR, frozenset())
    return case.bundle, {"tries": {staff: (Try(*other),)}}


def c11_copied(case):
    start = case.told[case.final()]
    copy = [one.after(3 * HOUR, boot="copy") for one in case.told if one.att == start.att]
    copy[0] = copy[0].saying(staff="T9999", paper={**copy[0].facts["paper"], "staff": "T9999"})
    return forged(case.bundle, [*case.told, *copy], case.device), {}


def c11_given(case):
    at = case.final()
    start = case.told[at]
    return case.with_line(
        at, start.saying(staff="T9999", paper={**start.facts["paper"], "staff": "T9999"}), renamed=True
    )


def c11_id(case):
    at = case.final()
    return case.with_line(
        at, replace(case.told[at], salt=bytes(16)).saying(content=case.told[at].facts["content"], extra=1)
    )


def c12(case):
    own = DeviceKeys.generate()
    return replace(case.bundle, record=record_for(case.history.pc.stick.hq, own)), {}


def c16(case):
    at = case.final()
    start = case.told[at]
    return case.with_line(at, start.saying(paper={**start.facts["paper"], "seed": "lucky"}), renamed=True)


def c19(case):
    case.final()
    return case.bundle, {"sessions": {}}


def d02(case):
    at = case.line(Event.SUBMIT)
    answers = places(case.told[:at], Event.ANSWER, case.told[at].att)
    if not answers:
        raise NotHere
    told, boot = list(case.told), case.told[at].moment.boot
    late = 3 * HOUR
    told[at:] = [one.after(late) if one.moment.boot == boot else one for one in told[at:]]
    told.insert(at, replace(told[answers[0]], moment=told[at].moment))
    if case.told[at].facts["cause"] != "hand":
        raise NotHere
    return forged(case.bundle, told, case.device), {}


def d03(case):
    at = case.line(Event.ANSWER)
    one = case.told[at]
    before = next(two for two in reversed(case.told[:at]) if two.att == one.att)
    if before.moment.boot != one.moment.boot or before.moment.wt >= one.moment.wt:
        raise NotHere
    told = [
        replace(two, moment=two.moment._replace(boot="forged"))
        if place >= at and two.moment.boot == one.moment.boot
        else two
        for place, two in enumerate(case.told)
    ]
    return forged(case.bundle, told, case.device), {}


def d04(case):
    at = case.line(Event.ANSWER)
    one, before = case.told[at], case.told[at - 1]
    if before.moment.boot != one.moment.boot:
        raise NotHere
    moment = one.moment._replace(bt=before.moment.bt - MINUTE, mt=before.moment.mt - MINUTE)
    return case.with_line(at, replace(one, moment=moment))


def d06(case):
    at = case.final()
    wrong = case.chance.choice(
        (
            {"limit_ms": case.told[at].facts["limit_ms"] + MINUTE},
            {"time": TimePolicy(pause_ms=2 * HOUR).as_json()},
            {"extra_ms": 61 * MINUTE, "limit_ms": 81 * MINUTE},
        )
    )
    return case.with_line(at, case.told[at].saying(**wrong), renamed=True)


def d07(case):
    start = case.told[case.final()]
    session = case.room.sessions[start.facts["session"]]
    late = replace(session, not_before_wt=start.moment.wt - 2 * HOUR, not_after_wt=start.moment.wt - HOUR)
    return case.bundle, {"sessions": {**case.room.sessions, session.session: late}}


def answers_hash(case):
    at = case.line(Event.SUBMIT)
    return case.with_line(at, case.told[at].saying(answers="0" * 64))


def failed_certified(case):
    at = case.line(Event.GRADED)
    if case.told[at].facts["result"]["passed"]:
        raise NotHere
    if any(one.event in {Event.REOPEN, Event.VOID} and one.att == case.told[at].att for one in case.told):
        raise NotHere
    facts = {"number": "BJ-WJ01-2026-000009-1", "sha256": "0" * 64}
    certificate = replace(case.told[at], event=Event.CERTIFICATE.value, facts=facts)
    return forged(case.bundle, [*case.told[: at + 1], certificate, *case.told[at + 1 :]], case.device), {}


def revoked(case):
    hq = case.history.pc.stick.hq
    return case.bundle, {"revocations": replace(hq.revocations, devices=frozenset({SERIAL}))}


FORGERIES = (
    (c01, "E_CHAIN"),
    (c02, "E_CHAIN"),
    (c03, "E_SCORE_MISMATCH"),
    (c04, "E_ANCHOR_MISSING"),
    (c05_deleted, "E_SEQ"),
    (c05_moved, "E_SEQ"),
    (c05_cut, "E_UNSIGNED_TAIL"),
    (c06, "E_FORK"),
    (c08, "E_ROLLBACK"),
    (c09, "E_GAP"),
    (c10, "E_TOO_MANY_ATTEMPTS"),
    (c11_copied, "E_DUP_ATTEMPT"),
    (c11_given, "E_PAPER"),
    (c11_id, "E_ATTEMPT_ID"),
    (c12, "E_CHECKPOINT"),
    (c16, "E_PAPER"),
    (c19, "E_SESSION"),
    (d02, "E_LATE_ANSWER"),
    (d03, "E_RESUME"),
    (d04, "E_TIME_NEGATIVE"),
    (d06, "E_EXTRA_TIME"),
    (d07, "E_WINDOW"),
    (answers_hash, "E_ANSWERS"),
    (failed_certified, "E_CERT_MISMATCH"),
    (revoked, "E_REVOKED_DEVICE"),
)


def missed(history, chance: Random, forgeries=FORGERIES):
    """Forges a history in each of these ways; gives how many could be made, and those HR did not find by their code."""
    bundle = history.bundle()
    told, room, made, undetected = lines_of(bundle), history.room.fresh(), 0, []
    for forge, code in forgeries:
        try:
            forgery, changes = forge(Case(history, bundle, told, chance))
        except (NotHere, LookupError):
            continue
        made += 1
        verdict = room.verify(forgery, **changes)
        if code not in verdict.codes:
            undetected.append(f"{forge.__name__}: {','.join(verdict.codes)}")
    return made, undetected
