"""What a hand waits for on the screen: the next question, and a picture while a chapter is scrolled."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median, quantiles

from tests.benchmarks.measure import Measured

ROOT = Path(__file__).resolve().parents[2]
TURN_MS, FRAME_MS = 50.0, 100.0
"""What the next question may take at the 95th percentile, and what no picture of a scrolled page may."""


def turning(home: Path, rounds: int) -> Measured:
    """From the key to the painted next question of a mock of the demonstration, with its line on the disk."""
    times = _shown("turn", home, rounds)
    tail = quantiles(times, n=20, method="inclusive")[18]
    note = f"median {median(times):.3g} ms"
    return Measured("next question, p95", tail, rounds, "the bound of 50 ms", TURN_MS, limit=1.0, note=note)


def scrolling(home: Path, rounds: int) -> Measured:
    """The slowest picture while every section of the longest chapter is scrolled, one notch of the wheel at a time."""
    times = _shown("scroll", home, rounds)
    note = f"{len(times)} pictures, median {median(times):.3g} ms"
    return Measured("slowest frame", max(times), rounds, "the bound of 100 ms", FRAME_MS, limit=1.0, note=note)


def _shown(what: str, home: Path, rounds: int) -> list[float]:
    command = [sys.executable, "-m", "tests.benchmarks.shown", what, str(home), str(rounds)]
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise RuntimeError(ended.stderr)
    return [float(line) for line in ended.stdout.split()]
