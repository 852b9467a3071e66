"""Draws a `HistoryState`; reports what is opened."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.screens.history.state import EVERYTHING, HistoryState
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.layout import STRETCH, clear_layout, row
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.panel import StatePanel
from desktop.widgets.rows import RowList
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.tabs import Tabs
from desktop.widgets.values import Tone
from desktop.words import mark, tr

_KINDS = {
    EVERYTHING: mark("All"),
    "final": mark("Final exam"),
    "rehearsal": mark("Rehearsal"),
    "mock": mark("Mock exam"),
    "quiz": mark("Chapter quiz"),
}


class HistoryView(QWidget):
    """The list, with tabs where there are several kinds.

    Signals:
        kind_chosen: a tab
        sitting_asked: a row
        certificate_asked, home_asked, search_asked: the buttons and keys
    """

    kind_chosen = Signal(str)
    sitting_asked = Signal(str)
    certificate_asked = Signal()
    home_asked = Signal()
    search_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: tuple[str, ...] = ()
        self._tabs: Tabs | None = None
        self._build()
        self._rows.chosen.connect(self.sitting_asked)
        self._open_certificate.clicked.connect(self.certificate_asked)
        self._face.action_asked.connect(self.home_asked)
        QShortcut(QKeySequence("Ctrl+F"), self, self.search_asked.emit)

    def show_state(self, state: HistoryState) -> None:
        """Make the widgets agree with the state."""
        self._show_tabs(state.kinds, state.kind)
        self._rows.show_rows(state.rows)
        show_if(self._rows, bool(state.rows))
        show_if(self._certificate, bool(state.certificate))
        self._number.setText(state.certificate)
        show_if(self._face, state.face is not None)
        if state.face is not None:
            self._face.show_face(state.face)

    def _build(self) -> None:
        self._tabs_place = QVBoxLayout()
        self._tabs_place.setContentsMargins(0, 0, 0, 0)
        self._rows = RowList()
        self._face = named(StatePanel(), "face")
        self._number = label("", "strong", name="certificate_number", selectable=True)
        self._open_certificate = secondary(tr("See your certificate"), name="to_certificate")
        self._certificate = named(Card(tr("Your certificate"), icon="certificate", tone=Tone.GOOD), "certificate")
        line = row(gap="m")
        line.addWidget(self._number, 1)
        line.addWidget(self._open_certificate)
        self._certificate.add(line)
        page = ScrollPage("text")
        subtitle = tr("Every quiz, mock exam and final you have taken, newest first.")
        head = SectionHeader(tr("My results"), subtitle, level=1)
        for part in (head, self._certificate, self._tabs_place, self._rows, self._face):
            page.add(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _show_tabs(self, kinds: tuple[str, ...], kind: str) -> None:
        if kinds != self._kinds:
            self._kinds = kinds
            clear_layout(self._tabs_place)
            self._tabs = self._new_tabs(kinds, kind) if kinds else None
        if self._tabs is not None:
            self._tabs.set_current(kind)

    def _new_tabs(self, kinds: tuple[str, ...], kind: str) -> Tabs:
        tabs = named(Tabs([(one, tr(_KINDS[one])) for one in kinds], kind, tr("Which results")), "kinds")
        tabs.chosen.connect(self.kind_chosen)
        self._tabs_place.addLayout(row(tabs, STRETCH))
        return tabs
