"""A chapter on the training page: how far it is, and its rows."""

from PySide6.QtCore import Signal

from desktop.screens.my_training.state import ChapterPart
from desktop.widgets.buttons import quiet
from desktop.widgets.card import Card
from desktop.widgets.layout import boxed, column, row
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.progress import ProgressRing
from desktop.widgets.rows import RowList
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr


class ChapterCard(Card):
    """Ring, title, sections, quiz.

    Signals:
        chosen: the key of a row
        folded: the chapter's key: put its rows away, or bring them back
    """

    chosen = Signal(str)
    folded = Signal(str)

    def __init__(self, part: ChapterPart) -> None:
        super().__init__()
        self.setObjectName(f"chapter_{part.key}")
        self._ring = named(ProgressRing(tr("Read"), 64), f"ring_{part.key}")
        self._title = label("", "heading", name=f"chapter_title_{part.key}")
        self._progress = label("", "muted", name=f"chapter_progress_{part.key}")
        self._fold = quiet("", name=f"fold_{part.key}")
        self._note = named(NoticeBar(), f"chapter_note_{part.key}")
        self._rows = RowList()
        head = row(self._ring, gap="m")
        head.addWidget(boxed(column(self._title, self._progress, gap="xs")), 1)
        head.addWidget(self._fold)
        for piece in (head, self._note, self._rows):
            self.add(piece)
        self._rows.chosen.connect(self.chosen)
        self._fold.clicked.connect(lambda: self.folded.emit(part.key))
        self.show_part(part)

    def show_part(self, part: ChapterPart) -> None:
        """Make the card agree with the chapter."""
        self._ring.set_value(part.percent)
        self._title.setText(part.title)
        self._progress.setText(part.progress)
        self._note.show_notice(NoticeValue(Tone.INFO, part.note) if part.note else None)
        show_if(self._fold, part.foldable)
        self._fold.setText(tr("Hide the sections") if part.unfolded else tr("Show the sections"))
        show_if(self._rows, part.unfolded)
        self._rows.show_rows(part.rows)
        self.setAccessibleName(f"{part.title} · {part.progress}")
