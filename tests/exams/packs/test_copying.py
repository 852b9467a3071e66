"""From the stick to the disk: in pieces, gone on with after a stop, and told where it cannot go on."""

import os
from contextlib import suppress
from dataclasses import replace
from errno import ENOSPC
from io import FileIO
from random import Random
from shutil import copytree

import pytest

from exams.packs.active import every_byte_is_right
from exams.packs.copying import Source
from exams.packs.disk import DISK
from exams.packs.file_errors import (
    PackNotWritten,
    SourceUnreadable,
)
from exams.store.content_errors import ContentDamaged, ContentNewer
from exams.trust.errors import TooLarge
from tests.exams.packs.branch_packs import BranchPc, refused
from tests.exams.packs.headquarters import a_course, members

PULLS = 200


def test_progress_rises_to_its_end(branch, packs):
    branch.install(packs[1])
    done = [step for step, _ in branch.progress]
    assert done == sorted(done)
    whole = sum(file.size for file in branch.active.manifest.files.values())
    assert branch.progress[-1] == (whole, whole)


class Stick:
    """Counts what is copied; gives up after a number of bytes, as a stick that is pulled out."""

    def __init__(self, most):
        self.left, self.copied = most, 0

    def write(self, file, raw):
        if len(raw) > self.left:
            raise OSError(5, "Input/output error")
        self.left -= len(raw)
        self.copied += len(raw)
        file.write(raw)


@pytest.mark.feature("h3")
def test_a_second_try_goes_on_where_the_first_one_stopped(branch, hq, tmp_path):
    hq.publish(tmp_path / "big.pack", media={"film.mp4": Random(1).randbytes(5_000_000)})
    stick = Stick(3_500_000)
    with pytest.raises(PackNotWritten):
        branch.install(tmp_path / "big.pack", replace(DISK, write=stick.write))
    assert (lying(branch), branch.version) == (stick.copied, 0)
    assert stick.copied > 3 * 1024 * 1024
    again = Stick(10**9)
    branch.install(tmp_path / "big.pack", replace(DISK, write=again.write))
    pointer = (branch.packs / "active.json").stat().st_size
    assert again.copied == lying(branch) - stick.copied + pointer


def lying(branch, name="TELE-1"):
    """Bytes in the folder of a pack, in use or not yet."""
    return sum(path.stat().st_size for path in (branch.packs / name).rglob("*") if path.is_file())


@pytest.mark.parametrize("left_over", [b"", b"{", b"\0" * 100_000, "half spoilt"])
def test_what_an_earlier_try_left_is_compared_before_it_is_gone_on_with(branch, packs, left_over):
    for name, raw in members(packs[1]).items():
        path = branch.packs / "TELE-1" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(left_over if isinstance(left_over, bytes) else raw[: len(raw) // 2] + b"\0" * 500)
    branch.install(packs[1])
    assert (branch.version, every_byte_is_right(branch.active)) == (1, True)


def test_a_source_that_is_not_there_or_no_file_is_told(branch, tmp_path):
    refused(branch, tmp_path / "nothing.pack", SourceUnreadable)
    refused(branch, tmp_path, SourceUnreadable)


def test_a_source_larger_than_any_pack_is_refused_before_it_is_read(branch, tmp_path):
    with (tmp_path / "huge.pack").open("wb") as file:
        file.truncate(2 * 1024**3 + 1)
    refused(branch, tmp_path / "huge.pack", TooLarge)
    assert branch.progress == []


@pytest.mark.parametrize("pieces", [0, 3, 6])
def test_a_full_disk_is_told_and_leaves_the_old_pack_in_use_and_its_room(branch, packs, pieces):
    room = [pieces]

    def write(file, raw):
        room[0] -= 1
        if room[0] < 0:
            raise OSError(ENOSPC, "No space left on device")
        file.write(raw)

    branch.install(packs[1])
    with pytest.raises(PackNotWritten) as told:
        branch.install(packs[2], replace(DISK, write=write))
    assert told.value.facts["reason"] == "full"
    assert (branch.version, branch.folders() - {"active.json.new"}) == (1, {"active.json", "TELE-1"})
    assert branch.install(packs[2]).changed


@pytest.mark.parametrize("failure", [ContentNewer(path="", found=9, known=1), ContentDamaged(path="", detail="schema")])
def test_content_that_this_program_cannot_use_leaves_the_old_pack_in_use_and_what_is_believed(branch, packs, failure):
    def look(path):
        assert path.read_bytes() == a_course(version="2")
        raise failure

    branch.install(packs[1])
    believed = branch.state
    refused(branch, packs[2], type(failure), look=look)
    assert branch.state == believed


@pytest.mark.feature("h6")
def test_a_stick_pulled_at_any_byte_leaves_a_whole_pack_and_the_next_try_makes_it_the_new_one(hq, packs, tmp_path):
    installed, chance = BranchPc(tmp_path / "installed", hq), Random(7)
    installed.install(packs[1])
    hq.publish(packs[2], 2, media={f"{number}.mp3": chance.randbytes(40_000) for number in range(8)})
    raw = packs[2].read_bytes()
    pulled = 0
    for number in range(PULLS):
        branch = BranchPc(tmp_path / f"home{number}", hq)
        copytree(installed.packs, branch.packs, dirs_exist_ok=True)
        branch.state = installed.state
        stick = Pulled(packs[2], chance.randrange(300_000), chance.randrange(len(raw) // 2))
        with suppress(SourceUnreadable):
            branch.install(packs[2], replace(DISK, write=stick.write))
        pulled += branch.version == 1
        assert branch.version in (1, 2)
        assert every_byte_is_right(branch.active)
        packs[2].write_bytes(raw)
        branch.install(packs[2])
        assert (branch.version, every_byte_is_right(branch.active)) == (2, True)
        assert branch.folders() == {"active.json", "TELE-1", "TELE-2"}
    assert pulled > PULLS // 2


class Pulled:
    """A stick whose file ends at `end` once a number of bytes was copied from it."""

    def __init__(self, source, most, end):
        self.source, self.left, self.end = source, most, end

    def write(self, file, raw):
        file.write(raw)
        self.left -= len(raw)
        if self.left < 0:
            os.truncate(self.source, self.end)


def test_a_source_that_changes_while_it_is_copied_is_told_and_what_was_copied_stays(branch, hq, packs):
    hq.publish(packs[1], media={"film.mp4": Random(1).randbytes(100_000)})
    stick = Pulled(packs[1], 0, 300)
    with pytest.raises(SourceUnreadable):
        branch.install(packs[1], replace(DISK, write=stick.write))
    assert (branch.version, lying(branch) > 0) == (0, True)


def test_a_stick_that_fails_while_it_is_read_is_told(tmp_path):
    class Failing(FileIO):
        def read(self, _size):
            raise OSError(5, "Input/output error")

    (tmp_path / "a.pack").write_bytes(b"PK")
    with Failing(tmp_path / "a.pack") as file, pytest.raises(SourceUnreadable) as told:
        Source(tmp_path / "a.pack", file).read(10)
    assert told.value.facts["detail"] == "Input/output error"


def test_another_pack_of_the_stick_is_nothing_to_go_on_with(branch, packs, hq, tmp_path):
    with pytest.raises(PackNotWritten):
        branch.install(packs[2], replace(DISK, write=Stick(1200).write))
    assert lying(branch, "TELE-2") > 0
    branch.install(packs[1])
    assert branch.folders() == {"active.json", "TELE-1"}
