"""From the start of the process to the first painted window: the app on a demonstration branch, and a bare window."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.measure import Measured, in_turn

ROOT = Path(__file__).resolve().parents[2]


def starting(home: Path, rounds: int) -> Measured:
    """How much later than a bare window the sign-in window is painted."""
    ours, bare = in_turn(rounds, opening(str(home)), opening())
    return Measured("sign-in window painted", ours, rounds, "bare PySide6 window", bare, limit=1.8, goal=1.5)


def opening(*words: str) -> Callable[[], float]:
    """Seconds from the process's start to its first paint."""
    command = [sys.executable, "-m", "tests.benchmarks.first_paint", *words]
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    # The round that does not count leaves the bytecode behind that an installed program has.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def once() -> float:
        began = time.monotonic_ns()
        ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        if ended.returncode:
            raise RuntimeError(ended.stderr)
        return (int(ended.stdout) - began) / 1e9

    return once
