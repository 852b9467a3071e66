"""The replay as rows of the table: the shipped way over several seeds, and the controls that must be caught."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import disk_usage
from tempfile import TemporaryDirectory

from tests.attacks.forty import ITEMS, shared_forty
from tests.attacks.recording import record
from tests.attacks.replay import Outcome, replay
from tests.attacks.trial import Tell, Trial
from tests.attacks.variants import CHECKPOINTS, CONTROLS, SHIPPED, TITLES

MEMORY = Path("/dev/shm")
ENOUGH = 512 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Size:
    """How much is tried; `draws` are random picks at each crash point, of the shipped way and of a control."""

    seeds: tuple[int, ...]
    draws: int
    control_draws: int
    items: int = ITEMS


LONG = Size(seeds=(1, 2, 3), draws=64, control_draws=5)
SHORT = Size(seeds=(1,), draws=0, control_draws=0, items=8)


def run(size: Size, tell: Tell) -> list[Trial]:
    """Record, rebuild, judge."""
    with in_memory() as folder:
        assets = shared_forty()
        ways = [(SHIPPED, size.seeds, size.draws), (CHECKPOINTS, size.seeds, size.draws)]
        ways += [(control, size.seeds[:1], size.control_draws) for control in CONTROLS]
        return [_way(folder, assets, way, size.items, tell) for way in ways]


@contextmanager
def in_memory() -> Iterator[Path]:
    """A folder that costs no disk: states are written by the ten thousand."""
    roomy = MEMORY.is_dir() and disk_usage(MEMORY).free > ENOUGH
    with TemporaryDirectory(prefix="academy-", dir=MEMORY if roomy else None) as folder:
        yield Path(folder)


def _way(folder: Path, assets: Path, way: tuple[str, tuple[int, ...], int], items: int, tell: Tell) -> Trial:
    variant, seeds, draws = way
    began, control, outcome = time.monotonic(), variant in CONTROLS, Outcome(variant)
    for seed in seeds:
        recording = record(folder / "recorded", assets, variant, seed, items)
        replay(recording, outcome, folder / "states", draws, by_the_app=not control)
        tell(f"replay, {TITLES[variant]}, seed {seed}: {outcome.states} states so far, {outcome.violated} broken")
    return trial_of(outcome, len(seeds), control=control, seconds=round(time.monotonic() - began))


def trial_of(outcome: Outcome, seeds: int, *, control: bool, seconds: int = 0) -> Trial:
    """One row."""
    kinds = ", ".join(f"{kind} {count:,}" for kind, count in outcome.kinds.most_common())
    found = "; ".join(f"{fault}: {count:,}" for fault, count in outcome.violations.most_common())
    details = f"{outcome.points:,} crash points over {seeds} seed(s); {kinds}" + (f". Found: {found}" if found else "")
    return Trial(
        f"Replay of system calls, {TITLES[outcome.variant]}",
        outcome.states,
        "states",
        outcome.answers,
        outcome.violated,
        control,
        details,
        seconds,
    )
