"""What the proctor and HR see, and how HR enters people."""

import pytest

from exams.accounts.errors import (
    BadName,
    BadStaffId,
    KnownPerson,
    NameWithoutGlyph,
    SignInLocked,
    SignInRefused,
    WeakPin,
)
from exams.accounts.person import Person, Role
from exams.content.parts import read_parts
from exams.desk.demonstration import make_demonstration
from exams.journal.line import Event
from exams.sittings.sitting import Kind
from tests.exams.desk.answering import answer_all, right, sit
from tests.exams.desk.branch_pc import DAY, HR, NOON, PASSPHRASE, PIN, PROCTOR, SESSION, XIAOYU, ZHIYUAN, BranchPc

NEW = Person("T1009", "欧阳修", "Ouyang Xiu", "BJ-WJ01", "B", Role.TRAINEE)
GOOD_PIN = "739214"


def test_the_proctor_sees_who_sits_and_how_far_each_one_is(pc):
    first, second = pc.begin_final(XIAOYU), pc.begin_final(ZHIYUAN)
    for position in (1, 2, 3):
        pc.desk(XIAOYU).answer(first.id, position, right(pc, first, position))
    pc.desk(XIAOYU).clear(first.id, 2)
    lines = pc.desk(PROCTOR).sittings()
    assert [(line.name, line.state, line.answered, line.items) for line in lines] == [
        ("陈志远", "open", 0, 7),
        ("王小雨", "open", 2, 7),
    ]
    assert {line.session for line in lines} == {SESSION}
    assert {line.sitting for line in lines} == {first.id, second.id}


def test_what_was_answered_is_counted_after_a_restart_too(pc):
    sitting = pc.begin_final()
    pc.desk().answer(sitting.id, 1, right(pc, sitting, 1))
    pc.reopen()
    assert pc.desk(PROCTOR).sittings()[0].answered == 1


def test_a_line_that_somebody_spoilt_does_not_take_the_list_away(pc):
    sitting = pc.begin_final()
    pc.desk().answer(sitting.id, 1, right(pc, sitting, 1))
    pc.tamper("UPDATE journal SET body = ? WHERE seq = ?", b"{}", pc.line_of(Event.ANSWER))
    assert [line.staff_id for line in pc.desk(PROCTOR).sittings()] == ["T1001"]


def test_the_proctors_list_can_be_held_to_one_session(pc):
    sit(pc, XIAOYU, Kind.FINAL)
    pc.close_sessions()
    pc.clock.forward(DAY)
    pc.open_session("S00000002")
    second = pc.begin_final(ZHIYUAN)
    desk = pc.desk(PROCTOR)
    assert [line.sitting for line in desk.sittings("S00000002")] == [second.id]
    assert len(desk.sittings()) == 2
    assert desk.sittings("S9") == ()


def test_the_proctor_sees_the_sessions_newest_first_and_never_a_code(pc):
    pc.close_sessions()
    pc.clock.forward(DAY)
    pc.open_session("S00000002")
    found = pc.desk(PROCTOR).sessions()
    assert [(one.id, one.open, one.code_shown) for one in found] == [
        ("S00000002", True, None),
        (SESSION, False, None),
    ]


def test_quizzes_and_mocks_are_nobodys_business_but_the_trainees(pc):
    sit(pc, XIAOYU, Kind.MOCK)
    sit(pc, XIAOYU, Kind.QUIZ, 1)
    assert pc.desk(PROCTOR).sittings() == pc.desk(HR).sittings() == ()
    assert [line.kind for line in pc.desk(XIAOYU).history()] == ["quiz", "mock"]


def test_hr_sees_every_result_newest_first(pc):
    sit(pc, XIAOYU, Kind.FINAL, passing=False)
    pc.clock.forward(minutes=1)
    answer_all(pc, pc.desk(ZHIYUAN), pc.begin_final(ZHIYUAN))
    passed = pc.desk(ZHIYUAN).hand_in(pc.desk(ZHIYUAN).open_sitting().id)
    pc.office.record_certificate(passed.id, "BJ-1", "00" * 32)
    lines = pc.desk(HR).sittings()
    assert [(line.staff_id, line.percent, line.passed, line.certificate) for line in lines] == [
        ("T1002", 100, True, "BJ-1"),
        ("T1001", 0, False, None),
    ]
    assert lines[0].ended_wt == lines[0].started_wt == NOON + 60_000


