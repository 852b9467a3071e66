"""When any program of Qt has put its first picture on the screen, as Qt itself tells it, and how heavy it then is.

Nothing in the program is touched: Qt's own log category says when a window is flushed.
"""

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

FLUSHED = "Flushing "
RULES = "qt.widgets.painting.info=true"
SETTLED_S = 1.5
"""How long after its first picture a program is weighed."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Seconds to the first picture, and MiB of the whole process tree: its own pages, shared ones divided (PSS)."""

    seconds: float
    pss_mib: float


def opened(command: Sequence[str], settings: Mapping[str, str], *, weigh: bool = False) -> Opened:
    """Start it, wait for its first picture, end it; raises RuntimeError where none came."""
    shown = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": RULES, "PYTHONUNBUFFERED": "1"}
    environment = {**os.environ, **shown, **settings}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.monotonic()
    running = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )
    try:
        seconds = _until_flushed(running, began)
        if weigh:
            time.sleep(SETTLED_S)
        return Opened(seconds, _pss_mib(running.pid) if weigh else 0.0)
    finally:
        os.killpg(running.pid, signal.SIGKILL)
        running.communicate()


def _until_flushed(running: subprocess.Popen[str], began: float) -> float:
    said = []
    for line in running.stdout or ():
        if FLUSHED in line:
            return time.monotonic() - began
        said.append(line)
    raise RuntimeError(f"{running.args} showed nothing: {''.join(said[-5:])}")


def _pss_mib(root: int) -> float:
    """Of the process and all below it."""
    parents = {int(one.name): _parent(int(one.name)) for one in Path("/proc").iterdir() if one.name.isdigit()}
    family, grown = {root}, True
    while grown:
        more = {pid for pid, parent in parents.items() if parent in family} - family
        family, grown = family | more, bool(more)
    return sum(map(_kib, family)) / 1024


def _parent(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _kib(pid: int) -> int:
    try:
        rows = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8").splitlines()
    except OSError:
        return 0
    return next((int(row.split()[1]) for row in rows if row.startswith("Pss:")), 0)
