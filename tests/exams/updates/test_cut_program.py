"""The stick pulled, the power cut at any byte of a program's update: the old version still starts, whole."""

from contextlib import suppress
from random import Random
from shutil import copytree

import pytest

from exams.errors import AcademyError
from exams.packs.disk import Disk
from exams.updates.shelf import programs
from tests.exams.packs.cutting_disk import NEVER, CuttingDisk, PowerCut
from tests.exams.updates.releases import a_release, packed, started, take_in

PLACES = 200
EACH = 8  # of so many cuts one is followed by another try
OLD, NEW = "0.2.0", "0.3.0"


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    """A home in which the old version was taken in, and the stick with the new one."""
    folder = tmp_path_factory.mktemp("program")
    for version in (OLD, NEW):
        a_release(folder / "stick", version)
    (folder / "home").mkdir()
    take_in(folder / "home", folder / "stick", OLD)
    return folder


def a_home(ready, tmp_path, number):
    home = tmp_path / f"home{number}"
    copytree(ready / "home", home, symlinks=True)
    return home


def cut(home, stick, point, chance):
    disk = CuttingDisk(programs(home), point)
    with suppress(PowerCut):
        take_in(home, stick, NEW, disk=disk.seam)
    disk.lose(chance)
    return disk


@pytest.mark.feature("h6")
def test_the_power_cut_at_any_byte_of_an_update_leaves_a_version_that_starts(ready, tmp_path):
    chance = Random(13)
    uncut = cut(a_home(ready, tmp_path, "uncut"), ready / "stick", NEVER, chance)
    points = [0, *uncut.marks[:-1:3], *chance.sample(range(uncut.used), PLACES)]
    for number, point in enumerate(points):
        home = a_home(ready, tmp_path, number)
        cut(home, ready / "stick", point, chance)
        assert started(home) in (OLD, NEW)
        if number % EACH == 0:
            take_in(home, ready / "stick", NEW)
            assert started(home) == NEW


@pytest.mark.feature("h6")
def test_a_stick_pulled_at_any_byte_leaves_the_old_version_and_the_next_try_ends_well(ready, tmp_path):
    chance, whole = Random(14), packed(NEW)
    stick = tmp_path / "stick"
    copytree(ready / "stick", stick)
    archive = next(stick.glob(f"*{NEW}-*.tar.xz"))
    home = a_home(ready, tmp_path, "pulled")
    copied = programs(home) / "incoming" / archive.name
    for place in chance.sample(range(len(whole)), PLACES):
        copied.parent.mkdir(exist_ok=True)
        copied.write_bytes(whole[: chance.randint(0, place)])
        archive.write_bytes(whole[:place])
        with pytest.raises(AcademyError):
            take_in(home, stick, NEW)
        assert started(home) == OLD
    archive.write_bytes(whole)
    assert take_in(home, stick, NEW)
    assert started(home) == NEW


def test_once_taken_in_a_program_is_on_the_disk_whatever_is_lost(ready, tmp_path):
    for seed in range(12):
        home = a_home(ready, tmp_path, f"done{seed}")
        cut(home, ready / "stick", NEVER, Random(seed))
        assert started(home) == NEW


def test_a_disk_that_fills_up_leaves_the_old_version(ready, tmp_path):
    def full(file, raw):
        file.write(raw[:1000])
        raise OSError(28, "No space left on device")

    home = a_home(ready, tmp_path, "full")
    with pytest.raises(AcademyError):
        take_in(home, ready / "stick", NEW, disk=Disk(write=full))
    assert started(home) == OLD
