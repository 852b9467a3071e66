"""Signing in: the right PIN opens one's own desk; a wrong one costs time and never tells which half was wrong."""

import pytest

from exams.accounts.errors import SignInLocked, SignInRefused, SignInWait
from exams.desk.hr_desk import HrDesk
from exams.desk.proctor_desk import ProctorDesk
from exams.desk.trainee_desk import TraineeDesk
from exams.journal.line import Event
from exams.store.backups import list_copies
from tests.exams.desk.branch_pc import HR, MINUTE, PASSPHRASE, PIN, PROCTOR, XIAOYU, ZHIYUAN, BranchPc

WRONG = "369147"


def refusal(pc, staff_id, pin):
    """What the sign-in page gets to see."""
    with pytest.raises((SignInRefused, SignInWait, SignInLocked)) as refused:
        pc.office.sign_in(staff_id, pin)
    return refused.value.code, refused.value.facts


def test_the_right_pin_opens_a_trainees_desk(pc):
    found = pc.office.sign_in("T1001", PIN)
    assert type(found) is TraineeDesk
    assert found.person == XIAOYU


@pytest.mark.parametrize(("person", "desk"), [(PROCTOR, ProctorDesk), (HR, HrDesk)])
def test_the_right_passphrase_opens_the_desk_of_the_persons_role(pc, person, desk):
    pc.hire(person)
    found = pc.office.sign_in(person.staff_id, PASSPHRASE)
    assert type(found) is desk
    assert found.person == person


def test_who_has_a_role_does_not_get_in_with_a_pin(pc):
    pc.hire(PROCTOR)
    assert refusal(pc, "P2001", PIN) == ("E_SIGN_IN", {"wait_seconds": 0})


def test_a_staff_id_may_be_typed_in_small_letters_and_with_spaces_around(pc):
    assert pc.office.sign_in(" t1001 ", PIN).person == XIAOYU


@pytest.mark.parametrize("tries", range(1, 11))
def test_an_unknown_id_and_a_wrong_pin_are_answered_alike(pc, tries):
    for staff_id in ("T1001", "T9999"):
        for _ in range(tries - 1):
            refusal(pc, staff_id, WRONG)
            pc.clock.forward(minutes=10)
    assert refusal(pc, "T1001", WRONG) == refusal(pc, "T9999", WRONG)


@pytest.mark.parametrize("staff_id", ["", "王小雨", "T 1001", "'; --", "T1001\x00", "\ud800", "T" * 10_000])
def test_what_cannot_be_a_staff_id_is_refused_like_any_other(pc, staff_id):
    assert refusal(pc, staff_id, PIN) == refusal(pc, "T9999", PIN)


@pytest.mark.parametrize("pin", ["", "２５８０２５", "258025 ", "2" * 10_000, "\ud800"])
def test_what_cannot_be_a_pin_is_refused_like_any_other(pc, pin):
    assert refusal(pc, "T1001", pin) == ("E_SIGN_IN", {"wait_seconds": 0})


def test_four_failures_are_free_and_the_fifth_costs_half_a_minute(pc):
    found = [refusal(pc, "T1001", WRONG) for _ in range(5)]
    assert found == [("E_SIGN_IN", {"wait_seconds": 0})] * 4 + [("E_SIGN_IN", {"wait_seconds": 30})]


def test_while_the_wait_lasts_even_the_right_pin_is_not_looked_at(pc):
    for _ in range(5):
        refusal(pc, "T1001", WRONG)
    pc.clock.forward(29_001)
    before = len(pc.records())
    assert refusal(pc, "T1001", PIN) == ("E_SIGN_IN_WAIT", {"wait_seconds": 1})
    assert len(pc.records()) == before
    pc.clock.forward(999)
    assert pc.office.sign_in("T1001", PIN).person == XIAOYU


def test_one_persons_failures_do_not_keep_another_waiting(pc):
    for _ in range(5):
        refusal(pc, "T1001", WRONG)
    assert pc.office.sign_in("T1002", PIN).person == ZHIYUAN


