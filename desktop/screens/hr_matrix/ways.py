"""Where the matrix leads: the one act of every day as a button, everything else in menus by what it is about."""

from collections.abc import Callable
from functools import partial

from desktop.widgets.buttons import Button, primary, secondary
from desktop.widgets.layout import FlowRow
from desktop.widgets.menu import open_menu
from desktop.words import mark, tr

COLLECT = "collect"
"""The way that is a button of its own."""

Ways = tuple[tuple[str, str], ...]
MENUS: tuple[tuple[str, str, Ways], ...] = (
    (
        "people_menu",
        mark("Staff and courses"),
        (("staff", mark("Staff list")), ("assign", mark("Assign courses")), ("rules", mark("Rules of learning"))),
    ),
    (
        "results_menu",
        mark("Results and appeals"),
        (
            ("held", mark("Held results")),
            ("marking", mark("Marking by hand")),
            ("appeals", mark("Appeals")),
            ("regrades", mark("Graded again")),
        ),
    ),
    ("look_menu", mark("Look closer"), (("items", mark("Item analysis")), ("checks", mark("Spot checks")))),
    ("out_menu", mark("Write out"), (("export", mark("Export for Excel")), ("audit", mark("Audit pack")))),
)
"""Each menu: the name of its button, its words, its lines with their ways."""


def ways_row(chosen: Callable[[str], None]) -> FlowRow:
    """The button and the menus; `chosen` hears the way that was pressed."""
    collect = primary(tr("Take in files of branches"), "folder", name="to_collect")
    collect.clicked.connect(partial(chosen, COLLECT))
    return FlowRow(collect, *(_menu(name, words, ways, chosen) for name, words, ways in MENUS))


def _menu(name: str, words: str, ways: Ways, chosen: Callable[[str], None]) -> Button:
    button = secondary(tr(words), "chevron_down", name=name)
    lines = tuple((tr(text), None, partial(chosen, way)) for way, text in ways)
    button.setAccessibleName(f"{tr(words)}: {', '.join(text for text, _, _ in lines)}")
    button.clicked.connect(lambda: open_menu(button, lines, from_left=True))
    return button
