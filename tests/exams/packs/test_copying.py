"""From the stick to the disk: in pieces, gone on with after a stop, and told where it cannot go on."""

from random import Random

import pytest

from exams.packs.disk import DISK
from exams.packs.file_errors import (
    PackNotWritten,
    SourceUnreadable,
)
from exams.trust.errors import TooLarge
from tests.exams.packs.branch_packs import refused


def test_progress_rises_to_its_end(branch, packs):
    branch.install(packs[1])
    done = [step for step, _ in branch.progress]
    assert done == sorted(done)
    assert branch.progress[-1] == (2 * packs[1].stat().st_size,) * 2


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
    from dataclasses import replace

    hq.publish(tmp_path / "big.pack", media={"film.mp4": Random(1).randbytes(5_000_000)})
    stick = Stick(3_500_000)
    with pytest.raises(PackNotWritten):
        branch.install(tmp_path / "big.pack", replace(DISK, write=stick.write))
    (part,) = (branch.packs / "incoming").iterdir()
    assert part.stat().st_size == stick.copied == 3 * 1024 * 1024
    again = Stick(10**9)
    branch.install(tmp_path / "big.pack", replace(DISK, write=again.write))
    lying = [path for path in branch.active.folder.rglob("*") if path.is_file() and path.name != "content.sqlite"]
    staged = sum(path.stat().st_size for path in lying)
    pointer = (branch.packs / "active.json").stat().st_size
    assert again.copied == (tmp_path / "big.pack").stat().st_size - stick.copied + staged + pointer


@pytest.mark.parametrize("left_over", [b"", b"PK", b"\0" * 100_000, "half spoilt"])
def test_what_an_earlier_try_left_is_compared_before_it_is_gone_on_with(branch, packs, left_over):
    from hashlib import sha256

    raw = packs[1].read_bytes()
    part = branch.packs / "incoming" / f"{sha256(raw).hexdigest()}.part"
    part.parent.mkdir()
    part.write_bytes(left_over if isinstance(left_over, bytes) else raw[:500] + b"\0" * 500)
    branch.install(packs[1])
    assert branch.version == 1


def test_a_source_that_is_not_there_or_no_file_is_told(branch, tmp_path):
    refused(branch, tmp_path / "nothing.pack", SourceUnreadable)
    refused(branch, tmp_path, SourceUnreadable)


def test_a_source_larger_than_any_pack_is_refused_before_it_is_read(branch, tmp_path):
    with (tmp_path / "huge.pack").open("wb") as file:
        file.truncate(2 * 1024**3 + 1)
    refused(branch, tmp_path / "huge.pack", TooLarge)
    assert branch.progress == []


@pytest.mark.parametrize("point", ["copied", "staged"])
def test_a_full_disk_is_told_and_leaves_the_old_pack_in_use(branch, packs, point):
    from dataclasses import replace
    from errno import ENOSPC

    room = [1 if point == "copied" else 3]

    def write(file, raw):
        room[0] -= 1
        if room[0] < 0:
            raise OSError(ENOSPC, "No space left on device")
        file.write(raw)

    branch.install(packs[1])
    room[0] = 0 if point == "copied" else 3
    with pytest.raises(PackNotWritten) as told:
        branch.install(packs[2], replace(DISK, write=write))
    assert told.value.facts["reason"] == "full"
    assert branch.version == 1
    assert not list(branch.packs.glob("*.new"))
    assert branch.install(packs[2]).changed


def test_content_that_cannot_be_built_leaves_the_old_pack_in_use(branch, packs):
    def broken(_path):
        raise OSError(5, "Input/output error")

    branch.install(packs[1])
    refused(branch, packs[2], PackNotWritten, made=broken)
