"""The page itself: title, aims, and the blocks of the section one after the other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.screens.reader.check_card import CheckCard
from desktop.screens.reader.state import CheckState, Part, ReaderState
from desktop.style.look import look
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import link
from desktop.widgets.callout import CalloutView
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.figure import FigureView
from desktop.widgets.layout import FlowRow, column, row
from desktop.widgets.naming import label, named
from desktop.widgets.safe_view import SafeView
from desktop.widgets.values import Tone
from desktop.words import tr, trn
from desktop.words.clock import minutes_text
from exams import Callout, Figure, Text


class Article(QWidget):
    """One section as it is read.

    Signals:
        value_given: a self-check's item, and the response's JSON form
        check_asked, again_asked: a self-check's item
        link_asked: the address of a link in the text
        top_asked: from the beginning, please
    """

    value_given = Signal(str, object)
    check_asked = Signal(str)
    again_asked = Signal(str)
    link_asked = Signal(str)
    top_asked = Signal()

    def __init__(self, state: ReaderState) -> None:
        super().__init__()
        self._checks: dict[str, CheckCard] = {}
        self._marker: QWidget | None = None
        self.blocks: tuple[QWidget, ...] = tuple(self._block(part) for part in state.parts)
        outer = column(_head(state), _aims(state), gap="l")
        for place, block in enumerate(self.blocks):
            if place == state.stopped_at:
                self._marker = self._stopped_here()
                outer.addWidget(self._marker)
            elif _begins_anew(state.parts[place]):
                outer.addSpacing(look().gap("m"))
            outer.addWidget(block)
        self.setLayout(outer)

    def show_checks(self, parts: tuple[Part, ...]) -> None:
        """Make the self-checks agree with the state; all else on the page stays."""
        for part in parts:
            if isinstance(part, CheckState):
                self._checks[part.item].show_check(part)

    def landing(self, block: int) -> QWidget:
        """What stands at the upper edge when a block is gone to: its marker, or the block itself."""
        marker = self._marker
        return marker if marker is not None and self.blocks[block] is self._after(marker) else self.blocks[block]

    def _after(self, widget: QWidget) -> QWidget | None:
        layout = self.layout()
        item = None if layout is None else layout.itemAt(layout.indexOf(widget) + 1)
        return None if item is None else item.widget()

    def _block(self, part: Part) -> QWidget:
        if isinstance(part, CheckState):
            return self._check(part)
        if isinstance(part, Figure):
            figure = FigureView()
            figure.show_figure(part.svg, part.caption, part.description)
            return figure
        if isinstance(part, Callout):
            callout = CalloutView(part.kind, part.title, part.html)
            callout.link_clicked.connect(self.link_asked)
            return callout
        text = SafeView()
        text.show_html(part.html)
        text.link_clicked.connect(self.link_asked)
        return text

    def _check(self, part: CheckState) -> CheckCard:
        card = CheckCard(part)
        card.value_given.connect(lambda value, item=part.item: self.value_given.emit(item, value))
        card.check_asked.connect(lambda item=part.item: self.check_asked.emit(item))
        card.again_asked.connect(lambda item=part.item: self.again_asked.emit(item))
        self._checks[part.item] = card
        return card

    def _stopped_here(self) -> QWidget:
        again = link(tr("Read from the beginning"), name="from_top")
        again.clicked.connect(self.top_asked)
        return named(FlowRow(Badge(tr("You stopped here last time"), Tone.INFO, "flag"), again), "stopped_here")


def _head(state: ReaderState) -> QWidget:
    over = tr("Chapter {chapter} · {title}").format(chapter=state.chapter, title=state.chapter_title)
    facts = FlowRow(Badge(minutes_text(state.minutes), Tone.NEUTRAL, "clock"))
    if state.checks_total:
        facts.add(Badge(trn("{n} self-check", "{n} self-checks", state.checks_total), Tone.NEUTRAL, "quiz"))
    head = QWidget()
    title = SectionHeader(f"{state.section} {state.title}", overline=over, serif=True, level=1)
    lines = column(title, facts, gap="m")
    # The text below stands inside the line that shows its focus: the title begins where the letters begin.
    lines.setContentsMargins(look().gap("edge"), 0, 0, 0)
    head.setLayout(lines)
    return head


def _aims(state: ReaderState) -> QWidget:
    card = named(Card(tr("After this section you can"), icon="target"), "aims")
    for aim in state.objectives:
        dot = label("·", "strong", wrap=False)
        dot.setAlignment(Qt.AlignmentFlag.AlignTop)
        line = row(dot, gap="s")
        line.addWidget(label(aim, name="aim"), 1)
        card.add(line)
    card.body.setSpacing(look().gap("xs"))
    return card


def _begins_anew(part: Part) -> bool:
    """A heading opens a new part of the section: more air above it than between other blocks."""
    return isinstance(part, Text) and part.html.startswith("<h3>")
