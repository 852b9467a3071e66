"""SIGKILL for the app itself in the middle of a final, and how soon the next start shows the same question."""

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.attacks.forty import ROOT, shared_forty
from tests.attacks.marks import Shown, read_mark
from tests.attacks.reading import Rows, answers_of, chain_fault, checked_rows
from tests.attacks.recording import prepare, screenless
from tests.attacks.replaying import in_memory
from tests.attacks.trial import Tell, Trial

LIMIT = 15.0
"""Seconds from the start of the program until the question stands there, PIN typed and all."""

MOST_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Return:
    """One kill of the app and the start after it; `fault` is empty where all is as it was."""

    shown: int
    seconds: float
    fault: str


class App:
    """The app on a home of its own, killed and started again."""

    def __init__(self, folder: Path, assets: Path) -> None:
        self._home = folder / "home"
        self._marks = folder / "marks"
        self._assets = assets
        prepare(self._home, assets)

    def kill_and_return(self, chance: Random) -> Return:
        """Kill it after some answers were shown as saved, at any moment of the next."""
        with subprocess.Popen(self._words("--marks", str(self._marks)), **_QUIET) as app:
            self._wait_for(chance.randint(1, MOST_SHOWN), app)
            time.sleep(chance.uniform(0, 0.2))
            app.kill()
        began = time.monotonic()
        with subprocess.Popen(self._words("--come-back"), stdout=subprocess.PIPE, **_QUIET) as again:
            assert again.stdout is not None
            seen = again.stdout.readline()
            seconds = time.monotonic() - began
            again.communicate()
        shown = self._shown()
        return Return(len(shown), seconds, self._fault(shown, json.loads(seen or b"{}"), seconds))

    def _words(self, *more: str) -> list[str]:
        words = [sys.executable, "-m", "tests.attacks.candidate", str(self._home), "--assets", str(self._assets)]
        return [*words, *more]

    def _wait_for(self, count: int, app: "subprocess.Popen[bytes]") -> None:
        while len(self._shown()) < count and app.poll() is None:
            time.sleep(0.01)

    def _shown(self) -> list[Shown]:
        written = self._marks.read_bytes() if self._marks.exists() else b""
        marks = [read_mark(line) for line in written.splitlines(keepends=True) if line.endswith(b"\n")]
        return [mark for mark in marks if isinstance(mark, Shown)]

    def _fault(self, shown: list[Shown], seen: dict[str, object], seconds: float) -> str:
        integrity, rows = checked_rows(self._home)
        if integrity != "ok" or chain_fault(rows):
            return "the database is damaged"
        answers = {place: given for (_, place), given in answers_of(_of_sitting(rows, shown[-1].sitting)).items()}
        for one in shown:
            found = answers.get(one.position)
            if found is None or (found.seq <= one.seq and found.value != one.value):
                return f"the answer to question {one.position} is lost"
        if seen.get("answers") != {str(place): given.value for place, given in sorted(answers.items())}:
            return "other answers are shown"
        if seen.get("position") != _last_place(rows, shown[-1].sitting):
            return "another question is shown"
        return "" if seconds <= LIMIT else f"back after {seconds:.1f} s"


def run(times: int, seed: int, tell: Tell) -> list[Trial]:
    """So many kills of the app, each on a home of its own."""
    began, chance, done = time.monotonic(), Random(seed), list[Return]()
    with in_memory() as folder:
        assets = shared_forty()
        for number in range(times):
            done.append(App(folder / f"app-{number}", assets).kill_and_return(chance))
            tell(f"app killed {number + 1}: back after {done[-1].seconds:.1f} s {done[-1].fault}")
    longest = max(one.seconds for one in done)
    return [
        Trial(
            "SIGKILL for the app on the screen, then a new start",
            times,
            "starts",
            sum(one.shown for one in done),
            sum(bool(one.fault) for one in done),
            details=f"at the same question with the same answers after {longest:.1f} s at most, sign-in included",
            seconds=round(time.monotonic() - began),
        )
    ]


def _of_sitting(rows: Rows, sitting: str) -> Rows:
    return tuple(row for row in rows if json.loads(row[1])["att"] == sitting)


def _last_place(rows: Rows, sitting: str) -> int:
    """Where the person was: the place last shown or answered before the kill, as the journal has it."""
    places = [json.loads(body)["position"] for _, line, body in _of_sitting(rows, sitting) if _names_a_place(line)]
    return int(places[-1])


def _names_a_place(line: bytes) -> bool:
    return json.loads(line)["type"] in {"show", "answer", "draft"}


_QUIET: dict[str, object] = {"cwd": ROOT, "env": screenless(), "stderr": subprocess.DEVNULL}
