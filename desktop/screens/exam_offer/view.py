"""Draws an `ExamOfferState`; reports that the person wants to begin."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.screens.exam_offer.state import ExamOfferState, Problem
from desktop.widgets.buttons import primary, quiet
from desktop.widgets.card import Card, FactList, SectionHeader
from desktop.widgets.fields import TextField
from desktop.widgets.layout import STRETCH, clear_layout, column, row
from desktop.widgets.naming import label, named
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import mark, tr

_OVERLINES = {"final": mark("Final exam"), "mock": mark("Mock exam"), "quiz": mark("Chapter quiz")}
_PROBLEMS = {
    Problem.NONE: "",
    Problem.NO_CODE: mark("Type the code that the proctor shows."),
    Problem.MISTYPED: mark("There is a typing error in the code. Compare it once more; nothing is lost."),
    Problem.WRONG_CODE: mark("This code does not open the session. Ask the proctor for the code of today."),
}


class ExamOfferView(QWidget):
    """The terms and the start.

    Signals:
        begin_asked: the code as typed, empty where none is needed
        back_asked: not now
    """

    begin_asked = Signal(str)
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = ScrollPage("text")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._page)
        self._head = QVBoxLayout()
        self._facts = FactList()
        self._rules = QVBoxLayout()
        self._obstacle = named(NoticeBar(), "obstacle")
        self._code = TextField(tr("Code of the session"), hint="", name="code", max_length=20)
        self._begin = primary("", "arrow-right", name="begin")
        self._back = quiet(tr("Not now"), name="not_now")
        self._build()
        self._begin.clicked.connect(self._ask)
        self._code.submitted.connect(self._ask)
        self._back.clicked.connect(self.back_asked)

    def show_state(self, state: ExamOfferState) -> None:
        """Make the widgets agree with the state."""
        clear_layout(self._head)
        self._head.addWidget(SectionHeader(state.title, overline=tr(_OVERLINES[state.kind]), level=1))
        self._facts.show_facts(state.facts)
        clear_layout(self._rules)
        for rule in state.rules:
            self._rules.addWidget(label("•  " + rule, "body"))
        notice = NoticeValue(Tone.WARN, state.obstacle) if state.obstacle else None
        self._obstacle.show_notice(notice)
        self._code.setVisible(state.needs_code and not state.obstacle)
        shown = tr("The demonstration's code is {code}").format(code=state.code_shown) if state.code_shown else ""
        self._code.set_hint(shown or tr("10 characters and a check character; the proctor shows it."))
        problem = _PROBLEMS[state.problem]
        self._code.show_error(tr(problem) if problem else "")
        self._begin.setText(tr("Go on where you were") if state.resumes else tr("Begin: the clock starts"))
        self._begin.setVisible(not state.obstacle)
        self._begin.set_busy(state.busy)

    def _build(self) -> None:
        terms = Card(tr("The terms"), icon="clock")
        terms.add(self._facts)
        rules = Card(tr("Good to know"), icon="info")
        rules.add(self._rules)
        start = Card()
        start.add(column(self._obstacle, self._code, row(self._begin, self._back, STRETCH), gap="m"))
        for part in (self._head, terms, rules, start):
            self._page.add(part)

    def _ask(self) -> None:
        self.begin_asked.emit(self._code.text())
