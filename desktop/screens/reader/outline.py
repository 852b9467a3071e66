"""The chapter's sections at the side of the page, and how far one has come."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.screens.reader.state import ReaderState, SectionLine
from desktop.widgets.badge import KeyHint
from desktop.widgets.layout import column
from desktop.widgets.naming import label, named, tip
from desktop.widgets.navigation import SideNav
from desktop.widgets.progress import ProgressBar
from desktop.widgets.values import NavItem
from desktop.words import mark, tr
from exams import SectionState

_STATES = {
    SectionState.UNREAD: ("book", mark("Not read yet")),
    SectionState.STARTED: ("book_open", mark("Begun")),
    SectionState.READ: ("good", mark("Read")),
}


class Outline(QWidget):
    """Where one is in the chapter.

    Signals:
        chosen: a section's id
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._over = label("", "overline")
        self._title = label("", "subheading", name="chapter_title")
        self._bar = ProgressBar(tr("Sections read"), thin=True)
        self._nav = named(SideNav((), "", tr("Sections of this chapter")), "outline")
        self._nav.chosen.connect(self.chosen)
        hints = column(
            KeyHint("Space", tr("next screenful")),
            KeyHint("Alt+→", tr("next section")),
            KeyHint("Alt+←", tr("section before")),
            gap="xs",
        )
        self.setLayout(column(self._over, self._title, self._bar, self._nav, hints, gap="sm"))
        self._shown: tuple[SectionLine, ...] = ()

    def show_outline(self, state: ReaderState) -> None:
        """Show the sections with their states."""
        self._over.setText(tr("Chapter {chapter}").format(chapter=state.chapter))
        self._title.setText(state.chapter_title)
        read = sum(line.state is SectionState.READ for line in state.outline)
        total = max(1, len(state.outline))
        said = tr("{read} of {total} read").format(read=read, total=total)
        self._bar.set_value(read * 100 // total, said)
        if state.outline != self._shown:
            self._shown = state.outline
            self._nav.show_items(tuple(_item(line) for line in state.outline), state.section)
            for line in state.outline:
                self._tell(line)

    def _tell(self, line: SectionLine) -> None:
        """The drawing says how far a section is; those who listen get it in words."""
        word = _STATES[line.state][1]
        for shown in self._nav.findChildren(QWidget, f"nav_{line.id}"):
            shown.setAccessibleDescription(tr(word))
            tip(shown, tr(word))


def _item(line: SectionLine) -> NavItem:
    return NavItem(line.id, f"{line.id} {line.title}", _STATES[line.state][0])
