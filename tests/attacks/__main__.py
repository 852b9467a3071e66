"""`python -m tests.attacks`: every attack on the promise that no acknowledged answer is lost, and a table of them.

With `--kills N` only that many kills of programs started afresh.
"""

import argparse
import json
import secrets
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.attacks.kill import Attacker, Blow
from tests.attacks.torture import parts, torture


def main(words: Sequence[str] | None = None) -> int:
    """0 if every attack fell as it was meant to and not one acknowledged answer is gone."""
    asked = _options().parse_args(words)
    if asked.kills is None:
        return 0 if torture(short=asked.short, only=asked.only) else 1
    seed = secrets.randbelow(1_000_000) if asked.seed is None else asked.seed
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="academy-kill-", dir=asked.folder) as folder:
        attacker = Attacker(Path(folder) / "home", seed)
        blows = [_told(number, attacker.strike()) for number in range(1, asked.kills + 1)]
    summary = _summary(blows, seed)
    if asked.json:
        sys.stdout.write(json.dumps(summary, indent=1) + "\n")
    else:
        sys.stdout.write(_text(summary, time.monotonic() - began))
    return 0 if summary["ok"] else 1


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="make torture", description=__doc__)
    options.add_argument("--short", action="store_true", help="a few minutes; nothing is written down")
    options.add_argument("--only", nargs="+", default=(), choices=tuple(parts(short=True)), metavar="PART")
    options.add_argument("--kills", type=int, metavar="N", help="only so many kills, with what follows")
    options.add_argument("--seed", type=int, help="of the moments and of the robots; random where it is not given")
    options.add_argument("--folder", type=Path, help="where the home lies while it is attacked: the disk to be tested")
    options.add_argument("--json", action="store_true")
    return options


def _told(number: int, blow: Blow) -> Blow:
    where = "in the middle of a paper" if blow.found.open_people else "between two papers"
    verdict = "nothing lost" if blow.found.good else f"LOST {len(blow.found.lost)}, integrity {blow.found.integrity}"
    moment = where if blow.at_work else "TOO LATE, the rehearsal had ended"
    sys.stderr.write(f"kill {number:3}  {moment}, {len(blow.acknowledged)} answers acknowledged: {verdict}\n")
    return blow


def _summary(blows: Sequence[Blow], seed: int) -> dict[str, object]:
    in_time = sum(blow.at_work for blow in blows)
    return {
        "ok": in_time == len(blows) and all(blow.found.good and blow.acknowledged for blow in blows),
        "seed": seed,
        "kills": len(blows),
        "while_writing": in_time,
        "in_the_middle_of_a_paper": sum(bool(blow.found.open_people) for blow in blows),
        "acknowledged": sum(len(blow.acknowledged) for blow in blows),
        "lost": len({one for blow in blows for one in blow.found.lost}),
        "committed_but_unheard": blows[-1].found.unheard if blows else 0,
        "chain_whole": sum(blow.found.chain_whole for blow in blows),
        "integrity_ok": sum(blow.found.integrity == "ok" for blow in blows),
    }


def _text(summary: dict[str, object], seconds: float) -> str:
    return (
        "{kills} kills (seed {seed}): {while_writing} while answers were written,"
        " {in_the_middle_of_a_paper} of them in the middle of a paper\n"
        "{acknowledged} answers acknowledged, {lost} lost;"
        " {committed_but_unheard} more were on the disk before anybody was told\n"
        "chain whole {chain_whole} of {kills}, integrity_check ok {integrity_ok} of {kills}"
    ).format_map(summary) + f"; {seconds:.0f} s\n"


if __name__ == "__main__":
    raise SystemExit(main())
