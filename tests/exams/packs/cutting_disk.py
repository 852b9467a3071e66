"""A disk that loses its power at a chosen point, and with it what was not synced: bytes, and names in folders.

Every byte written is a point, and so is every other thing done, each of several done together as well. After the cut
`lose` lets folders forget any of their unsynced names, and each unsynced file any part of its end.
"""

from dataclasses import dataclass
from pathlib import Path
from random import Random

from exams.packs.disk import Disk

NEVER = 10**12


class PowerCut(Exception):
    """The moment the light goes out."""


@dataclass(eq=False)
class Name:
    """A name made at `path`, or moved there from `source` over the bytes `before`."""

    path: Path
    source: Path | None = None
    before: bytes | None = None
    synced: bool = False

    def of(self, path):
        """Where a path lies after this move."""
        if self.source is None or not path.is_relative_to(self.source):
            return path
        return self.path / path.relative_to(self.source)

    def forget(self, later):
        """As if it had never been; `later` are the names after it that are not forgotten."""
        if self.source is None:
            CuttingDisk.now(self.path, later).unlink(missing_ok=True)
        elif not self.source.exists():
            self.path.rename(self.source)
            if self.before is not None:
                self.path.write_bytes(self.before)


class CuttingDisk:
    """`marks` are the points at which one thing ended and the next began."""

    def __init__(self, folder, points=NEVER):
        self.left, self.used, self.marks = points, 0, []
        self._there = {path for path in folder.rglob("*") if path.is_file()}
        self._unsynced, self._names = set(), []

    @property
    def seam(self):
        return Disk(self.write, self.sync_file, self.sync_folder, self.sync_all, self.rename, self.replace)

    def write(self, file, raw):
        path = Path(file.name)
        self.made(path)
        room = raw[: self.left]
        file.write(room)
        file.flush()
        self._spend(len(room))
        if len(room) < len(raw):
            raise PowerCut

    def made(self, path):
        """A file that is on the disk neither with its bytes nor with its name."""
        self._unsynced.add(path)
        if path not in self._there:
            self._there.add(path)
            self._names.append(Name(path))

    def sync_file(self, path):
        self._step()
        self._unsynced.discard(path)

    def sync_folder(self, folder):
        self._step()
        for place, name in enumerate(self._names):
            name.synced |= self.now(name.path, self._names[place + 1 :]).parent == folder

    def sync_all(self, paths):
        """In no order: the power may go between any two."""
        for path in Random(self.used).sample(paths, len(paths)):
            (self.sync_folder if path.is_dir() else self.sync_file)(path)

    def rename(self, source, target):
        self._step()
        source.rename(target)
        self._moved(source, target, None)

    def replace(self, source, target):
        self._step()
        before = target.read_bytes() if target.exists() else None
        source.replace(target)
        self._moved(source, target, before)

    def lose(self, chance: Random):
        """What a power cut may take."""
        for path in sorted(self._unsynced):
            if path.exists():
                raw = path.read_bytes()
                kept = chance.choice([0, len(raw), chance.randint(0, len(raw))])
                path.write_bytes(raw[:kept] + b"\0" * chance.choice([0, len(raw) - kept]))
        kept = []
        for name in reversed(self._names):
            if name.synced or self._was_moved_by(name, kept) or chance.random() < 0.5:
                kept.insert(0, name)
            else:
                name.forget(kept)

    @staticmethod
    def _was_moved_by(name, kept):
        """A file whose move into another's place is on the disk is there, whatever became of its first name."""
        return name.source is None and any(name.path == move.source for move in kept)

    @staticmethod
    def now(path, later):
        """Where a path lies after these names were moved."""
        for name in later:
            path = name.of(path)
        return path

    def _step(self):
        if self.left <= 0:
            raise PowerCut
        self._spend(1)

    def _spend(self, points):
        self.left -= points
        self.used += points
        self.marks.append(self.used)

    def _moved(self, source, target, before):
        move = Name(target, source, before)
        self._unsynced = {move.of(path) for path in self._unsynced}
        self._there = {move.of(path) for path in self._there}
        self._names.append(move)
