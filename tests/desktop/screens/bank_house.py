"""A bank for tests of its screens: real tables in a folder, files as the test wants them read."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from exams.desk.bank_desk import FileRead
from exams.desk.bank_office import BankOffice
from exams.interop.question import Answer, Question
from exams.interop.record_text import record_text
from exams.timing.story_clock import StoryClock

NOON = 1_795_579_200_000
FILES = (Path("题库.xlsx"),)
OPTIONS = (Answer("核实身份", 1.0), Answer("直接挂失"), Answer("转接网点"), Answer("挂断电话"))
ASKED = Question(
    "single",
    "挂失",
    "客户来电要求挂失银行卡，坐席首先应当做什么？",
    OPTIONS,
    format="plain",
    category="第一章",
    options={"difficulty": "中"},
    row=2,
)
TRUTH = Question(
    "truefalse", "密码", "坐席可以索要完整的取款密码。", correct=False, format="plain", category="第二章", row=4
)
ESSAY = Question("essay", "投诉 100%", "<p>请写出处理<b>投诉</b>的步骤。</p>", row=5)


def found(code, row, column, **facts):
    return {"line": None, "row": row, "column": column, "code": code, "facts": facts}


def file_of(*questions, name="题库.xlsx", rejected=(), warnings=()):
    rows = [(one.type, one.name, record_text(one)) for one in questions]
    return FileRead(name, "xlsx", rows, list(rejected), list(warnings))


MIXED = file_of(
    ASKED, TRUTH, ESSAY,
    rejected=[found("E_SHEET_KEY", 3, "G", key="E", last="D")],
    warnings=[found("W_SHEET_IMAGE", 4, "")],
)  # fmt: skip


@dataclass(frozen=True)
class House(BankOffice):
    """`offered` is what reading gives; `trouble` is raised instead where there is one."""

    offered: list = field(default_factory=lambda: [MIXED])
    trouble: list = field(default_factory=list)

    def read(self, paths):
        if self.trouble:
            raise self.trouble[0]
        return tuple(self.offered)

    def analyse(self, marks):
        if self.trouble:
            raise self.trouble[0]
        from exams.store.bank_items import Figures, save_figures

        told = {
            "挂失": Figures(40, 62.4, 31.0),
            "密码": Figures(40, 95.0, -4.0, ("W_ITEM_NEGATIVE",)),
            "没有": Figures(40, 1.0, 1.0),
        }
        return save_figures(self.bank, told.items())

    def by(self, who):
        """The same bank, and another person in it."""
        return replace(self, who=who)


def a_house(folder, who="陈静"):
    return House(folder / "bank.sqlite", who, StoryClock(NOON))
