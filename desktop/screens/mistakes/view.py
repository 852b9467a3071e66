"""Draws a `MistakesState`; reports answers and where the person wants to go."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.screens.mistakes.state import Asked, MistakesState
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.check_card import CheckCard
from desktop.widgets.layout import STRETCH, FlowRow, boxed, clear_layout, column, row
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.panel import StatePanel
from desktop.widgets.rows import RowList
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr


class MistakesView(QWidget):
    """The list with its button, or one question at a time.

    Signals:
        begin_asked: ask what is due
        value_given: the response's JSON form, None when taken back
        check_asked, next_asked, stop_asked, read_asked: the buttons of a round
        row_asked: the key of a mistake
        action_asked: the button of a face
    """

    begin_asked = Signal()
    value_given = Signal(object)
    check_asked = Signal()
    next_asked = Signal()
    stop_asked = Signal()
    read_asked = Signal()
    row_asked = Signal(str)
    action_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check: CheckCard | None = None
        self._shown = ("", "")
        self._build()
        self._connect()

    def show_state(self, state: MistakesState) -> None:
        """Make the widgets agree with the state."""
        asked = state.asked
        listed = asked is None and state.face is None
        show_if(self._face, state.face is not None)
        if state.face is not None:
            self._face.show_face(state.face)
        show_if(self._head_card, listed)
        for part, rows in ((self._rows, state.rows), (self._known, state.known)):
            part.show_rows(rows if listed else ())
        show_if(self._rows, listed and bool(state.rows))
        show_if(self._known_part, listed and bool(state.known))
        self._summary.setText(state.summary)
        self._hint.setText(state.hint)
        show_if(self._hint, bool(state.hint))
        show_if(self._begin, state.due != 0)
        self._begin.setText(tr("Answer them now") if state.due > 0 else tr("Practise them all the same"))
        show_if(self._round, asked is not None)
        if asked is None:
            self._drop_question()
        else:
            self._show_asked(asked)

    def focus_first(self) -> None:
        """Put the keyboard where Enter goes on."""
        for button in (self._begin, self._next):
            if button.isVisibleTo(self):
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _build(self) -> None:
        self._face = named(StatePanel(), "face")
        self._summary = label("", "heading", name="summary")
        self._hint = label("", "muted", name="hint")
        self._begin = primary("", name="begin")
        self._head_card = named(Card(tone=Tone.ACCENT), "due_card", tr("Due today"))
        self._head_card.add(column(self._summary, self._hint, gap="xs"))
        self._head_card.add(row(self._begin, STRETCH))
        self._rows = named(RowList(), "mistakes")
        self._known = named(RowList(), "known")
        self._known_part = boxed(column(label(tr("Known by now"), "overline"), self._known, gap="s"))
        page = ScrollPage("text")
        head = SectionHeader(tr("My mistakes"), tr("What you missed comes back until you know it."), level=1)
        for part in (head, self._face, self._head_card, self._made_round(), self._rows, self._known_part):
            page.add(part)
        self._page = page
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _made_round(self) -> QWidget:
        self._aim = label("", "body", name="aim")
        self._question = QVBoxLayout()
        self._question.setContentsMargins(0, 0, 0, 0)
        self._told = named(NoticeBar(), "told")
        self._next = primary("", name="next")
        self._read = secondary("", "book_open", name="read")
        self._stop = quiet(tr("Stop for now"), name="stop")
        parts = (self._aim, self._question, self._told, FlowRow(self._next, self._read, self._stop))
        self._round = named(boxed(column(*parts, gap="m")), "round")
        return self._round

    def _connect(self) -> None:
        self._begin.clicked.connect(self.begin_asked)
        self._next.clicked.connect(self.next_asked)
        self._read.clicked.connect(self.read_asked)
        self._stop.clicked.connect(self.stop_asked)
        self._rows.chosen.connect(self.row_asked)
        self._known.chosen.connect(self.row_asked)
        self._face.action_asked.connect(self.action_asked)

    def _show_asked(self, asked: Asked) -> None:
        self._aim.setText(tr("What it asks for: {aim}").format(aim=asked.aim))
        shown = (asked.progress, asked.check.item)
        if self._check is None or shown != self._shown:
            self._drop_question()
            self._shown = shown
            self._check = CheckCard(asked.check)
            self._check.value_given.connect(self.value_given)
            self._check.check_asked.connect(self.check_asked)
            self._question.addWidget(self._check)
            self._check.focus_answer()
        self._check.show_check(asked.check)
        self._told.show_notice(NoticeValue(Tone.INFO, asked.told) if asked.told else None)
        was_hidden = not self._next.isVisibleTo(self)
        show_if(self._next, bool(asked.told))
        self._next.setText(tr("Back to the list") if asked.last else tr("Next question"))
        self._read.setText(asked.section)
        if asked.told and was_hidden:
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_question(self) -> None:
        clear_layout(self._question)
        self._check, self._shown = None, ("", "")
