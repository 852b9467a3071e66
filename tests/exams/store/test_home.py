"""The home folder: made whole, held by one process, refused where it cannot keep a promise."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from exams.store.errors import HomeBusy, HomeReadOnly
from exams.store.home import FOLDERS, HomeLock, default_home, on_network, prepare_home

HOLDER = """
import sys, time
from pathlib import Path
from exams.store.home import HomeLock
lock = HomeLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_home_is_made_with_all_its_folders_and_again_without_harm(tmp_path):
    for _ in range(2):
        prepare_home(tmp_path / "a" / "b")
    assert sorted(path.name for path in (tmp_path / "a" / "b").iterdir()) == sorted(FOLDERS)


def test_a_file_where_the_home_should_be_is_told(tmp_path):
    (tmp_path / "home").write_text("in the way")
    with pytest.raises(HomeReadOnly):
        prepare_home(tmp_path / "home")


def test_a_lock_that_cannot_be_written_is_told_and_not_taken_for_another_process(tmp_path):
    (tmp_path / ".lock").mkdir()
    with pytest.raises(HomeReadOnly):
        HomeLock(tmp_path)


@pytest.fixture
def holder(tmp_path):
    """Another process that works in the home."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_second_process_on_the_same_home_is_refused(tmp_path, holder):
    with pytest.raises(HomeBusy) as refused:
        HomeLock(tmp_path)
    assert refused.value.facts == {"home": str(tmp_path)}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL; the lock goes with the handle there too")
def test_a_killed_process_holds_nothing_back(tmp_path, holder):
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    HomeLock(tmp_path).release()


def test_a_released_lock_can_be_released_again(tmp_path):
    lock = HomeLock(tmp_path)
    lock.release()
    lock.release()
    HomeLock(tmp_path).release()


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs"])
@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks the drive instead")
def test_a_share_is_recognised_by_the_mount_nearest_to_the_home(tmp_path, kind):
    share = f"srv:/x {tmp_path}/share {kind} rw 0 0\n"
    local = f"/dev/sdb {tmp_path}/share/disk ext4 rw 0 0\n"
    assert on_network(tmp_path / "share" / "home", share)
    assert not on_network(tmp_path / "share" / "disk" / "home", share + local)
    assert not on_network(tmp_path / "shared", share)
    assert on_network(tmp_path / "a b", f"srv:/x {tmp_path}/a\\040b {kind} rw 0 0\nshort\n\n")


def test_the_home_is_named_by_the_environment_or_by_the_platform(monkeypatch, tmp_path):
    monkeypatch.setenv("ACADEMY_HOME", str(tmp_path / "named"))
    assert default_home() == tmp_path / "named"
    monkeypatch.delenv("ACADEMY_HOME")
    assert default_home().name == "branch-academy"
    assert default_home().is_relative_to(Path.home())
