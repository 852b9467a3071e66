"""Draws a `CallResultState`; reports where to go on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.screens.call_result.state import Better, CallResultState, Miss
from desktop.style.icons import pixmap
from desktop.style.look import look
from desktop.widgets.buttons import primary, quiet
from desktop.widgets.card import Card, Divider, FactList
from desktop.widgets.layout import STRETCH, FlowRow, boxed, column, row
from desktop.widgets.naming import label, named, set_state, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.progress import ProgressRing, ScoreBars
from desktop.widgets.rows import RowList
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr

STACKED_FROM = 150
"""From this size of text on the words stand below the ring."""


class CallResultView(QWidget):
    """Points, what a good line would have been, and the way on.

    Signals:
        again_asked, calls_asked: the buttons
        section_asked: a section the call practises
        try_asked: another play of the same call
    """

    again_asked = Signal()
    calls_asked = Signal()
    section_asked = Signal(str)
    try_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("", "title", name="header_title")
        self._ring = named(ProgressRing(tr("Score"), 128), "score")
        self._verdict = label("", "heading", name="verdict")
        self._meaning = label("", "body", name="meaning")
        self._best = label("", "strong", name="best")
        self._facts = FactList()
        self._red = named(NoticeBar(), "red_line")
        self._again = primary(tr("Play it again"), "refresh", name="again")
        self._calls = quiet(tr("All calls"), "list", name="all_calls")
        self._top = Card()
        self._criteria = ScoreBars()
        self._by_criterion = Card(tr("By the rubric"))
        self._missed = named(Card(tr("What stayed undone"), icon="half"), "missed")
        self._better = named(Card(tr("What a good line would have been"), icon="say"), "better")
        self._sections = named(RowList(), "sections", tr("What this call practises"))
        self._read = Card(tr("What this call practises"), icon="book_open")
        self._tries = named(RowList(), "tries", tr("Your plays of this call"))
        self._history = Card(tr("Your plays of this call"), tr("Newest first; the best one counts."), icon="clock")
        self._build()
        self._again.clicked.connect(self.again_asked)
        self._calls.clicked.connect(self.calls_asked)
        self._sections.chosen.connect(self.section_asked)
        self._tries.chosen.connect(self.try_asked)

    def show_state(self, state: CallResultState) -> None:
        """Make the widgets agree with the state."""
        self._title.setText(state.title)
        self._ring.set_value(state.score, str(state.score))
        self._verdict.setText(state.verdict)
        self._meaning.setText(state.meaning)
        self._best.setText(state.best)
        show_if(self._best, bool(state.best))
        self._facts.show_facts(state.facts)
        self._red.show_notice(NoticeValue(Tone.BAD, tr("The red line"), "", state.red_line) if state.red_line else None)
        self._criteria.show_scores(state.criteria)
        set_state(self._top, "tone", "good" if state.passed else "neutral")
        show_if(self._missed, bool(state.missed))
        self._missed.clear()
        for place, one in enumerate(state.missed):
            self._missed.add(named(_miss(one), f"miss_{place}", f"{one.detail}: {one.text}"))
        show_if(self._better, bool(state.better))
        self._better.clear()
        for place, line in enumerate(state.better):
            if place:
                self._better.add(Divider())
            self._better.add(named(_better(line), f"better_{place}", line.said))
        self._sections.show_rows(state.sections)
        show_if(self._read, bool(state.sections))
        self._tries.show_rows(state.tries)
        show_if(self._history, len(state.tries) > 1)

    def focus_first(self) -> None:
        """Put the keyboard on the way on."""
        self._again.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        said = column(self._verdict, self._meaning, self._best, gap="s")
        head = row(self._ring, gap="l")
        if look().zoom < STACKED_FROM:
            head.addLayout(column(STRETCH, said, STRETCH, gap="none"), 1)
            self._top.add(head)
        else:
            head.addStretch(1)
            self._top.add(head)
            self._top.add(said)
        self._top.add(self._facts)
        self._top.add(FlowRow(self._again, self._calls))
        self._by_criterion.add(self._criteria)
        self._read.add(self._sections)
        self._history.add(self._tries)
        page = ScrollPage("text")
        for part in (
            column(self._title, gap="none"),
            self._top,
            self._red,
            self._better,
            self._missed,
            self._by_criterion,
            self._read,
            self._history,
        ):
            page.add(part)
        self.setLayout(column(page, gap="none"))


def _miss(one: Miss) -> QWidget:
    picture = label(wrap=False)
    picture.setPixmap(pixmap(one.icon, "warn", 20))
    picture.setAlignment(Qt.AlignmentFlag.AlignTop)
    line = row(picture, gap="sm")
    line.addLayout(column(label(one.detail, "small"), label(one.text), gap="xxs"), 1)
    return boxed(line)


def _better(one: Better) -> QWidget:
    quoted = (
        (tr("The caller"), one.caller, "muted"),
        (tr("You said"), one.said, "body"),
    )
    parts = column(gap="s")
    for name, text, kind in quoted:
        parts.addLayout(column(label(name, "caption"), label(text, kind), gap="xxs"))
    why = label(one.why, "body", name="why")
    parts.addLayout(column(label(tr("Why it was not the best"), "caption"), why, gap="xxs"))
    good = Card(tone=Tone.GOOD)
    good.add(column(label(tr("A good line"), "caption"), label(one.better, "strong", name="good_line"), gap="xxs"))
    parts.addWidget(good)
    return boxed(parts)
