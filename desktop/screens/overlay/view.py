"""Draws an `OverlayState`: the boxes, the one that is written, the exam items to be looked at."""

from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.screens.overlay.state import DAY, EN, PLACE, SOURCE, ZH, BoxRow, OverlayState
from desktop.style.look import look
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.choosing import ChoiceField
from desktop.widgets.fields import TextField
from desktop.widgets.forms import go_to_field
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.layout import STRETCH, CardGrid, FlowRow, boxed, clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.stacked import columns_for, make_room
from desktop.widgets.table import Column
from desktop.widgets.text_area import TextArea
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import mark, tr
from desktop.words.bank_words import short

_STACKS = ((0, 3), (1, 2))
_TEXT, _SOURCE, _DAY, _LONGEST = 44, 24, 10, 1000

_WANTED = {
    "place": mark("Choose the fact or the section that it belongs to."),
    "zh": mark("Write what holds in your bank, in Chinese."),
    "en": mark("The English text is too long."),
    "source": mark("Name the rule of the bank that says so."),
    "day": mark("Write the day since when it holds, like 2027-06-30."),
}


class OverlayView(QWidget):
    """The boxes of a bank.

    Signals:
        row_chosen: the focus came to a line
        typed: a field of the box and its text
        add_asked, remove_asked, save_asked, leave_asked: buttons; Ctrl+N, Ctrl+S, Esc
    """

    row_chosen = Signal(object)
    typed = Signal(str, str)
    add_asked = Signal()
    remove_asked = Signal()
    save_asked = Signal()
    leave_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome = ""
        self._boxes = -1  # not shown yet
        self._offered: tuple[tuple[str, str], ...] = ()
        self._build()
        self._connect()

    def show_state(self, state: OverlayState) -> None:
        """Make the widgets agree with the state."""
        self._show_outcome(state)
        self._table.show_empty(_nothing(state))
        self._table.show_rows(state.rows, state.chosen, anew=False)
        self._add.setEnabled(state.has_course)
        self._remove.setEnabled(bool(state.rows))
        self._save.setEnabled(state.can_save)
        show_if(self._form, bool(state.fields))
        self._go_to_new(len(state.rows))
        if self._offered != state.places:
            self._offered = state.places
            self._place.combo.clear()
            for key, text in (("", tr("Choose")), *state.places):
                self._place.combo.addItem(text, key)
        for name, text in state.fields:
            if name == PLACE:
                self._place.set_key(text)
            elif name in self._areas:
                self._areas[name].set_text(text)
            else:
                self._lines[name].set_text(text)
        self._wrong.show_notice(NoticeValue(Tone.INFO, tr(_WANTED[state.wrong])) if state.wrong else None)
        _relist(self._citing, self._citing_rows, state.citing)
        _relist(self._versions, self._version_rows, state.versions)

    def _go_to_new(self, boxes: int) -> None:
        """Who adds a box writes it: the cursor is in its first field."""
        if 0 <= self._boxes < boxes:
            go_to_field(self._page, self._place)
        self._boxes = boxes

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._add.setFocus()

    def _show_outcome(self, state: OverlayState) -> None:
        unsaved = tr("Not saved yet. Save it, then the next pack brings it.")
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._told.show_notice(NoticeValue(Tone.GOOD, state.told) if state.told else None)
        self._unsaved.show_notice(NoticeValue(Tone.WARN, unsaved) if state.changed else None)
        outcome = state.fault or state.told
        if outcome and outcome != self._outcome:
            self._page.to_top()
        self._outcome = outcome

    def _build(self) -> None:
        self._fault, self._told = named(NoticeBar(), "overlay_fault"), named(NoticeBar(), "overlay_told")
        self._unsaved, self._wrong = named(NoticeBar(), "overlay_unsaved"), named(NoticeBar(), "overlay_wrong")
        self._save = primary(tr("Save as the next version"), "save", name="save")
        self._add = secondary(tr("Add a box"), "plus", name="add")
        self._remove = secondary(tr("Remove this box"), "minus", name="remove")
        self._back = quiet(tr("Back to the bank"), "arrow_left", name="to_bank")
        self._table = named(box_table(), "boxes")
        self._table.setMinimumHeight(look().px(230))
        about = tr("Where the course gives an example rate or leaves a step open, say what holds in your bank.")
        page = self._page = ScrollPage("wide")
        page.add(SectionHeader(tr("Our own rates and steps"), about, level=1))
        for part in (self._fault, self._told, self._unsaved):
            page.add(part)
        page.add(FlowRow(self._save, self._add, self._remove, self._back))
        page.add(self._table)
        cards = CardGrid(400)
        cards.add(boxed(column(self._make_form(), STRETCH)))
        cards.add(boxed(column(*self._lists(), STRETCH, gap="l")))
        page.add(cards)
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))

    def _make_form(self) -> QWidget:
        self._place = ChoiceField(tr("Beside which fact, or at the end of which section"), (), name="place")
        self._areas = {
            ZH: TextArea(tr("What holds in your bank (Chinese)"), name="zh", most=_LONGEST),
            EN: TextArea(tr("The same in English, if wanted"), name="en", most=_LONGEST),
        }
        self._lines = {
            SOURCE: TextField(tr("By which rule of the bank"), name="source", max_length=200),
            DAY: TextField(tr("Since"), hint=tr("A day like 2027-06-30"), name="day", max_length=_DAY),
        }
        self._form = named(Card(tr("The box"), icon="building"), "box_form")
        for part in (self._wrong, self._place, *self._areas.values(), *self._lines.values()):
            self._form.add(part)
        return self._form

    def _lists(self) -> tuple[QWidget, ...]:
        told = tr("Their keys stay as they are. Look at each: does the right answer still hold with this box?")
        self._citing = named(Card(tr("Exam questions that cite it"), told, tone=Tone.WARN, icon="warn"), "citing")
        self._versions = named(Card(tr("Versions")), "versions")
        self._citing_rows, self._version_rows = column(gap="s"), column(gap="s")
        self._citing.add(self._citing_rows)
        self._versions.add(self._version_rows)
        return self._citing, self._versions

    def _connect(self) -> None:
        self._table.row_chosen.connect(self.row_chosen)
        self._place.chosen.connect(partial(self.typed.emit, PLACE))
        for name, area in self._areas.items():
            area.edit.textChanged.connect(lambda name=name, area=area: self.typed.emit(name, area.text()))
        for name, line in self._lines.items():
            line.changed.connect(partial(self.typed.emit, name))
        ways = {"Ctrl+N": (self._add, self.add_asked), "Ctrl+S": (self._save, self.save_asked)}
        ways["Esc"] = (self._back, self.leave_asked)
        for keys, (button, signal) in ways.items():
            button.clicked.connect(partial(self._tell, signal))
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._tell, signal))
        self._remove.clicked.connect(partial(self._tell, self.remove_asked))

    def _tell(self, signal: SignalInstance) -> None:
        """What is still being typed belongs to the box one is at: it is told before anything else happens."""
        for area in self._areas.values():
            area.tell()
        signal.emit()


