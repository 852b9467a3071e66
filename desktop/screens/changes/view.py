"""Draws a `ChangesState`; reports signatures."""

from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.screens.changes.state import ChangedPart, ChangesState, Difference
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import primary, quiet
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.layout import STRETCH, FlowRow, boxed, clear_layout, column, row
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.panel import StatePanel
from desktop.widgets.safe_view import SafeView
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr


class ChangesView(QWidget):
    """One card for each section: what was, what is, and the button that signs.

    Signals:
        sign_asked, section_asked: a section's key
        home_asked: the button of the face
    """

    sign_asked = Signal(str)
    section_asked = Signal(str)
    home_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[ChangedPart, ...] = ()
        self._face = named(StatePanel(), "face")
        self._summary = label("", "heading", name="summary")
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(0, 0, 0, 0)
        subtitle = tr("Read only what is different, then sign it. What differs is set in bold.")
        page = ScrollPage("text")
        for part in (SectionHeader(tr("What changed"), subtitle, level=1), self._face, self._summary, self._cards):
            page.add(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
        self._face.action_asked.connect(self.home_asked)

    def show_state(self, state: ChangesState) -> None:
        """Make the widgets agree with the state."""
        show_if(self._face, state.face is not None)
        if state.face is not None:
            self._face.show_face(state.face)
        self._summary.setText(state.summary)
        show_if(self._summary, bool(state.summary))
        if state.parts != self._shown:
            self._shown = state.parts
            clear_layout(self._cards)
            for part in state.parts:
                self._cards.addWidget(self._card(part))

    def _card(self, part: ChangedPart) -> QWidget:
        card = named(Card(part.title, part.subtitle, icon="refresh"), f"changed_{part.key}")
        if part.note:
            bar = named(NoticeBar(), f"note_{part.key}")
            bar.show_notice(NoticeValue(Tone.INFO, part.note))
            card.add(bar)
        for one in part.differences:
            card.add(_difference(one))
        sign = primary(tr("I have read this: sign"), name=f"sign_{part.key}")
        sign.setAccessibleDescription(part.title)
        whole = quiet(tr("Open the whole section"), "book_open", name=f"open_{part.key}")
        whole.setAccessibleDescription(part.title)
        sign.clicked.connect(lambda: self.sign_asked.emit(part.key))
        whole.clicked.connect(lambda: self.section_asked.emit(part.key))
        card.add(FlowRow(sign, whole))
        return card


def _difference(one: Difference) -> QWidget:
    lines = column(row(Badge(one.badge, one.tone), STRETCH), gap="xs")
    for said, text in ((tr("Before"), one.before), (tr("Now"), one.now)):
        if text:
            lines.addWidget(label(said, "overline"))
            lines.addWidget(_words(text, said))
    return boxed(lines)


def _words(text: str, said: str) -> SafeView:
    view = SafeView("plain")
    view.show_html(f"<p>{escape(text)}</p>".replace("\x02", "<strong>").replace("\x03", "</strong>"))
    view.setAccessibleName(f"{said}: {view.toPlainText()}"[:200])
    return view
