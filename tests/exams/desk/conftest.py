"""A branch PC with people, a session and a course of two chapters."""

import shutil

import pytest

from exams.packs.manifest import Grading
from tests.exams.desk.branch_pc import BranchPc
from tests.exams.desk.course import build_course, two_chapters
from tests.exams.desk.enrolling import enrolled
from tests.exams.desk.handover_room import Room
from tests.exams.desk.head_office import HeadOffice
from tests.exams.desk.sealed_branch import SealedBranch, make_stick
from tests.once import made_once


@pytest.fixture(scope="session")
def content(tmp_path_factory):
    """The compiled course; nobody writes to it."""
    return build_course(tmp_path_factory.mktemp("course"))


@pytest.fixture
def pc(tmp_path, content):
    """An open branch PC whose clock stands at noon until a test moves it."""
    pc = BranchPc.set_up(tmp_path / "home", content)
    yield pc
    pc.close()


@pytest.fixture(scope="session")
def founded():
    """A headquarters with one pack, one session and its slots on the stick; nobody writes to it."""
    return HeadOffice.founded_once()


@pytest.fixture
def hq(founded, tmp_path):
    """The same headquarters, to work with."""
    return founded.copied(tmp_path / "office")


@pytest.fixture(scope="session")
def sticks(tmp_path_factory):
    """What headquarters sends for a grading mode, made once."""
    folder = tmp_path_factory.mktemp("sticks")
    tree = two_chapters(folder / "assets")
    made = {}

    def stick(mode):
        if mode not in made:
            made[mode] = make_stick(folder / mode.value, tree, mode)
        return made[mode]

    return stick


@pytest.fixture
def branch(sticks, tmp_path):
    """Makes a branch PC for a grading mode."""
    made = []

    def make(mode=Grading.WITH_UNLOCK):
        made.append(SealedBranch.take_in(tmp_path / f"home{len(made)}", sticks(mode)))
        return made[-1]

    yield make
    for pc in made:
        pc.close()


@pytest.fixture(scope="session")
def enrolled_homes(founded, content):
    """Three PCs of one branch and one of another; nobody works on them."""

    def enrol(folder):
        hq = founded.copied(folder / "office")
        places = {"old": "BJ-WJ01", "spare": "BJ-WJ01", "third": "BJ-WJ01", "far": "SH-PD02"}
        for name, branch in places.items():
            BranchPc.set_up(enrolled(hq, name, branch)[0], content).close()

    return made_once("enrolled-pcs", enrol) / "office"


@pytest.fixture
def a_pc(enrolled_homes, content, tmp_path):
    """Gives a copy of one of them, at noon."""
    made = []

    def copy(name):
        shutil.copytree(enrolled_homes / name, tmp_path / name)
        made.append(BranchPc(tmp_path / name, content))
        return made[-1]

    yield copy
    for pc in made:
        pc.close()


@pytest.fixture
def room(a_pc):
    return Room(a_pc("old"), a_pc("spare"))