def test_hr_enters_a_person_who_can_then_sign_in(pc):
    assert pc.desk(HR).enter_person(NEW, GOOD_PIN) == NEW
    assert NEW in pc.desk(HR).people()
    assert pc.office.sign_in("T1009", GOOD_PIN).person == NEW


def test_entering_a_person_is_journalled_without_name_and_pin(pc):
    pc.desk(HR).enter_person(NEW, GOOD_PIN)
    record = pc.records()[-1]
    assert (record.line.type, record.facts()) == (Event.PIN_SET, {"staff": "T1009", "by": "H3001"})


@pytest.mark.parametrize(
    ("person", "pin", "refusal"),
    [
        (NEW._replace(staff_id="t1"), GOOD_PIN, BadStaffId),
        (NEW._replace(name=""), GOOD_PIN, BadName),
        (NEW._replace(name="欧\u202e阳"), GOOD_PIN, BadName),
        (NEW._replace(latin="O\x00"), GOOD_PIN, BadName),
        (NEW._replace(team="一组\u202e"), GOOD_PIN, BadName),
        (NEW._replace(name="欧𰻝"), GOOD_PIN, NameWithoutGlyph),
        (NEW._replace(staff_id="T1001"), GOOD_PIN, KnownPerson),
        (NEW, "123456", WeakPin),
        (NEW, "", WeakPin),
        (NEW._replace(staff_id="T739214"), GOOD_PIN, WeakPin),
    ],
)
def test_of_a_refused_person_nothing_is_kept(pc, person, pin, refusal):
    people, lines = pc.desk(HR).people(), len(pc.records())
    with pytest.raises(refusal):
        pc.desk(HR).enter_person(person, pin)
    assert pc.desk(HR).people() == people
    assert len(pc.records()) == lines


@pytest.mark.feature("f8")
def test_the_character_that_no_font_draws_is_named(pc):
    with pytest.raises(NameWithoutGlyph) as refused:
        pc.desk(HR).enter_person(NEW._replace(name="欧𰻝"), GOOD_PIN)
    assert refused.value.facts == {"char": "𰻝", "codepoint": "U+30EDD"}


def test_a_new_pin_from_hr_opens_a_locked_sign_in_and_the_old_pin_is_gone(pc):
    for _ in range(10):
        with pytest.raises((SignInRefused, SignInLocked)):
            pc.office.sign_in("T1001", "369147")
        pc.clock.forward(minutes=10)
    with pytest.raises(SignInLocked):
        pc.office.sign_in("T1001", PIN)
    pc.desk(HR).reset_pin("T1001", GOOD_PIN)
    assert pc.office.sign_in("T1001", GOOD_PIN).person == XIAOYU
    with pytest.raises(SignInRefused):
        pc.office.sign_in("T1001", PIN)


@pytest.mark.parametrize(
    ("staff_id", "pin", "refusal"), [("T9999", GOOD_PIN, BadStaffId), ("T1001", "111111", WeakPin)]
)
def test_a_refused_new_pin_changes_nothing(pc, staff_id, pin, refusal):
    before = len(pc.records())
    with pytest.raises(refusal):
        pc.desk(HR).reset_pin(staff_id, pin)
    assert len(pc.records()) == before
    assert pc.office.sign_in("T1001", PIN).person == XIAOYU


def test_in_a_demonstration_the_code_of_the_open_session_is_shown(tmp_path, content):
    make_demonstration(tmp_path / "demo", read_parts(content.parent), NOON)
    demo = BranchPc(tmp_path / "demo")
    (session,) = demo.office.sign_in("P2001", PASSPHRASE).sessions()
    assert session.code_shown == "DEM0B-RANCH-" + session.code_shown[-1]
    demo.close()
