"""A button that holds other parts: the whole of a row, an option, a line of a navigation."""

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

ENTER = (0x01000004, 0x01000005)
"""`Qt.Key.Key_Return` and `Qt.Key.Key_Enter`, for `QKeyEvent.key()`; by number for the reason told in `qt_names`."""


class Toggling(QPushButton):
    """What a screen reader toggles has been pressed: Qt changes the state alone, and tells no `clicked`."""

    _known = False  # the change under way is the program's, or a press of which Qt tells by itself

    def setCheckable(self, checkable: bool) -> None:  # noqa: D102, N802
        super().setCheckable(checkable)
        if checkable:
            self.toggled.connect(self._tell)

    def setChecked(self, checked: bool) -> None:  # noqa: D102, N802
        self._known = True
        super().setChecked(checked)
        self._known = False

    def nextCheckState(self) -> None:  # noqa: D102, N802
        self._known = True
        super().nextCheckState()
        self._known = False

    def _tell(self, checked: bool) -> None:
        # Of a group Qt lets go of the others by itself.
        if not self._known and (checked or self.group() is None):
            self.clicked[bool].emit(checked)  # type: ignore[index]


class Pressable(Toggling):
    """Painted by the sheet after its `role`; Enter presses it as Space does.

    A push button without a text: so Qt itself paints what the sheet says. Painting it here would need QStyle,
    which alone costs the first paint of the window 8 ms.
    """

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: D102
        return QWidget.sizeHint(self)  # that of the parts, not of a button's text

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QWidget.minimumSizeHint(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() in ENTER and self.isEnabled():
            self.click()
            return
        if event.key() in (
            QtCore.Qt.Key.Key_Up,
            QtCore.Qt.Key.Key_Down,
            QtCore.Qt.Key.Key_Left,
            QtCore.Qt.Key.Key_Right,
        ):
            # QAbstractButton would swallow the arrows; whoever holds several of us moves the focus.
            event.ignore()
            return
        super().keyPressEvent(event)
