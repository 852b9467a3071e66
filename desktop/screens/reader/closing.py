"""The end of the page: how the self-checks went, and where to go from here."""

from PySide6.QtCore import Signal

from desktop.screens.reader.state import ReaderState
from desktop.widgets.buttons import primary, quiet
from desktop.widgets.card import Card
from desktop.widgets.layout import FlowRow, clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.progress import ProgressBar
from desktop.widgets.rows import RowList
from desktop.widgets.values import RowValue
from desktop.words import tr


class Closing(Card):
    """What comes after the last block.

    Signals:
        next_asked, back_asked, home_asked: the buttons
        call_asked: a simulated call that practises the section
    """

    next_asked = Signal()
    back_asked = Signal()
    home_asked = Signal()
    call_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("You have come to the end of this section"), icon="good")
        self.setObjectName("closing")
        self._tally = label("", name="tally")
        self._bar = ProgressBar(tr("Self-checks answered right"), thin=True)
        self._sources = named(FlowRow(gap="sm"), "sources")
        self._told: tuple[str, ...] = ()
        self._calls = column(gap="s")
        self._practised: tuple[tuple[str, str], ...] = ()
        self._next = primary("", name="next_section")
        self._back = quiet(tr("Section before"), "arrow_left", name="previous_section")
        self._home = quiet(tr("Back to my training"), name="home")
        self.add(self._tally)
        self.add(self._bar)
        self.add(FlowRow(self._next, self._back, self._home))
        self.add(self._calls)
        self.add(self._sources)
        self._next.clicked.connect(self.next_asked)
        self._back.clicked.connect(self.back_asked)
        self._home.clicked.connect(self.home_asked)

    def show_closing(self, state: ReaderState) -> None:
        """Show the tally and the way on."""
        right, total = state.checks_right, state.checks_total
        self._tally.setText(tr("Self-checks right: {right} of {total}").format(right=right, total=total))
        self._bar.set_value(right * 100 // max(1, total))
        for part in (self._tally, self._bar):
            show_if(part, total > 0)
        onward = tr("Next: {title}").format(title=state.next_title)
        self._next.setText(onward if state.next_title else tr("Take the quiz of chapter {n}").format(n=state.chapter))
        show_if(self._back, state.has_previous)
        self._show_calls(state.calls)
        self._show_sources(state.sources)

    def _show_calls(self, calls: tuple[tuple[str, str], ...]) -> None:
        if calls == self._practised:
            return
        self._practised = calls
        clear_layout(self._calls)
        if calls:
            self._calls.addWidget(label(tr("Practise this with a caller"), "caption"))
        rows = RowList(tuple(RowValue(f"call_{name}", title, icon="headset") for name, title in calls))
        rows.chosen.connect(lambda key: self.call_asked.emit(key.removeprefix("call_")))
        self._calls.addWidget(rows)

    def _show_sources(self, sources: tuple[str, ...]) -> None:
        show_if(self._sources, bool(sources))
        if sources == self._told:
            return
        self._told = sources
        self._sources.clear()
        self._sources.add(label(tr("Sources"), "caption", wrap=False))
        for number, fact in enumerate(sources, 1):
            self._sources.add(label(f"{number} {fact}", "caption", wrap=False))
