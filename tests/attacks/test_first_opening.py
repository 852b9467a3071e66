"""The first opening of a new or a restored database, cut off at every system call: the next one goes well."""

import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from exams import HomeState, check_journal, glance
from tests.attacks.disk import Disk
from tests.attacks.faults import crashes
from tests.attacks.forty import ROOT
from tests.attacks.trace import CALLS, STRACE, read_trace

pytestmark = pytest.mark.tool("strace")

IMPORTS = """
import sys
from pathlib import Path
from exams.store.backups import keep_copy, restore
from exams.store.database import open_database
home = Path(sys.argv[1])
"""
OPENED = "open_database(home).close()\n"
RESTORED = f"{OPENED}restore(home, keep_copy(home).name)\n"


def run(code, home, *strace):
    subprocess.run([*strace, sys.executable, "-c", IMPORTS + code, str(home)], cwd=ROOT, check=True)


def opening_of(folder, home):
    log = folder / "calls"
    run(OPENED, home, *STRACE, "-y", "-xx", "-s", "100000", "-o", str(log), "-e", f"trace={CALLS}")
    return list(read_trace(log, home / "academy.sqlite", folder / "marks"))


def left_by_a_cut(steps, before):
    """Every state once; the home's own files, by name."""
    disk, chance, seen = Disk(before), Random(1), set()
    for step in steps:
        disk.do(step)
        for _, state in crashes(disk, chance, draws=2):
            files = tuple(sorted((Path(path).name, content) for path, content in state.items()))
            if files not in seen:
                seen.add(files)
                yield dict(files)


def opens(home, files):
    """What the first screen says, and whether the database opens whole."""
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    for name, content in files.items():
        (home / name).write_bytes(content)
    return glance(home).state, check_journal(home).ok


@pytest.mark.slow
@pytest.mark.parametrize("before", ["", RESTORED], ids=["a new home", "a restored copy"])
def test_a_power_cut_in_the_first_opening_leaves_a_home_that_opens(tmp_path, before):
    home, crashed = tmp_path / "home", tmp_path / "crashed"
    home.mkdir()
    run(before, home)
    files = {str(path): path.read_bytes() for path in home.glob("academy.sqlite*")}
    steps = opening_of(tmp_path, home)
    found = {opens(crashed, state) for state in left_by_a_cut(steps, files)}
    assert found == {(HomeState.EMPTY, True)}
