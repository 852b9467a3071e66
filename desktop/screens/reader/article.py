"""The page itself: title, aims, and the blocks of the section one after the other."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.screens.reader.local_note import with_notes
from desktop.screens.reader.state import Part, ReaderState
from desktop.speech.spoken import Piece, check_text, sentences
from desktop.style.look import look
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import Button, link, quiet
from desktop.widgets.callout import CalloutView
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.check_card import CheckCard
from desktop.widgets.check_value import CheckState
from desktop.widgets.figure import FigureView
from desktop.widgets.layout import FlowRow, column, row
from desktop.widgets.naming import label, named
from desktop.widgets.safe_view import SafeView
from desktop.widgets.text_marks import lines_of, paint_spans, selected_span
from desktop.widgets.values import Tone
from desktop.words import language, tr, trn
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
        self._texts: dict[int, SafeView] = {}
        self._marker: QWidget | None = None
        self._parts = state.parts
        self.listen = quiet("", "speaker", name="read_aloud")
        self._notes = state.notes
        self.blocks: tuple[QWidget, ...] = tuple(
            with_notes(self._block(part, place), state.notes.get(place, ())) for place, part in enumerate(state.parts)
        )
        outer = column(_head(state, self.listen), _aims(state), gap="l")
        for place, block in enumerate(self.blocks):
            if place == state.stopped_at:
                self._marker = self._stopped_here(sought=state.sought)
                outer.addWidget(self._marker)
            elif _begins_anew(state.parts[place]):
                outer.addSpacing(look().gap("m"))
            outer.addWidget(block)
        self.setLayout(outer)

    def show_checks(self, parts: tuple[Part, ...]) -> None:
        """Make the self-checks agree with the state; all else on the page stays."""
        self._parts = parts
        for part in parts:
            if isinstance(part, CheckState):
                self._checks[part.item].show_check(part)

    def words_from(self, first: int) -> Iterator[Piece]:
        """The blocks from one on, as they are read aloud."""
        for place in range(first, len(self.blocks)):
            notes = [f"{tr('In our bank')}: {note.text}" for note in self._notes.get(place, ())]
            yield Piece(sentences([self._spoken(place, self._parts[place]), *notes]), language(), place)

    def _spoken(self, place: int, part: Part) -> str:
        if isinstance(part, CheckState):
            return sentences([tr("Self-check"), check_text(part.stem, part.options, part.explanation)])
        if isinstance(part, Figure):
            return sentences([tr("Drawing"), part.caption, part.description])
        lines = lines_of(self._texts[place])
        return sentences([part.title, *lines] if isinstance(part, Callout) else lines)

    def landing(self, block: int) -> QWidget:
        """What stands at the upper edge when a block is gone to: its marker, or the block itself."""
        marker = self._marker
        return marker if marker is not None and self.blocks[block] is self._after(marker) else self.blocks[block]

    def _after(self, widget: QWidget) -> QWidget | None:
        layout = self.layout()
        item = None if layout is None else layout.itemAt(layout.indexOf(widget) + 1)
        return None if item is None else item.widget()

    def show_spans(self, spans: Mapping[int, tuple[tuple[int, int], ...]]) -> None:
        """Paint what is highlighted, by block."""
        for place, text in self._texts.items():
            paint_spans(text, spans.get(place, ()))

    def chosen_place(self) -> tuple[int, int, int] | None:
        """Block and characters that are selected; the block that has the keyboard, whole; None without either."""
        for place, text in self._texts.items():
            span = selected_span(text)
            if span is not None:
                return (place, *span)
        for place, block in enumerate(self.blocks):
            if block.hasFocus() or _holds_focus(block):
                return (place, 0, 0)
        return None

    def _block(self, part: Part, place: int) -> QWidget:
        if isinstance(part, CheckState):
            return self._check(part)
        if isinstance(part, Figure):
            figure = FigureView()
            figure.show_figure(part.svg, part.caption, part.description)
            return figure
        if isinstance(part, Callout):
            callout = CalloutView(part.kind, part.title, part.html)
            callout.link_clicked.connect(self.link_asked)
            self._texts[place] = callout.text
            return callout
        text = SafeView()
        text.show_html(part.html)
        text.link_clicked.connect(self.link_asked)
        self._texts[place] = text
        return text

    def _check(self, part: CheckState) -> CheckCard:
        card = CheckCard(part)
        card.value_given.connect(lambda value, item=part.item: self.value_given.emit(item, value))
        card.check_asked.connect(lambda item=part.item: self.check_asked.emit(item))
        card.again_asked.connect(lambda item=part.item: self.again_asked.emit(item))
        self._checks[part.item] = card
        return card

    def _stopped_here(self, *, sought: bool) -> QWidget:
        words, icon = (tr("Here it stands"), "search") if sought else (tr("You stopped here last time"), "flag")
        again = link(tr("Read from the beginning"), name="from_top")
        again.clicked.connect(self.top_asked)
        return named(FlowRow(Badge(words, Tone.INFO, icon), again), "stopped_here")


def _head(state: ReaderState, listen: Button) -> QWidget:
    over = tr("Chapter {chapter} · {title}").format(chapter=state.chapter, title=state.chapter_title)
    facts = FlowRow(Badge(minutes_text(state.minutes), Tone.NEUTRAL, "clock"))
    if state.checks_total:
        facts.add(Badge(trn("{n} self-check", "{n} self-checks", state.checks_total), Tone.NEUTRAL, "quiz"))
    facts.add(listen)
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


def _holds_focus(block: QWidget) -> bool:
    held = block.focusWidget()
    return held is not None and held.hasFocus()


def _begins_anew(part: Part) -> bool:
    """A heading opens a new part of the section: more air above it than between other blocks."""
    return isinstance(part, Text) and part.html.startswith("<h3>")
