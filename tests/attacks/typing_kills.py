"""SIGKILL for the app while somebody types a number: what the next start shows in the field."""

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.attacks.forty import ROOT, shared_forty
from tests.attacks.keys import typed_texts
from tests.attacks.reading import chain_fault, checked_rows
from tests.attacks.recording import prepare, screenless
from tests.attacks.replaying import in_memory
from tests.attacks.trial import Tell, Trial

KEYS = 400
MOST_HEARD = 300
LONGEST_WAIT = 0.01  # seconds; several keys are taken in that time


@dataclass(frozen=True, slots=True)
class Typed:
    """One kill. `acknowledged` keys were taken before it; `lost` of them are not in the field that came back."""

    acknowledged: int
    lost: int
    fault: str


def kill_while_typing(folder: Path, assets: Path, seed: int) -> Typed:
    """Kill the app between or inside keys, start it again, and look into the field."""
    home, chance, texts = folder / "home", Random(seed), typed_texts(seed, KEYS)
    prepare(home, assets)
    words = [sys.executable, "-m", "tests.attacks.candidate", str(home), "--assets", str(assets), "--seed", str(seed)]
    with subprocess.Popen([*words, "--type", str(KEYS)], stdout=subprocess.PIPE, **_QUIET) as app:
        assert app.stdout is not None
        told = [app.stdout.readline() for _ in range(chance.randint(1, MOST_HEARD))]
        time.sleep(chance.uniform(0, LONGEST_WAIT))
        app.kill()
        told += app.stdout.readlines()
    again = subprocess.run([*words, "--come-back"], stdout=subprocess.PIPE, check=False, **_QUIET)
    taken = [json.loads(line) for line in told if line.endswith(b"\n")]
    seen = json.loads(again.stdout or b"{}").get("field")
    integrity, rows = checked_rows(home)
    whole = integrity == "ok" and not chain_fault(rows)
    return Typed(len(taken), lost_keys(texts, len(taken), seen), "" if whole else "the database is damaged")


def lost_keys(texts: list[str], taken: int, seen: str | None) -> int:
    """How many acknowledged keys are not in the field; the one in flight may be there or not. All where none fits."""
    if seen in texts[taken - 1 : taken + 1]:
        return 0
    return next((back for back in range(1, taken) if texts[taken - 1 - back] == seen), taken)


def run(times: int, seed: int, tell: Tell) -> list[Trial]:
    """So many kills, each on a home of its own."""
    began, done = time.monotonic(), list[Typed]()
    with in_memory() as folder:
        assets = shared_forty()
        for number in range(times):
            done.append(kill_while_typing(folder / f"typed-{number}", assets, seed + number))
            tell(f"killed while typing {number + 1}: {done[-1].acknowledged} keys taken, {done[-1].lost} lost")
    return [
        Trial(
            "SIGKILL while a number is typed, then a new start",
            times,
            "starts",
            sum(one.acknowledged for one in done),
            sum(bool(one.lost or one.fault) for one in done),
            details=f"{sum(one.lost for one in done)} acknowledged keys lost; the field stands as it was typed",
            seconds=round(time.monotonic() - began),
        )
    ]


_QUIET: dict[str, object] = {"cwd": ROOT, "env": screenless(), "stderr": subprocess.DEVNULL}
