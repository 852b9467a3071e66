"""Many files to the disk at once: only where a failure would be told, and never instead of telling it."""

import sys
from pathlib import Path

import pytest

from exams.packs.disk import DISK
from exams.packs.one_flush import flushed_as_one, tells_of_errors


@pytest.mark.parametrize(
    ("release", "told"),
    [
        ("4.19.0-25-amd64", False),
        ("5.7.19", False),
        ("5.8.0", True),
        ("5.10.0-28-amd64", True),
        ("6.1", True),
        ("10.2-rc1", True),
        ("", False),
        ("kylin", False),
    ],
)
def test_a_kernel_that_would_keep_a_failure_to_itself_is_not_asked(release, told):
    assert tells_of_errors(release) is told


def test_files_of_two_disks_are_flushed_one_by_one(tmp_path):
    assert not flushed_as_one([tmp_path, Path("/proc/self/stat")])


@pytest.mark.skipif(sys.platform != "linux", reason="syncfs is Linux's own")
def test_a_disk_that_refuses_is_told(tmp_path):
    """A socket's file cannot be opened; neither can the flush be begun."""
    import socket

    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(tmp_path / "s"))
        with pytest.raises(OSError, match="No such device or address"):
            flushed_as_one([tmp_path / "s"])


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(FileNotFoundError):
        DISK.sync_all([tmp_path, tmp_path / "gone"])


def test_files_and_folders_are_flushed_together(tmp_path):
    (tmp_path / "a").write_bytes(b"a")
    DISK.sync_all([tmp_path / "a", tmp_path])
    assert (tmp_path / "a").read_bytes() == b"a"
