"""The journal and the time of a branch PC under attack (rows C14, C15, D08, D09 and D12 of the security design).

The other rows of groups C and D are attacks on what HR is handed: they stand beside `verify_bundle`.
"""

import ast
import shutil
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from exams.desk.bundling import open_bundling
from exams.desk.enrolment import Enrolment, open_enrolment
from exams.desk.office import open_office
from exams.devices.errors import ForeignRecord
from exams.packs.manifest import Grading
from exams.sittings.sitting import State
from exams.store.device_files import load_device
from exams.store.errors import DatabaseDamaged, HomeBusy
from exams.timing.clock import SystemClock
from exams.timing.gaps import Cause
from tests.exams.bundles.day import Day
from tests.exams.bundles.hr_room import HrRoom, enrolled, handed_in, record_for, refusals
from tests.exams.desk.branch_pc import BRANCH, MINUTE, PEOPLE
from tests.exams.desk.course import two_chapters
from tests.exams.desk.sealed_branch import make_stick

ROOT = Path(__file__).parents[2]
OURS = {"ACADEMY_HOME", "ACADEMY_DEBUG"}
INPUT_METHODS = {"QT_IM_MODULE", "QT_IM_MODULES", "GTK_IM_MODULE", "XMODIFIERS", "IBUS_USE_PORTAL", "PATH"}
HANDED_OVER = "PYINSTALLER_RESET_ENVIRONMENT"  # set for the program that takes over, never read here
PLATFORMS = {"LANGUAGE", "LANG", "QT_QPA_PLATFORM", "DBUS_SESSION_BUS_ADDRESS", HANDED_OVER, *INPUT_METHODS}


@pytest.fixture(scope="module")
def stick(tmp_path_factory):
    folder = tmp_path_factory.mktemp("stick")
    return make_stick(folder / "stick", two_chapters(folder / "assets"), Grading.WITH_UNLOCK)


@pytest.fixture
def day(stick, tmp_path):
    """A final that is running on an enrolled PC."""
    pc = enrolled(tmp_path / "home", stick)
    yield Day(pc, HrRoom(stick, pc.content, Grading.WITH_UNLOCK)).begin().answer(1, 2)
    pc.close()


def lose_database(home, *, backups):
    for path in home.glob("academy.sqlite*"):
        path.unlink()
    if not backups:
        shutil.rmtree(home / "backups", ignore_errors=True)


def test_c14_a_database_that_was_deleted_is_missed_where_a_copy_of_it_is_left(day):
    day.pc.office.started("0.1.0")
    day.pc.close()
    lose_database(day.pc.home, backups=True)
    with pytest.raises(DatabaseDamaged):
        open_office(day.pc.home, day.pc.content)


def test_c14_without_its_database_a_pc_knows_nobody_and_must_be_enrolled_as_another_device(day):
    day.hand_in()
    day.room.take_in(day.bundle)
    old = load_device(day.pc.home)
    day.pc.close()
    lose_database(day.pc.home, backups=False)
    with open_office(day.pc.home, day.pc.content, clock=day.pc.clock) as office:
        assert [office.person(person.staff_id) for person in PEOPLE] == [None] * len(PEOPLE)
    with open_enrolment(day.pc.home, day.pc.clock) as pc:
        asked = pc.ask(BRANCH.code, "counter 1")
        assert asked.request.sign != old.sign.public
        with pytest.raises(ForeignRecord):
            pc.take_in(record_for(day.pc.stick.hq, old))


def test_c14_a_journal_begun_again_under_the_old_serial_is_a_fork_at_hr(day, tmp_path):
    day.hand_in()
    day.room.take_in(day.bundle)
    again = enrolled(tmp_path / "again", day.pc.stick)
    shutil.copyfile(day.pc.home / "keys" / "device.key", again.home / "keys" / "device.key")
    shutil.copyfile(day.pc.home / "keys" / "device.record", again.home / "keys" / "device.record")
    again.reopen()
    assert refusals(day.room.verify(handed_in(again))) == ["E_FORK"]
    again.close()


