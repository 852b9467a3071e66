"""Every disturbance as a row of the table: failing and full disks, two processes, turned clocks."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.attacks.clocks import TURNS, turned, zone_changed
from tests.attacks.disturbances import FAILING, Room, failing, no_room, read_only, second_process
from tests.attacks.forty import shared_forty
from tests.attacks.recording import prepare
from tests.attacks.replaying import in_memory
from tests.attacks.trial import Tell, Trial

SMALL = 64 << 20  # bytes of a file system that is to be full
LEFT = 200 << 10  # bytes that are free when the robots begin


class Rooms:
    """Copies of one demonstration home, made once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.assets = shared_forty()
        self.content = self.assets / "content.sqlite"
        prepare(folder / "first", self.assets)

    def home(self, name: str) -> Path:
        """A fresh one of that name."""
        return Path(shutil.copytree(self._folder / "first", self._folder / name / "home"))

    def room(self, name: str) -> Room:
        """A fresh one for robots."""
        return Room(self.home(name), self.assets)


def run(tell: Tell) -> list[Trial]:
    """All of them; those on a file system of their own only where one can be mounted."""
    began = time.monotonic()
    with in_memory() as folder:
        rooms = Rooms(folder)
        disks = {one.title: failing(rooms.room(f"failing-{number}"), one) for number, one in enumerate(FAILING)}
        disks["two processes on one home"] = second_process(rooms.room("two"))
        disks |= _mounted(rooms, folder)
        turns = list(enumerate(TURNS))
        clocks = {one.title: turned(rooms.home(f"clock-{number}"), rooms.content, one) for number, one in turns}
        clocks["the time zone changes"] = zone_changed(rooms.home("zone"), rooms.content)
    seconds = round(time.monotonic() - began)
    return [
        _row("Disk full, failing, read-only; two processes", disks, tell, seconds),
        _row("Clock and zone changed, sleep, the year 2038", clocks, tell, 0),
    ]


def _row(what: str, found: dict[str, str], tell: Tell, seconds: int) -> Trial:
    for title, fault in found.items():
        tell(f"{title}: {fault or 'nothing lost'}")
    broken = sum(bool(fault) for fault in found.values())
    return Trial(what, len(found), "disturbances", broken=broken, details="; ".join(found), seconds=seconds)


def _mounted(rooms: Rooms, folder: Path) -> dict[str, str]:
    with small_disk(folder / "small") as disk:
        if disk is None:
            return {}
        filler = disk / "filler"
        room = Room(Path(shutil.copytree(rooms.home("full"), disk / "home")), rooms.assets)
        full = no_room(room, lambda: _fill(filler), filler.unlink)
        locked = read_only(room, _remount(disk, "ro"), _remount(disk, "rw"))
        return {"a file system that is really full": full, "a file system mounted read-only": locked}


@contextmanager
def small_disk(place: Path) -> Iterator[Path | None]:
    """A file system of a few megabytes; None where it may not be mounted."""
    place.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", f"size={SMALL}", "tmpfs", str(place)]
    if os.geteuid() or subprocess.run(words, check=False, capture_output=True).returncode:
        yield None
        return
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


def _fill(filler: Path) -> None:
    room = shutil.disk_usage(filler.parent).free - LEFT
    filler.write_bytes(bytes(room))


def _remount(disk: Path, how: str) -> Callable[[], None]:
    def remount() -> None:
        subprocess.run(["mount", "-o", f"remount,{how}", str(disk)], check=True)

    return remount
