"""A short word at the foot of the window that goes by itself."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop.style.icons import pixmap
from desktop.style.look import look
from desktop.widgets.layout import row
from desktop.widgets.naming import label
from desktop.widgets.notice import ICONS
from desktop.widgets.values import Tone

SHOWN_MS = 4000


class Toast(QFrame):
    """One at a time; a new one replaces the last."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("role", "toast")
        self.setObjectName("toast")
        self._picture = label(wrap=False)
        self._text = label("", "strong", name="toast_text")
        line = row(self._picture, gap="sm", margins="m")
        line.addWidget(self._text, 1)
        self.setLayout(line)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()
        parent.installEventFilter(self)

    def say(self, text: str, tone: Tone = Tone.GOOD) -> None:
        """Show a text for a while."""
        self._picture.setPixmap(pixmap(ICONS[tone], "paper", 22))
        self._text.setText(text)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        parent = self._over
        self.ensurePolished()
        wide = min(look().px(480), parent.width() - 2 * look().gap("m"))
        tall = max(self.heightForWidth(wide), self.sizeHint().height())
        self.setGeometry((parent.width() - wide) // 2, parent.height() - tall - look().gap("l"), wide, tall)
