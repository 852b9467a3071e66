"""The staff's desks as tests need them: lists that can be changed, and a refusal that can be put in their way."""

from dataclasses import replace

from exams import Person, Role, SessionInfo, SessionPlan, SittingLine, check_name, check_staff_id
from exams.accounts.errors import KnownPerson, NameWithoutGlyph
from exams.accounts.passphrases import check_passphrase
from exams.accounts.pins import check_pin

NOON = 1_795_579_200_000
HOUR = 3_600_000
PLAN = SessionPlan("SDEM00002", "DEMO-01", "A", NOON - HOUR, NOON + 3 * HOUR)
PROCTOR = Person("P2001", "周静", "Zhou Jing", "DEMO-01", "", Role.PROCTOR)
CLERK = Person("H3001", "孙丽华", "Sun Lihua", "DEMO-01", "", Role.HR)
SESSION = SessionInfo("S1", "演示考场", "P2001", NOON, open=True, code_shown="DEM0B-RANCH-K")


def a_trainee(staff_id="T1001", name="王小雨", **changes):
    return Person(staff_id, name, "Wang Xiaoyu", "DEMO-01", "客服一组", Role.TRAINEE)._replace(**changes)


def a_line(sitting="s1", **changes):
    """A final that is being sat."""
    line = SittingLine(
        sitting=sitting,
        kind="final",
        staff_id="T1001",
        name="王小雨",
        session="S1",
        attempt=1,
        state="open",
        answered=12,
        items=27,
        started_wt=NOON,
        ended_wt=None,
        percent=None,
        passed=None,
        certificate=None,
    )
    return replace(line, **changes)


def graded(sitting="s2", *, passed=True, **changes):
    """A final that is over; the passed one has a certificate."""
    number = "DEMO-01-2026-000001-X" if passed else None
    facts = {"staff_id": "T1004", "name": "赵明轩", "state": "graded", "answered": 27, "ended_wt": NOON}
    facts |= {"percent": 92 if passed else 61, "passed": passed, "certificate": number}
    return a_line(sitting, **{**facts, **changes})


class RoomDesk:
    """A proctor's desk."""

    def __init__(self, sessions=(SESSION,), lines=()):
        self.person = PROCTOR
        self.open_sessions, self.lines, self.refusal = sessions, lines, None
        self.needs_code, self.plans, self.awaited, self.without_key = False, (PLAN,), (), ()

    def sessions(self):
        if self.refusal:
            raise self.refusal
        return self.open_sessions

    def now_wt(self):
        return NOON

    def planned(self):
        return self.plans

    def is_locked(self, session):
        return session in self.without_key

    def awaits_code(self, session):
        return session in self.awaited

    def anchor(self):
        return "7KQ2M-X9D4T-H"

    def locked(self):
        return tuple(a_trainee(f"T100{n}", "欧阳文静") for n in range(3))

    def sittings(self, session=None):
        return tuple(line for line in self.lines if session in (None, line.session))


class ClerkDesk:
    """HR's desk: keeps who was entered, and refuses what the real one refuses."""

    def __init__(self, people=(CLERK,), lines=()):
        self.person = CLERK
        self.everybody, self.lines, self.refusal, self.pins = tuple(people), tuple(lines), None, {}
        self.at_door, self.requests = {}, {}

    def people(self):
        if self.refusal:
            raise self.refusal
        return self.everybody

    def sittings(self):
        return self.lines

    def standings(self):
        return dict(self.at_door)

    def enter_person(self, person, pin):
        if self.refusal:
            raise self.refusal
        check_staff_id(person.staff_id)
        check_name(person.name)
        if "\U00020000" in person.name + person.latin:
            raise NameWithoutGlyph(char="\U00020000", codepoint="U+20000")
        check = check_pin if person.role is Role.TRAINEE else check_passphrase
        check(pin, person.staff_id)
        if person.staff_id in {one.staff_id for one in self.everybody}:
            raise KnownPerson(staff_id=person.staff_id)
        self.everybody += (person,)
        self.pins[person.staff_id] = pin
        return person

    def role_request(self, staff_id):
        return self.requests.get(staff_id)

    def reset_pin(self, staff_id, pin):
        if self.refusal:
            raise self.refusal
        check_pin(pin, staff_id)
        self.pins[staff_id] = pin
