"""`python -m tests.benchmarks`: what the app costs over what it stands on, all measured in one run."""

import argparse
import json
import shlex
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import takewhile
from pathlib import Path

from desktop.demonstration import ensure_demonstration
from tests.benchmarks.certifying import certifying, judging_files, paging, proving
from tests.benchmarks.checking import checking
from tests.benchmarks.collecting import collecting
from tests.benchmarks.drawing import drawing
from tests.benchmarks.grading import grading
from tests.benchmarks.importing import importing
from tests.benchmarks.installing import installing
from tests.benchmarks.judging import judging
from tests.benchmarks.measure import Measured
from tests.benchmarks.opening import opening
from tests.benchmarks.reading import reading
from tests.benchmarks.registering import registering_look_up, registering_page
from tests.benchmarks.regrading import regrading
from tests.benchmarks.replaying import replaying
from tests.benchmarks.saving import saving, saving_in_room
from tests.benchmarks.searching import searching
from tests.benchmarks.shipping import BUNDLE, Peer, beside, bundling, weighing
from tests.benchmarks.showing import scrolling, turning
from tests.benchmarks.starting import starting


@dataclass(frozen=True, slots=True)
class Rounds:
    """How often each yardstick is laid on."""

    start: int
    save: int
    save_in_room: int
    grade: int
    certificate: int
    draw: int
    replay: int
    journal: int
    install: int
    unlock: int
    judge: int
    collect: int
    page: int
    proof: int
    file: int
    read_gift: int
    read_moodle_xml: int
    import_bank: int
    search: int
    register_page: int
    register_look_up: int
    regrade: int
    turn: int
    scroll: int
    bundle: int
    memory: int


LONG = Rounds(
    15,
    save=4000,
    save_in_room=2000,
    grade=200,
    certificate=9,
    draw=30,
    replay=50,
    journal=5,
    install=15,
    unlock=5,
    judge=9,
    collect=3,
    page=30,
    proof=30,
    file=50,
    read_gift=5,
    read_moodle_xml=5,
    import_bank=5,
    search=60,
    register_page=9,
    register_look_up=9,
    regrade=5,
    turn=280,
    scroll=3,
    bundle=15,
    memory=7,
)
SHORT = Rounds(
    5,
    save=800,
    save_in_room=500,
    grade=50,
    certificate=3,
    draw=5,
    replay=10,
    journal=2,
    install=5,
    unlock=2,
    judge=2,
    collect=1,
    page=9,
    proof=9,
    file=9,
    read_gift=1,
    read_moodle_xml=1,
    import_bank=1,
    search=20,
    register_page=2,
    register_look_up=2,
    regrade=1,
    turn=70,
    scroll=1,
    bundle=5,
    memory=3,
)
NAMES = (
    "start",
    "save",
    "save_in_room",
    "grade",
    "certificate",
    "draw",
    "replay",
    "journal",
    "install",
    "unlock",
    "judge",
    "collect",
    "page",
    "proof",
    "file",
    "read_gift",
    "read_moodle_xml",
    "import_bank",
    "search",
    "register_page",
    "register_look_up",
    "regrade",
    "turn",
    "scroll",
    "bundle",
    "memory",
)


def main(words: Sequence[str] | None = None) -> int:
    """0 if every limit is kept."""
    asked = _options().parse_args(words)
    with tempfile.TemporaryDirectory(prefix="academy-bench-", dir=asked.folder) as folder:
        home = Path(folder) / "home"
        home.mkdir()
        ensure_demonstration(home)
        known = yardsticks(home)
        measured = {name: _fairly(known[name], asked.rounds, name) for name in asked.only or _measurable()}
        for peer in asked.peer:
            for one in beside(home, peer, asked.rounds.memory):
                measured[one.name] = one
    document = {name: {**asdict(one), "ratio": one.ratio, "ok": not one.broken} for name, one in measured.items()}
    sys.stdout.write(json.dumps(document, indent=1) + "\n" if asked.json else table(measured.values()))
    return 1 if any(one.broken for one in measured.values()) else 0


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="make bench", description=__doc__)
    options.add_argument("--short", action="store_const", dest="rounds", const=SHORT, default=LONG)
    options.add_argument("--only", action="append", choices=NAMES)
    options.add_argument("--folder", type=Path, help="where the home lies: the disk to be measured")
    options.add_argument("--peer", action="append", default=[], type=_peer, metavar="NAME=COMMAND", help=_PEER)
    options.add_argument("--json", action="store_true")
    return options


