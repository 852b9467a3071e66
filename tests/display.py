"""A display of its own with a window manager, a bus and an input method, for what no offscreen window can show."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 60.0
"""Seconds after which something that should have come is missing; a busy machine needs a few."""

TOOLS = ("Xvfb", "openbox", "xdotool")


@dataclass(frozen=True, slots=True)
class Display:
    """Where programs of a test show their windows."""

    name: str
    folder: Path

    def environment(self, **more: str) -> dict[str, str]:
        """For a program on this display; input methods and buses of the machine stay out of it."""
        taken = ("QT_IM_MODULE", "QT_IM_MODULES", "XMODIFIERS", "GTK_IM_MODULE", "IBUS_USE_PORTAL", "WAYLAND_DISPLAY")
        kept = {key: value for key, value in os.environ.items() if key not in (*taken, "DBUS_SESSION_BUS_ADDRESS")}
        ours = {"DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb", "HOME": str(self.folder), "PYTHONPATH": str(ROOT)}
        return {**kept, **ours, "XDG_RUNTIME_DIR": str(self.folder), **more}

    def press(self, *words: str) -> str:
        """What `xdotool` does and says."""
        done = subprocess.run(
            ["xdotool", *words], env=self.environment(), capture_output=True, text=True, check=False, timeout=PATIENCE
        )
        return done.stdout.strip()


@contextmanager
def display(folder: Path) -> Iterator[Display]:
    """A screen of 1280 × 800 with openbox on it; gone afterwards with all that is still open."""
    told, tell = os.pipe()
    words = ["Xvfb", "-displayfd", str(tell), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with running(words, pass_fds=(tell,)):
        os.close(tell)
        with os.fdopen(told) as number:
            shown = Display(f":{number.readline().strip()}", folder)
        with running(["openbox"], env=shown.environment()):
            wait_until(lambda: bool(shown.press("get_num_desktops")), "openbox")
            yield shown


@contextmanager
def running(words: list[str], **options: Any) -> Iterator["subprocess.Popen[bytes]"]:
    """A program that ends with the block."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **options}
    with subprocess.Popen(words, **quiet) as process:
        try:
            yield process
        finally:
            process.kill()


class Program:
    """A program of the tests that is asked by a line and answers with one of JSON."""

    def __init__(self, words: list[str], environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", *words],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def ask(self, line: str) -> Any:
        """Its answer; None where it is gone."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n".encode())
        self._process.stdin.flush()
        return self.hear()

    def hear(self) -> Any:
        """What it says next."""
        assert self._process.stdout is not None
        said = self._process.stdout.readline()
        return json.loads(said) if said else None

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.communicate()


def wait_until(holds: Callable[[], bool], what: str) -> None:
    """Look again and again; raises `TimeoutError` naming what never came."""
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.02)
