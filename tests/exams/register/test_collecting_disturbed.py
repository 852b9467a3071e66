"""A run of collecting that was stopped, killed, or done twice ends as one that was not disturbed."""

import os
import signal

import pytest

from exams.desk.hr_collect import collect
from exams.desk.hr_offers import offers
from exams.register.outcome import Status
from tests.benchmarks.judging import BEGAN, PACK, SESSION, Branch
from tests.exams.register.room import COURSE, Collector, material_of


@pytest.fixture(scope="module")
def sticks(tmp_path_factory):
    """Five devices of one house, two sittings each; a sixth file is cut short."""
    folder, house = tmp_path_factory.mktemp("sticks"), Branch()
    for number in range(5):
        branch = Branch(f"D0000000{number}", house)
        (folder / f"{number}.bundle").write_bytes(branch.hand_in(1))
        if number == 0:
            (folder / "second.bundle").write_bytes(branch.hand_in(1))
    (folder / "cut.bundle").write_bytes((folder / "3.bundle").read_bytes()[:700])
    return folder, material_of(house.trust(), {PACK: COURSE}, {SESSION: "A"})


@pytest.fixture(scope="module")
def at_once(sticks, tmp_path_factory):
    """What one undisturbed run leaves behind."""
    collector = Collector(tmp_path_factory.mktemp("whole"), sticks[1])
    done = collector.take(sticks[0])
    assert [str(one.status) for one in done].count("accepted") == 6
    return collector.dump()


@pytest.mark.feature("g2")
def test_two_processes_give_what_one_gives(sticks, at_once, tmp_path):
    folder, judged_by = sticks
    collector = Collector(tmp_path, judged_by)
    assert {one.file for one in collector.take(folder, processes=2) if one.status is Status.REFUSED} == {"cut.bundle"}
    assert collector.dump() == at_once


def test_a_run_that_was_stopped_goes_on_to_the_same_end(sticks, at_once, tmp_path, server):
    folder, judged_by = sticks
    first = Collector(tmp_path, judged_by, server).take(folder, stop_after=3)
    taken = [str(one.status) for one in first].count("accepted")
    collector = Collector(tmp_path, judged_by, server)
    assert collector.dump() != at_once
    done = collector.take(folder)
    assert [str(one.status) for one in done].count("duplicate") == taken > 1
    assert collector.dump() == at_once


def test_a_run_that_was_killed_ends_as_if_it_had_not_been(sticks, at_once, tmp_path, server):
    folder, judged_by = sticks
    child = os.fork()
    if not child:
        die_after(Collector(tmp_path, judged_by, server), folder, 4)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    collector = Collector(tmp_path, judged_by, server)
    assert 0 < len(collector.dump()["files"]) < len(at_once["files"])
    collector.take(folder)
    assert collector.dump() == at_once


def die_after(collector, folder, files):
    """As a power cut ends it: nothing is closed, nothing is written any more."""
    told = []

    def hear(one):
        told.append(one)
        if len(told) == files:
            os.kill(os.getpid(), signal.SIGKILL)
        return True

    try:
        collect(collector.db, collector.material, offers([folder]), hear, 1)
    finally:
        os._exit(1)


def test_a_second_run_changes_nothing(sticks, at_once, tmp_path, server):
    folder, judged_by = sticks
    collector = Collector(tmp_path, judged_by, server)
    collector.take(folder)
    assert {one.code for one in collector.take(folder) if one.status is Status.REFUSED} == {"E_FORMAT"}
    assert collector.dump() == at_once


def test_the_sittings_of_the_yardstick_begin_when_they_say(sticks, at_once):
    assert min(row[11] for row in at_once["sittings"]) >= BEGAN
