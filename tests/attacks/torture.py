"""All attacks one after the other, the table of what was tried, and its place in docs/reliability.md."""

import platform
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from shutil import which

from tests.attacks import (
    bank_long,
    bundles_spoilt,
    collected,
    comeback,
    days,
    drawn,
    flushes,
    forged_papers,
    kills,
    lock_kills,
    mutations,
    power_cut,
    replaying,
    scanned,
    typing_kills,
    unsettled,
)
from tests.attacks.forty import ROOT
from tests.attacks.kill import Attacker
from tests.attacks.trial import Tell, Trial, keep_trials, kept_trials
from tests.display import TOOLS

KEPT = ROOT / "docs" / "reliability"
"""A part run alone renews its own rows of the page; the others stand as they were measured."""

PAGE = ROOT / "docs" / "reliability.md"
BEGIN, END = "<!-- table: written by make torture -->", "<!-- end of the table -->"
LONG_SEED = 20261125

Part = Callable[[Tell], list[Trial]]


def parts(*, short: bool) -> dict[str, Part]:
    """Every attack in its long or short form; the names are those of `--only`."""
    return {
        "replay": lambda tell: _traced(replaying.SHORT if short else replaying.LONG, tell),
        "flushes": lambda tell: flushes.run(tell) if which("strace") else [_no_strace("Flushes for one answer")],
        "kills": lambda tell: kills.run(30 if short else 1_000, LONG_SEED, tell),
        "fresh-kills": lambda tell: _fresh(5 if short else 50, tell),
        "typing": lambda tell: typing_kills.run(2 if short else 20, LONG_SEED, tell),
        "comeback": lambda tell: comeback.run(2 if short else 20, LONG_SEED, tell),
        "lock": lambda tell: lock_kills.run(5 if short else 100, tell) if _has_display() else [_no_display()],
        "power": lambda tell: power_cut.run(3 if short else 110, 2 if short else 8, LONG_SEED, tell),
        "papers": lambda tell: drawn.papers(200 if short else 10_000, tell),
        "bank": lambda tell: bank_long.run(102 if short else 1_000, 1_000, tell),
        "responses": lambda tell: drawn.responses(7_000 if short else 140_000, tell),
        "mutations": lambda tell: mutations.run(20_000 if short else 1_200_000, LONG_SEED, tell, ROOT / "build"),
        "bundles": lambda tell: bundles_spoilt.run(3_000 if short else 1_200_000, LONG_SEED, tell),
        "collect": lambda tell: collected.run(collected.SHORT if short else collected.LONG, LONG_SEED, tell),
        "certificates": lambda tell: forged_papers.run(
            forged_papers.SHORT if short else forged_papers.LONG, LONG_SEED, tell
        ),
        "scans": lambda tell: scanned.run(scanned.SHORT if short else scanned.LONG, LONG_SEED, tell),
        "histories": lambda tell: days.run(20 if short else 200, LONG_SEED, tell),
        "disturbances": lambda tell: unsettled.run(tell) if which("strace") else [_no_strace("Disturbances")],
    }


def torture(*, short: bool, only: Sequence[str]) -> bool:
    """Run the parts, print the table; the long form writes it down. True where every promise held."""
    done: list[Trial] = []
    for name, part in parts(short=short).items():
        if not only or name in only:
            found = part(_tell)
            done += found
            if not short:
                keep_trials(KEPT / f"{name}.json", found)
    sys.stdout.write(f"\n{table(done)}\n")
    if not short:
        write_down(PAGE, [one for name in parts(short=False) for one in kept_trials(KEPT / f"{name}.json")])
    return all(one.passed for one in done)


def table(trials: Iterable[Trial]) -> str:
    """What was tried and what came of it, as a Markdown table."""
    rows = ["| What was tried | How often | Answers promised | Outcome | s |", "|---|--:|--:|---|--:|"]
    for one in trials:
        tried = f"{one.tried:,} {one.unit}" if one.tried else ""
        answers = f"{one.answers:,}" if one.answers else ""
        rows.append(f"| {one.what} | {tried} | {answers} | {one.verdict} | {one.seconds or ''} |")
    return "\n".join(rows)


def write_down(page: Path, trials: Sequence[Trial]) -> None:
    """Put the table with its details between the two marks of the page."""
    head, _, rest = page.read_text("utf-8").partition(BEGIN)
    _, _, tail = rest.partition(END)
    details = "\n".join(f"- {one.what}: {one.details}." for one in trials if one.details)
    today = datetime.now(UTC).date()
    machine = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    written = f"{today}, {machine}, SQLite {sqlite3.sqlite_version}.\n\n{table(trials)}\n\n{details}"
    page.write_text(f"{head}{BEGIN}\n{written}\n{END}{tail}", "utf-8")


def _traced(size: replaying.Size, tell: Tell) -> list[Trial]:
    return replaying.run(size, tell) if which("strace") else [_no_strace("Replay of system calls")]


def _has_display() -> bool:
    return all(map(which, TOOLS))


def _no_display() -> Trial:
    return Trial("SIGKILL while an exam holds the PC", 0, "", skipped=f"not all of {', '.join(TOOLS)} are here")


def _no_strace(what: str) -> Trial:
    return Trial(what, 0, "", skipped="no strace here")


def _fresh(count: int, tell: Tell) -> list[Trial]:
    """The same kills for programs started afresh: slower, and nothing shared with the killer."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="academy-kill-") as folder:
        attacker = Attacker(Path(folder) / "home", LONG_SEED)
        blows = [attacker.strike() for _ in range(count)]
    broken = sum(not (blow.at_work and blow.acknowledged and blow.found.good) for blow in blows)
    tell(f"SIGKILL for fresh programs: {count}, {broken} broken")
    answers = sum(len(blow.acknowledged) for blow in blows)
    seconds = round(time.monotonic() - began)
    return [Trial("SIGKILL for programs started afresh", count, "kills", answers, broken, seconds=seconds)]


def _tell(line: str) -> None:
    sys.stderr.write(line + "\n")
