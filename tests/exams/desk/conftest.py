"""A branch PC with people, a session and a course of two chapters."""

import pytest

from tests.exams.desk.branch_pc import BranchPc
from tests.exams.desk.course import build_course


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
