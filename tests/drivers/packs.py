"""The page of headquarters' files, seen from a test."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.widgets.badge import Badge
from tests.drivers.base import Driver

_ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
_NO_KEYS = Qt.KeyboardModifier.NoModifier


def _mime(urls: tuple[str, ...]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


def _entering(data: QMimeData) -> QDragEnterEvent:
    rest = (_ACTIONS, data, Qt.MouseButton.LeftButton, _NO_KEYS)
    try:
        return QDragEnterEvent(QPointF(9, 9), *rest)
    except TypeError:  # Qt 6.9 knows whole pixels only, and the Qt to come wants no more of them
        return QDragEnterEvent(QPoint(9, 9), *rest)


class PacksDriver(Driver):
    """Files, what became of them, what stands here."""

    def drag(self, *urls: str) -> bool:
        """Drag these over the page and away again; True where it would take them."""
        taken = self._enter(_mime(urls))
        # Else Qt remembers the view as the one below the pointer, also when it has gone.
        QApplication.sendEvent(self.view, QDragLeaveEvent())
        return taken

    def drop(self, *urls: str) -> Qt.DropAction | None:
        """Let them go over the page; what the file manager is told was done, None where nothing was."""
        data = _mime(urls)  # the event does not keep it alive
        if not self._enter(data):
            QApplication.sendEvent(self.view, QDragLeaveEvent())
            return None
        event = QDropEvent(QPointF(9, 9), _ACTIONS, data, Qt.MouseButton.LeftButton, _NO_KEYS)
        event.ignore()
        QApplication.sendEvent(self.view, event)
        return event.dropAction() if event.isAccepted() else None

    def _enter(self, data: QMimeData) -> bool:
        event = _entering(data)
        event.ignore()
        QApplication.sendEvent(self.view, event)
        return event.isAccepted()

    @property
    def outcomes(self) -> list[str]:
        """What became of each file of the last choice."""
        self.settle()
        badges = self.part("arrived").findChildren(Badge) if self.has("arrived") else []
        return [badge.text() for badge in badges]

    @property
    def facts(self) -> list[str]:
        """All that is said of the pack in use."""
        from PySide6.QtWidgets import QLabel

        place: QWidget = self.part("pack_here")
        return [one.text() for one in place.findChildren(QLabel) if one.text()] if self.has("pack_here") else []

    @property
    def fault(self) -> str:
        """What stopped everything; empty where nothing did."""
        return self.part("packs_fault").accessibleName() if self.has("packs_fault") else ""

    @property
    def is_fresh(self) -> bool:
        """True where the way to the new course is offered."""
        return self.has("fresh_pack")
