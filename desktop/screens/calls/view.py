"""Draws a `CallsState`; reports which call is wanted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.screens.calls.state import CallGroup, CallsState, NextCall
from desktop.widgets.buttons import primary
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.layout import FlowRow, clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.panel import StatePanel
from desktop.widgets.progress import ProgressBar
from desktop.widgets.rows import RowList
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import Tone
from desktop.words import tr


class CallsView(QWidget):
    """Groups of calls below each other.

    Signals:
        call_asked: the id of a call
        retry_asked: read the list once more, after a failure
    """

    call_asked = Signal(str)
    retry_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lists: list[RowList] = []
        self._titles: tuple[str, ...] = ()
        self._bar = named(ProgressBar(tr("Calls passed")), "calls_passed")
        self._overline = label("", "overline", name="next_overline")
        self._title = label("", "heading", name="next_title")
        self._go_on = primary("", "headset", name="next_call")
        self._next = named(Card(tone=Tone.ACCENT), "next_card", tr("The next call"))
        self._next.add(column(self._overline, self._title, gap="xs"))
        self._next.add(FlowRow(self._go_on))
        self._key = ""
        self._go_on.clicked.connect(lambda: self.call_asked.emit(self._key))
        self._face = named(StatePanel(), "face")
        self._face.action_asked.connect(self.retry_asked)
        self._groups: QVBoxLayout = column(gap="l")
        subtitle = tr("Speak with a customer: choose your words, find out what is not said, write the note.")
        page = ScrollPage("text")
        head = SectionHeader(tr("Practise calls"), subtitle, level=1)
        for part in (head, self._bar, self._next, self._face, self._groups):
            page.add(part)
        self.setLayout(column(page, gap="none"))

    def show_state(self, state: CallsState) -> None:
        """Make the widgets agree with the state."""
        show_if(self._face, state.face is not None)
        if state.face is not None:
            self._face.show_face(state.face)
        show_if(self._bar, bool(state.groups))
        self._bar.set_value(state.percent, state.told)
        self._show_next(state.next)
        titles = tuple(group.title for group in state.groups)
        if titles != self._titles:
            self._build(state.groups)
            self._titles = titles
        for rows, group in zip(self._lists, state.groups, strict=True):
            rows.show_rows(group.rows)

    def focus_first(self) -> None:
        """Put the keyboard on the next call, else on the first."""
        if self._key:
            self._go_on.setFocus()
        elif self._lists:
            first = self._lists[0].findChild(QWidget)
            if first is not None:
                first.setFocus()

    def _show_next(self, call: NextCall | None) -> None:
        show_if(self._next, call is not None)
        self._key = call.key if call is not None else ""
        if call is not None:
            self._overline.setText(call.overline)
            self._title.setText(call.title)
            self._go_on.setText(f" {call.action}")

    def _build(self, groups: tuple[CallGroup, ...]) -> None:
        clear_layout(self._groups)
        self._lists = []
        for group in groups:
            rows = RowList()
            rows.chosen.connect(self.call_asked)
            self._lists.append(rows)
            self._groups.addLayout(column(SectionHeader(group.title, group.note), rows, gap="sm"))
