"""A table of questions taken into a bank: through the firewall, into SQLite, the whole way.

The processor's time of both processes counts; the note says how much of it the one that touches the file took.
"""

import csv
import os
import tempfile
from pathlib import Path

from exams.desk.bank_desk import import_files, read_for_bank
from tests.benchmarks.measure import Measured, median_ms

QUESTIONS = 20_000
_HEAD = ("题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案", "解析", "难度", "知识点", "分值")


def importing(rounds: int) -> Measured:
    """One file of 20,000 questions into an empty bank; the goal is 5,000 a second."""
    with tempfile.TemporaryDirectory(prefix="academy-bench-") as folder:
        file = Path(folder) / "bank.csv"
        with file.open("w", encoding="utf-8-sig", newline="") as out:
            csv.writer(out).writerows([_HEAD, *map(_row, range(QUESTIONS))])
        banks = [Path(folder) / f"{number}.sqlite" for number in range(rounds + 1)]
        spent = [_import(file, bank) for bank in banks][1:]
    took, child = median_ms([both for both, _ in spent]), median_ms([child for _, child in spent])
    note = f"{QUESTIONS / took * 1000:,.0f} questions/s, {child / took:.0%} of the time behind the firewall"
    return Measured(f"{QUESTIONS} questions imported", took, rounds, "5,000 a second", QUESTIONS / 5, 1.0, note=note)


def _import(file: Path, bank: Path) -> tuple[float, float]:
    """Seconds of the processor: all, and the child's."""
    before = os.times()
    import_files([read_for_bank(file)], bank)
    after = os.times()
    child = after.children_user + after.children_system - before.children_user - before.children_system
    return after.user + after.system - before.user - before.system + child, child


def _row(number: int) -> tuple[str, ...]:
    stem = f"第{number}题：客户来电办理业务时应先核对什么？（ ）"
    return ("单选题", stem, f"身份证件{number}", "余额", "密码", "地址", "A", "先核对身份。", "易", "身份识别", "2")
