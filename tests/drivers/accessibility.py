"""The accessibility tree of a view, as a screen reader walks it, and the way that Tab takes through it."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QWidget

ROLE = QAccessible.Role
CONTROLS = frozenset(
    {
        ROLE.PushButton,
        ROLE.CheckBox,
        ROLE.RadioButton,
        ROLE.EditableText,
        ROLE.ComboBox,
        ROLE.SpinBox,
        ROLE.Slider,
        ROLE.PageTab,
        ROLE.Link,
        ROLE.ButtonMenu,
        ROLE.ButtonDropDown,
        ROLE.Table,
        ROLE.List,
        ROLE.Tree,
    }
)
"""What can be used; a role that is none of these only tells something."""

LEAST_TARGET = 32
"""Pixels at 100 % that a finger or a shaking hand needs (WCAG 2.2 asks for 24)."""

_USED = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView)
_walked: set[QWidget] = set()


def unnamed(view: QWidget) -> list[str]:
    """Controls in the tree that a screen reader could only call "button" or "edit"."""
    return [
        f"{interface.role().name} {_object_name(interface)!r} has no name"
        for interface in tree(view)
        if interface.role() in CONTROLS and not interface.text(QAccessible.Text.Name).strip()
    ]


def untabbed(view: QWidget) -> list[str]:
    """Controls that are enabled and seen, and that the way of Tab through the window does not come to."""
    reached = tab_way(view)
    return [f"{_said(part)} is not reached by Tab" for part in _controls(view) if not reached & ways_in(part)]


def too_small(view: QWidget) -> list[str]:
    """Controls narrower or lower than a target has to be."""
    return [
        f"{_said(part)} is only {part.width()}x{part.height()} large"
        for part in _controls(view)
        if min(part.width(), part.height()) < LEAST_TARGET
    ]


def tree(view: QWidget) -> Iterator[QAccessibleInterface]:
    """Every interface that can be seen, from the view down; cells of tables are their table's affair."""
    root = QAccessible.queryAccessibleInterface(view)
    waiting = [] if root is None else [root]
    while waiting:
        interface = waiting.pop()
        yield interface
        if interface.role() in {ROLE.Table, ROLE.List, ROLE.Tree, ROLE.ComboBox}:
            continue
        children = (interface.child(place) for place in range(interface.childCount()))
        waiting += [one for one in children if one is not None and not one.state().invisible]


def tab_way(view: QWidget) -> set[QWidget]:
    """The parts that Tab comes to, in Qt's own chain, all the way round the window."""
    window = view.window()
    _hold(window)
    found: set[QWidget] = set()
    part: QWidget | None = window
    while part is not None:
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isEnabled() and part.isVisibleTo(window):
            found.add(part)
        part = part.nextInFocusChain()
        if part is window:
            break
    return found


def _hold(window: QWidget) -> None:
    # The chain leads back to the window, and Qt for Python then takes it for one that C++ owns and a part of itself
    # refers to: a cycle. A collection empties the Python half while Qt goes on calling it, on 6.12 until the crash.
    if window not in _walked:
        _walked.add(window)
        window.destroyed.connect(lambda: _walked.discard(window))


def _controls(view: QWidget) -> list[QWidget]:
    """What a hand can use: seen, enabled, not a drawing that lets the mouse through, not a part of Qt's own."""
    return [
        part
        for part in view.findChildren(QWidget)
        if isinstance(part, _USED)
        and part.isVisibleTo(view)
        and part.isEnabled()
        and not part.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        and not _is_inside_another(part)
        and not QRect(part.rect()).isEmpty()
    ]


def _is_inside_another(part: QWidget) -> bool:
    """The corner of a table, the list of a combo box: used with the whole."""
    parent = part.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractItemView | QComboBox):
            return True
        parent = parent.parentWidget()
    return False


def ways_in(part: QWidget) -> set[QWidget]:
    """The part, what takes its focus, and the choices beside it: Tab comes to one of them, arrows to the rest."""
    proxy = part.focusProxy()
    ways = {part} if proxy is None else {part, proxy}
    group = part.group() if isinstance(part, QAbstractButton) else None
    return ways | set(group.buttons()) if group is not None and group.exclusive() else ways


def _object_name(interface: QAccessibleInterface) -> str:
    found = interface.object()
    return found.objectName() if found is not None else ""


def _said(part: QWidget) -> str:
    text = part.text() if isinstance(part, QAbstractButton | QLineEdit) else ""
    return f"{type(part).__name__} {part.objectName()!r} {(part.accessibleName() or text)[:40]!r}"
