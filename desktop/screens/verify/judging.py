"""What waits to be judged and what has been: filled by the window, worked off by the worker."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from certificates import Verdict


class Judge(Protocol):
    """Judges by what a home believes."""

    def file(self, path: Path) -> Verdict: ...  # noqa: D102
    def text(self, text: str) -> Verdict: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict on a file; on the text of a printed code where there is no `path`."""

    key: str
    path: Path | None
    verdict: Verdict


class Judging:
    """Files in the order they came; a code that is scanned meanwhile is judged next, for somebody stands there.

    The window adds and reads, the worker takes and writes; both only by steps that cannot be cut in two.
    """

    def __init__(self, gather: Callable[[Iterable[Path]], Iterator[Path]]) -> None:
        self._gather = gather
        self._codes: deque[str] = deque()
        self._places: deque[Path] = deque()
        self._files: deque[Path] = deque()
        self._stopped = False
        self.found: list[Judged] = []
        self.total = 0
        self.at_work = ""

    @property
    def waits(self) -> bool:
        """True while something is left to judge."""
        return bool(self._codes or self._places or self._files)

    def bring(self, places: Sequence[Path]) -> None:
        """Files and folders."""
        self._places.extend(places)
        self._stopped = False

    def scan(self, code: str) -> None:
        """What a reader gave for a printed code."""
        self._codes.append(code)
        self.total += 1
        self._stopped = False

    def stop(self) -> None:
        """Judge no more than the item at work."""
        self._stopped = True

    def work(self, judge: Judge) -> None:
        """Judge until nothing waits; on the worker. Raises only what tells that nothing can be judged at all."""
        while not self._stopped and self.waits:
            if self._codes:
                self._keep(None, judge.text(self._codes.popleft()))
            elif self._places:
                self._unfold(self._places.popleft())
            else:
                path = self._files.popleft()
                self.at_work = path.name
                self._keep(path, judge.file(path))
        self.at_work = ""
        if self._stopped:
            self.forget()

    def forget(self) -> None:
        """What was not judged yet is left."""
        for waiting in (self._codes, self._places, self._files):
            waiting.clear()
        self.total = len(self.found)
        self.at_work = ""

    def _unfold(self, place: Path) -> None:
        for path in self._gather([place]):
            if self._stopped:
                return
            self._files.append(path)
            self.total += 1

    def _keep(self, path: Path | None, verdict: Verdict) -> None:
        self.found.append(Judged(str(len(self.found) + 1), path, verdict))
