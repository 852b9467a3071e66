"""Records the system calls of the real app while it sits a final: what it did to its disk, and what it promised."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.attacks.forty import ROOT
from tests.attacks.marks import Mark
from tests.attacks.reading import Rows, rows_of
from tests.attacks.trace import CALLS, STRACE, Operation, read_trace
from tests.once import made_once

LONGEST_STRING = 4_000_000  # bytes that strace shows of one write; a longer one is an error


@dataclass(frozen=True, slots=True)
class Recording:
    """`before` is the database as it lay on the disk, with `first` lines; `rows` is the journal at the end."""

    variant: str
    seed: int
    first: int
    before: Mapping[str, bytes]
    steps: tuple[Operation | Mark, ...]
    rows: Rows


def record(folder: Path, assets: Path, variant: str, seed: int, items: int = 40) -> Recording:
    """A final of `items` items on a fresh demonstration home under `folder`."""
    folder.mkdir(parents=True)
    home, marks, log = folder / "home", folder / "marks", folder / "calls"
    prepare(home, assets)
    first = len(rows_of(home))
    before = {str(path): path.read_bytes() for path in home.glob("academy.sqlite*")}
    words = [*STRACE, "-y", "-xx", "-s", str(LONGEST_STRING), "-o", str(log), "-e", f"trace={CALLS}"]
    app = [sys.executable, "-m", "tests.attacks.candidate", str(home), "--assets", str(assets), "--marks", str(marks)]
    asked = ["--variant", variant, "--seed", str(seed), "--items", str(items)]
    told = subprocess.run([*words, *app, *asked], cwd=ROOT, env=screenless(), capture_output=True, check=False)
    if told.returncode:
        raise RuntimeError(told.stderr.decode()[-2000:])
    steps = tuple(read_trace(log, home / "academy.sqlite", marks))
    log.unlink()
    rows = rows_of(home)
    shutil.rmtree(folder)
    return Recording(variant, seed, first, before, steps, rows)


def prepare(home: Path, assets: Path) -> None:
    """A fresh demonstration branch: a copy of the one that a process of its own made with these assets."""
    name = f"branch-{hashlib.sha256(str(assets).encode()).hexdigest()[:16]}"
    shutil.copytree(made_once(name, lambda made: _make(made, assets)), home, dirs_exist_ok=True)


def _make(home: Path, assets: Path) -> None:
    words = [sys.executable, "-m", "tests.attacks.candidate", str(home), "--assets", str(assets), "--prepare"]
    subprocess.run(words, cwd=ROOT, env=screenless(), check=True)


def screenless() -> dict[str, str]:
    """The environment of an app that needs no display."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
