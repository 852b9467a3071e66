"""A part of a gallery page: a title and what it shows."""

from PySide6.QtWidgets import QLayout, QWidget

from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.layout import STRETCH, FlowRow, column
from desktop.widgets.scroll_page import ScrollPage


def page(title: str, subtitle: str, *parts: QWidget) -> ScrollPage:
    """A page of parts."""
    made = ScrollPage("wide")
    made.add(SectionHeader(title, subtitle, level=1))
    for part in parts:
        made.add(part)
    made.add(column(STRETCH), 1)
    return made


def part(title: str, *widgets: QWidget | QLayout) -> QWidget:
    """A card with one kind of component."""
    card = Card(title)
    for widget in widgets:
        card.add(widget)
    return card


def line(*widgets: QWidget) -> QWidget:
    """States beside each other."""
    return FlowRow(*widgets, gap="m")


def stack(*widgets: QWidget) -> QLayout:
    """States below each other."""
    return column(*widgets, gap="m")
