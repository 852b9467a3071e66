"""Counts with strace how often the disk is flushed for one answer: more would be slow, less would not be saved."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence

from tests.attacks.forty import ROOT, shared_forty
from tests.attacks.recording import prepare
from tests.attacks.replaying import in_memory
from tests.attacks.trace import STRACE
from tests.attacks.trial import Tell, Trial
from tests.attacks.variants import SHIPPED

PEOPLE = 3
_SAVED = re.compile(r'write\(1.*"saved (\w+) (\d+) ')
_FLUSH = re.compile(r"(fdatasync|fsync)\(\d+<[^>]*academy\.sqlite")


def run(tell: Tell) -> list[Trial]:
    """Robots answer three papers of forty; flushes are counted between two answers of one paper."""
    began = time.monotonic()
    counted = flushes_per_answer()
    wrong = [names for names in counted if names != ("fdatasync",)]
    tell(f"flushes: {len(counted)} answers, {len(wrong)} with another count than one")
    return [
        Trial(
            "Flushes of the disk for one answer (strace)",
            len(counted),
            "answers",
            len(counted),
            len(wrong),
            details=f"{sum(map(len, counted)) / len(counted):.2f} fdatasync for each answer",
            seconds=round(time.monotonic() - began),
        )
    ]


def flushes_per_answer() -> list[tuple[str, ...]]:
    """The flushes between each answer of a paper and the one before it."""
    with in_memory() as folder:
        assets, home, log = shared_forty(), folder / "home", folder / "calls"
        prepare(home, assets)
        names = folder / "names"
        names.write_text("".join(f"R{number:05d}\t学员{number}\n" for number in range(PEOPLE)), "utf-8")
        strace = [*STRACE, "-y", "-s", "64", "-o", str(log), "-e", "trace=write,fsync,fdatasync"]
        words = [sys.executable, "-m", "tests.attacks.guest", SHIPPED, str(assets), "rehearse", "--acknowledge"]
        words += ["--home", str(home), "--names", str(names)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        subprocess.run([*strace, *words], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
        return list(_between(log.read_text("utf-8", "replace").splitlines()))


def _between(lines: Sequence[str]) -> Iterator[tuple[str, ...]]:
    flushed: list[str] = []
    before: tuple[str, int] | None = None
    for line in lines:
        if flush := _FLUSH.search(line):
            flushed.append(flush.group(1))
        elif saved := _SAVED.search(line):
            sitting, position = saved.group(1), int(saved.group(2))
            if before == (sitting, position - 1):
                yield tuple(flushed)
            before, flushed = (sitting, position), []
