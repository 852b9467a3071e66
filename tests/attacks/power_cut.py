"""Real power cuts: a User-Mode-Linux guest with an ext4 disk dies with its memory while robots sit finals in it.

SIGKILL for the guest is what a cut is for a machine: its kernel, its page cache and what its file system had not yet
sent to the disk are gone. The image is then mounted here, so that the very ext4 of a real kernel recovers it.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Timer
from typing import IO

from exams import check_journal
from tests.attacks.forty import ROOT, forty_assets
from tests.attacks.kill import heard_of
from tests.attacks.reading import checked_rows
from tests.attacks.reckoning import Acknowledged, Reckoning, reckon
from tests.attacks.replaying import in_memory
from tests.attacks.trial import Tell, Trial
from tests.attacks.variants import CONTROLS, SHIPPED, TITLES

KERNEL = "linux.uml"
IMAGE_MIB = 48
PEOPLE = 3
MOST_HEARD = 50
LONGEST_WAIT = 0.05  # seconds; the guest writes a few answers in it
LONGEST_BOOT = 120  # seconds until the first answer, on a machine with much to do

_INIT = """#!/bin/sh
mount -t proc proc /proc
mount -t tmpfs tmpfs /run
mount -t ext4 /dev/ubda /mnt
cd {root}
export PYTHONDONTWRITEBYTECODE=1 PYTHONPATH={root} LANG=C.UTF-8 HOME=/run TMPDIR=/run PATH={path}
exec {python} -m tests.attacks.guest {variant} {assets} rehearse --home /mnt/home --names /mnt/names --acknowledge
"""


@dataclass(frozen=True, slots=True)
class Cut:
    """One power cut: what had been acknowledged, how the home was found, and whether ext4 itself was clean then."""

    heard: tuple[Acknowledged, ...]
    found: Reckoning
    clean: bool

    @property
    def good(self) -> bool:
        """Nothing lost, nothing damaged."""
        return self.found.good and self.clean


class Machine:
    """A guest with one disk; cut off and started again it goes on where it stopped."""

    def __init__(self, folder: Path, assets: Path, variant: str, seed: int) -> None:
        self._folder = folder
        self._assets = assets
        self._image = folder / "disk.img"
        self._variant = variant
        self._chance = Random(seed)
        self._next = 1
        self._interrupted: tuple[str, ...] = ()
        self._acknowledged: list[Acknowledged] = []
        folder.mkdir(parents=True)
        with self._image.open("wb") as file:
            file.truncate(IMAGE_MIB << 20)
        subprocess.run(["mkfs.ext4", "-q", self._image], check=True)
        with self._mounted() as disk:
            words = [sys.executable, "-m", "tests.attacks.guest", SHIPPED, assets, "rehearse", "--home", disk / "home"]
            subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)

    def cut(self) -> Cut:
        """Start the guest, cut its power while it writes, and look at the disk."""
        with self._mounted() as disk:
            self._write_names(disk / "names")
        heard = self._run(self._chance.randint(1, MOST_HEARD), self._chance.uniform(0, LONGEST_WAIT))
        with self._mounted() as disk:
            if self._variant in CONTROLS:  # the product would not even look at a database with a rollback journal
                checked_rows(disk / "home")
            found = reckon(disk / "home", [*self._acknowledged, *heard], check_journal(disk / "home").as_json())
        clean = subprocess.run(["e2fsck", "-fn", self._image], capture_output=True, check=False).returncode == 0
        self._acknowledged += [one for one in heard if one not in found.lost]  # each loss is counted once
        self._interrupted = found.open_people
        return Cut(tuple(heard), found, clean)

    def _run(self, after: int, wait: float) -> list[Acknowledged]:
        with TemporaryDirectory(prefix="academy-guest-") as shared:
            words = [KERNEL, "mem=256M", "root=/dev/root", "rootfstype=hostfs", "rootflags=/", "ro", "quiet", "panic=1"]
            words += [f"init={self._init(Path(shared))}", f"ubd0={self._image}", "con0=fd:0,fd:1", "con=null"]
            quiet = {"stdin": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
            with subprocess.Popen(words, stdout=subprocess.PIPE, start_new_session=True, **quiet) as guest:
                assert guest.stdout is not None
                patience = Timer(LONGEST_BOOT, _cut_power, [guest.pid])
                patience.start()
                lines = list(_first_answers(guest.stdout, after))
                time.sleep(wait)
                _cut_power(guest.pid)
                patience.cancel()
                lines += guest.stdout.readlines()  # ends when the last process of the guest is gone
        return heard_of(line.replace(b"\r\n", b"\n") for line in lines)

    def _init(self, folder: Path) -> Path:
        init = folder / "init"
        facts = {"root": ROOT, "python": sys.executable, "path": os.environ["PATH"], "variant": self._variant}
        facts["assets"] = self._assets
        init.write_text(_INIT.format_map(facts), "utf-8")
        init.chmod(0o755)
        return init

    def _write_names(self, path: Path) -> None:
        fresh = [f"K{number:05d}" for number in range(self._next, self._next + PEOPLE)]
        self._next += PEOPLE
        people = [*self._interrupted, *fresh]
        path.write_text("".join(f"{staff_id}\t学员{staff_id}\n" for staff_id in people), "utf-8")

    @contextmanager
    def _mounted(self) -> Iterator[Path]:
        place = self._folder / "mounted"
        place.mkdir(exist_ok=True)
        subprocess.run(["mount", "-o", "loop", self._image, place], check=True)
        try:
            yield place
        finally:
            subprocess.run(["umount", place], check=True)


def _first_answers(told: IO[bytes], count: int) -> Iterator[bytes]:
    """Lines up to the answer of that number; boot messages come before the first."""
    answers = 0
    while answers < count:
        line = told.readline()
        if not line:
            return
        answers += line.startswith(b"saved ")
        yield line


def _cut_power(group: int) -> None:
    """All processes of the guest at once."""
    with suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)


def _way(variant: str, cuts: int, seed: int, tell: Tell) -> Trial:
    began = time.monotonic()
    # The guest has a /dev of its own: what it reads of this machine must not lie in there.
    with in_memory() as folder, TemporaryDirectory(prefix="academy-content-") as shared:
        machine = Machine(folder / "machine", forty_assets(Path(shared)), variant, seed)
        done: list[Cut] = []
        for number in range(1, cuts + 1):
            done.append(machine.cut())
            lost, heard = len(done[-1].found.lost), len(done[-1].heard)
            tell(f"power cut {number}, {variant}: {heard} answers acknowledged, {lost} lost, good: {done[-1].good}")
    middle = sum(bool(one.found.open_people) for one in done)
    lost = sum(len(one.found.lost) for one in done)
    return Trial(
        f"Power cut of an ext4 guest, {TITLES[variant]}",
        cuts,
        "cuts",
        sum(len(one.heard) for one in done),
        sum(not one.good or not one.heard for one in done),
        variant in CONTROLS,
        f"{middle} in the middle of a paper; {lost} acknowledged answers lost",
        round(time.monotonic() - began),
    )


def run(cuts: int, control_cuts: int, seed: int, tell: Tell) -> list[Trial]:
    """The shipped way, then both controls on disks of their own."""
    reason = missing()
    if reason:
        return [Trial("Power cut of an ext4 guest", 0, "cuts", skipped=reason)]
    ways = [(SHIPPED, cuts), *((control, control_cuts) for control in CONTROLS)]
    return [_way(variant, count, seed, tell) for variant, count in ways if count]


def missing() -> str:
    """Why this machine cannot do it; empty where it can."""
    tools = [name for name in (KERNEL, "mkfs.ext4", "mount") if shutil.which(name) is None]
    if tools:
        return f"no {', '.join(tools)} here (Debian: user-mode-linux, e2fsprogs)"
    return "" if os.geteuid() == 0 else "mounting an image needs root"
