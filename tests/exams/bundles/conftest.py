"""An enrolled branch for each grading mode, made once and copied for each history."""

import pytest

from exams.packs.manifest import Grading
from exams.timing.story_clock import StoryClock
from tests.exams.bundles.day import Day, anchored_day
from tests.exams.bundles.hr_room import HrRoom, enrolled
from tests.exams.desk.branch_pc import NOON
from tests.exams.desk.course import two_chapters
from tests.exams.desk.sealed_branch import make_stick


@pytest.fixture(scope="session")
def branches(tmp_path_factory):
    """Gives the enrolled branch of a mode; nobody changes it."""
    folder = tmp_path_factory.mktemp("enrolled")
    tree = two_chapters(folder / "assets")
    made = {}

    def branch(mode):
        if mode not in made:
            made[mode] = enrolled(folder / f"{mode.value}-home", make_stick(folder / mode.value, tree, mode))
        return made[mode]

    yield branch
    for pc in made.values():
        pc.close()


@pytest.fixture
def copied(branches, tmp_path):
    """A branch of a mode to work with, at noon, and the room that will judge it."""
    yield from copies(branches, tmp_path)


def copies(branches, folder):
    """Gives what copies a branch into the folder; closes the copies when it goes on."""
    made = []

    def copy(mode=Grading.WITH_UNLOCK):
        base = branches(mode)
        base.clock = StoryClock(NOON)
        pc = base.power_cut(folder / f"branch{len(made)}")
        pc.room_code, pc.device, pc.stick = base.room_code, base.device, base.stick
        made.append(pc)
        return pc, HrRoom(base.stick, pc.home / "packs" / "TELE-1" / "content.sqlite", mode)

    yield copy
    for pc in made:
        pc.close()


@pytest.fixture
def day(copied):
    """A final handed in and graded with the unlock code alone."""
    return Day(*copied()).sat()


@pytest.fixture
def fresh(copied):
    """The same PC before anybody sits."""
    return Day(*copied())


@pytest.fixture
def anchored(copied):
    """A final graded with a second code that was paid for with an anchor."""
    return anchored_day(*copied(Grading.SECOND_CODE))
