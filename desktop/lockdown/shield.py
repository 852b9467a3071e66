"""Copying, pasting, printing, menus and dragging are off inside the window; input methods are not touched."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication

_STANDARD = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Print,
    QKeySequence.StandardKey.Save,
    QKeySequence.StandardKey.SaveAs,
)
_KEYS = frozenset({Qt.Key.Key_Print, Qt.Key.Key_SysReq, Qt.Key.Key_Menu})
_FORBIDDEN = frozenset(
    {
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
    }
)
_BUTTONS = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick})
_NEVER = 1_000_000
"""Pixels a mouse must move before a drag begins: no screen is that wide."""


class Shield(QObject):
    """Stands where the system hands its events to the window, behind the input method and before every widget."""

    def __init__(self, handle: QWindow) -> None:
        super().__init__()
        self._handle = handle
        self._distance = 0

    def on(self) -> None:
        """Swallow from now on."""
        self._distance = QApplication.startDragDistance()
        QApplication.setStartDragDistance(_NEVER)
        self._handle.installEventFilter(self)

    def off(self) -> None:
        """Let everything through again."""
        self._handle.removeEventFilter(self)
        QApplication.setStartDragDistance(self._distance)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        return is_forbidden(event) or super().eventFilter(watched, event)


def is_forbidden(event: QEvent) -> bool:
    """True for what an exam takes away: its keys, the menu, the middle button that pastes, anything dragged in."""
    kind = event.type()
    if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
        return _is_forbidden_key(event)
    if kind in _BUTTONS and isinstance(event, QMouseEvent):
        return event.button() is Qt.MouseButton.MiddleButton
    return kind in _FORBIDDEN


def _is_forbidden_key(event: QKeyEvent) -> bool:
    menu = event.key() == Qt.Key.Key_F10 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    return bool(menu) or event.key() in _KEYS or any(event.matches(one) for one in _STANDARD)
