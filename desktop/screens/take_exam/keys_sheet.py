"""All keys of the exam on one page, to be laid over the window."""

from PySide6.QtWidgets import QWidget

from desktop.screens.take_exam.keys import ALL_KEYS
from desktop.style.look import look
from desktop.widgets.badge import KeyHint
from desktop.widgets.layout import STRETCH, boxed, column, row
from desktop.widgets.naming import label, named
from desktop.words import tr


def keys_sheet() -> QWidget:
    """The keys and what they do; the words wrap where there is little room."""
    page = column(gap="m")
    for title, keys in ALL_KEYS:
        lines = column(gap="s")
        for key, words in keys:
            hint = boxed(row(KeyHint(key), STRETCH))
            hint.setFixedWidth(look().px(120))
            line = row(hint, gap="m")
            line.addWidget(label(tr(words)), 1)
            lines.addLayout(line)
        page.addLayout(column(label(tr(title), "subheading"), lines, gap="s"))
    page.addWidget(label(tr("In a field the letters are text: hold Alt for the aids."), "muted"))
    return named(boxed(page), "all_keys", tr("Keys of the exam"))
