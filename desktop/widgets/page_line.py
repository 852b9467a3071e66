"""A line above or below a scrolling page, its ends in line with those of the page's column."""

from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QWidget

from desktop.style.look import look
from desktop.widgets.layout import boxed, column, row
from desktop.widgets.scroll_page import WIDTHS


def page_line(line: QLayout, width: str) -> QWidget:
    """The line in the middle, as wide as the column of a `ScrollPage` of that width."""
    inner = boxed(line)
    inner.setMaximumWidth(look().px(WIDTHS[width]))
    inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    around = row(gap="none")
    edge = look().gap("l") - look().gap("sm")  # the bar around it has the rest of the page's edge
    around.setContentsMargins(edge, 0, edge, 0)
    around.addStretch(0)
    around.addWidget(inner, 1)
    around.addStretch(0)
    return boxed(around)


def page_bar(line: QLayout, width: str) -> QFrame:
    """The same as a bar that stays at the head of a page."""
    bar = QFrame()
    bar.setProperty("role", "header")
    bar.setLayout(column(page_line(line, width), margins="sm"))
    return bar
