"""An exam day in one branch room: thirty people on two PCs, what goes wrong with some of them, and what HR is told."""

import pytest

from desktop.words.overrides import Act
from exams.accounts.errors import SignInRefused
from exams.desk.errors import EntryClosed, HandInTooEarly
from exams.packs.manifest import Grading
from exams.sittings.errors import SittingMoved
from exams.sittings.sitting import Kind
from tests.exams.desk.branch_pc import MINUTE, PIN
from tests.exams.desk.course import two_chapters
from tests.exams.desk.exam_room import RULES, an_enrolled_pc
from tests.exams.desk.sealed_branch import make_stick
from tests.journeys.room_at_hr import HrSide, added_up
from tests.journeys.room_day import DOOR_PIN, LATE, ROSTER, Hand, Place, S
from tests.journeys.room_killed import HEARD

MOST_A_SESSION, MOST_A_PERSON = 40, 3
FORGOT, EAGER, VOIDED, PHONED, MOVES = "T2004", "T2001", "T2002", "T2006", "T2009"
PHONED_TOO, LONGER = "T2021", "T2026"
ALARM, SWITCH = "fire alarm in the building", "the network switch was replaced"


@pytest.fixture
def stick(tmp_path):
    return make_stick(tmp_path / "stick", two_chapters(tmp_path / "assets"), Grading.WITH_UNLOCK)


@pytest.fixture
def room(stick, tmp_path):
    hand, between = Hand(), tmp_path / "usb"
    between.mkdir()
    pcs = [an_enrolled_pc(tmp_path / serial, stick, serial, RULES, ROSTER) for serial in ("D00000001", "D00000002")]
    places = [Place(hand, pc, between) for pc in pcs]
    yield places
    for place in places:
        place.pc.close()


@pytest.mark.feature("d1", "d2", "d3", "d5", "d6", "d7", "d10", "d12", "b15")
def test_thirty_people_two_pcs_and_all_that_goes_wrong_are_counted_alike_by_the_room_and_by_hr(room, stick):
    first, second = room
    for place, people in ((first, ROSTER[:15]), (second, ROSTER[15:30])):
        seat_everybody(place, [one.staff_id for one in people])
    assert [len(place.desk.sittings(S)) for place in room] == [15, 15]
    with pytest.raises(HandInTooEarly):
        first.trainee(EAGER).hand_in(first.sat[EAGER])
    for place in room:
        place.goes_by(2)
    given, granted = go_wrong(first, second)
    comes_late(second)
    reports = [place.closes() for place in room]

    few_enough(first.hand)
    assert [place.cuts for place in room] == [2, 1]
    assert all(place.saved >= place.cuts * HEARD for place in room)
    counts = added_up(reports)
    assert {name: counts[name] for name in given} == given
    told = ("sittings", "void", "by_hand", "moved", "checked_in", "incidents", "by_phone", "running")
    assert [counts[name] for name in told] == [31, 1, 29, 1, 31, 2, 2, 0]
    for report in reports:
        assert sum(one.ms for one in report.overrides if one.event == "extend") == report.sums["extended_ms"]
    hr = HrSide(stick, first.pc.content, granted)
    verdicts = [hr.takes_in(place) for place in room]
    assert [one.code for verdict in verdicts for one in verdict.findings if one.refuses] == []
    judged = [one for verdict in verdicts for one in verdict.sittings]
    assert len({one.id for one in judged if one.accepted}) == len(judged) == 30
    assert sum(one.result is None for one in judged) == 1  # the one that was declared void


def few_enough(hand):
    """What was pressed for the session, for all people together, and for each of whom nothing went wrong."""
    people, most = hand.people.total(), hand.people.most_common(3)
    told = f"{hand.session} for the session, {people} for {len(ROSTER)} people, most of them for {most}"
    assert 0 < hand.session <= MOST_A_SESSION, told
    assert 0 < people <= MOST_A_PERSON * len(ROSTER), told
    assert len(hand.people) == len(ROSTER), told
    troubled = {who for who, pressed in hand.people.items() if pressed > MOST_A_PERSON}
    assert troubled == {FORGOT, VOIDED, PHONED, PHONED_TOO, LONGER, MOVES}, told


def seat_everybody(place, people):
    """The session is opened, everybody checked in; one has forgotten the PIN; all begin."""
    place.signs_in()
    place.opens()
    with pytest.raises(SignInRefused):
        place.pc.office.sign_in(FORGOT, "910375")
    codes = place.admits(*people, forgot=(FORGOT,))
    for who, code in codes.items():
        place.begins(who, code, DOOR_PIN if who == FORGOT else PIN)


def go_wrong(first, second):
    """All that happens while they sit; gives the time that was given, by its name in the report, and the grants."""
    for place in (first, second):
        place.to_all(Act.PAUSE_ALL, reason=ALARM)
        place.pc.clock.forward(3 * MINUTE)
        place.to_all(Act.RESUME_ALL, reason=ALARM)
    second.notes(Act.INCIDENT_ROOM, ALARM)
    first.does(VOIDED, {Act.INCIDENT_PERSON: "the badge is somebody else's", Act.VOID: "sat for somebody else"})
    del first.sat[VOIDED]
    back = second.loses_power()
    granted = second.asks_headquarters(PHONED_TOO, 35, SWITCH)
    second.does(LONGER, {Act.EXTEND: SWITCH}, minutes="5")
    granted |= first.asks_headquarters(PHONED, 45, SWITCH)
    back += first.loses_power()
    answers = first.trainee(MOVES).refresh(first.sat[MOVES]).answers
    second.takes_over(first, MOVES)
    assert second.trainee(MOVES).open_sitting().answers == answers
    with pytest.raises(SittingMoved):
        first.trainee(MOVES).begin(Kind.FINAL, code="")
    back += first.loses_power()
    for place in (first, second):
        place.goes_by(8)
    return {"extended_ms": (45 + 35 + 5) * MINUTE, "credited_ms": back}, granted


def comes_late(place):
    """Checked in after the last moment to begin: the code that is shown begins nothing."""
    place.pc.clock.forward(max(0, RULES.entry_until_wt - place.pc.clock.now().wt))
    place.hand(lambda: None)  # to the door
    code = place.admits(LATE)[LATE]
    with pytest.raises(EntryClosed):
        place.pc.office.sign_in(LATE, PIN).begin(Kind.FINAL, code=code)
