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


class Marks:
    """Writes marks; each is one system call of its own."""

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)

    def committed(self, seq: int) -> None:
        """A commit has returned, and this is the journal's last line."""
        self._write([COMMITTED, seq])

    def shown(self, one: Shown) -> None:
        """The screen says that an answer is saved."""
        self._write([SHOWN, one.sitting, one.position, one.value, one.seq])

    def _write(self, mark: list[Any]) -> None:
        os.write(self._handle, json.dumps(mark).encode() + b"\n")

    def follow(self, journal: Any) -> None:
        """Mark every transaction of a journal once its commit has returned."""
        together, depth = journal.together, 0

        @contextmanager
        def marked() -> Iterator[None]:
            nonlocal depth
            depth += 1
            try:
                with together():
                    yield
            finally:
                depth -= 1
            if not depth:
                self.committed(journal.head()[0])

        journal.together = marked


def read_mark(written: bytes) -> int | Shown:
    """A mark as it was written."""
    kind, *facts = json.loads(written)
    return int(facts[0]) if kind == COMMITTED else Shown(facts[0], facts[1], facts[2], facts[3])
