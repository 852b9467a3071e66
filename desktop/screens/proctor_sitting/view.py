"""Draws a `ProctorSittingState`; reports that time has gone and what is to be done."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.proctor_sitting.state import ProctorSittingState
from desktop.widgets.buttons import quiet
from desktop.widgets.card import Card, FactList, StatTile
from desktop.widgets.layout import STRETCH, CardGrid, SideBySide, boxed, column, row
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.rows import RowList
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import Fact, NoticeValue, RowValue, Tone
from desktop.words import tr

SECOND_MS = 1_000
FIGURES = 4


class ProctorSittingView(QWidget):
    """One exam: where it stands, its time, its gaps, what may be done.

    Signals:
        ticked: a second has gone
        act_asked: what is to be done
        back_asked: the quiet button, or Esc
    """

    ticked = Signal()
    act_asked = Signal(str)
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts_shown: tuple[RowValue, ...] | None = None
        self._build()
        self._connect()

    def show_state(self, state: ProctorSittingState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._name.setText(state.name)
        self._place.setText(state.place)
        told = NoticeValue(state.tone, state.standing, detail=state.meaning)
        self._standing.show_notice(told if state.standing else None)
        for number, tile in enumerate(self._tiles):
            show_if(tile, number < len(state.figures))
            if number < len(state.figures):
                figure = state.figures[number]
                tile.show_stat(figure.value, figure.caption, figure.tone)
        self._gaps.tell(state.gaps)
        self._overrides.tell(state.overrides)
        self._show_acts(state.acts)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        first = self._acts.findChild(QWidget) if self._acts_shown else None
        (first or self._back).setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._fault = named(NoticeBar(), "sitting_fault")
        self._name = label("", "title", name="sitting_name")
        self._place = label("", "muted", name="sitting_place")
        self._standing = named(NoticeBar(), "standing")
        self._tiles = [named(StatTile("", ""), f"figure_{number}") for number in range(FIGURES)]
        self._gaps = _Facts("gaps", tr("When time did not simply run"), tr("Nothing has disturbed the time."))
        self._overrides = _Facts("overrides", tr("What proctors have done"), tr("Nothing so far."))
        self._acts = named(RowList(), "acts", tr("What to do"))
        self._nothing = label(tr("Nothing can be changed any more."), "muted", name="no_acts")
        self._back = quiet(tr("To the proctor's desk"), "arrow_left", name="to_room")
        tiles = CardGrid(200)
        for tile in self._tiles:
            tiles.add(tile)
        acts = Card(tr("What to do"), tr("Each step asks for a reason and says first what it does."))
        acts.add(self._acts)
        acts.add(self._nothing)
        told = boxed(column(self._gaps, self._overrides, STRETCH, gap="m"))
        head = row(gap="m")
        head.addLayout(column(self._name, self._place, gap="xs"), 1)
        head.addWidget(self._back)
        page = ScrollPage("wide")
        for part in (head, self._fault, self._standing, tiles):
            page.add(part)
        page.add(SideBySide(boxed(column(acts, STRETCH, gap="none")), told, side_width=480))
        self.setLayout(column(page))

    def _connect(self) -> None:
        self._acts.chosen.connect(self.act_asked)
        self._back.clicked.connect(self.back_asked)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.back_asked)
        timer = QTimer(self)
        timer.setObjectName("sitting_clock")
        timer.setInterval(SECOND_MS)
        timer.timeout.connect(self._tick)
        timer.start()

    def _tick(self) -> None:
        if self.isVisible():
            self.ticked.emit()

    def _show_acts(self, acts: tuple[RowValue, ...]) -> None:
        show_if(self._nothing, not acts)
        show_if(self._acts, bool(acts))
        if acts != self._acts_shown:
            self._acts_shown = acts
            self._acts.show_rows(acts)


class _Facts(Card):
    """A titled list that says so when it is empty, and is drawn again only when it changes."""

    def __init__(self, name: str, title: str, nothing: str) -> None:
        super().__init__(title)
        named(self, name)
        self._shown: tuple[Fact, ...] | None = None
        self._list = FactList()
        self._nothing = label(nothing, "muted")
        self.add(self._nothing)
        self.add(self._list)

    def tell(self, facts: tuple[Fact, ...]) -> None:
        """Show these."""
        if facts != self._shown:
            self._shown = facts
            self._list.show_facts(facts)
            show_if(self._list, bool(facts))
            show_if(self._nothing, not facts)
