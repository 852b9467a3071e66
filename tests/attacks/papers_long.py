"""`python -m tests.attacks.papers_long`: thousands of papers of the full form, every one held against its blueprint."""

import argparse
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from exams.items.item import Item
from exams.papers.draw import Candidate, draw_from
from exams.papers.errors import Infeasible
from exams.papers.feasible import check_feasible
from exams.papers.pool import Pool, prepare
from exams.papers.shortage import Lack, Shortage
from tests.exams.papers.full_form import (
    TODAY,
    digest,
    full_bank,
    full_blueprint,
    in_turn,
    names_of,
    some_papers,
    three_papers,
    two_versions,
    violations,
)

ROOT = Path(__file__).resolve().parents[2]
PLACES = (("1", "C", "UTC"), ("4242", "tr_TR.UTF-8", "Asia/Shanghai"), ("0", "zh_CN.GBK", "XYZ11"))
RULES = ("types", "levels", "twice", "enemies", "red line", "versions", "numbers", "options", "points", "positions")


@dataclass(slots=True)
class Drawn:
    """What was found over many papers of one bank."""

    papers: int = 0
    retakes: int = 0
    most_seen: int = 0
    broken: Counter[str] = field(default_factory=Counter)
    draws: Counter[tuple[str, ...]] = field(default_factory=Counter)

    def take(self, pool: Pool, paper, seen: frozenset[str]) -> None:
        """Hold one more paper against its blueprint."""
        self.papers += 1
        self.retakes += bool(seen)
        self.most_seen = max(self.most_seen, len(names_of(paper) & seen))
        self.broken.update(violations(pool, paper, seen))
        for place in paper.items:
            if place.numbers:
                self.draws[place.item, *place.numbers.values()] += 1

    @property
    def numerical(self) -> tuple[int, int]:
        """Numerical places, and how many different draws stand in them."""
        return sum(self.draws.values()), len(self.draws)


def drawn(bank: Sequence[Item], people: int, attempts: int) -> Drawn:
    """So many people's attempts in turn."""
    pool, found = prepare(full_blueprint(), bank, TODAY), Drawn()
    for number in range(people):
        for paper, seen in in_turn(pool, f"R{number:05d}", attempts):
            found.take(pool, paper, seen)
    return found


def elsewhere(count: int) -> tuple[int, int]:
    """Processes with another hash seed, locale and time zone, and how many of them drew the same bytes."""
    here = digest(some_papers(count))
    command = [sys.executable, "-m", "tests.exams.papers.full_form", str(count)]
    same = 0
    for hash_seed, lang, zone in PLACES:
        env = {**os.environ, "PYTHONHASHSEED": hash_seed, "LANG": lang, "LC_ALL": lang, "TZ": zone}
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True, text=True)
        same += done.stdout == here
    return len(PLACES), same


def refusals() -> tuple[int, int]:
    """Every cell and level of the form made one item too short, and how often exactly that was said."""
    cases = list(_short_banks())
    return len(cases), sum(_refused(bank, gap) for bank, gap in cases)


def _short_banks() -> Iterator[tuple[tuple[Item, ...], Shortage]]:
    blueprint = full_blueprint()
    useful = prepare(
        blueprint, full_bank(), TODAY
    ).items.values()  # not those of a level that a chapter has no room for
    bank = tuple(replace(item, enemies=()) for item in useful)
    for (chapter, kind), wanted in blueprint.cells.items():
        there = [item for item in bank if (item.chapter, item.type) == (chapter, kind)]
        yield _without(bank, there[wanted - 1 :]), Shortage(chapter, kind, None, wanted, wanted - 1, Lack.TYPE)
    for (chapter, level), wanted in blueprint.levels.items():
        there = [item for item in bank if (item.chapter, item.level) == (chapter, level)]
        if wanted:
            yield _without(bank, there[wanted - 1 :]), Shortage(chapter, None, level, wanted, wanted - 1, Lack.LEVEL)


