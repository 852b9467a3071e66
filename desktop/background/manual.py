"""Jobs that wait until they are told to finish: for tests and pictures."""

from collections.abc import Callable
from typing import TypeVar

from exams import AcademyError

T = TypeVar("T")


class ManualJobs:
    """Keeps the work until `finish_all`; then runs it here and now."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Remember the work."""

        def finish() -> None:
            try:
                result = work()
            except AcademyError as error:
                failed(error)
            else:
                done(result)

        self._waiting.append(finish)

    @property
    def waiting(self) -> int:
        """How many jobs have not finished."""
        return len(self._waiting)

    def finish_all(self) -> None:
        """Run what waits, also what the work itself adds."""
        while self._waiting:
            self._waiting.pop(0)()

    def close(self) -> None:
        """Nothing to end."""
