"""Jobs on one worker thread; results come back on the main thread, in order."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from queue import SimpleQueue
    from threading import Thread

T = TypeVar("T")


class QtJobs(QObject):
    """One thread, started with the first job: SQLite has one writer, and order is kept."""

    _came_back = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: SimpleQueue[Callable[[], Callable[[], None]] | None] | None = None
        self._thread: Thread | None = None
        self._came_back.connect(self._deliver)  # queued by itself: the signal comes from another thread

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Run `work` on the worker thread."""
        self._started().put(lambda: _finished(work, done, failed))

    def close(self) -> None:
        """Finish what was begun and end the thread."""
        if self._thread is not None and self._work is not None:
            self._work.put(None)
            self._thread.join()
            self._thread, self._work = None, None

    def _started(self) -> "SimpleQueue[Callable[[], Callable[[], None]] | None]":
        if self._work is None:
            from queue import SimpleQueue
            from threading import Thread

            self._work = SimpleQueue()
            self._thread = Thread(target=self._run_all, args=(self._work,), name="jobs", daemon=True)
            self._thread.start()
        return self._work

    def _run_all(self, work: "SimpleQueue[Callable[[], Callable[[], None]] | None]") -> None:
        while (job := work.get()) is not None:
            self._came_back.emit(job())

    @Slot(object)
    def _deliver(self, finish: Callable[[], None]) -> None:
        finish()


def _finished(
    work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
) -> Callable[[], None]:
    """Do the work here; give back what the main thread has to do."""
    try:
        result = work()
    except Exception as error:  # noqa: BLE001  a bug of the work is raised again on the main thread, for the report
        return _sorted(error, failed)
    return lambda: done(result)


def _sorted(error: Exception, failed: Callable[[Exception], None]) -> Callable[[], None]:
    from exams import AcademyError

    def finish() -> None:
        if isinstance(error, AcademyError):
            failed(error)
            return
        raise error

    return finish
