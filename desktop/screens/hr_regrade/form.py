"""The fields of a correction: which question or exam, what is right, why, and by which rule."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.screens.hr_regrade.state import CREDIT, REMOVE, RIGHT, RULES, HrRegradeState
from desktop.style.look import look
from desktop.widgets.choosing import ChoiceField, SearchField
from desktop.widgets.fields import TextField
from desktop.widgets.forms import FieldPairs
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.layout import clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.stacked import STACKED_FROM, columns_for, make_room, telling
from desktop.widgets.table import Column
from desktop.widgets.tabs import Segmented
from desktop.widgets.text_area import TextArea
from desktop.widgets.values import Face, FaceKind
from desktop.words import tr

REASON_MOST = 400
_LOWER, _RECOMPUTE, _KEEP, _REVISE = "never-lower", "recompute", "keep", "revise"
_KNOWN_BY = 16
_STACKS = ((3, 0, 1), (2, 4))
"""Which columns share one: stem, id and version, type and key."""


class CorrectionForm(QWidget):
    """Signals:
    filled: a field's name and its value
    item_chosen: a row of the questions
    items_narrowed: what the questions are narrowed to
    """

    filled = Signal(str, object)
    item_chosen = Signal(object)
    items_narrowed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._courses: tuple[str, ...] = ()
        self._exams: tuple[str, ...] = ()
        self._course: ChoiceField | None = None
        self._exam: ChoiceField | None = None
        self._build()
        self._connect()

    def show_state(self, state: HrRegradeState) -> None:
        """Make the fields agree with the state."""
        draft = state.draft
        self._show_choices(state)
        self._remedy.set_current(draft.remedy)
        show_if(self._questions, draft.remedy != RULES)
        show_if(self._right, draft.remedy == RIGHT)
        show_if(self._rules, draft.remedy == RULES)
        self._search.set_text(state.items_filter)
        self._items.show_rows(state.items, draft.item)
        self._items.narrow(state.items_filter)
        self._chosen.setText(state.chosen or tr("No question chosen yet."))
        for name, field in self._fields.items():
            field.set_text(str(getattr(draft, name)))
        self._reason.set_text(draft.reason)
        self._outcomes.set_current(_RECOMPUTE if draft.recompute else _LOWER)
        self._certificates.set_current(_REVISE if draft.revise else _KEEP)

    def tell(self) -> None:
        """Say what is still being typed."""
        self._reason.tell()

    def focus(self) -> None:
        """To the search over the questions."""
        self._search.focus()

    def _show_choices(self, state: HrRegradeState) -> None:
        if state.courses != self._courses or self._course is None:
            self._courses = state.courses
            self._course = self._choice(tr("Course"), state.courses, "course", self._course_place)
        if state.exams != self._exams or self._exam is None:
            self._exams = state.exams
            self._exam = self._choice(tr("Exam"), state.exams, "exam", self._exam_place)
        self._course.set_key(state.draft.course)
        self._exam.set_key(state.draft.exam)

    def _choice(self, title: str, names: tuple[str, ...], name: str, place: Any) -> ChoiceField:
        clear_layout(place)
        field = ChoiceField(title, [(one, one) for one in names], name=name)
        field.chosen.connect(partial(self.filled.emit, name))
        place.addWidget(field)
        return field

    def _build(self) -> None:
        choices = (
            (RIGHT, tr("Another answer is right")),
            (CREDIT, tr("Full points for everybody")),
            (REMOVE, tr("Remove the question")),
            (RULES, tr("Other rules for passing")),
        )
        self._remedy = named(Segmented(choices, RIGHT, tr("What is done about it")), "remedy")
        self._course_place, self._exam_place = column(), column()
        self._search = SearchField(tr("Find a question by number or words"), name="item_filter")
        self._search.setMinimumWidth(look().px(320))
        self._items = named(KeptTable(tr("Questions"), columns_for(_columns(), _STACKS), lambda row: row.key), "items")
        self._items.setMinimumHeight(look().px(240))
        make_room(self._items, _STACKS)
        self._items.show_empty(Face(FaceKind.EMPTY, tr("No question found")))
        self._chosen = label("", "strong", name="chosen_item")
        hint = tr("Letters as in the bank: B, AC, C/A for best and worst. Several right answers with a semicolon.")
        self._right = TextField(tr("Right from now on"), hint=hint, name="right")
        self._fields = {
            "right": self._right,
            "pass_percent": TextField(tr("Percent to pass"), hint=tr("Empty: unchanged"), name="pass_percent"),
            "red_lines": TextField(tr("Red lines that must be right"), hint=tr("Empty: unchanged"), name="red_lines"),
            "negative": TextField(tr("Percent a wrong answer loses"), hint=tr("Empty: unchanged"), name="negative"),
        }
        self._reason = TextArea(tr("Reason"), name="reason", most=REASON_MOST, lines=3)
        outcomes = ((_LOWER, tr("Nobody is lowered")), (_RECOMPUTE, tr("What the answers give counts")))
        self._outcomes = named(Segmented(outcomes, _LOWER, tr("Where a result would get worse")), "outcomes")
        certificates = ((_KEEP, tr("Certificates stay")), (_REVISE, tr("A changed percent gets a new one")))
        self._certificates = named(Segmented(certificates, _KEEP, tr("Certificates")), "certificates")
        self._questions, self._rules = QWidget(), QWidget()
        self._questions.setLayout(column(self._search, self._items, self._chosen, gap="m"))
        numbers = FieldPairs(*(self._fields[name] for name in ("pass_percent", "red_lines", "negative")))
        self._rules.setLayout(column(self._exam_place, numbers, gap="m"))
        parts = (self._course_place, self._remedy, self._questions, self._right, self._rules, self._reason)
        worse, paper = (
            column(label(title, "muted"), choice, gap="xs")
            for title, choice in (
                (tr("Where a result would get worse"), self._outcomes),
                (tr("Certificates"), self._certificates),
            )
        )
        self.setLayout(column(*parts, worse, paper, gap="m"))

    def _connect(self) -> None:
        self._remedy.chosen.connect(partial(self.filled.emit, "remedy"))
        self._search.changed.connect(self.items_narrowed)
        self._items.row_chosen.connect(self.item_chosen)
        for name, field in self._fields.items():
            field.changed.connect(partial(self.filled.emit, name))
        self._reason.typed.connect(partial(self.filled.emit, "reason"))
        self._outcomes.chosen.connect(lambda key: self.filled.emit("recompute", key == _RECOMPUTE))
        self._certificates.chosen.connect(lambda key: self.filled.emit("revise", key == _REVISE))


def _shown(stem: str) -> str:
    """All of it where there is room; where the text is large, enough to know it by."""
    return stem if look().zoom < STACKED_FROM or len(stem) <= _KNOWN_BY else f"{stem[:_KNOWN_BY]}…"


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Question"), lambda row: row.item),
        telling(Column(tr("Version"), lambda row: str(row.version), align_right=True)),
        Column(tr("Kind of question"), lambda row: row.kind),
        Column(tr("Text"), lambda row: _shown(row.stem), stretch=True, elided=True),
        telling(Column(tr("Right so far"), lambda row: row.right)),
    )
