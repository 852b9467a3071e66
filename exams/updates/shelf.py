"""Which program is in use: `program/` of a home, a folder per version and a pointer that is switched in one step.

Read at every start by the installed program, before anything heavy: so this module loads nothing of the rest.
"""

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = "program"
POINTER = "active.json"
TRYING = "trying"
_VERSION = re.compile(r"[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}", re.ASCII)
_MOST = 256  # bytes: three short fields, and nothing as deep as to exhaust the reader


@dataclass(frozen=True, slots=True)
class InUse:
    """`previous` is the version before, empty for the installed one; `proved` once it has shown its window."""

    version: str
    previous: str = ""
    proved: bool = False


def programs(home: Path) -> Path:
    """The folder of all that was taken in."""
    return home / FOLDER


def read_pointer(home: Path) -> InUse | None:
    """What the pointer says; None where there is none, it is spoilt, or it names what no version is called."""
    try:
        with (programs(home) / POINTER).open("rb") as file:
            table = json.loads(file.read(_MOST))
        found = InUse(table["version"], table["previous"], table["proved"] is True)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    names = (found.version, *filter(None, (found.previous,)))
    return found if all(isinstance(name, str) and _VERSION.fullmatch(name) for name in names) else None


def pointer_bytes(pointer: InUse) -> bytes:
    """As it lies on the disk."""
    table = {"version": pointer.version, "previous": pointer.previous, "proved": pointer.proved}
    return json.dumps(table, sort_keys=True).encode()


def successor(home: Path, own: str) -> InUse | None:
    """The newer program that the installed one of version `own` hands over to; None where it is to run itself.

    One that was started and never showed its window is passed over.
    """
    pointer = read_pointer(home)
    if pointer is None or _order(pointer.version) <= _order(own):
        return None
    return None if not pointer.proved and was_tried(home, pointer.version) else pointer


def was_tried(home: Path, version: str) -> bool:
    """True where this version was started before and has not shown its window."""
    try:
        return (programs(home) / TRYING).read_text("ascii") == version
    except (OSError, ValueError):
        return False


def note_trying(home: Path, version: str) -> None:
    """It is about to be started for the first time; raises `OSError`."""
    with (programs(home) / TRYING).open("w", encoding="ascii") as file:
        file.write(version)
        file.flush()
        os.fsync(file.fileno())


def note_proved(home: Path, version: str) -> None:
    """It has shown its window; a home that cannot be written is no reason to fail."""
    pointer = read_pointer(home)
    if pointer is None or pointer.proved or pointer.version != version:
        return
    beside = programs(home) / f"{POINTER}.new"
    try:
        beside.write_bytes(pointer_bytes(InUse(pointer.version, pointer.previous, proved=True)))
        beside.replace(programs(home) / POINTER)
        (programs(home) / TRYING).unlink(missing_ok=True)
    except OSError:
        return


def _order(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
