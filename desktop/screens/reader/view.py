"""Draws a `ReaderState`; reports how far the person has come and what they did."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.screens.reader.article import Article
from desktop.screens.reader.closing import Closing
from desktop.screens.reader.mark_panel import MarkPanel
from desktop.screens.reader.marks_state import MarksState
from desktop.screens.reader.outline import Outline
from desktop.screens.reader.state import ReaderState, Spot
from desktop.speech.aloud import ReadAloud
from desktop.style.look import look
from desktop.widgets.badge import KeyHint
from desktop.widgets.buttons import quiet
from desktop.widgets.layout import STRETCH, boxed, column, row
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.page_line import page_bar
from desktop.widgets.scroll_page import ScrollPage
from desktop.words import tr

PULSE_MS = 1_000
SETTLE_MS = 400
"""So long a new width moves heights about; until then the place is held."""
SIDE, WIDE_FROM = 288, 984
_TURNS = {Qt.Key.Key_Space: 1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class ReaderView(QWidget):
    """A page to read with the chapter's outline beside it; the outline falls below where it is narrow.

    Signals:
        spot_reached: the block at the upper edge, and how far down in it (thousandths)
        end_seen: the end of the page was on the screen
        moved: the person scrolled, typed or moved the pointer
        ticked: a moment has gone; whether the window was in front
        left: the page goes out of sight
        value_given: a self-check's item, and the response's JSON form
        check_asked, again_asked: a self-check's item
        link_asked: the address of a link in the text
        section_asked: a section of the outline
        call_asked: a simulated call that practises the section
        next_asked, back_asked, home_asked: the buttons and keys
        mark_asked: bookmark, note or highlight; a block, and characters of it (none: the whole block)
        mark_opened: the key of a mark
    """

    spot_reached = Signal(int, int)
    end_seen = Signal()
    moved = Signal()
    ticked = Signal(bool)
    left = Signal()
    value_given = Signal(str, object)
    check_asked = Signal(str)
    again_asked = Signal(str)
    link_asked = Signal(str)
    section_asked = Signal(str)
    call_asked = Signal(str)
    next_asked = Signal()
    back_asked = Signal()
    home_asked = Signal()
    mark_asked = Signal(str, int, int, int)
    mark_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article: Article | None = None
        self._aloud: ReadAloud | None = None
        self._spot = Spot()
        self._settling = False
        self._hand: tuple[QPoint, QWidget | None, int] = (QPoint(), None, 0)
        self._outline, self._marks = Outline(), named(MarkPanel(), "mark_panel")
        self._closing = Closing()
        self._build()
        self._connect()

    def show_state(self, state: ReaderState) -> None:
        """Make the widgets agree with the state; the first one decides where the page opens."""
        if self._article is None:
            self._article = self._made(state)
            self._page.body.insertWidget(0, self._article)
            self._spot = state.spot
            self._settle()
        self._article.show_checks(state.parts)
        self._closing.show_closing(state)
        self._outline.show_outline(state)

    def show_marks(self, state: MarksState) -> None:
        """Paint and list the marks."""
        self._marks.show_marks(state)
        if self._article is not None:
            self._article.show_spans(state.spans)

    def go_to_block(self, block: int) -> None:
        """Bring a block to the upper edge."""
        if self._article is not None and block < len(self._article.blocks):
            self._let_go()
            self._page.go_to(self._page.top_of(self._article.landing(block)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        turn = _TURNS.get(Qt.Key(event.key()), 0)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.key() == Qt.Key.Key_Space:
            turn = -1
        if turn:
            self._let_go()
            self._page.turn(turn)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._let_go()
            self._page.to_top() if event.key() == Qt.Key.Key_Home else self._page.to_end()
        else:
            super().keyPressEvent(event)
            return
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._place_outline(narrow=event.size().width() < look().px(WIDE_FROM))
        if event.size().width() != event.oldSize().width():
            self._settle()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: D102
        super().hideEvent(event)
        self._be_silent()
        self.left.emit()

    # --- building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        named(self, "reader", tr("Text of the section"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._page = ScrollPage("reading")
        self._page.body.setSpacing(look().gap("l"))
        self._page.add(self._closing)
        self._aside = ScrollPage("full")
        self._aside.setFixedWidth(look().px(SIDE))
        self._side = boxed(column(self._outline, self._marks, gap="l"))
        self._aside.add(self._side)
        line = row(self._aside, gap="none")
        line.addWidget(self._page, 1)
        self._silence = quiet(tr("Stop reading"), "pause", name="stop_reading")
        words = label(tr("This page is being read aloud."), "muted", wrap=False)
        self._listening = page_bar(row(words, KeyHint("Ctrl+R", tr("on and off")), STRETCH, self._silence), "reading")
        self.setLayout(column(self._listening, line, gap="none"))
        show_if(self._listening, False)

    def _made(self, state: ReaderState) -> Article:
        article = Article(state)
        article.value_given.connect(self.value_given)
        article.value_given.connect(self.moved)
        article.check_asked.connect(self.check_asked)
        article.again_asked.connect(self.again_asked)
        article.link_asked.connect(self.link_asked)
        article.top_asked.connect(self._page.to_top)
        aloud = self._aloud = ReadAloud(article.listen, lambda: article.words_from(self._spot.block))
        aloud.begun.connect(self._follow)
        aloud.ended.connect(lambda: show_if(self._listening, False))
        return article

    def _connect(self) -> None:
        self._outline.chosen.connect(self.section_asked)
        self._closing.next_asked.connect(self.next_asked)
        self._closing.back_asked.connect(self.back_asked)
        self._closing.home_asked.connect(self.home_asked)
        self._closing.call_asked.connect(self.call_asked)
        self._page.scrolled.connect(self._scrolled)
        self._page.height_changed.connect(self._hold)
        self._page.hand_moved.connect(self._let_go)
        self._marks.mark_asked.connect(self._mark)
        self._marks.opened.connect(self.mark_opened)
        for keys, kind in (("Ctrl+D", "bookmark"), ("Ctrl+N", "note"), ("Ctrl+H", "highlight")):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda kind=kind: self._mark(kind))
        self._silence.clicked.connect(self._be_silent)
        QShortcut(QKeySequence("Ctrl+R"), self).activated.connect(self._listen)
        QShortcut(QKeySequence("Alt+Right"), self).activated.connect(self.next_asked)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.back_asked)
        self._settled = QTimer(self)
        self._settled.setObjectName("settled")
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLE_MS)
        self._settled.timeout.connect(self._rest)
        pulse = QTimer(self)
        pulse.setObjectName("pulse")
        pulse.setInterval(PULSE_MS)
        pulse.timeout.connect(self._beat)
        pulse.start()

    # --- the place -----------------------------------------------------------------------------------------------

    def _settle(self) -> None:
        """Hold the place while a new width moves the heights about."""
        self._settling = True
        self._settled.start()
        self._hold()

    def _hold(self) -> None:
        """Put the held place to the upper edge again."""
        if not self._settling or self._article is None or not self._article.blocks:
            return
        if self._spot == Spot():
            self._page.to_top()
            return
        block = self._article.blocks[self._spot.block]
        landing = self._article.landing(self._spot.block) if not self._spot.within else block
        self._page.go_to(self._page.top_of(landing) + block.height() * self._spot.within // 1000)

    def _let_go(self) -> None:
        """Whoever turns the page while it settles has gone on: the held place must not pull back."""
        self._settled.stop()
        self._settling = False

    def _rest(self) -> None:
        self._hold()
        self._settling = False

    def _scrolled(self) -> None:
        if self._settling or self._article is None:
            return
        self._spot = self._spot_now(self._article)
        self.spot_reached.emit(self._spot.block, self._spot.within)

    def _spot_now(self, article: Article) -> Spot:
        """The last block that begins at or above the upper edge."""
        line = self._page.position()
        found = Spot()
        for place, block in enumerate(article.blocks):
            top = self._page.top_of(article.landing(place))
            if top > line:
                break
            inside = line - self._page.top_of(block)
            found = Spot(place, max(0, min(999, inside * 1000 // max(1, block.height()))))
        return found

    # --- reading aloud -------------------------------------------------------------------------------------------

    def _listen(self) -> None:
        if self._aloud is not None:
            self._aloud.toggle()

    def _be_silent(self) -> None:
        if self._aloud is not None:
            self._aloud.stop()

    def _follow(self, block: int) -> None:
        """The page goes along with the voice, one block after the other."""
        show_if(self._listening, True)
        if self._article is not None and block > self._spot.block:
            self.go_to_block(block)

    # --- the pulse -----------------------------------------------------------------------------------------------

    def _beat(self) -> None:
        if not self.isVisible():
            return
        if self._hand_moved():
            self.moved.emit()
        in_front = self.isActiveWindow()
        self.ticked.emit(in_front)
        if in_front and not self._settling and self._page.has_reached(self._closing):
            self.end_seen.emit()

    def _hand_moved(self) -> bool:
        """Pointer, focus or page have moved since the last beat."""
        before, self._hand = self._hand, (QCursor.pos(), self.focusWidget(), self._page.position())
        return before != self._hand

    def _mark(self, kind: str) -> None:
        if self._article is not None and self._article.blocks:
            place = self._article.chosen_place() or (self._spot.block, 0, 0)
            self.mark_asked.emit(kind, *place)

    def _place_outline(self, *, narrow: bool) -> None:
        home = self._page if narrow else self._aside
        if not home.isAncestorOf(self._side):
            home.add(self._side)
        self._aside.setVisible(not narrow)
