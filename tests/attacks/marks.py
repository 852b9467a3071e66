"""What the recorded app promised, written into a file of its own so that it stands among its system calls."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

COMMITTED, SHOWN = "committed", "shown"


@dataclass(frozen=True, slots=True)
class Shown:
    """One answer that stood beside the word "saved"; `seq` is the last line of the journal at that moment."""

    sitting: str
    position: int
    value: object
    seq: int


@dataclass(frozen=True, slots=True)
class Committed:
    """One transaction whose commit has returned: the journal's last line before and after it."""

    before: int
    after: int


class Marks:
    """Writes marks; each is one system call of its own."""

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)

    def committed(self, one: Committed) -> None:
        """A commit has returned."""
        self._write([COMMITTED, one.before, one.after])

    def shown(self, one: Shown) -> None:
        """The screen says that an answer is saved."""
        self._write([SHOWN, one.sitting, one.position, one.value, one.seq])

    def _write(self, mark: list[Any]) -> None:
        os.write(self._handle, json.dumps(mark).encode() + b"\n")

    def follow(self, journal: Any) -> None:
        """Mark every transaction of a journal once its commit has returned."""
        together, depth, before = journal.together, 0, 0

        @contextmanager
        def marked() -> Iterator[None]:
            nonlocal depth, before
            before = before if depth else journal.head()[0]
            depth += 1
            try:
                with together():
                    yield
            finally:
                depth -= 1
            if not depth:
                self.committed(Committed(before, journal.head()[0]))

        journal.together = marked


Mark = Committed | Shown


def read_mark(written: bytes) -> Mark:
    """A mark as it was written."""
    kind, *facts = json.loads(written)
    return Committed(*facts) if kind == COMMITTED else Shown(*facts)
