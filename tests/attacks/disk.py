"""A model of a disk under POSIX: what is synced stays; of the rest anything may be there after a crash, or not.

Bytes reach the disk in sectors of 512, in any order, and a sector never half. A file's length and the names of a
folder are facts of their own, each of which may be on the disk or not until file or folder is synced.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from tests.attacks.trace import Append, Cut, Make, Operation, Rename, Sync, Unlink, Write

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes of one write that lie in one sector."""

    offset: int
    data: bytes

    @property
    def sector(self) -> int:
        """Which sector they lie in."""
        return self.offset // SECTOR


Change = Piece | Cut
KeepNames = Callable[[int], Sequence[bool]]
"""Chooses which of so many changes of names reached the disk."""


@dataclass(slots=True)
class File:
    """`synced` is on the disk for certain; `size` is what the running system sees."""

    synced: bytes = b""
    waiting: list[Change] = field(default_factory=list)
    size: int = 0

    def write(self, offset: int, data: bytes) -> None:
        """Bytes in the system's cache."""
        at = 0
        while at < len(data):
            end = min(len(data), at + SECTOR - (offset + at) % SECTOR)
            self.waiting.append(Piece(offset + at, data[at:end]))
            at = end
        self.size = max(self.size, offset + len(data))

    def cut(self, one: Cut) -> None:
        """Another length, in the system's cache."""
        self.waiting.append(one)
        self.size = one.size

    def sync(self) -> None:
        """Everything so far is on the disk."""
        self.synced, self.waiting = self.after(self.waiting), []

    def after(self, kept: Sequence[Change]) -> bytes:
        """What a crash leaves if of all that waited this was kept; the very same bytes as before if nothing was."""
        if not kept:
            return self.synced
        content = bytearray(self.synced)
        for change in kept:
            if isinstance(change, Cut):
                _resize(content, change.size)
            else:
                _resize(content, max(len(content), change.offset))
                content[change.offset : change.offset + len(change.data)] = change.data
        return bytes(content)


Keep = Callable[[File], Sequence[Change]]
"""Chooses, of what waits in a file, what reached the disk; keeps the order."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """One change of a folder's names that is not synced: a file under a name, or None where a name goes."""

    names: Mapping[str, "File | None"]


class Disk:
    """All files of one home, by what was done to them."""

    def __init__(self, before: Mapping[str, bytes]) -> None:
        self._synced = {path: File(content, [], len(content)) for path, content in before.items()}
        self._seen = dict(self._synced)
        self._names: list[Renaming] = []

    def do(self, one: Operation) -> None:
        """The next thing that happened."""
        match one:
            case Write(path, offset, data):
                self._file(path).write(offset, data)
            case Append(path, data):
                file = self._file(path)
                file.write(file.size, data)
            case Cut(path, _):
                self._file(path).cut(one)
            case Make(path, emptied):
                self._make(path, emptied)
            case Unlink(path):
                self._seen.pop(path, None)
                self._names.append(Renaming({path: None}))
            case Rename(source, target):
                moved = self._seen.pop(source)
                self._seen[target] = moved
                self._names.append(Renaming({source: None, target: moved}))
            case Sync(path):
                self._sync(path)

    @property
    def is_calm(self) -> bool:
        """True where a crash can take nothing."""
        return not self._names and not any(file.waiting for file in self._seen.values())

    @property
    def names_wait(self) -> bool:
        """True where a crash may take changes of names."""
        return bool(self._names)

    def crash(self, keep: Keep, keep_names: KeepNames) -> dict[str, bytes]:
        """One of the states that a crash at this instant may leave."""
        names = dict(self._synced)
        chosen = keep_names(len(self._names))
        for change, kept in zip(self._names, chosen, strict=True):
            if kept:
                names.update({path: file for path, file in change.names.items() if file is not None})
                for path in (path for path, file in change.names.items() if file is None):
                    names.pop(path, None)
        return {path: file.after(keep(file)) for path, file in names.items()}

    def _file(self, path: str) -> File:
        return self._seen[path]

    def _make(self, path: str, emptied: bool) -> None:
        if path not in self._seen:
            self._seen[path] = File()
            self._names.append(Renaming({path: self._seen[path]}))
        elif emptied and self._seen[path].size:
            self._seen[path].cut(Cut(path, 0))

    def _sync(self, path: str) -> None:
        """A file's sync brings no name of it to the disk; a folder's sync brings the names and no content."""
        if path in self._seen:
            self._seen[path].sync()
            return
        here = [one for one in self._names if any(str(PurePosixPath(name).parent) == path for name in one.names)]
        for change in here:
            for name, file in change.names.items():
                if file is None:
                    self._synced.pop(name, None)
                else:
                    self._synced[name] = file
        self._names = [one for one in self._names if one not in here]


def _resize(content: bytearray, size: int) -> None:
    if size < len(content):
        del content[size:]
    else:
        content.extend(bytes(size - len(content)))
