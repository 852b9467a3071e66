"""A menu below a button; built when it is opened, so that the window need not wait for it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

_ON, _OFF = "✓", chr(0x3000)  # the ideographic space is as wide as the sign

Line = tuple[str, bool | None, Callable[[], None] | None]
"""Text; in force or not (None: no choice at all); what a press does (None: cannot be pressed)."""


def open_menu(button: QWidget, lines: tuple[Line, ...], *, from_left: bool = False) -> None:
    """Open the menu below the button, its right end under the button's, or its left end."""
    from PySide6.QtGui import QActionGroup
    from PySide6.QtWidgets import QMenu

    menu = QMenu(button)
    menu.setObjectName("menu")
    menu.setAccessibleName(button.accessibleName())
    group = QActionGroup(menu)
    for text, current, pressed in lines:
        action = menu.addAction(text if current is None else f"{_ON if current else _OFF} {text}")
        action.setEnabled(pressed is not None)
        if current is not None:
            action.setCheckable(True)
            action.setChecked(current)
            group.addAction(action)
        if pressed is not None:
            action.triggered.connect(lambda _=False, then=pressed: then())
        if current:
            menu.setActiveAction(action)
    menu.aboutToHide.connect(menu.deleteLater)
    x = 0 if from_left else button.width() - menu.sizeHint().width()
    menu.popup(button.mapToGlobal(QPoint(x, button.height())))
