"""Questions over the window: a sheet inside it, never a dialog of its own."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from shiboken6 import isValid

from desktop.style.icons import pixmap
from desktop.style.look import look
from desktop.widgets.badge import INKS
from desktop.widgets.buttons import IconButton, danger, primary, secondary
from desktop.widgets.card import FactList
from desktop.widgets.layout import FlowRow, boxed, column, drop, row
from desktop.widgets.naming import label, named
from desktop.widgets.notice import ICONS
from desktop.widgets.values import Ask, Tone
from desktop.words import tr

WIDTH = 560


class Overlay(QWidget):
    """Covers its parent, holds one sheet, keeps the focus inside it.

    Signals:
        left: the sheet has gone
    """

    left = Signal()

    def __init__(self, parent: QWidget, below: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("overlay")
        self._over, self._below = parent, below
        self._sheet: _Sheet | None = None
        self._back: QWidget | None = None
        self._cancelled: Callable[[], None] | None = None
        self._is_question = False
        self.hide()
        parent.installEventFilter(self)

    def ask(self, question: Ask, confirmed: Callable[[], None], cancelled: Callable[[], None] | None = None) -> None:
        """Ask; Esc and the quiet button cancel."""
        body = column(label(question.text, "body", name="ask_text"), gap="m")
        if question.details:
            body.addWidget(FactList(question.details))
        if question.note:
            body.addWidget(label(question.note, "small"))
        bad = question.tone is Tone.BAD
        yes = danger(question.confirm, name="ask_confirm") if bad else primary(question.confirm, name="ask_confirm")
        no = secondary(question.cancel, name="ask_cancel") if question.cancel else None
        yes.clicked.connect(lambda: self._leave(confirmed))
        buttons = [yes]
        if no is not None:
            no.clicked.connect(self.cancel)
            buttons.append(no)
        self._cancelled = cancelled
        self._is_question = no is not None
        sheet = _Sheet(question.title, question.tone, boxed(body), FlowRow(*buttons))
        self._show(sheet, no if bad and no is not None else yes)

    def show_sheet(self, title: str, widget: QWidget, closed: Callable[[], None] | None = None) -> None:
        """Show any content with a button to close it."""
        self._cancelled = closed
        self._is_question = False
        close = IconButton("cross", tr("Close"))
        close.clicked.connect(self.cancel)
        self._show(_Sheet(title, Tone.NEUTRAL, widget, None, named(close, "sheet_close")), close)

    def is_open(self) -> bool:
        """True while a sheet is shown."""
        return self._sheet is not None

    def forget_question(self) -> None:
        """The screen below has changed: its question means nothing any more. Messages stay until they are read."""
        if self._is_question:
            self._leave(None)

    def cancel(self) -> None:
        """Leave as Esc does."""
        self._leave(self._cancelled)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
            return
        event.accept()  # nothing goes through to the screen below

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: D102, N802
        stops = [one for one in self.findChildren(QWidget) if _takes_focus(one)]
        if not stops:
            return True
        held = self.focusWidget()
        place = stops.index(held) if held in stops else -1
        step = 1 if following else -1
        stops[(place + step) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, ARG002
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look().colours.scrim))
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _show(self, sheet: "_Sheet", first: QWidget) -> None:
        if self._sheet is None:
            self._back = self._below.focusWidget()
        else:
            self._drop()
        self._sheet = sheet
        sheet.setParent(self)
        self._place()
        self.show()
        self.raise_()
        sheet.show()
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        # Shortcuts of the screen below must sleep while the question stands.
        self._below.setEnabled(False)

    def _leave(self, then: Callable[[], None] | None) -> None:
        if self._sheet is None:
            return
        self._drop()
        self._sheet, self._cancelled, self._is_question = None, None, False
        self.hide()
        self._below.setEnabled(True)
        if self._back is not None and isValid(self._back):
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None
        self.left.emit()
        if then is not None:
            then()

    def _drop(self) -> None:
        if self._sheet is not None:
            drop(self._sheet)

    def _place(self) -> None:
        self.setGeometry(self._over.rect())
        if self._sheet is not None:
            self._sheet.place_in(self.width(), self.height())


class _Sheet(QFrame):
    """Title, scrolling content, buttons; as tall as it needs and never taller than the window."""

    def __init__(
        self, title: str, tone: Tone, content: QWidget, foot: QWidget | None, close: QWidget | None = None
    ) -> None:
        super().__init__()
        self.setProperty("role", "sheet")
        self.setAccessibleName(title)
        head = row(gap="sm")
        if tone in (Tone.GOOD, Tone.WARN, Tone.BAD):
            picture = label(wrap=False)
            picture.setPixmap(pixmap(ICONS[tone], INKS[tone], 26))
            head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(label(title, "heading", name="sheet_title"), 1)
        if close is not None:
            head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._content = content
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(content)
        content.setAutoFillBackground(False)  # setWidget has switched it on: the sheet's own ground is to be seen
        self._outer = column(gap="m", margins="l")
        self._outer.addLayout(head)
        self._outer.addWidget(self._area, 1)
        if foot is not None:
            self._outer.addWidget(foot)
        self.setLayout(self._outer)

    def place_in(self, width: int, height: int) -> None:
        edge = look().gap("m")
        wide = min(look().px(WIDTH), width - 2 * edge)
        inner = wide - 2 * look().gap("l")
        self._content.setMaximumWidth(inner)
        layout = self._content.layout()
        if layout is not None and layout.hasHeightForWidth():
            needed = layout.totalHeightForWidth(inner)
        else:
            needed = self._content.sizeHint().height()
        others = self._outer.totalHeightForWidth(wide) - self._area.sizeHint().height()
        tall = min(max(others, 0) + needed + look().gap("s"), height - 2 * edge)
        self.setGeometry((width - wide) // 2, max(edge, (height - tall) // 3), wide, tall)


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
