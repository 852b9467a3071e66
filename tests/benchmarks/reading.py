"""Reading a bank of 50,000 Chinese questions of five types, as GIFT and as Moodle XML, each in a process of its own.

The processor's time counts, against the rate that interop 5 wants; the note says what the process came to in memory.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from exams.interop.door import READERS
from exams.interop.question import Answer, Question
from exams.interop.writers import WRITERS
from tests.benchmarks.measure import Measured, median_ms
from tests.memory import most_mib

QUESTIONS = 50_000
RATES = {"gift": 17_000, "moodle-xml": 8_500}
"""Questions a second that are asked for."""


def reading(kind: str, rounds: int) -> Measured:
    """The whole file, question by question, none kept."""
    with tempfile.TemporaryDirectory(prefix="academy-reading-") as folder:
        path = Path(folder) / kind
        with path.open("w", encoding="utf-8") as file:
            file.writelines(WRITERS[kind](questions(), []))
        runs = [_in_a_process(kind, path) for _ in range(rounds)]
    seconds, memory = [run[0] for run in runs], max(run[1] for run in runs)
    note = f"{QUESTIONS / sorted(seconds)[rounds // 2]:,.0f} a second, {memory:.0f} MB"
    ours, wanted = median_ms(seconds) * 1000 / QUESTIONS, 1_000_000 / RATES[kind]
    return Measured(f"1000 of {kind} read", ours, rounds, f"{RATES[kind]:,} a second", wanted, limit=1.0, note=note)


def questions() -> Iterator[Question]:
    """A fifth of each: one right, several right, true or false, a number, pairs."""
    for number in range(QUESTIONS):
        yield _MADE[number % len(_MADE)](number)


def _single(number: int) -> Question:
    stem = f"商业银行办理个人储蓄存款业务，应当遵循的原则是第{number}条，下列说法正确的是哪一项？"
    texts = ("存款自愿、取款自由", "存款有息、为存款人保密", "以上都不对", "只对对公客户适用")
    answers = (Answer(texts[0], 1.0, None, "正确"), *(Answer(text) for text in texts[1:]))
    return Question("single", f"题{number}", stem, answers)


def _multiple(number: int) -> Question:
    texts = (("商业银行", 0.5), ("证券公司", 0.5), ("小卖部", -1.0), ("个人", -1.0))
    stem = f"多选第{number}题，以下属于反洗钱义务主体的有哪些？"
    return Question("multiple", f"题{number}", stem, tuple(Answer(text, fraction) for text, fraction in texts))


def _true_false(number: int) -> Question:
    options = {"wrong_feedback": "错误的理由", "right_feedback": "正确的理由"}
    stem = f"判断第{number}题：柜员可以代客户签名。"
    return Question("truefalse", f"题{number}", stem, correct=False, penalty=1.0, options=options)


def _numerical(number: int) -> Question:
    stem = f"存款{number}元，一年期利率1.5%，到期利息是多少元？"
    return Question("numerical", f"题{number}", stem, (Answer(f"{number * 0.015:.3f}", 1.0, 0.01),))


def _matching(number: int) -> Question:
    pairs = (("身份证", "居民"), ("护照", "外国人"), ("军官证", "军人"))
    return Question("matching", f"题{number}", f"匹配第{number}题", pairs=pairs)


_MADE = (_single, _multiple, _true_false, _numerical, _matching)


def _in_a_process(kind: str, path: Path) -> tuple[float, float]:
    words = [sys.executable, "-m", "tests.benchmarks.reading", kind, str(path)]
    said = subprocess.run(words, capture_output=True, check=True, text=True).stdout.split()
    return float(said[0]), float(said[1])


def _read(kind: str, path: Path) -> None:
    raw = path.read_bytes()
    began = time.process_time()
    count = sum(isinstance(one, Question) for one in READERS[kind](raw))
    spent = time.process_time() - began
    if count != QUESTIONS:
        raise SystemExit(f"{count} questions")
    sys.stdout.write(f"{spent} {most_mib()}\n")


if __name__ == "__main__":
    _read(sys.argv[1], Path(sys.argv[2]))
