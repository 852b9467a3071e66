"""A button that holds other parts: the whole of a row, an option, a line of a navigation."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Pressable(QAbstractButton):
    """Painted by the sheet after its `role`; Enter presses it as Space does."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, ARG002
        # Not at the top: QStyle alone costs the first paint of the window 8 ms.
        from PySide6.QtWidgets import QStyle, QStyleOption

        option = QStyleOption()
        option.initFrom(self)
        # PySide6's stubs forget the fields of QStyleOption.
        state = option.state  # type: ignore[attr-defined]
        if self.isChecked():
            state |= QStyle.StateFlag.State_On
        if self.isDown():
            state |= QStyle.StateFlag.State_Sunken
        option.state = state  # type: ignore[attr-defined]
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() in ENTER and self.isEnabled():
            self.click()
            return
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            # QAbstractButton would swallow the arrows; whoever holds several of us moves the focus.
            event.ignore()
            return
        super().keyPressEvent(event)