def box_table() -> KeptTable:
    """The columns of the list."""
    columns = (
        Column(tr("Beside"), lambda row: row.place),
        Column(tr("What holds in your bank"), _holds, stretch=True),
        Column(tr("By which rule"), lambda row: short(row.source, _SOURCE)),
        Column(tr("Since"), lambda row: row.day),
    )
    table = KeptTable(tr("Our own rates and steps"), columns_for(columns, _STACKS), lambda row: row.key)
    make_room(table, _STACKS)
    return table


def _holds(row: BoxRow) -> str:
    """What the box says, and that it is not complete."""
    text = short(row.text, _TEXT)
    if not row.wrong:
        return text
    return tr("To be completed") if text == "–" else tr("{text} (to be completed)").format(text=text)


def _relist(card: QWidget, rows: QVBoxLayout, told: tuple[str, ...]) -> None:
    show_if(card, bool(told))
    clear_layout(rows)
    for one in told:
        rows.addWidget(label(one))


def _nothing(state: OverlayState) -> Face:
    if not state.has_course:
        steps = tr("Publish the course once with academy hq publish; its facts and sections can be named from then on.")
        return Face(FaceKind.EMPTY, tr("No course was published yet"), steps)
    return Face(FaceKind.EMPTY, tr("The course stands as it is"), tr("Add a box to say what holds in your bank."))
