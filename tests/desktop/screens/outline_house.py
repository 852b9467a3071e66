"""A course of two chapters as headquarters remembers it, small enough to count by hand."""

from dataclasses import replace

from exams.content.course import Chapter
from exams.desk.course_outline import Outline, keep_outline
from exams.items.item import Difficulty, Item, ItemType, Level, Use, Wording
from exams.papers.blueprint import Blueprint, Feedback, RedLineGate

CHAPTERS = (
    Chapter(1, {"zh": "电话服务", "en": "Telephone service"}, ("1.1",)),
    Chapter(2, {"zh": "贷款业务与个人征信", "en": "Loans and personal credit records"}, ("2.1",)),
)
FINAL = Blueprint(
    name="final",
    use=Use.EXAM,
    minutes=60,
    pass_percent=80,
    points={ItemType.SINGLE: 1000, ItemType.MULTIPLE: 2000},
    cells={(1, ItemType.SINGLE): 2, (2, ItemType.SINGLE): 1, (2, ItemType.MULTIPLE): 1},
    levels={(1, Level.APPLY): 1},
    feedback=Feedback.CHAPTERS,
    red_line=RedLineGate(1, 1),
    titles={"zh": "结业考试", "en": "Final examination"},
)
RENEWAL = replace(FINAL, name="renewal", minutes=30, titles={"zh": "换证考试", "en": "Renewal"})


def an_item(number, chapter, kind=ItemType.SINGLE, level=Level.REMEMBER, facts=()):
    return Item(
        f"{chapter}.1-{kind.value}{number}", 1, Use.EXAM, kind, chapter, f"{chapter}.1", "", facts, level,
        Difficulty.MEDIUM, {"zh": Wording("")}, red_line=number == 1,
    )  # fmt: skip


def an_outline(forms="AB"):
    """Each form: three single-choice items of chapter 1, two of chapter 2, one with several right answers."""
    items = (
        *(an_item(n, 1, level=Level.APPLY if n == 1 else Level.REMEMBER) for n in (1, 2, 3)),
        *(an_item(n, 2, facts=("F-STD-06",)) for n in (1, 2)),
        an_item(1, 2, ItemType.MULTIPLE),
    )
    return Outline(
        CHAPTERS,
        {"final": FINAL, "renewal": RENEWAL},
        dict.fromkeys(forms, items),
        frozenset({"F-STD-06"}),
        {"F-STD-06": ("2.1",)},
    )


def published(house):
    """The house remembers that course."""
    keep_outline(house.bank.parent, an_outline())
    return house
