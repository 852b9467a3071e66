"""Headquarters, a branch, and two versions of a pack on a stick."""

import pytest

from tests.exams.packs.branch_packs import BranchPc
from tests.exams.packs.headquarters import Headquarters, a_course


@pytest.fixture
def hq():
    return Headquarters()


@pytest.fixture
def branch(tmp_path, hq):
    return BranchPc(tmp_path / "home", hq)


@pytest.fixture
def packs(tmp_path, hq):
    """Two versions of a pack on a stick."""
    for version in (1, 2):
        hq.publish(tmp_path / f"{version}.pack", version, content=a_course(version=str(version)))
    return {version: tmp_path / f"{version}.pack" for version in (1, 2)}
