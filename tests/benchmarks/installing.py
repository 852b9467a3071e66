"""The demonstration's pack taken in by a branch, and what no way of taking it in can do without.

Bare: its files copied out, each flushed to the disk, one signature checked and every byte hashed once. Building the
content database is measured apart: a copy has none.
"""

import shutil
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from desktop.assets import demonstration_parts
from exams import read_parts
from exams.desk import branch_desk
from exams.desk.branch_desk import BranchDesk
from exams.desk.demonstration_chain import LEAST_WORK, PACK, PASSPHRASE
from exams.desk.hq_desk import set_up_hq
from exams.desk.hq_files import PackPlan
from exams.packs.container import PackReader
from exams.packs.disk import DISK, sync_tree, write_file
from exams.packs.verify import verify_pack
from exams.store.trust_files import load_trust
from exams.timing.clock import SystemClock
from tests.benchmarks.measure import Measured, in_turn, seconds_of

APP = "0.1.0"


def installing(home: Path, rounds: int) -> Measured:
    """From a file on this disk to the pack in use; every round in a home that has none."""
    with TemporaryDirectory(prefix="install-", dir=home.parent) as folder:
        place = Path(folder)
        pack, trusted = _published(place)
        ours, bare = _Install(place / "branch", trusted, pack), _Copy(place / "copy", trusted, pack)
        ours_ms, bare_ms = in_turn(rounds, ours, bare)
        size = pack.stat().st_size / 1e6
    note = f"{size:.2f} MB; its database {median(ours.built) * 1000:.0f} ms more"
    return Measured("pack installed", ours_ms, rounds, "its files copied and checked", bare_ms, limit=3.0, note=note)


def _published(place: Path) -> tuple[Path, Path]:
    """The pack, and a home that follows its headquarters and has no pack yet."""
    pack, trusted = place / f"{PACK}-1.pack", place / "trusted"
    with set_up_hq(place, lambda _name, _new: PASSPHRASE, "bench", work=LEAST_WORK) as desk:
        desk.publish(read_parts(demonstration_parts()), pack, PackPlan(PACK, 1, app=APP, demonstration=True))
        _install(trusted, *desk.root_files(), desk.revocation_path)
    return pack, trusted


def _install(home: Path, *files: Path) -> None:
    desk = BranchDesk(home, app=APP, branch="DEMO-01", clock=SystemClock(), journal=None)
    for arrival in desk.install(files):
        if arrival.error is not None:
            raise arrival.error


class _Install:
    """Seconds without those that building the database took; these are kept in `built`."""

    def __init__(self, home: Path, trusted: Path, pack: Path) -> None:
        self._home, self._trusted, self._pack = home, trusted, pack
        self.built: list[float] = []

    def __call__(self) -> float:
        shutil.rmtree(self._home, ignore_errors=True)
        shutil.copytree(self._trusted, self._home)
        genuine = branch_desk.build_open_content

        def build(course: bytes, out: Path, sha256: str) -> None:
            self.built.append(seconds_of(lambda: genuine(course, out, sha256)))

        branch_desk.build_open_content = build
        try:
            return seconds_of(lambda: _install(self._home, self._pack)) - self.built[-1]
        finally:
            branch_desk.build_open_content = genuine


class _Copy:
    def __init__(self, out: Path, trusted: Path, pack: Path) -> None:
        self._out, self._state, self._pack = out, load_trust(trusted), pack
        self._now = SystemClock().now().wt

    def __call__(self) -> float:
        shutil.rmtree(self._out, ignore_errors=True)
        return seconds_of(self._copied)

    def _copied(self) -> None:
        with self._pack.open("rb") as file:
            reader = PackReader(file)
            verify_pack(reader, self._state, self._now, APP)
            for name in reader.names():
                write_file(DISK, self._out / name, reader.chunks(name))
        sync_tree(DISK, self._out)
