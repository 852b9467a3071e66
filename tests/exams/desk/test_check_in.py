"""Checking people in: found by what one types, once their ID was looked at, by headquarters' roster or the branch's."""

import pytest

from exams.accounts.errors import SignInRefused
from exams.desk.check_in import Seen
from exams.desk.errors import NotChecked, NotOnRoster
from exams.interop.errors import RosterRefused
from exams.journal.line import Event
from exams.packs.manifest import Grading
from exams.sittings.sitting import State
from tests.exams.desk.branch_pc import XIAOYU
from tests.exams.desk.exam_room import HERE, PEOPLE, a_room_pc, checked_in, started

pytestmark = pytest.mark.feature("d3")
S = HERE.session


@pytest.fixture
def pc(sticks, tmp_path):
    pc = a_room_pc(tmp_path / "home", sticks(Grading.WITH_UNLOCK))
    yield pc
    pc.close()


@pytest.fixture
def desk(pc):
    return pc.room.check_in


def ids(lines):
    return [line.staff_id for line in lines]


def last(pc, event):
    return next(record.facts() for record in reversed(pc.records()) if record.line.type == event)


def test_the_roster_is_headquarters_with_seats_and_nobody_is_checked_in_yet(desk):
    lines = desk.roster(S)
    assert [(one.staff_id, one.name, one.seat) for one in lines] == [(p.staff_id, p.name, p.seat) for p in PEOPLE]
    assert {(one.checked_wt, one.local, one.state) for one in lines} == {(None, False, "")}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["T1001", "T1002", "T1003"]),
        ("雨", ["T1001"]),
        ("t1002", ["T1002"]),
        ("czy", ["T1002"]),
        ("ZRX", ["T1003"]),  # 曾 is read zeng in a name
        ("ｗｘｙ", ["T1001"]),
        ("Xiaoyu", ["T1001"]),
        ("nobody", []),
    ],
)
def test_a_person_is_found_by_name_staff_id_or_pinyin_initials(desk, typed, found):
    assert ids(desk.roster(S, typed)) == found


def test_checking_in_notes_seat_and_id_in_the_journal_without_any_name(pc, desk):
    line = desk.check_in(S, "T1001", Seen(id_checked=True, seat="B7", note="王晓雨"))
    assert (line.seat, line.note, line.checked_wt) == ("B7", "王晓雨", pc.clock.now().wt)
    facts = last(pc, Event.CHECK_IN)
    told = {"session": S, "staff": "T1001", "seat": "B7", "id_checked": True, "local": False, "name_noted": True}
    assert facts == {**told, "by": "P2001"}
    assert not any("晓雨".encode() in (record.body or b"") for record in pc.records())


def test_who_shows_no_id_or_is_not_expected_is_not_checked_in(pc, desk):
    before = len(pc.records())
    with pytest.raises(NotChecked):
        desk.check_in(S, "T1001", Seen(id_checked=False))
    with pytest.raises(NotOnRoster):
        desk.check_in(S, "T9999", Seen(id_checked=True))
    assert len(pc.records()) == before


def test_the_roster_shows_who_sits(pc, desk):
    sitting = started(pc, XIAOYU)
    line = desk.roster(S, "T1001")[0]
    assert (line.sitting, line.state) == (sitting.id, State.OPEN)


def test_a_branchs_own_roster_is_added_and_marked_as_local(pc, desk, tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text("工号,姓名,座位\nT1001,王小雨,A1\nT2001,何静,A9\n", encoding="gb18030")
    assert desk.take_roster(S, path) == 1
    assert [(one.staff_id, one.local, one.known) for one in desk.roster(S)][-1] == ("T2001", True, False)
    assert last(pc, Event.ROSTER)["local"] == ["T2001"]
    checked_in(pc, "T2001")
    assert last(pc, Event.CHECK_IN)["local"] is True


def test_of_a_roster_with_one_spoilt_row_nobody_is_added(pc, desk, tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text("staff id,name\nT2001,Ho\nt2002,Li\n")
    with pytest.raises(RosterRefused) as refusal:
        desk.take_roster(S, path)
    assert refusal.value.facts == {"reason": "staff_id", "row": 3}
    assert len(desk.roster(S)) == 3


def test_a_pin_given_at_the_door_opens_this_session_and_nothing_after_it(pc, desk):
    desk.door_pin(S, "T1001", "739214")
    assert pc.office.sign_in("T1001", "739214").person == XIAOYU
    assert last(pc, Event.PIN_SET) == {"staff": "T1001", "session": S, "by": "P2001"}
    desk.door_pin(S, "T1001", "846203")  # forgotten again
    pc.room.close_session(S)
    for pin in ("739214", "846203"):
        with pytest.raises(SignInRefused):
            pc.office.sign_in("T1001", pin)
    assert pc.office.sign_in("T1001", "258025").person == XIAOYU


def test_who_studied_on_another_pc_gets_a_pin_at_the_door(pc, desk, sticks, tmp_path):
    other = a_room_pc(tmp_path / "other", sticks(Grading.WITH_UNLOCK), roster=PEOPLE)
    other.db.execute("DELETE FROM people WHERE staff_id = 'T1003'")
    line = other.room.check_in.roster(S, "T1003")[0]
    assert not line.known
    other.room.check_in.door_pin(S, "T1003", "739214")
    assert other.office.sign_in("T1003", "739214").person.name == "曾若溪"
    other.close()


def test_without_any_roster_everybody_of_the_pc_may_come(sticks, tmp_path):
    pc = a_room_pc(tmp_path / "home", sticks(Grading.WITH_UNLOCK), roster=())
    assert ids(pc.room.check_in.roster(S)) == ["T1001", "T1002", "T1003"]
    pc.close()


def test_the_signed_rules_are_read_from_the_journal_and_outlive_the_slot_file(pc, desk):
    slots = list((pc.home / "packs").glob("slots-*.json"))
    assert slots
    for path in slots:
        path.unlink()
    assert desk.rules(S).start_code