_PEER = "another program of Qt, started beside ours; words of settings (A=b) may stand before the command"


def _peer(words: str) -> Peer:
    name, _, call = words.partition("=")
    parts = shlex.split(call)
    settings = list(takewhile(lambda part: "=" in part and "/" not in part.partition("=")[0], parts))
    return Peer(name, parts[len(settings) :], dict(part.split("=", 1) for part in settings))


def _measurable() -> Sequence[str]:
    """All but the bundle where none was built."""
    return NAMES if BUNDLE.exists() else [name for name in NAMES if name != "bundle"]


Yardstick = Callable[[int], Measured]


def yardsticks(home: Path) -> Mapping[str, Yardstick]:
    """All there are; each takes how often it is laid on."""
    return {
        "start": lambda rounds: starting(home, rounds),
        "save": lambda rounds: saving(home, rounds),
        "save_in_room": lambda rounds: saving_in_room(home, rounds),
        "grade": grading,
        "certificate": certifying,
        "draw": drawing,
        "replay": replaying,
        "journal": checking,
        "install": lambda rounds: installing(home, rounds),
        "unlock": opening,
        "judge": judging,
        "collect": collecting,
        "read_gift": lambda rounds: reading("gift", rounds),
        "read_moodle_xml": lambda rounds: reading("moodle-xml", rounds),
        "page": paging,
        "proof": proving,
        "file": judging_files,
        "import_bank": importing,
        "search": searching,
        "register_page": registering_page,
        "register_look_up": registering_look_up,
        "regrade": regrading,
        "turn": lambda rounds: turning(home, rounds),
        "scroll": lambda rounds: scrolling(home, rounds),
        "bundle": lambda rounds: bundling(home, rounds),
        "memory": lambda rounds: weighing(home, rounds),
    }


def _fairly(yardstick: Yardstick, rounds: Rounds, name: str) -> Measured:
    """A broken limit must break again over three times the rounds: one bad moment of the machine is no verdict."""
    count = int(getattr(rounds, name))
    measured = yardstick(count)
    return yardstick(3 * count) if measured.broken else measured


def table(measured: Sequence[Measured]) -> str:
    """One line for each yardstick."""
    head = f"{'':24}{'ours':>11}{'bare':>11}{'ratio':>8}{'limit':>8}\n"
    return head + "".join(_line(one) for one in measured)


def _line(one: Measured) -> str:
    bare = "-" if one.bare_ms is None else f"{one.bare_ms:.3g} {one.unit}"
    ratio = "-" if one.ratio is None else f"{one.ratio:.2f}"
    limit = "-" if one.limit is None else f"{one.limit:.2f}"
    against = f"against {one.bare_name}" if one.bare_name else ""
    tails = f"p99 {one.tails_ms[0]:.3g} ms against {one.tails_ms[1]:.3g} ms" if one.tails_ms else ""
    goal = f"goal {one.goal:.2f}" if one.goal else ""
    told = "; ".join(part for part in (against, f"median of {one.rounds}", tails, goal, one.note) if part)
    broken = "  OVER THE LIMIT" if one.broken else ""
    return f"{one.name:24}{f'{one.ours_ms:.3g} {one.unit}':>11}{bare:>11}{ratio:>8}{limit:>8}  {told}{broken}\n"


if __name__ == "__main__":
    raise SystemExit(main())
