"""The slip finds each fault that was planted, says what to do, and finds none where there is none."""

from dataclasses import replace

import pytest

from desktop.readiness.finding import Check
from desktop.readiness.judge import judge
from desktop.words import use_language
from desktop.words.readiness import slip_text
from exams import HomeReadiness, HomeState
from tests.desktop.readiness.pcs import DAY, DESK, NOW, PACK, SYSTEM, home, pc, record

HOME = {Check.DATABASE, Check.JOURNAL, Check.PACK, Check.KEYS}


def to_do(facts):
    return {one.check for one in judge(facts) if not one.ok}


def test_every_check_stands_on_the_slip_once_in_one_order():
    assert [one.check for one in judge(pc(data=home(officers=2)))] == list(Check)


def test_a_branch_without_hrs_register_is_asked_for_no_officers():
    assert [one.check for one in judge(pc())] == [one for one in Check if one is not Check.OFFICERS]


@pytest.mark.feature("e6")
@pytest.mark.parametrize("count", [0, 1])
def test_where_fewer_than_two_officers_can_be_told_apart_two_person_rules_are_not_proven(count):
    (told,) = [one for one in judge(pc(data=home(officers=count))) if one.check is Check.OFFICERS]
    assert (told.ok, "account" in told.what_to_do) == (False, True)
    assert ("not proven" if count == 0 else "Only one officer") in told.detail


def test_two_officers_with_accounts_are_enough():
    assert to_do(pc(data=home(officers=2))) == set()


def test_a_pc_that_is_ready_has_nothing_to_do():
    assert to_do(pc()) == set()
    assert not any(one.what_to_do for one in judge(pc()))


def system(**changes):
    return pc(system=replace(SYSTEM, **changes))


def desk(**changes):
    return pc(desk=replace(DESK, **changes))


def device(**changes):
    view = home().device
    return pc(data=home(device=replace(view, **changes)))


FAULTS = {
    "the clock stands before the journal": (system(now_wt=NOW - 3 * DAY), Check.CLOCK),
    "the clock stands years ahead": (system(now_wt=NOW + 500 * DAY), Check.CLOCK),
    "another time zone": (system(offset_minutes=0, zone="UTC"), Check.ZONE),
    "the disk is full": (system(free_bytes=3_000_000), Check.DISK),
    "the folder is read-only": (system(writable=False), Check.DISK),
    "no font": (desk(fonts=False), Check.FONTS),
    "a name no font draws": (pc(missing="\U000323af"), Check.GLYPHS),
    "no input method": (desk(method="", method_fault="none"), Check.INPUT_METHOD),
    "only fcitx 4": (desk(method="", method_fault="fcitx4"), Check.INPUT_METHOD),
    "no printer": (desk(printers=()), Check.PRINTER),
    "a small screen": (desk(screens=((800, 600),)), Check.DISPLAY),
    "no screen": (desk(screens=()), Check.DISPLAY),
    "on battery": (system(mains=False, percent=80), Check.POWER),
    "an empty battery": (system(mains=True, percent=12), Check.POWER),
    "a journal that is not whole": (pc(data=home(chain_whole=False)), Check.JOURNAL),
    "no pack": (pc(data=home(pack=None)), Check.PACK),
    "a pack that is over": (pc(data=home(pack=replace(PACK, expires_wt=NOW))), Check.PACK),
    "a pack that is withdrawn": (pc(data=home(pack=replace(PACK, withdrawn=True))), Check.PACK),
    "no enrolment": (device(record=None), Check.KEYS),
    "an enrolment that is over": (device(record=record(not_after_wt=NOW)), Check.KEYS),
    "an enrolment that was withdrawn": (device(revoked=True), Check.KEYS),
}


@pytest.mark.feature("d11")
@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found_alone_and_something_is_said_to_do(fault):
    facts, check = FAULTS[fault]
    found = [one for one in judge(facts) if not one.ok]
    assert [one.check for one in found] == [check]
    assert all(one.detail and one.what_to_do for one in found)


def test_a_clock_a_little_behind_is_no_fault():
    assert to_do(system(now_wt=NOW - DAY - 9 * 60_000)) == set()


def test_a_pc_without_battery_and_one_with_two_screens_are_ready():
    assert to_do(system(mains=None, percent=None)) == set()
    assert to_do(desk(screens=((1920, 1080), (800, 600)))) == set()


@pytest.mark.parametrize("state", [HomeState.EMPTY, HomeState.DAMAGED, HomeState.NEWER])
def test_a_home_nobody_can_work_in_is_told_in_each_of_its_lines(state):
    assert to_do(pc(data=HomeReadiness(state))) == HOME


def test_what_cannot_be_read_is_told_by_its_sentence():
    found = judge(pc(data=HomeReadiness(HomeState.READY, "E_HOME_READ_ONLY")))
    assert {one.check for one in found if not one.ok} == HOME


def test_the_slip_is_a_text_of_one_line_for_each_check():
    use_language("en")
    lines = slip_text(judge(pc(desk=replace(DESK, printers=()), data=home(officers=2)))).splitlines()
    assert len(lines) == len(Check)
    assert "Printer: TO DO. This PC knows no printer." in lines[6]
    assert lines[0].startswith("Clock: in order.")
