"""Files dragged onto a page: only those of this computer, and only ever copied."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent


def dropped_paths(data: QMimeData, wanted: Callable[[Path], bool]) -> tuple[Path, ...]:
    """What is dragged, where all of it is on this computer and wanted; one other thing among it, and none is taken."""
    urls = data.urls()
    if not all(url.isLocalFile() and not url.host() for url in urls):  # a host would be asked for its file share
        return ()
    paths = tuple(Path(url.toLocalFile()) for url in urls)
    return paths if all(map(wanted, paths)) else ()


def take_as_copy(event: QDropEvent) -> None:
    """Accept what is dragged as a copy: a file manager that moves would delete it."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