def test_c14_with_key_and_database_gone_there_is_no_device_and_no_bundle(day, tmp_path):
    day.pc.close()
    lose_database(day.pc.home, backups=False)
    shutil.rmtree(day.pc.home / "keys")
    with open_enrolment(day.pc.home, day.pc.clock) as pc:
        assert isinstance(pc, Enrolment)
        assert load_device(day.pc.home) is None
        with pytest.raises(ForeignRecord):
            pc.take_in(day.pc.record)


def test_c15_a_second_program_on_the_same_home_is_refused(day, tmp_path):
    with pytest.raises(HomeBusy):
        open_office(day.pc.home, day.pc.content)
    with pytest.raises(HomeBusy), open_bundling(day.pc.home):
        pass


def test_c15_what_two_copies_of_a_home_did_apart_is_a_fork_at_hr(day, tmp_path):
    copy = day.pc.power_cut(tmp_path / "copy")
    copy.stick = day.pc.stick
    day.hand_in()
    assert refusals(day.room.take_in(day.bundle)) == []
    copy.clock.forward(minutes=1)
    copy.desk().hand_in(day.sitting.id)
    assert refusals(day.room.verify(handed_in(copy))) == ["E_FORK"]
    copy.close()


@pytest.mark.parametrize(("minutes", "state", "stop"), [(2, State.OPEN, None), (10, State.PAUSED, Cause.STOPPED)])
def test_d08_a_killed_app_costs_its_time_and_after_a_while_needs_the_proctor(day, tmp_path, minutes, state, stop):
    before = day.desk.refresh(day.sitting.id).elapsed_ms
    after = day.pc.power_cut(tmp_path / "killed")
    after.clock.forward(minutes=minutes)
    sitting = after.desk().refresh(day.sitting.id)
    assert (sitting.state, sitting.stop) == (state, stop)
    assert sitting.elapsed_ms == before + minutes * MINUTE
    after.close()


DAYS = [
    datetime(2028, 2, 29, 12, tzinfo=UTC),
    datetime(2038, 1, 19, 3, 14, 7, tzinfo=UTC),
    datetime(2038, 1, 20, tzinfo=UTC),
    datetime(2027, 3, 28, 1, 0, 1, tzinfo=UTC),
]


@pytest.mark.parametrize("wall", DAYS, ids=[f"{one:%Y-%m-%d}" for one in DAYS])
@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"])
def test_d09_neither_zone_nor_day_changes_the_time_that_is_left(day, monkeypatch, wall, zone):
    before = day.desk.refresh(day.sitting.id).remaining_ms
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    day.pc.clock.forward(minutes=1)
    day.pc.clock.set_wall(int(wall.timestamp() * 1000))
    after = day.desk.refresh(day.sitting.id)
    monkeypatch.undo()
    time.tzset()
    assert (before - after.remaining_ms, after.state) == (MINUTE, State.OPEN)


def test_d12_no_switch_of_a_test_turns_the_clock_of_the_program(monkeypatch):
    names = ("BX_FAKE_CLOCK", "ACADEMY_CLOCK", "FAKETIME", "SOURCE_DATE_EPOCH")
    for name in names:
        monkeypatch.setenv(name, "2001-01-01T00:00:00Z")
    assert abs(SystemClock().now().wt - time.time() * 1000) < 10_000
    read = {name for path in sources() for name in environment_names(path)}
    assert read <= OURS | PLATFORMS
    assert read >= OURS


def sources():
    return [path for room in ("exams", "certificates", "desktop") for path in (ROOT / room).rglob("*.py")]


def environment_names(path):
    """Every text in a call or an index of the environment."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        asked = node.args[:1] if isinstance(node, ast.Call) else [node.slice] if isinstance(node, ast.Subscript) else []
        owner = node.func if isinstance(node, ast.Call) else getattr(node, "value", None)
        if asked and "environ" in ast.unparse(owner) + " ":
            yield from (one.value for one in asked if isinstance(one, ast.Constant))
        if isinstance(node, ast.Compare) and "environ" in ast.unparse(node.comparators[0]):
            yield from (node.left.value,) if isinstance(node.left, ast.Constant) else ()
