"""A disk that fills up, fails or cannot be written, and a second process, while robots sit finals: nothing is lost.

strace makes system calls on the database fail from some call on: so the errors are the kernel's own, at any moment.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from exams import check_journal
from tests.attacks.forty import ROOT
from tests.attacks.kill import heard_of
from tests.attacks.reckoning import Acknowledged, reckon
from tests.attacks.trace import STRACE
from tests.attacks.variants import SHIPPED

REFUSED = 3
"""The exit code of the command line for what it says in a sentence of ours."""


@dataclass(frozen=True, slots=True)
class Failing:
    """System calls on the write-ahead log that fail with an error of the kernel, from the `since`-th on."""

    title: str
    call: str
    error: str
    since: int
    code: str


FAILING = (
    Failing("the disk fills up", "pwrite64", "ENOSPC", 41, "E_DISK_FULL"),
    Failing("the quota is used up", "pwrite64", "EDQUOT", 60, "E_DISK_FAILING"),
    Failing("the disk turns read-only", "pwrite64", "EROFS", 83, "E_DISK_FAILING"),
    Failing("the disk fails while writing", "pwrite64", "EIO", 38, "E_DISK_FAILING"),
    Failing("the disk fails while flushing", "fdatasync", "EIO", 20, "E_DISK_FAILING"),
    Failing("the disk is full from the start", "pwrite64", "ENOSPC", 1, "E_DISK_FULL"),
)


class Room:
    """A demonstration home where robots sit finals, disturbed and undisturbed."""

    def __init__(self, home: Path, assets: Path) -> None:
        self.home = home
        self._assets = assets
        self._names = home.with_name(f"{home.name}.tsv")
        self._names.write_text("R00001\t学员一\nR00002\t学员二\n", "utf-8")

    def words(self) -> list[str]:
        """The robots' command line."""
        words = [sys.executable, "-m", "tests.attacks.guest", SHIPPED, str(self._assets), "rehearse", "--acknowledge"]
        return [*words, "--home", str(self.home), "--names", str(self._names)]

    def work(self, *before: str) -> "subprocess.CompletedProcess[bytes]":
        """Let them work to the end, or until they are refused; `before` are words before the command."""
        return subprocess.run([*before, *self.words()], cwd=ROOT, env=_speaking(), capture_output=True, check=False)

    def fault(self, heard: list[Acknowledged]) -> str:
        """Empty where everything acknowledged is there and the chain is whole."""
        found = reckon(self.home, heard, check_journal(self.home).as_json())
        return "" if found.good else f"{len(found.lost)} lost, chain whole: {found.chain_whole}, {found.integrity}"


def failing(room: Room, one: Failing) -> str:
    """Empty where it was said in a sentence of ours, nothing was lost, and work goes on once the cause is gone."""
    log = f"{room.home / 'academy.sqlite'}-wal"
    strace = [*STRACE, "-qq", "-o", os.devnull, "-P", log]
    strace += ["-e", f"trace={one.call}", "-e", f"inject={one.call}:error={one.error}:when={one.since}+"]
    disturbed = room.work(*strace)
    heard = heard_of(disturbed.stdout.splitlines(keepends=True))
    return (
        _said(disturbed, one.code)
        or room.fault(heard)
        or _goes_on(room, heard)
        or ("" if heard or one.since == 1 else "no answer came before it")
    )


def no_room(room: Room, take_room: Callable[[], None], give_room: Callable[[], None]) -> str:
    """The same on a file system that is really full."""
    take_room()
    disturbed = room.work()
    heard = heard_of(disturbed.stdout.splitlines(keepends=True))
    give_room()
    return _said(disturbed, "E_DISK_FULL") or room.fault(heard) or _goes_on(room, heard)


def second_process(room: Room) -> str:
    """Empty where a second process on the same home is refused in a sentence and the first works on undisturbed."""
    with subprocess.Popen(room.words(), cwd=ROOT, env=_speaking(), stdout=subprocess.PIPE) as first:
        assert first.stdout is not None
        lines = [first.stdout.readline()]
        second = room.work()
        lines += first.stdout.readlines()
    heard = heard_of(lines)
    return (
        _said(second, "E_HOME_BUSY")
        or ("the second wrote" if heard_of(second.stdout.splitlines(keepends=True)) else "")
        or ("" if first.returncode == 0 and len(heard) == 80 else f"the first stopped after {len(heard)} answers")
        or room.fault(heard)
    )


def read_only(room: Room, lock: Callable[[], None], unlock: Callable[[], None]) -> str:
    """Empty where a home that cannot be written is refused in a sentence and is as it was afterwards."""
    before = (room.home / "academy.sqlite").read_bytes()
    lock()
    refused = room.work()
    unlock()
    same = (room.home / "academy.sqlite").read_bytes() == before
    return _said(refused, "E_HOME_READ_ONLY") or ("" if same else "the home was changed") or _goes_on(room, [])


def _goes_on(room: Room, heard: list[Acknowledged]) -> str:
    after = room.work()
    if after.returncode:
        return f"afterwards: {after.stderr.decode()[-200:]}"
    return room.fault([*heard, *heard_of(after.stdout.splitlines(keepends=True))])


def _said(done: "subprocess.CompletedProcess[bytes]", code: str) -> str:
    told = done.stderr.decode()
    whole = done.returncode == REFUSED and f"[{code}]" in told and "Traceback" not in told
    return "" if whole and told.count("\n") == 1 else f"exit {done.returncode}, said: {told[-300:]}"


def _speaking() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
