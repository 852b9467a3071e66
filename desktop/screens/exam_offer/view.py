"""Draws an `ExamOfferState`; reports that the person wants to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QWidget

from desktop.screens.exam_offer.state import ExamOfferState, Problem
from desktop.style.icons import pixmap
from desktop.style.look import look
from desktop.style.tokens import ZOOMS
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, FactList, SectionHeader, StatTile
from desktop.widgets.choosing import TickBox
from desktop.widgets.fields import TextField
from desktop.widgets.layout import STRETCH, CardGrid, clear_layout, column, row
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.tabs import Segmented
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import mark, tr

_PROBLEMS = {
    Problem.NO_CODE: mark("Type the code that the proctor shows."),
    Problem.MISTYPED: mark("There is a typing error in the code. Compare it once more; nothing is lost."),
    Problem.WRONG_CODE: mark("This code does not open the session. Ask the proctor for the code of today."),
}


class ExamOfferView(QWidget):
    """The terms and the start.

    Signals:
        code_typed: the code as it stands
        pledged: the promise was given, or taken back
        begin_asked: begin, or go on
        retry_asked: see whether the obstacle is gone, and begin
        back_asked: not now
        zoom_chosen: a size of text, in percent
        trial_asked: try a question out
    """

    code_typed = Signal(str)
    pledged = Signal(bool)
    begin_asked = Signal()
    retry_asked = Signal()
    back_asked = Signal()
    zoom_chosen = Signal(int)
    trial_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = ScrollPage("text")
        self._head = column(gap="none")
        self._notice = named(NoticeBar(), "obstacle")
        self._numbers = CardGrid(150)
        self._facts = FactList()
        self._person = FactList()
        self._rules = column(gap="sm")
        self._steps = column(gap="sm")
        self._code = TextField(tr("Code of the session"), name="code", max_length=20)
        promise = tr("It is me. I sit this exam by myself and without aids, and I keep its questions to myself.")
        self._pledge = TickBox(promise, name="pledge")
        self._pledge_fault = label("", "error", name="pledge_fault")
        sizes = tuple((str(size), f"{size}%") for size in ZOOMS)
        self._sizes = named(Segmented(sizes, str(look().zoom), tr("Size of the text")), "text_size")
        self._try = secondary(tr("Try a practice question"), "play", name="try_question")
        self._recorded = label("", "body", name="recorded")
        self._begin = primary("", "arrow_right", name="begin")
        self._back = quiet("", name="not_now")
        self._terms, self._start = Card(tr("The terms"), icon="exam"), Card(tr("Start"), icon="play")
        self._build()
        self._code.changed.connect(self.code_typed)
        self._code.submitted.connect(self.begin_asked)
        self._pledge.ticked.connect(self.pledged)
        self._begin.clicked.connect(self.begin_asked)
        self._notice.action_asked.connect(self.retry_asked)
        self._back.clicked.connect(self.back_asked)
        self._sizes.chosen.connect(lambda size: self.zoom_chosen.emit(int(size)))
        self._try.clicked.connect(self.trial_asked)

    def show_state(self, state: ExamOfferState) -> None:
        """Make the widgets agree with the state."""
        clear_layout(self._head)
        self._head.addWidget(SectionHeader(state.title, level=1))
        self._notice.show_notice(_notice(state))
        self._numbers.clear()
        for fact in state.numbers:
            self._numbers.add(StatTile(fact.value, fact.name))
        self._facts.show_facts(state.facts)
        self._person.show_facts(state.person)
        show_if(self._person, bool(state.person))
        for place, texts, icon in ((self._rules, state.rules, "check"), (self._steps, state.steps, "arrow_right")):
            clear_layout(place)
            for text in texts:
                place.addLayout(_line(text, icon))
        show_if(self._steps_card, bool(state.steps))
        show_if(self._ready, state.trial)
        self._recorded.setText(state.recorded)
        show_if(self._recorded_card, bool(state.recorded))
        self._show_start(state)
        if state.retry and self._focus_is_lost():
            for action in self._notice.findChildren(QWidget, "notice_action"):
                action.setFocus()

    def focus_first(self) -> None:
        """Put the keyboard where the person acts next."""
        if self._code.isVisibleTo(self):
            self._code.focus()
        else:
            (self._begin if self._begin.isVisibleTo(self) else self._back).setFocus()

    def _focus_is_lost(self) -> bool:
        """The button that was pressed has gone, and the focus fell to whatever comes next in the window."""
        held = self.window().focusWidget()
        return held is None or not self.isAncestorOf(held)

    def _show_start(self, state: ExamOfferState) -> None:
        may = not state.obstacle
        show_if(self._start, may)
        show_if(self._code, state.needs_code and may)
        self._code.set_text(state.code)
        shown = tr("The demonstration's code is {code}").format(code=state.code_shown) if state.code_shown else ""
        self._code.set_hint(shown or tr("The proctor shows it. Capital or small letters, with or without dashes."))
        problem = _PROBLEMS.get(state.problem)
        self._code.show_error(tr(problem) if problem else "")
        show_if(self._pledge, state.needs_pledge and may)
        self._pledge.set_ticked(state.pledged)
        forgotten = tr("Tick this first.") if state.problem is Problem.NO_PLEDGE else ""
        self._pledge_fault.setText(forgotten)
        show_if(self._pledge_fault, bool(forgotten))
        begin = tr("Begin: the clock starts") if state.timed else tr("Begin")
        self._begin.setText(tr("Go on where you were") if state.resumes else begin)
        self._begin.set_busy(state.busy)
        self._back.setText(tr("Not now") if may else tr("To my training"))
        self._back.setEnabled(not state.busy)

    def _build(self) -> None:
        self._terms.add(self._facts)
        rules = Card(tr("Good to know"), icon="info")
        rules.add(self._rules)
        self._steps_card = named(Card(tr("What to do now"), icon="target"), "steps")
        self._steps_card.add(self._steps)
        self._ready = Card(tr("Make yourself at home"), tr("The clock does not run yet."), icon="text_size")
        self._ready.add(column(label(tr("Size of the text"), "field"), self._sizes, gap="xs"))
        self._ready.add(row(self._try, STRETCH))
        self._recorded_card = Card(tr("What is recorded"), icon="eye")
        self._recorded_card.add(self._recorded)
        pledge = column(self._pledge, self._pledge_fault, gap="xs")
        self._start.add(column(self._person, self._code, pledge, row(self._begin, STRETCH), gap="m"))
        for part in (self._head, self._notice, self._steps_card, self._numbers, self._terms, rules):
            self._page.add(part)
        for part in (self._recorded_card, self._ready, self._start):
            self._page.add(part)
        self._page.add(row(self._back, STRETCH))
        self.setLayout(column(self._page))


def _notice(state: ExamOfferState) -> NoticeValue | None:
    if state.obstacle:
        again = tr("Try again") if state.retry else ""
        return NoticeValue(Tone.GOOD if state.passed else Tone.WARN, state.obstacle, again)
    return NoticeValue(Tone.INFO, state.resume_note) if state.resume_note else None


def _line(text: str, icon: str) -> QLayout:
    picture = label(wrap=False)
    picture.setPixmap(pixmap(icon, "accent", 18))
    picture.setContentsMargins(0, look().px(3), 0, 0)
    line = row(gap="sm")
    line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(text, "body"), 1)
    return line
