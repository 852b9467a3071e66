"""The only maker of labels, and names for drivers and for people who listen."""

from typing import TypeVar

from PySide6 import QtCore
from PySide6.QtWidgets import QLabel, QWidget

from desktop.style.fonts import load_family
from desktop.style.tokens import SERIF
from desktop.widgets.qt_names import set_by_name

W = TypeVar("W", bound=QWidget)


def label(
    text: str = "",
    kind: str = "body",
    *,
    name: str = "",
    wrap: bool = True,
    selectable: bool = False,
    align_right: bool = False,
) -> QLabel:
    """A label that shows what it is given, letter by letter, and nothing as markup."""
    made = QLabel()
    set_by_name(made, "textFormat", "PlainText")
    made.setWordWrap(wrap)
    made.setProperty("kind", kind)
    made.setObjectName(name)
    if kind.startswith("reading_"):
        load_family(SERIF)
    if selectable:
        set_by_name(made, "textInteractionFlags", "TextSelectableByMouse|TextSelectableByKeyboard")
    if align_right:
        set_by_name(made, "alignment", "AlignRight|AlignVCenter")
    made.setText(text)
    return made


def tip(widget: QWidget, text: str) -> None:
    """A tip that shows what it is given letter by letter."""
    widget.setToolTip(tip_text(text))


def tip_text(text: str) -> str:
    """What Qt shows letter by letter in a tip: it would read markup into a text that looks like it."""
    if "<" not in text and "&" not in text:
        return text
    from html import escape

    return f"<p>{escape(text)}</p>"


def named(widget: W, object_name: str, accessible: str = "", description: str = "") -> W:
    """Name a widget for the drivers of tests, and for assistive technology where given."""
    widget.setObjectName(object_name)
    if accessible:
        widget.setAccessibleName(accessible)
    if description:
        widget.setAccessibleDescription(description)
    return widget


def set_state(widget: QWidget, name: str, value: object) -> None:
    """Set a property the sheet looks at, and have the sheet look again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if not widget.testAttribute(QtCore.Qt.WidgetAttribute.WA_WState_Polished):
        return  # never shown yet: the sheet will look then, and `style()` would cost the first paint 8 ms
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def show_if(widget: QWidget, shown: bool) -> None:
    """Show or hide a part of something.

    Never call `setVisible(True)` or `show()` on a part that has no parent yet: it would open a window of its own.
    """
    if shown and widget.parentWidget() is None:
        widget.setAttribute(QtCore.Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
    else:
        widget.setVisible(shown)


def see_through(widget: W) -> W:
    """Let the mouse reach the button this widget lies on."""
    widget.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return widget
