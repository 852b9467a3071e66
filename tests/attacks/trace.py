"""From strace's log to what was done to the files of one folder, in order; what is not understood is an error."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.attacks.marks import Mark, read_mark

STRACE = ("strace", "-f", "--seccomp-bpf")
"""A process is stopped only at the calls that are watched, not at every one."""

CALLS = (
    "openat,open,creat,pwrite64,write,pwritev,writev,fsync,fdatasync,sync_file_range,ftruncate,truncate,fallocate,"
    "unlink,unlinkat,rename,renameat,renameat2,sendfile,copy_file_range"
)
_OPENING = frozenset({"openat", "open"})
_UNFINISHED = re.compile(r"^(\d+) +(.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"^(\d+) +<\.\.\. (\w+) resumed>(.*)$")
_CALL = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+|\?)(?:<(.*?)>)?(?: .*)?$")
_HANDLE = re.compile(r"^\d+<(.*?)>")
_HANDLE_OUT = re.compile(r"^\d+<(.*?)>, \d+<(.*?)>")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')


class NotUnderstood(Exception):
    """A system call that the model of the disk has no rule for."""


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes put into a file."""

    path: str
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Append:
    """Bytes put at the end of a file, wherever that is."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """A file given another length."""

    path: str
    size: int


@dataclass(frozen=True, slots=True)
class Make:
    """A file opened that may be new."""

    path: str
    emptied: bool


@dataclass(frozen=True, slots=True)
class Unlink:
    """A name taken away."""

    path: str


@dataclass(frozen=True, slots=True)
class Rename:
    """A name changed, or put in another's place."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Sync:
    """What was written to a file, or to a folder's list of names, is on the disk now."""

    path: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """A call that may have changed a file, and has no rule here."""

    path: str
    call: str


Operation = Unknown | Write | Append | Cut | Make | Unlink | Rename | Sync


def read_trace(log: Path, database: Path, marks: Path) -> Iterator[Operation | Mark]:
    """Everything that was done to a database's files and to their folder, and each mark where it was written."""
    for call in _calls(log.read_text("ascii", "replace").splitlines()):
        found = _CALL.match(call)
        if found is None or found.group(4).startswith(("-", "?")):
            continue
        name, words, result, opened = found.group(2, 3, 4, 5)
        opened = _decoded(opened or "")
        if name == "write" and _path(words) == str(marks):
            yield read_mark(_bytes(words))
            continue
        if name not in _OPENING or "O_CREAT" in words or "O_TRUNC" in words:
            done = _operation(name, words, int(result), opened)
            if _concerns(done, database):
                yield done


def _calls(lines: Iterable[str]) -> Iterator[str]:
    """Whole calls, in the order in which they came back."""
    waiting: dict[str, str] = {}
    for line in lines:
        if cut := _UNFINISHED.match(line):
            waiting[cut.group(1)] = cut.group(2)
        elif again := _RESUMED.match(line):
            yield f"{again.group(1)} {waiting.pop(again.group(1))}{again.group(3)}"
        else:
            yield line


def _operation(name: str, words: str, result: int, opened: str) -> Operation:
    match name:
        case "openat" | "open" | "creat":
            done: Operation = Make(opened, "O_TRUNC" in words)
        case "pwrite64":
            done = Write(_path(words), int(words.rsplit(", ", 1)[1]), _bytes(words)[:result])
        case "write":
            done = Append(_path(words), _bytes(words)[:result])
        case "ftruncate":
            done = Cut(_path(words), int(words.rsplit(", ", 1)[1]))
        case "fsync" | "fdatasync":
            done = Sync(_path(words))
        case "unlink" | "unlinkat":
            done = Unlink(_names(words)[-1])
        case _ if name.startswith("rename"):
            done = Rename(*_names(words))
        case _:
            done = Unknown(_written_to(words), name)
    return done


def _concerns(one: Operation, database: Path) -> bool:
    path = one.target if isinstance(one, Rename) else one.path
    if not path.startswith(str(database)) and path != str(database.parent):
        return False
    if path.endswith("-shm"):
        return False  # never synced and never read after a crash: SQLite builds it anew
    if isinstance(one, Unknown):
        raise NotUnderstood(f"{one.call} {path}")
    return True


def _path(words: str) -> str:
    found = _HANDLE.match(words)
    return _decoded(found.group(1)) if found else ""


def _written_to(words: str) -> str:
    """Where a call without a rule may have written: the second handle of copies, else the first."""
    both = _HANDLE_OUT.match(words)
    return _decoded(both.group(1)) if both else _path(words)


def _bytes(words: str) -> bytes:
    found = _STRING.search(words)
    if found is None or found.group(2):
        raise NotUnderstood(f"cut short: {words[:80]}")
    return _hex(found.group(1))


def _names(words: str) -> list[str]:
    return [os.fsdecode(_hex(text)) for text, _ in _STRING.findall(words)]


def _decoded(path: str) -> str:
    """A path as strace shows it beside a handle; "(deleted)" of one that has lost its name."""
    return os.fsdecode(_hex(path)) if path.startswith("\\x") else path


def _hex(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
