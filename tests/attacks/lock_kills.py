"""SIGKILL for an app whose exam holds the PC: keyboard, pointer, clipboard, other windows must work again at once."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.attacks.forty import shared_forty
from tests.attacks.recording import prepare
from tests.attacks.replaying import in_memory
from tests.attacks.trial import Tell, Trial
from tests.display import Display, Program, display, wait_until


@dataclass(frozen=True, slots=True)
class LockBlow:
    """One kill. `held`: what the lock kept from others just before; `back`: what worked just after."""

    held: frozenset[str]
    back: frozenset[str]

    @property
    def good(self) -> bool:
        """Held everything, and gave everything back."""
        return self.held == HELD and self.back == BACK


HELD = frozenset({"keyboard", "switching", "clipboard", "screen"})
DOOR, DESK = "监考员在此登录", "监考台"
"""Titles of the pages in the exam's window."""
BACK = frozenset({"pointer", "keyboard", "switching", "clipboard", "pasting", "screen"})


class Desktop:
    """A desktop with two neighbours and an app that sits an exam in front of them."""

    def __init__(self, shown: Display, home: Path, assets: Path) -> None:
        self._shown = shown
        self._one = Program(["tests.attacks.neighbour", "80", "120"], shown.environment())
        self._other = Program(["tests.attacks.neighbour", "700", "120"], shown.environment())
        for one in (self._one, self._other):
            wait_until(lambda one=one: bool(one.ask("where")), "a neighbour")
        words = ["tests.attacks.locked", str(home), "--assets", str(assets)]
        self._exam = Program(words, shown.environment(LANG="C.UTF-8"))
        self._turn = 0
        self._locked = ""

    def strike(self) -> LockBlow:
        """Begin or go on with the exam, look what it holds, kill it, and look what came back."""
        self._turn += 1
        word = f"word{self._turn}"
        for one in (self._one, self._other):
            one.ask("clear")
        self._click(self._one, 0)
        victim = int(self._exam.ask(""))
        held = frozenset(self._held(word))
        os.kill(victim, signal.SIGKILL)
        wait_until(self._is_gone, "the end of the killed app's window")
        return LockBlow(held, frozenset(self._back(word)))

    def let_in(self, staff_id: str, passphrase: str) -> LockBlow:
        """A proctor comes to the exam: `held` while the passphrase is asked for, `back` once it was accepted."""
        self._turn += 1
        for one in (self._one, self._other):
            one.ask("clear")
        self._click(self._one, 0)
        victim = int(self._exam.ask(""))
        try:
            return self._visit(staff_id, passphrase)
        finally:
            os.kill(victim, signal.SIGKILL)

    def _visit(self, staff_id: str, passphrase: str) -> LockBlow:
        wait_until(self._is_in_force, "the lock")
        self._shown.press("key", "ctrl+shift+p")
        wait_until(lambda: self._is_titled(DOOR), "the proctor's door")
        held = frozenset(self._held("nobody"))
        self._shown.press("key", "ctrl+a")
        self._enter(staff_id)
        self._enter("wrong")
        held &= frozenset(self._held(""))  # a wrong passphrase has let nothing go
        self._enter(passphrase)
        wait_until(lambda: self._is_titled(DESK), "the proctor's desk")
        self._shown.press("windowminimize", "--sync", self._locked)
        return LockBlow(held, frozenset(self._back(f"word{self._turn}")))

    def close(self) -> None:
        """End them all."""
        for one in (self._exam, self._one, self._other):
            one.close()

    def _held(self, word: str) -> Iterator[str]:
        wait_until(self._is_in_force, "the lock")
        self._shown.press("key", "alt+Tab")
        self._shown.press("type", "--delay", "2", word)
        self._one.ask(f"copy {word}")
        wait_until(lambda: self._other.ask("clip") == "", "an empty clipboard")
        yield "clipboard"
        if self._one.ask("text") == self._other.ask("text") == "":
            yield "keyboard"
        if self._shown.press("getactivewindow") == self._locked:
            yield "switching"
        if "1280x800" in self._shown.press("getwindowgeometry", self._locked):
            yield "screen"

    def _enter(self, text: str) -> None:
        self._shown.press("type", "--delay", "2", text)
        self._shown.press("key", "Return")

    def _is_titled(self, title: str) -> bool:
        return self._shown.press("getwindowname", self._locked).startswith(title)

    def _is_in_force(self) -> bool:
        """The window manager lets go of the keyboard when it likes; until then it would switch windows."""
        before = self._shown.press("getactivewindow")
        self._shown.press("key", "alt+Tab")
        self._locked = self._shown.press("getactivewindow")
        if self._locked != before:
            self._shown.press("windowactivate", "--sync", before)
        return self._locked == before

    def _back(self, word: str) -> Iterator[str]:
        clicks = self._one.ask("clicks")
        self._click(self._one, 1)
        if _comes(lambda: self._one.ask("clicks") == clicks + 1):
            yield "pointer"
        self._click(self._one, 0)
        wait_until(lambda: self._one.ask("active") is True, "the neighbour in front")
        self._shown.press("type", "--delay", "2", word)
        if _comes(lambda: self._one.ask("text") == word):
            yield "keyboard"
        self._one.ask(f"copy {word} again")
        if _comes(lambda: self._other.ask("clip") == f"{word} again"):
            yield "clipboard"
        self._shown.press("key", "alt+Tab")
        if _comes(lambda: self._other.ask("active") is True):
            yield "switching"
        self._click(self._other, 0)
        self._shown.press("key", "ctrl+v")
        if _comes(lambda: self._other.ask("text") == f"{word} again"):
            yield "pasting"
        if "1280x800" not in self._shown.press("getwindowgeometry", self._shown.press("getactivewindow")):
            yield "screen"

    def _is_gone(self) -> bool:
        """The window manager has seen the end of the window too, and taken its frame away."""
        return self._shown.press("getactivewindow") not in {"", self._locked}

    def _click(self, neighbour: Program, part: int) -> None:
        x, y = neighbour.ask("where")[part]
        self._shown.press("mousemove", str(x), str(y), "click", "1")


@contextmanager
def desktop(folder: Path) -> Iterator[Desktop]:
    """A desktop with a branch of its own."""
    assets = shared_forty()
    prepare(folder / "home", assets)
    with display(folder) as shown:
        made = Desktop(shown, folder / "home", assets)
        try:
            yield made
        finally:
            made.close()


def run(kills: int, tell: Tell) -> list[Trial]:
    """So many kills on one desktop."""
    began = time.monotonic()
    with in_memory() as folder, desktop(folder) as pc:
        blows = []
        for number in range(1, kills + 1):
            blows.append(pc.strike())
            tell(f"killed inside the lock {number}: missing {sorted((HELD | BACK) - blows[-1].held - blows[-1].back)}")
    return [
        Trial(
            "SIGKILL while an exam holds the PC, on X11 with openbox",
            kills,
            "kills",
            broken=sum(not blow.good for blow in blows),
            details="keyboard, pointer, clipboard, pasting, Alt+Tab and other windows work again",
            seconds=round(time.monotonic() - began),
        )
    ]


def _comes(holds: Callable[[], bool]) -> bool:
    try:
        wait_until(holds, "")
    except TimeoutError:
        return False
    return True
