"""Draws a `CallState`; reports what is said, noted, paused."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLayout, QWidget

from desktop.screens.call.bubbles import Conversation, ReplyButton
from desktop.screens.call.side import FoundCard, NoteCard, PhraseCard
from desktop.screens.call.state import CallState, Reply
from desktop.style.look import look
from desktop.widgets.badge import Badge, KeyHint
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card
from desktop.widgets.layout import STRETCH, FlowRow, boxed, clear_layout, column, row
from desktop.widgets.mood import MoodSign
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.page_line import page_bar
from desktop.widgets.saved import SavedMark
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import Tone
from desktop.words import tr
from desktop.words.clock import clock_text, spoken_clock

SIDE, WIDE_FROM = 368, 1064
MOST_REPLIES = 9
FLOWING_FROM = 150
"""From this size of text on the bar wraps."""


class CallView(QWidget):
    """The conversation with the note beside it; the note falls below where it is narrow.

    Signals:
        reply_chosen: the id of a reply
        note_filled: a field of the note and its value
        pause_asked, again_asked, finish_asked: the buttons and keys
        ticked: a second has gone
        left: the page goes out of sight
    """

    reply_chosen = Signal(str)
    note_filled = Signal(str, str)
    pause_asked = Signal()
    again_asked = Signal()
    finish_asked = Signal()
    ticked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._replies: tuple[Reply, ...] = ()
        self._buttons: list[ReplyButton] = []
        self._target = 0
        self._is_held = False
        self._build()
        self._connect()

    def show_state(self, state: CallState) -> None:
        """Make the widgets agree with the state."""
        self._target = state.target
        self._sign.show_caller(state.caller, state.mood)
        self._saved.show_saved(state.saved)
        self.show_seconds(state.seconds)
        self._notice.show_notice(state.notice)
        self._show_hold(state)
        self._title.setText(state.title)
        self._situation.setText(state.situation)
        self._reminder.setText(state.situation)
        self._note.show_note(state.note)
        self._phrases.show_phrases(state.phrases)
        show_if(self._phrases, bool(state.phrases))
        self._found.show_found(state)
        show_if(self._found, bool(state.hidden))
        self._conversation.show_bubbles(state.bubbles)
        show_if(self._over, state.over)
        self._ended.setText(tr("The caller has hung up.") if state.hung_up else tr("The call has ended."))
        show_if(self._answers, bool(state.replies))
        self._show_replies(state)

    def show_seconds(self, seconds: int) -> None:
        """Show the handling time; past the target a word says so too."""
        told = tr("{time} of {target}").format(time=clock_text(seconds), target=clock_text(self._target))
        self._clock.setText(told)
        self._clock.setAccessibleName(tr("Handling time: {time}").format(time=spoken_clock(seconds)))
        self._late.show_badge(tr("over the target") if seconds > self._target else "", Tone.WARN, "clock")

    def focus_first(self) -> None:
        """Put the keyboard where the call goes on: the first reply, or the note."""
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
        elif self._finish.isVisibleTo(self):
            self._finish.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._pause.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        narrow = event.size().width() < look().px(WIDE_FROM)
        home = self._page if narrow else self._aside
        if self._beside.parentWidget() is None or not home.isAncestorOf(self._beside):
            home.add(self._beside)
        self._aside.setVisible(not narrow)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: D102
        super().hideEvent(event)
        self.left.emit()

    # --- building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        named(self, "call", tr("Simulated call"))
        self._sign = named(MoodSign(), "caller")
        self._saved = named(SavedMark(), "saved_mark")
        self._clock = label("", "clock", wrap=False, name="handling_time")
        self._late = named(Badge("", Tone.WARN), "late")
        self._pause = secondary(tr("Pause"), "pause", name="pause")
        self._again = quiet(tr("Begin again"), "refresh", name="begin_again")
        self._title = label("", "heading", name="call_title")
        self._situation = label("", "body", name="situation")
        self._conversation = named(Conversation(), "conversation", tr("Conversation"))
        self._notice = named(NoticeBar(), "call_notice")
        self._answers = named(Card(tr("What do you say?"), icon="say"), "answers")
        self._ended = label("", "subheading", name="call_ended")
        self._finish = primary(tr("See the result"), name="finish")
        self._over = Card(tone=Tone.ACCENT)
        self._note, self._phrases, self._found = NoteCard(), PhraseCard(), FoundCard()
        self._reminder = label("", "small", name="situation_again")
        told = tr("The clock stands, so the conversation is put away until you go on.")
        self._hold = named(Card(tr("On hold"), told, icon="pause"), "on_hold")
        self._go_on = primary(tr("Go on with the call"), "play", name="go_on")
        self._hold.add(FlowRow(self._go_on))
        self._lay_out()

    def _lay_out(self) -> None:
        told = tr("Fill in the rest of the note; its time still counts.")
        self._over.add(column(self._ended, label(told), gap="xs"))
        self._over.add(FlowRow(self._finish))
        scene = Card(flat=True)
        scene.add(column(self._title, self._situation, gap="s"))
        keys = (("1 – 9", tr("say it")), ("F", tr("to the note and back")), ("P", tr("pause")))
        self._replies_place = column(gap="s")
        self._answers.add(self._replies_place)
        self._answers.add(FlowRow(*(KeyHint(key, words) for key, words in keys), gap="m"))
        self._page = ScrollPage("reading")
        for part in (scene, self._conversation, self._notice, self._answers, self._over):
            self._page.add(part)
        # Once more at hand: after a few replies its beginning has left the window, and figures and dates are in it.
        situation = Card(tr("The situation"), icon="info")
        situation.add(self._reminder)
        self._beside = boxed(column(self._phrases, self._found, self._note, situation, gap="sm"))
        self._aside = ScrollPage("full")
        self._aside.setFixedWidth(look().px(SIDE))
        line = row(self._page, gap="none")
        line.setStretch(0, 1)
        line.addWidget(self._aside)
        self._whole = boxed(line)
        self._held = ScrollPage("reading")
        self._held.add(self._hold)
        self.setLayout(column(page_bar(self._bar(), "full"), self._whole, self._held, gap="none"))

    def _bar(self) -> QLayout:
        tools = (self._saved, self._again, self._late, self._clock, self._pause)
        if look().zoom < FLOWING_FROM:
            return row(self._sign, STRETCH, *tools, gap="m")
        return column(FlowRow(self._sign, self._clock, self._late, self._again, self._pause, self._saved, gap="m"))

    def _connect(self) -> None:
        self._note.filled.connect(self.note_filled)
        self._pause.clicked.connect(self.pause_asked)
        self._go_on.clicked.connect(self.pause_asked)
        self._again.clicked.connect(self.again_asked)
        self._finish.clicked.connect(self.finish_asked)
        keys = {str(number): partial(self._number, number) for number in range(1, MOST_REPLIES + 1)}
        for key, act in {**keys, "F": self._turn, "P": self.pause_asked.emit}.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)  # a key held too long must not say three replies unread
            shortcut.activated.connect(act)
        pulse = QTimer(self)
        pulse.setObjectName("pulse")
        pulse.setInterval(1_000)
        pulse.timeout.connect(self._beat)
        pulse.start()

    # --- showing -------------------------------------------------------------------------------------------------

    def _show_hold(self, state: CallState) -> None:
        held, was_held = state.paused, self._is_held
        self._is_held = held
        show_if(self._held, held)
        show_if(self._whole, not held)
        show_if(self._pause, state.pausable)
        self._pause.setEnabled(not held)
        if held and not was_held:
            self._go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        elif was_held and not held:
            self.focus_first()

    def _show_replies(self, state: CallState) -> None:
        if state.replies == self._replies:
            return
        came_later = bool(self._replies) or self._conversation.isVisible()
        in_note = self._note.field_of(self.focusWidget()) is not None
        self._replies = state.replies
        clear_layout(self._replies_place)
        self._buttons = [ReplyButton(reply) for reply in state.replies]
        for button, reply in zip(self._buttons, state.replies, strict=True):
            button.clicked.connect(lambda _=False, one=reply.id: self.reply_chosen.emit(one))
            self._replies_place.addWidget(button)
            button.show()  # now, not with the next event: what is not seen takes no focus
        # What is new stands last in Qt's order.
        for before, after in pairwise((self._again, self._pause, *self._buttons)):
            QWidget.setTabOrder(before, after)
        if came_later:
            if not in_note:
                self.focus_first()
            QTimer.singleShot(0, self, self._show_newest)  # the page has its height only then

    def _show_newest(self) -> None:
        newest = self._conversation.newest()
        if newest is not None:
            self._page.go_to(self._page.top_of(newest))

    # --- keys ----------------------------------------------------------------------------------------------------

    def _number(self, number: int) -> None:
        field = self._note.field_of(self.focusWidget())
        if field is not None:
            field.take_number(number)
        elif number <= len(self._buttons) and not self._is_held:
            self._buttons[number - 1].click()

    def _turn(self) -> None:
        if self._is_held:
            return
        if self._note.field_of(self.focusWidget()) is None:
            self._note.focus_first()
        else:
            self.focus_first()
        gone_to = self.focusWidget()
        for page in (self._page, self._aside):
            if gone_to is not None and page.isAncestorOf(gone_to):
                page.show_widget(gone_to)

    def _beat(self) -> None:
        if self.isVisible():
            self.ticked.emit()
