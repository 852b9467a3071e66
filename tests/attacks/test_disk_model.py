"""The model of the disk: what is synced stays, of the rest a crash takes what it likes."""

from random import Random

import pytest

from tests.attacks.disk import SECTOR, Disk
from tests.attacks.faults import KINDS, crashes
from tests.attacks.trace import Append, Cut, Make, NotUnderstood, Rename, Sync, Unlink, Write, read_trace

FILE, OTHER, FOLDER = "/disk/one", "/disk/two", "/disk"
OLD, NEW = b"o" * 2 * SECTOR, b"n" * SECTOR


def nothing(_file):
    return ()


def everything(file):
    return file.waiting


def lost(count):
    return [False] * count


def kept(count):
    return [True] * count


@pytest.fixture
def disk():
    return Disk({FILE: OLD})


def states(disk, draws=40):
    return {state.get(FILE) for _, state in crashes(disk, Random(1), draws)}


def test_what_was_written_may_be_lost_until_it_is_synced(disk):
    disk.do(Write(FILE, 0, NEW))
    assert disk.crash(nothing, kept)[FILE] == OLD
    disk.do(Sync(FILE))
    assert disk.crash(nothing, kept)[FILE] == NEW + OLD[SECTOR:]


def test_two_sectors_of_one_write_reach_the_disk_in_any_order(disk):
    disk.do(Write(FILE, 0, NEW * 2))
    assert {NEW + OLD[SECTOR:], OLD[:SECTOR] + NEW, NEW * 2, OLD} <= states(disk)


def test_a_sector_is_never_torn(disk):
    disk.do(Write(FILE, 100, b"x" * 300))
    assert states(disk) == {OLD, OLD[:100] + b"x" * 300 + OLD[400:]}


def test_a_longer_file_may_hold_zeros_where_its_bytes_should_be(disk):
    disk.do(Append(FILE, NEW))
    assert OLD + bytes(SECTOR) in states(disk)


def test_a_cut_may_be_lost_too(disk):
    disk.do(Cut(FILE, 3))
    assert states(disk) == {OLD, OLD[:3]}


def test_a_new_name_is_lost_until_its_folder_is_synced(disk):
    disk.do(Make(OTHER, emptied=False))
    disk.do(Append(OTHER, NEW))
    disk.do(Sync(OTHER))
    assert OTHER not in disk.crash(everything, lost)
    disk.do(Sync(FOLDER))
    assert disk.crash(nothing, lost)[OTHER] == NEW


def test_a_deleted_file_comes_back_while_its_folder_is_not_synced(disk):
    disk.do(Unlink(FILE))
    assert disk.crash(nothing, lost) == {FILE: OLD}
    disk.do(Sync(FOLDER))
    assert disk.crash(nothing, lost) == {}


def test_a_rename_happens_whole_or_not_at_all(disk):
    disk.do(Rename(FILE, OTHER))
    assert (disk.crash(nothing, lost), disk.crash(nothing, kept)) == ({FILE: OLD}, {OTHER: OLD})


def test_a_calm_disk_has_one_state(disk):
    disk.do(Write(FILE, 0, NEW))
    disk.do(Sync(FILE))
    assert len(list(crashes(disk, Random(1), 40))) == 1


def test_every_way_of_losing_is_tried(disk):
    disk.do(Write(FILE, 0, NEW * 3))
    assert {kind for kind, _ in crashes(disk, Random(1), 10)} == set(KINDS)


def traced(tmp_path, *lines):
    log = tmp_path / "calls"
    log.write_text("".join(f"{line}\n" for line in lines), "ascii")
    return list(read_trace(log, tmp_path / "db", tmp_path / "marks"))


def spelled(text):
    return "".join(f"\\x{byte:02x}" for byte in str(text).encode())


def test_a_call_that_another_thread_interrupted_is_read_whole(tmp_path):
    handle = f"3<{spelled(tmp_path / 'db')}>"
    begun, ended = f'7 pwrite64({handle}, "\\x6f\\x6b", 2, 512 <unfinished ...>', "7 <... pwrite64 resumed>) = 2"
    assert traced(tmp_path, begun, f"8 fdatasync({handle}) = 0", ended) == [
        Sync(str(tmp_path / "db")),
        Write(str(tmp_path / "db"), 512, b"ok"),
    ]


def test_a_call_that_failed_has_done_nothing(tmp_path):
    assert traced(tmp_path, f"7 fdatasync(3<{spelled(tmp_path / 'db')}>) = -1 EIO (Input/output error)") == []


def test_a_call_without_a_rule_stops_the_replay(tmp_path):
    with pytest.raises(NotUnderstood, match="fallocate"):
        traced(tmp_path, f"7 fallocate(3<{spelled(tmp_path / 'db')}>, 0, 0, 4096) = 0")


def test_bytes_that_strace_cut_short_stop_the_replay(tmp_path):
    with pytest.raises(NotUnderstood, match="cut short"):
        traced(tmp_path, f'7 pwrite64(3<{spelled(tmp_path / "db")}>, "\\x6f"..., 2, 0) = 2')


def test_what_concerns_other_files_is_passed_over(tmp_path):
    assert traced(tmp_path, f'7 pwrite64(3<{spelled(tmp_path / "other")}>, "\\x6f", 1, 0) = 1') == []
