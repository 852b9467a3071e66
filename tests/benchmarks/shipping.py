"""The app as it is shipped: its bundle beside the bundle of a bare window, its memory, and two programs of its kind."""

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.benchmarks.flushing import Opened, opened
from tests.benchmarks.measure import Measured, in_turn

ROOT = Path(__file__).resolve().parents[2]
BUNDLE = ROOT / "dist" / "academy" / "academy"
BUILDER = ROOT / ".venv-dist" / "bin" / "python"
BARE = ROOT / "build" / "bare"


@dataclass(frozen=True, slots=True)
class Peer:
    """Another program: how it is started, and what its environment needs."""

    name: str
    command: Sequence[str]
    settings: Mapping[str, str] = field(default_factory=dict)


def bundling(home: Path, rounds: int) -> Measured:
    """The sign-in window of dist/academy beside a bare window that PyInstaller bundled from the same libraries."""
    ours = (str(BUNDLE), "--home", str(home))
    ours_ms, bare_ms = in_turn(rounds, _seconds(ours), _seconds((str(_bare_bundle()),)))
    return Measured("bundle painted", ours_ms, rounds, "bundle of a bare window", bare_ms, limit=1.25)


def weighing(home: Path, rounds: int) -> Measured:
    """Memory at the sign-in window, 1.5 s after it stood, beside a bare window from the same Python."""
    ours, bare = in_turn(rounds, _mib(_from_source("--home", str(home))), _mib(_bare_window()))
    return Measured("memory at sign-in", ours, rounds, "bare PySide6 window", bare, limit=1.8, unit="MiB")


def beside(home: Path, peer: Peer, rounds: int) -> tuple[Measured, Measured]:
    """Start and memory of the app from source beside those of another program, in turn; no limit."""
    ours: list[Opened] = []
    theirs: list[Opened] = []
    for number in range(rounds + 1):  # the first round does not count
        pair = (
            opened(_from_source("--home", str(home)), {}, weigh=True),
            opened(peer.command, peer.settings, weigh=True),
        )
        if number:
            ours.append(pair[0])
            theirs.append(pair[1])
    return (
        Measured(f"beside {peer.name}", _ms(ours), rounds, f"{peer.name}'s first picture", _ms(theirs)),
        Measured(f"memory beside {peer.name}", _heavy(ours), rounds, peer.name, _heavy(theirs), unit="MiB"),
    )


def _ms(rows: Sequence[Opened]) -> float:
    return median(one.seconds for one in rows) * 1000


def _heavy(rows: Sequence[Opened]) -> float:
    return median(one.pss_mib for one in rows)


def _seconds(command: Sequence[str]) -> Callable[[], float]:
    return lambda: opened(command, {}).seconds


def _mib(command: Sequence[str]) -> Callable[[], float]:
    return lambda: opened(command, {}, weigh=True).pss_mib / 1000  # `in_turn` gives thousandths


def _from_source(*words: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "desktop", *words)


def _bare_window() -> tuple[str, ...]:
    return (sys.executable, "-m", "tests.benchmarks.bare_window")


def _bare_bundle() -> Path:
    """Made once, of what PyInstaller takes by itself, with the libraries that dist/academy was made of."""
    program = BARE / "bare_window" / "bare_window"
    if not program.exists():
        script = Path(__file__).with_name("bare_window.py")
        places = ("--distpath", BARE, "--workpath", BARE / "work", "--specpath", BARE)
        call = [BUILDER, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--strip", *places, script]
        subprocess.run([str(word) for word in call], cwd=ROOT, check=True)
    return program