def _without(bank: Sequence[Item], gone: Sequence[Item]) -> tuple[Item, ...]:
    names = {item.id for item in gone}
    return tuple(item for item in bank if item.id not in names)


def _refused(bank: tuple[Item, ...], gap: Shortage) -> bool:
    gaps = check_feasible(full_blueprint(), bank, TODAY)
    try:
        draw_from(prepare(full_blueprint(), bank, TODAY), Candidate("s", "A001", "", 1))
    except Infeasible as refused:
        return gap in gaps and refused.cells == gaps
    return False


def attack(papers: int) -> dict[str, object]:
    """Everything that is tried, as plain values; `ok` where nothing was broken."""
    large = drawn(two_versions(full_bank()), papers // 2, 2)
    banks = [drawn(three_papers(number), max(1, papers // 150), 3) for number in range(5)]
    small = Drawn(
        sum(one.papers for one in banks), sum(one.retakes for one in banks), max(one.most_seen for one in banks)
    )
    small.broken = sum((one.broken for one in banks), Counter())
    processes, same = elsewhere(min(100, papers))
    cells, refused = refusals()
    numerical, different = large.numerical
    broken = {name: large.broken[name] for name in RULES}
    return {
        "ok": not (large.broken or small.broken) and same == processes and refused == cells,
        "papers": large.papers,
        "broken": broken,
        "retakes": large.retakes,
        "most_seen": large.most_seen,
        "numerical_places": numerical,
        "different_draws": different,
        "small_bank_papers": small.papers,
        "small_bank_retakes": small.retakes,
        "small_bank_broken": sum(small.broken.values()),
        "small_bank_most_seen": small.most_seen,
        "processes": processes,
        "same_bytes": same,
        "short_cells": cells,
        "refused_with_count": refused,
    }


LINES = (
    ("papers of 70 items from a bank of 468, half of them retakes", "{papers}"),
    ("  chapter x type not met", "{types}"),
    ("  chapter x level not met", "{levels}"),
    ("  enemies together, or an item twice", "{enemies}"),
    ("  red-line items other than 8", "{red}"),
    ("  another version than the newest of the bank", "{versions}"),
    ("  numbers, options, points or positions wrong", "{rest}"),
    ("  most items seen before in one of {retakes} retakes", "{most_seen} of 70"),
    ("  different draws in {numerical_places} numerical places", "{different_draws}"),
    ("papers from five banks of three papers each (210 items)", "{small_bank_papers}"),
    ("  blueprint not met", "{small_bank_broken}"),
    ("  most items seen before in one of {small_bank_retakes} second and third tries", "{small_bank_most_seen} of 70"),
    ("other processes, hash seeds, locales, zones with the same bytes", "{same_bytes} of {processes}"),
    ("cells one item short, refused with that count", "{refused_with_count} of {short_cells}"),
)


def table(found: Mapping[str, object]) -> str:
    """What was tried and what came of it, a line each."""
    broken = found["broken"]
    assert isinstance(broken, Mapping)
    facts = {
        **found,
        **broken,
        "enemies": broken["enemies"] + broken["twice"],
        "red": broken["red line"],
        "rest": sum(broken[name] for name in ("numbers", "options", "points", "positions")),
    }
    return "".join(f"{label.format_map(facts):66}{value.format_map(facts):>12}\n" for label, value in LINES)


def main(words: Sequence[str] | None = None) -> int:
    """0 if every paper meets its blueprint."""
    options = argparse.ArgumentParser(prog="python -m tests.attacks.papers_long", description=__doc__)
    options.add_argument("--papers", type=int, default=10_000, metavar="N")
    options.add_argument("--json", action="store_true")
    asked = options.parse_args(words)
    began = time.monotonic()
    found = attack(asked.papers)
    told = json.dumps(found, indent=1) if asked.json else f"{table(found)}{time.monotonic() - began:.0f} s"
    sys.stdout.write(told + "\n")
    return 0 if found["ok"] else 1


if __name__ == "__main__":
    raise SystemExit(main())