def test_the_tenth_failure_locks_and_the_right_pin_no_longer_helps(pc):
    for _ in range(9):
        refusal(pc, "T1001", WRONG)
        pc.clock.forward(minutes=10)
    assert refusal(pc, "T1001", WRONG) == ("E_SIGN_IN_LOCKED", {})
    pc.clock.forward(minutes=60 * 24 * 365)
    assert refusal(pc, "T1001", PIN) == ("E_SIGN_IN_LOCKED", {})


def test_failures_outlive_a_restart_and_a_table_that_was_emptied(pc):
    for _ in range(5):
        refusal(pc, "T1001", WRONG)
    pc.tamper("DELETE FROM sittings")
    assert refusal(pc, "T1001", PIN)[0] == "E_SIGN_IN_WAIT"


def test_turning_the_wall_clock_does_not_shorten_the_wait(pc):
    for _ in range(5):
        refusal(pc, "T1001", WRONG)
    pc.clock.set_wall(pc.clock.now().wt + 60 * MINUTE)
    assert refusal(pc, "T1001", PIN)[0] == "E_SIGN_IN_WAIT"


def test_a_success_forgets_the_failures_before_it(pc):
    for _ in range(4):
        refusal(pc, "T1001", WRONG)
    pc.office.sign_in("T1001", PIN)
    assert [refusal(pc, "T1001", WRONG)[1] for _ in range(4)] == [{"wait_seconds": 0}] * 4


def test_each_try_is_journalled_without_the_pin(pc):
    refusal(pc, "T1001", WRONG)
    pc.office.sign_in("T1001", PIN)
    told = [(record.line.type, record.facts()) for record in pc.records()[-2:]]
    assert told == [(Event.LOGIN_FAIL, {"staff": "T1001"}), (Event.LOGIN_OK, {"staff": "T1001"})]
    assert not any(pin.encode() in (record.body or b"") for record in pc.records() for pin in (PIN, WRONG))


def test_a_name_typed_for_an_id_does_not_reach_the_journal(pc):
    refusal(pc, "王小雨", PIN)
    assert "王小雨".encode() not in (pc.records()[-1].body or b"")


def test_nobody_is_locked_out_by_a_journal_line_that_somebody_spoilt(pc):
    refusal(pc, "T1001", WRONG)
    pc.tamper("UPDATE journal SET line = ?, body = ? WHERE seq = (SELECT max(seq) FROM journal)", b"\xff{", b"[")
    assert pc.office.sign_in("T1001", PIN).person == XIAOYU


@pytest.mark.parametrize("encoded", ["", "258025", "$argon2id$v=19$m=1,t=1,p=1$AAAA$AAAA", "$scrypt$"])
def test_a_stored_hash_that_somebody_spoilt_opens_nothing(pc, encoded):
    pc.tamper("UPDATE people SET pin = ? WHERE staff_id = 'T1001'", encoded)
    assert refusal(pc, "T1001", PIN) == ("E_SIGN_IN", {"wait_seconds": 0})


def test_before_the_first_set_up_nobody_can_sign_in(tmp_path, content):
    empty = BranchPc(tmp_path / "empty", content)
    assert empty.office.branch.code == "UNSET"
    assert empty.office.people() == ()
    assert refusal(empty, "T1001", PIN)[0] == "E_SIGN_IN"
    empty.close()


@pytest.mark.feature("h8")
def test_the_first_start_of_a_day_keeps_a_copy_by_itself(pc):
    for minutes in (0, 60, 24 * 60):
        pc.clock.forward(minutes=minutes)
        pc.office.started("1.2.3")
    assert [copy.made[:8] for copy in list_copies(pc.home)] == ["20261125", "20261124"]
    assert list_copies(pc.home)[1].records == len(pc.records()) - 2


def test_where_no_copy_can_be_kept_work_goes_on_and_it_is_written_down(pc):
    (pc.home / "backups").rmdir()
    (pc.home / "backups").write_text("in the way")
    pc.office.started("1.2.3")
    assert [record.line.type for record in pc.records()[-2:]] == [Event.APP_START, Event.ERROR]
    assert pc.office.sign_in("T1001", PIN).person == XIAOYU


def test_the_start_of_the_app_is_journalled_with_its_version(pc):
    pc.office.started("1.2.3")
    last = pc.records()[-1]
    assert last.line.type == Event.APP_START
    assert last.facts()["version"] == "1.2.3"
