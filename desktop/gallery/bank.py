"""The question bank: what each stage of an import says, findings, the list with and without questions, one question."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from desktop.gallery.part import page, part, stack
from desktop.screens.bank_browser.state import BankRow
from desktop.screens.bank_browser.view import question_table
from desktop.screens.bank_import.state import BankImportState, Problem, Stage
from desktop.screens.bank_import.view import import_notice, problem_row
from desktop.screens.bank_item.seen import SeenCard
from desktop.screens.bank_item.state import BankItemState, Finding
from desktop.screens.bank_item.view import finding_row
from desktop.style.look import look
from desktop.widgets.naming import named
from desktop.widgets.notice import NoticeBar
from desktop.words import tr
from desktop.words.bank_words import place_words, state_of_item, type_word
from desktop.words.errors import sentence
from desktop.words.faults import fault_text
from exams import Draft

_STAGES = (Stage.READING, Stage.PREVIEW, Stage.WRITING, Stage.DONE, Stage.UNDONE)
_FOUND = (
    ({"sheet": "单选题", "row": 8, "column": "G"}, "E_SHEET_KEY", {"key": "E", "last": "D"}, True),
    ({"line": 40}, "E_GIFT_BRACE", {"missing": "}"}, True),
    ({"row": 16, "column": "G"}, "W_SHEET_FEW", {"key": "A"}, False),
)


def bank() -> QWidget:
    """What a trainer looks at."""
    full, empty = named(question_table(), "gallery_questions"), question_table()
    full.show_rows(_rows())
    for table in (full, empty):
        table.setMinimumHeight(look().px(260))
    problems = (Problem(place_words(where), _told(code, facts), refused) for where, code, facts, refused in _FOUND)
    return page(
        tr("Question bank"),
        tr("Every question that was taken in. Enter or a double click opens one."),
        part(tr("Take in questions"), stack(*map(_notice, _STAGES))),
        part(tr("What is said of single questions"), stack(*map(problem_row, problems))),
        part(tr("Questions of the bank"), full),
        part(tr("Questions of the bank"), empty),
        part(tr("Cards of questions"), stack(*map(_seen, ("single", "truefalse", "shortanswer", "")))),
        part(tr("Rules of writing"), stack(*map(finding_row, _findings()))),
    )


def _notice(stage: Stage) -> QWidget:
    bar = NoticeBar()
    bar.show_notice(import_notice(BankImportState(stage, "题库.xlsx", good=560, number=3)))
    return bar


def _seen(kind: str) -> QWidget:
    """As the candidate sees it; without a type the form can write, with its key."""
    stem = tr("Which report stops payments from a lost card at once?")
    options = (tr("checks who is calling"), tr("reports the loss"), "", "") if kind == "single" else ()
    card = SeenCard(kind, with_key=not kind)
    card.show_state(BankItemState(draft=Draft(kind, stem, options) if kind else None, plain=stem, key="1 → 2 → 3"))
    return card


def _findings() -> tuple[Finding, ...]:
    return (
        Finding(sentence("E_NO_ANSWER").text, refuses=True),
        Finding(fault_text("E_STEM_NO_QUESTION", {}), refuses=False),
    )


def _told(code: str, facts: Mapping[str, object]) -> str:
    return f"{sentence(code, facts).text} [{code}]"


def _rows() -> tuple[BankRow, ...]:
    stem = tr("Which report stops payments from a lost card at once?")
    return tuple(
        BankRow(
            number,
            stem,
            type_word(kind),
            tr("Chapter {number}").format(number=number),
            "–",
            tr("{state}, version {version}").format(state=state_of_item(state), version=number),
            facility,
            "31 %" if facility != "–" else "–",
            "2027-06-30" if number == 2 else "–",
        )
        for number, (kind, state, facility) in enumerate(
            (
                ("single", "draft", "–"),
                ("multiple", "review", "62 %"),
                ("truefalse", "live", "88 %"),
                ("essay", "retired", "–"),
            ),
            1,
        )
    )
