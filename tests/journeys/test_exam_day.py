"""An exam day in one branch room: thirty people on two PCs, what goes wrong with some of them, and what HR is told."""

from collections import Counter
from dataclasses import replace

import pytest

from exams.accounts.errors import SignInRefused
from exams.bundles.hr_trust import Granted
from exams.bundles.verify import verify_bundle
from exams.desk.check_in import Seen
from exams.desk.errors import EntryClosed, HandInTooEarly
from exams.desk.incident_book import IncidentGroup
from exams.packs.briefs import Expected
from exams.packs.manifest import Grading
from exams.sittings.sitting import Kind, State
from tests.exams.bundles.hr_room import HrRoom, handed_in
from tests.exams.desk.branch_pc import MINUTE, PIN, PROCTOR
from tests.exams.desk.course import two_chapters
from tests.exams.desk.exam_room import HERE, RULES, a_room_pc, read_out
from tests.exams.desk.sealed_branch import make_stick

S = HERE.session
ROSTER = tuple(Expected(f"T2{n:03d}", f"学员{n:02d}", f"{'AB'[n > 15]}{n}") for n in range(1, 32))
LATE = ROSTER[30].staff_id
MOST_A_SESSION, MOST_A_PERSON = 40, 3
ALARM, SWITCH = "fire alarm in the building", "the network switch was replaced"


class Counted:
    """A proctor whose every act is counted: on the session, or on one person."""

    def __init__(self, pc):
        self.pc = pc
        self.session, self.people = 0, Counter()

    @property
    def desk(self):
        return self.pc.desk(PROCTOR)

    def room(self, act, *args):
        self.session += 1
        return act(*args)

    def person(self, staff_id, act, *args):
        self.people[staff_id] += 1
        return act(*args)

    def starts(self, who, pin=PIN):
        """Check-in, code, and the person begins with it."""
        desk = self.desk.check_in
        self.person(who.staff_id, desk.check_in, S, who.staff_id, Seen(id_checked=True, seat=who.seat))
        code, _ends = self.person(who.staff_id, desk.start_code, S, who.staff_id)
        trainee = self.pc.office.sign_in(who.staff_id, pin)
        return trainee, trainee.begin(Kind.FINAL, code=code)


