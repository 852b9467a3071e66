"""The house is founded once in a run; each test works on a copy of its pack."""

import shutil

import pytest

from tests.certificates.audit.audit_house import House, found_house
from tests.once import made_once


@pytest.fixture(scope="session")
def house():
    """Nobody writes to it."""
    return House(made_once("audit-house", found_house))


@pytest.fixture
def pack(house, tmp_path):
    """A copy of the audit pack, to spoil."""
    return shutil.copytree(house.pack, tmp_path / "pack")


@pytest.fixture
def own_house(house, tmp_path):
    """A copy of the house, whose HR signs again."""
    return House(shutil.copytree(house.folder, tmp_path / "house"))
