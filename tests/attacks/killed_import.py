"""`python -m tests.attacks.killed_import HOME FILE WT POINT`: an import that dies at a step on the disk, by SIGKILL.

With point 0 it comes to its end, and its number of steps is printed.
"""

import os
import signal
import sys
from pathlib import Path

from exams.desk.branch_desk import BranchDesk
from exams.timing.story_clock import StoryClock
from tests.attacks.attacks_home import APP, HERE

STEPS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.truncate"}


class Watch:
    """Counts what is done to files below a folder."""

    def __init__(self, folder: Path, point: int) -> None:
        self._folder, self._point = str(folder), point
        self.steps = 0

    def heard(self, event: str, facts: tuple[object, ...]) -> None:
        if event not in STEPS or not str(facts[0]).startswith(self._folder):
            return
        self.steps += 1
        if self.steps == self._point:
            os.kill(os.getpid(), signal.SIGKILL)


def main(home: str, file: str, wt: str, point: str) -> int:
    desk = BranchDesk(Path(home), app=APP, branch=HERE, clock=StoryClock(int(wt)), journal=None)
    watch = Watch(Path(home), int(point))
    sys.addaudithook(watch.heard)
    (arrival,) = desk.install([Path(file)])
    sys.stdout.write(str(watch.steps))
    return 1 if arrival.error else 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