class ExamDay:
    """The room from the opening to what HR makes of it; `given` are the minutes that proctors have added on each PC."""

    def __init__(self, pcs):
        self.first, self.second = self.room = [Counted(pc) for pc in pcs]
        self.given, self.granted, self.sat = Counter(), {}, {}
        for counted in self.room:
            counted.session += 1  # opening the session, done with the PC

    def seat_everybody(self, forgot="T2004"):
        with pytest.raises(SignInRefused):
            self.first.pc.office.sign_in(forgot, "910375")
        self.first.person(forgot, self.first.desk.check_in.door_pin, S, forgot, "739214")
        for place, who in enumerate(ROSTER[:30]):
            pin = "739214" if who.staff_id == forgot else PIN
            self.sat[who.staff_id] = self.room[place >= 15].starts(who, pin)

    def goes_by(self, minutes):
        """On both PCs, while everybody sits: the app looks at each exam as its screen would."""
        for counted in self.room:
            counted.pc.clock.forward(minutes * MINUTE)
        for trainee, sitting in self.sat.values():
            trainee.refresh(sitting.id)

    def alarm(self):
        self.first.room(self.first.desk.incidents.note, S, IncidentGroup.ROOM, ALARM)
        for counted in self.room:
            assert {one.state for one in counted.room(counted.desk.pause_session, S, ALARM)} == {State.PAUSED}
            counted.pc.clock.forward(3 * MINUTE)
            assert {one.state for one in counted.room(counted.desk.resume_session, S, ALARM)} == {State.OPEN}

    def void(self, staff_id):
        _, sitting = self.sat.pop(staff_id)
        note = self.first.desk.incidents.note
        self.first.room(note, S, IncidentGroup.PERSON, "the badge is somebody else's", sitting.id)
        self.first.room(self.first.desk.void, sitting.id, "sat for somebody else")

    def by_phone(self, counted, staff_id, minutes):
        sitting = self.sat[staff_id][1].id
        asked = counted.room(counted.desk.authority.ask, sitting, minutes)
        counted.room(counted.desk.authority.extend, sitting, read_out(counted.pc, asked), SWITCH)
        self.granted[asked.nonce] = Granted(counted.pc.serial, staff_id, minutes)
        self.given[counted] += minutes * MINUTE

    def within_the_limit(self, counted, staff_id, minutes):
        counted.room(counted.desk.extend, self.sat[staff_id][1].id, minutes, "the screen was dark")
        self.given[counted] += minutes * MINUTE

    def comes_late(self, counted):
        counted.pc.clock.set_wall(RULES.entry_until_wt)
        desk = counted.desk.check_in
        counted.person(LATE, desk.check_in, S, LATE, Seen(id_checked=True))
        code, _ends = counted.person(LATE, desk.start_code, S, LATE)
        with pytest.raises(EntryClosed):
            counted.pc.office.sign_in(LATE, PIN).begin(Kind.FINAL, code=code)

    def close(self):
        for trainee, sitting in self.sat.values():
            assert trainee.hand_in(sitting.id).state is State.GRADED
        return {counted: counted.room(counted.desk.close_session, S) for counted in self.room}

    def judged(self, counted):
        """What HR finds in what a PC hands in, with headquarters' plan and log beside it."""
        hr = HrRoom(counted.pc.stick, counted.pc.content, Grading.WITH_UNLOCK)
        plan = replace(hr.sessions[S], rules=RULES, roster=frozenset(who.staff_id for who in ROSTER))
        bundle = replace(handed_in(counted.pc), serial=counted.pc.serial)
        return verify_bundle(hr.seal(bundle), hr.trust(sessions={S: plan}, granted=self.granted))


@pytest.fixture
def day(tmp_path):
    stick = make_stick(tmp_path / "stick", two_chapters(tmp_path / "assets"), Grading.WITH_UNLOCK)
    serials = "D00000001", "D00000002"
    pcs = [a_room_pc(tmp_path / serial, stick, serial, rules=RULES, roster=ROSTER) for serial in serials]
    yield ExamDay(pcs)
    for pc in pcs:
        pc.close()


@pytest.mark.feature("d1", "d2", "d3", "d5", "d6", "d7", "d12", "b15")
def test_thirty_people_two_pcs_and_all_that_goes_wrong_are_counted_alike_by_the_room_and_by_hr(day):
    day.seat_everybody()
    assert [len(counted.desk.sittings(S)) for counted in day.room] == [15, 15]
    day.goes_by(2)
    eager, its = day.sat["T2001"]
    with pytest.raises(HandInTooEarly):
        eager.hand_in(its.id)
    day.alarm()
    day.void("T2002")
    day.by_phone(day.first, "T2006", 45)
    day.by_phone(day.second, "T2021", 35)
    day.within_the_limit(day.second, "T2026", 5)
    for _ in range(5):
        day.goes_by(2)
    day.comes_late(day.second)
    reports = day.close()

    people = day.first.people + day.second.people
    assert day.first.session + day.second.session <= MOST_A_SESSION
    assert max(people.values()) <= MOST_A_PERSON
    for counted, report in reports.items():
        assert (report.sums["extended_ms"], report.sums["by_phone"]) == (day.given[counted], 1)
        assert sum(one.ms for one in report.overrides if one.event == "extend") == day.given[counted]
    counts = Counter()
    for report in reports.values():
        counts.update(report.sums)
    told = ("sittings", "void", "by_hand", "checked_in", "incidents", "running")
    assert [counts[name] for name in told] == [30, 1, 29, 31, 2, 0]
    for counted in day.room:
        verdict = day.judged(counted)
        assert [one.code for one in verdict.findings if one.refuses] == []
        assert len(verdict.sittings) == 15
