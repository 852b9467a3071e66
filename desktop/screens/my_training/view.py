"""Draws a `MyTrainingState`; reports where the person wants to go."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.screens.my_training.chapter_card import ChapterCard
from desktop.screens.my_training.gauge_card import GaugeCard
from desktop.screens.my_training.state import ChapterPart, Milestone, MyTrainingState, NextCard, Stage
from desktop.style.icons import pixmap
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card
from desktop.widgets.layout import STRETCH, FlowRow, SideBySide, boxed, clear_layout, column, row
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.panel import StatePanel
from desktop.widgets.rows import RowList
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import Tone
from desktop.words import mark, tr

_STAGES = {
    Stage.DONE: ("good", "good", mark("done")),
    Stage.NOW: ("arrow_right", "accent", mark("you are here")),
    Stage.LATER: ("minus", "faint", mark("later")),
}


class MyTrainingView(QWidget):
    """The home of a trainee.

    Signals:
        next_asked: the one primary button
        row_asked: the key of a section, a quiz, the mock or the final; mistakes, marks, changes
        fold_asked: the key of a chapter
        certificate_asked, search_asked, glossary_asked, history_asked, calls_asked: the buttons
        retry_asked: read everything again, after a failure
    """

    next_asked = Signal()
    row_asked = Signal(str)
    fold_asked = Signal(str)
    certificate_asked = Signal()
    search_asked = Signal()
    glossary_asked = Signal()
    history_asked = Signal()
    calls_asked = Signal()
    retry_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[str, ChapterCard] = {}
        self._build()
        self._connect()

    def show_state(self, state: MyTrainingState) -> None:
        """Make the widgets agree with the state."""
        self._greeting.setText(tr("Hello, {name}").format(name=state.name))
        self._time.setText(" · ".join(part for part in (state.course, state.time) if part))
        show_if(self._time, bool(state.course or state.time))
        show_if(self._face, state.face is not None)
        show_if(self._content, state.face is None)
        show_if(self._tools, state.face is None)
        if state.face is not None:
            self._face.show_face(state.face)
            return
        self._show_next(state.next)
        self._show_chapters(state.chapters)
        self._exams.show_rows(state.exams)
        self._show_way(state.way)
        self._loop.show_rows(state.loop)
        self._gauge.show_gauge(state.gauge)
        show_if(self._certificate, bool(state.certificate))
        self._number.setText(state.certificate)

    def focus_next(self) -> None:
        """Put the keyboard on the next step, so that Enter goes on."""
        self._go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._greeting = label("", "title", name="greeting")
        self._time = label("", "muted", name="time")
        self._search = secondary(tr("Search the course"), "search", name="to_search")
        self._glossary = quiet(tr("Glossary"), "term", name="to_glossary")
        self._history = quiet(tr("My results"), "list", name="to_history")
        self._calls = quiet(tr("Practise calls"), "headset", name="to_calls")
        self._tools = FlowRow(self._search, self._calls, self._glossary, self._history)
        self._face = named(StatePanel(), "face")
        self._exams = RowList()
        self._chapters = QVBoxLayout()
        self._content = SideBySide(self._main(), self._side(), side_width=288)
        page = ScrollPage("wide")
        head = column(self._greeting, self._time, gap="xs")
        for part in (head, self._tools, self._face, self._content):
            page.add(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _main(self) -> QWidget:
        exams = Card(tr("Exams"))
        exams.add(self._exams)
        self._chapters.setContentsMargins(0, 0, 0, 0)
        return boxed(column(self._next_card(), self._chapters, exams, STRETCH, gap="l"))

    def _next_card(self) -> Card:
        self._overline = label("", "overline", name="next_overline")
        self._next_title = label("", "heading", name="next_title")
        self._next_text = label("", "body", name="next_text")
        self._go_on = primary("", name="next")
        card = named(Card(tone=Tone.ACCENT), "next_card", tr("Your next step"))
        card.add(column(self._overline, self._next_title, self._next_text, gap="xs"))
        card.add(row(self._go_on, STRETCH))
        return card

    def _side(self) -> QWidget:
        self._number = label("", "strong", name="certificate_number", selectable=True)
        open_it = secondary(tr("See your certificate"), name="to_certificate")
        open_it.clicked.connect(self.certificate_asked)
        self._certificate = named(Card(tr("Your certificate"), icon="certificate", tone=Tone.GOOD), "certificate")
        self._certificate.add(self._number)
        self._certificate.add(row(open_it, STRETCH))
        self._way = named(Card(tr("Your way to the certificate")), "way")
        self._loop = named(RowList(), "loop", tr("Practice and marks"))
        self._gauge = named(GaugeCard(), "gauge")
        return boxed(column(self._certificate, self._loop, self._gauge, self._way, STRETCH, gap="l"))

    def _connect(self) -> None:
        self._go_on.clicked.connect(self.next_asked)
        self._exams.chosen.connect(self.row_asked)
        self._loop.chosen.connect(self.row_asked)
        self._search.clicked.connect(self.search_asked)
        self._glossary.clicked.connect(self.glossary_asked)
        self._history.clicked.connect(self.history_asked)
        self._calls.clicked.connect(self.calls_asked)
        self._face.action_asked.connect(self.retry_asked)
        for keys in ("Ctrl+F", "/"):
            QShortcut(QKeySequence(keys), self, self.search_asked.emit)

    def _show_next(self, card: NextCard) -> None:
        for part, text in ((self._overline, card.overline), (self._next_text, card.text)):
            part.setText(text)
            show_if(part, bool(text))
        self._next_title.setText(card.title)
        self._go_on.setText(card.action)

    def _show_chapters(self, chapters: tuple[ChapterPart, ...]) -> None:
        if [part.key for part in chapters] != list(self._cards):
            clear_layout(self._chapters)
            self._cards = {part.key: ChapterCard(part) for part in chapters}
            for card in self._cards.values():
                card.chosen.connect(self.row_asked)
                card.folded.connect(self.fold_asked)
                self._chapters.addWidget(card)
        for part in chapters:
            self._cards[part.key].show_part(part)

    def _show_way(self, way: tuple[Milestone, ...]) -> None:
        self._way.clear()
        for place, milestone in enumerate(way):
            self._way.add(_milestone(milestone, place))


def _milestone(milestone: Milestone, place: int) -> QWidget:
    icon, colour, said = _STAGES[milestone.stage]
    picture = label(wrap=False)
    picture.setPixmap(pixmap(icon, colour, 20))
    picture.setAlignment(Qt.AlignmentFlag.AlignTop)
    now = milestone.stage is Stage.NOW
    words = column(label(milestone.text, "strong" if now else "body", name=f"milestone_{place}"), gap="xxs")
    details = [part for part in (tr(said) if now else "", milestone.detail) if part]
    if details:
        words.addWidget(label(" · ".join(details), "small"))
    line = row(picture, gap="sm")
    line.addLayout(words, 1)
    return named(boxed(line), f"way_{place}", f"{milestone.text}: {tr(said)}")
