"""Cut anywhere: the copy on the stick, the power while installing; the old pack or the new is in use, and whole."""

from contextlib import suppress
from random import Random
from shutil import copytree

import pytest

from exams.packs.active import every_byte_is_right
from exams.packs.file_errors import (
    BadContainer,
)
from tests.exams.packs.branch_packs import BranchPc
from tests.exams.packs.cutting_disk import NEVER, CuttingDisk, PowerCut

PLACES = 200


@pytest.mark.feature("h6")
def test_a_copy_cut_at_any_byte_is_detected_and_never_half_taken_in(branch, packs):
    branch.install(packs[1])
    before, raw = branch.files(), packs[2].read_bytes()
    cut = packs[2].with_name("cut.pack")
    for length in [0, 1, len(raw) - 1, *Random(6).sample(range(len(raw)), PLACES)]:
        cut.write_bytes(raw[:length])
        with pytest.raises(BadContainer):
            branch.install(cut)
        assert branch.version == 1
    assert branch.files() == before
    assert branch.install(packs[2]).changed


@pytest.fixture
def power(tmp_path, hq, packs):
    """Installs version 2 over version 1, or 1 over nothing, with the power cut at one point."""
    numbers = iter(range(10_000))
    installed = BranchPc(tmp_path / "installed", hq)
    installed.install(packs[1])

    def cut_at(point, chance, *, first=False):
        branch = BranchPc(tmp_path / f"home{next(numbers)}", hq)
        if not first:
            copytree(installed.packs, branch.packs, dirs_exist_ok=True)
            branch.state = installed.state
        disk = CuttingDisk(branch.packs, point)
        source = packs[1] if first else packs[2]
        with suppress(PowerCut):
            branch.install(source, disk.seam, disk.made)
        disk.lose(chance)
        return branch, disk, source

    return cut_at


def check_after_cut(branch, source, *, first):
    """Old or new, but whole; and the next installation makes it new and leaves nothing behind."""
    old, new = (0, 1) if first else (1, 2)
    assert branch.version in (old, new)
    assert branch.version == 0 or every_byte_is_right(branch.active)
    branch.install(source, CuttingDisk(branch.packs).seam)
    assert branch.version == new
    assert every_byte_is_right(branch.active)
    assert branch.folders() == {"active.json", *(f"TELE-{version}" for version in range(1, new + 1))}


@pytest.mark.parametrize("first", [False, True])
def test_once_installed_a_pack_is_on_the_disk_whatever_is_lost(power, first):
    for seed in range(12):
        branch, _, _ = power(NEVER, Random(seed), first=first)
        assert branch.version == (1 if first else 2)
        assert every_byte_is_right(branch.active)


def test_the_pointer_is_never_on_the_disk_before_the_pack_it_points_at(power):
    _, uncut, _ = power(NEVER, Random(0))
    for seed in range(30):
        branch, _, source = power(uncut.marks[-2], Random(seed))
        check_after_cut(branch, source, first=False)


@pytest.mark.feature("h6")
@pytest.mark.parametrize("first", [False, True])
def test_the_power_cut_between_any_two_steps_leaves_a_whole_pack(power, first):
    chance = Random(11)
    _, uncut, _ = power(NEVER, chance, first=first)
    for point in (0, *uncut.marks[:-1]):
        branch, _, source = power(point, chance, first=first)
        check_after_cut(branch, source, first=first)


@pytest.mark.feature("h6")
def test_the_power_cut_at_any_byte_leaves_a_whole_pack(power):
    chance = Random(12)
    _, uncut, _ = power(NEVER, chance)
    for point in chance.sample(range(uncut.used), PLACES):
        branch, _, source = power(point, chance)
        check_after_cut(branch, source, first=False)
