"""A marked box beside the course's text: what this bank itself does or charges, by which rule, since when."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from desktop.screens.reader.state import LocalNote
from desktop.style.icons import pixmap
from desktop.widgets.layout import boxed, column, row
from desktop.widgets.naming import label
from desktop.words import tr


class LocalNoteView(QFrame):
    """Shows its words as plain text."""

    def __init__(self, note: LocalNote, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "callout")
        self.setProperty("callout", "local")
        self.setObjectName("local_note")
        picture = label(wrap=False)
        picture.setPixmap(pixmap("building", "seal", 22))
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        over = label(tr("In our bank"), "overline")
        over.setProperty("tone", "seal")
        since = tr("{source} · since {day}").format(source=note.source, day=note.day)
        told = label(since, "small", name="local_source")
        line = row(picture, gap="sm", margins="l")
        line.addLayout(column(over, label(note.text, "body", name="local_text"), told, gap="xs"), 1)
        self.setLayout(line)
        self.setAccessibleName(tr("In our bank"))
        self.setAccessibleDescription(note.text)


def with_notes(block: QWidget, notes: tuple[LocalNote, ...]) -> QWidget:
    """The block, and below it what the bank lays beside it."""
    return boxed(column(block, *map(LocalNoteView, notes), gap="m")) if notes else block
