"""The demonstration's pack taken in by a branch, beside a plain copy of the same file to the same disk.

Bare: the file copied, it and its folder flushed as a careful copy would be, and one Ed25519 signature checked. What a
copy costs that nobody flushes is told in the note.
"""

import shutil
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from desktop.assets import demonstration_parts
from exams import read_parts
from exams.desk.branch_desk import BranchDesk
from exams.desk.demonstration_chain import LEAST_WORK, PACK, PASSPHRASE
from exams.desk.hq_desk import set_up_hq
from exams.desk.hq_files import PackPlan
from exams.packs.disk import DISK
from exams.timing.clock import SystemClock
from exams.trust.keys import SigningKey, signature_fits
from tests.benchmarks.measure import Measured, in_turn, seconds_of

APP = "0.1.0"


def installing(home: Path, rounds: int) -> Measured:
    """From a file on this disk to the pack in use; every round in a home that has none."""
    with TemporaryDirectory(prefix="install-", dir=home.parent) as folder:
        place = Path(folder)
        pack, trusted = _published(place)
        ours, bare = _Install(place / "branch", trusted, pack), _Copy(place / "copy", pack)
        ours_ms, bare_ms = in_turn(rounds, ours, bare)
        size = pack.stat().st_size / 1e6
    unflushed_ms = median(bare.unflushed) * 1000
    note = f"{size:.2f} MB; {ours_ms / unflushed_ms:.1f} times a copy that is not flushed ({unflushed_ms:.2g} ms)"
    return Measured("pack installed", ours_ms, rounds, "a flushed copy, one signature", bare_ms, limit=3.0, note=note)


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
    def __init__(self, home: Path, trusted: Path, pack: Path) -> None:
        self._home, self._trusted, self._pack = home, trusted, pack

    def __call__(self) -> float:
        shutil.rmtree(self._home, ignore_errors=True)
        shutil.copytree(self._trusted, self._home)
        DISK.sync_folder(self._home.parent)
        return seconds_of(lambda: _install(self._home, self._pack))


class _Copy:
    """`unflushed` are the seconds that the copies alone took."""

    def __init__(self, out: Path, pack: Path) -> None:
        self._out, self._pack, self._key = out, pack, SigningKey.generate()
        self._signed = self._key.sign(b"a manifest")
        self.unflushed: list[float] = []

    def __call__(self) -> float:
        shutil.rmtree(self._out, ignore_errors=True)
        self._out.mkdir()
        DISK.sync_folder(self._out.parent)
        self.unflushed.append(seconds_of(lambda: shutil.copyfile(self._pack, self._out / "copy")))
        return self.unflushed[-1] + seconds_of(self._made_sure)

    def _made_sure(self) -> None:
        DISK.sync_file(self._out / "copy")
        DISK.sync_folder(self._out)
        assert signature_fits(self._key.public, b"a manifest", self._signed)
