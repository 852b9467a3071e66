"""What can be seen to be wrong with a view: words cut off, parts without a name. For every screen's tests."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QWidget,
)

SLACK = 2  # rounding of fonts and layouts


def cut_off(view: QWidget) -> list[str]:
    """Labels, buttons and texts that have less room than they need, or that stand beyond their page."""
    faults = []
    for part in view.findChildren(QWidget):
        if part.isVisibleTo(view) and _needs_more(part):
            faults.append(f"{_said(part)} has {part.width()}x{part.height()}, hint {part.sizeHint().toTuple()}")
        elif part.isVisibleTo(view) and isinstance(part, QLabel | QAbstractButton) and _beyond(part):
            faults.append(f"{_said(part)} stands beyond its page")
    return faults


def nameless(view: QWidget) -> list[str]:
    """Parts that take the focus by Tab and tell nobody what they are."""
    return [
        f"{type(part).__name__} {part.objectName()}"
        for part in view.findChildren(QWidget)
        if part.isVisibleTo(view) and part.focusPolicy() & Qt.FocusPolicy.TabFocus and not _name(part)
    ]


def unreachable(view: QWidget) -> list[str]:
    """Buttons and fields that can be used by mouse but not be reached by Tab."""
    return [
        f"{type(part).__name__} {part.objectName()}"
        for part in view.findChildren(QWidget)
        if isinstance(part, QAbstractButton | QLineEdit)
        and part.isVisibleTo(view)
        and part.isEnabled()
        and not part.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        and not part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def settle() -> None:
    """Let heights that follow from widths come to rest: a text, its card, the page."""
    for _ in range(4):
        QApplication.processEvents()


def _needs_more(part: QWidget) -> bool:
    if isinstance(part, QTextBrowser):
        text, room = part.document().size(), part.viewport().size()
        return text.height() > room.height() + SLACK or text.width() > room.width() + SLACK
    if isinstance(part, QLabel) and part.text():
        if part.wordWrap():
            return part.height() + SLACK < part.heightForWidth(part.width()) or _word_is_wider(part)
        return part.width() + SLACK < part.sizeHint().width() or part.height() + SLACK < part.sizeHint().height()
    if isinstance(part, QPushButton) and part.layout() is None:  # one that holds other parts is judged by them
        return part.width() + SLACK < part.sizeHint().width()
    return False


def _word_is_wider(part: QLabel) -> bool:
    letters = part.fontMetrics()
    return any(letters.horizontalAdvance(word) > part.width() + SLACK for word in part.text().split() if word.isascii())


def _beyond(part: QWidget) -> bool:
    page = part.parentWidget()
    while page is not None and not isinstance(page.parentWidget(), QAbstractScrollArea) and not page.isWindow():
        page = page.parentWidget()
    if page is None:
        return False
    place = QRect(part.mapTo(page, QPoint(0, 0)), part.size())
    return place.right() > page.width() + SLACK or place.left() < -SLACK


def _said(part: QWidget) -> str:
    text = part.text() if isinstance(part, QLabel | QAbstractButton) else part.accessibleName()
    return f"{type(part).__name__} {part.objectName()!r} {text[:40]!r}"


def _name(part: QWidget) -> str:
    return part.accessibleName() or (part.text() if isinstance(part, QAbstractButton) else "")
