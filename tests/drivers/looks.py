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

from tests.drivers.accessibility import too_small, unnamed, untabbed, ways_in

SLACK = 2  # rounding of fonts and layouts


def cut_off(view: QWidget) -> list[str]:
    """Labels, buttons and texts that have less room than they need, stand beyond their page, or over each other."""
    faults = []
    for part in view.findChildren(QWidget):
        if part.isVisibleTo(view) and _needs_more(part):
            faults.append(f"{_said(part)} has {part.width()}x{part.height()}, hint {part.sizeHint().toTuple()}")
        elif part.isVisibleTo(view) and isinstance(part, QLabel | QAbstractButton) and _beyond(part):
            faults.append(f"{_said(part)} stands beyond its page")
    return faults + overlapping(view)


def overlapping(view: QWidget) -> list[str]:
    """Words and controls that lie over each other, as far as they can be seen; a part may lie on what holds it."""
    places = [(part, place) for part in _telling(view) if not (place := _seen_place(part, view)).isEmpty()]
    places.sort(key=lambda one: one[1].top())
    faults = []
    for number, (part, place) in enumerate(places):
        for other, there in places[number + 1 :]:
            if there.top() > place.bottom():
                break
            common = place.intersected(there)
            if min(common.width(), common.height()) > SLACK and not _belong_together(part, other):
                faults.append(f"{_said(other)} lies over {_said(part)}")
    return faults


def nameless(view: QWidget) -> list[str]:
    """Parts that take the focus by Tab and tell nobody what they are, and unnamed controls of the tree."""
    return unnamed(view) + [
        f"{type(part).__name__} {part.objectName()}"
        for part in view.findChildren(QWidget)
        if part.isVisibleTo(view) and part.focusPolicy() & Qt.FocusPolicy.TabFocus and not _name(part)
    ]


def unreachable(view: QWidget) -> list[str]:
    """Buttons and fields that can be used by mouse but not be reached by Tab, or hardly be hit."""
    return (
        untabbed(view)
        + too_small(view)
        + [
            f"{type(part).__name__} {part.objectName()}"
            for part in view.findChildren(QWidget)
            if isinstance(part, QAbstractButton | QLineEdit)
            and part.isVisibleTo(view)
            and part.isEnabled()
            and not part.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            and not any(way.focusPolicy() & Qt.FocusPolicy.TabFocus for way in ways_in(part))
        ]
    )


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


def _telling(view: QWidget) -> list[QWidget]:
    """What has words of its own, or is used: a label with a text, a button, a field."""
    return [
        part
        for part in view.findChildren(QWidget)
        if part.isVisibleTo(view)
        and ((isinstance(part, QLabel) and part.text()) or isinstance(part, QAbstractButton | QLineEdit | QTextBrowser))
    ]


def _seen_place(part: QWidget, view: QWidget) -> QRect:
    """Where a part is seen: what its page or the view cuts away is not."""
    place = QRect(part.mapTo(view, QPoint(0, 0)), part.size())
    holder = part.parentWidget()
    while holder is not None and holder is not view:
        place = place.intersected(QRect(holder.mapTo(view, QPoint(0, 0)), holder.size()))
        holder = holder.parentWidget()
    return place.intersected(view.rect())


def _belong_together(part: QWidget, other: QWidget) -> bool:
    return part.isAncestorOf(other) or other.isAncestorOf(part) or _layer(part) is not _layer(other)


def _layer(part: QWidget) -> QWidget | None:
    """What lies over the page on purpose: a sheet, a toast, a menu; None for the page itself."""
    while part is not None and part.property("role") not in {"sheet", "toast", "scrim"}:
        part = part.parentWidget()
    return part


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
