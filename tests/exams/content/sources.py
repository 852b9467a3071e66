"""A small whole course, written to a folder: two sections, a figure, six types of files, no fault in it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import dedent

from exams.content.faults import Code, Fault
from exams.content.sources import Sources, read_sources
from tests.exams.content.source_texts import (
    COURSE,
    FACTS,
    FINAL,
    FIRST_EN,
    FIRST_ZH,
    FORBIDDEN,
    GLOSSARY,
    QUIZ,
    SECOND_EN,
    SECOND_ZH,
    SVG,
    TOPICS,
    WORDS,
)

TODAY = date(2026, 11, 25)


def head(item: str, kind: str, objective: str, facts: str = "F-STD-06", extra: str = "") -> str:
    """The fields every item has."""
    level = "apply" if kind == "numerical" else "remember"
    lines = f"""\
        [[item]]
        id = "{item}"
        version = 1
        type = "{kind}"
        objective = "{objective}"
        facts = ["{facts}"]
        level = "{level}"
        difficulty = "easy"
        """
    return dedent(lines) + extra


def words(language: str, stem: str, options: dict[str, str], why: dict[str, str]) -> str:
    """One language of an item with options."""
    lines = [f"[item.{language}]", f'stem = "{stem}"', f'explanation = "{stem} 99"']
    if options:
        lines += [f"[item.{language}.options]", *(f'{key} = "{text}"' for key, text in options.items())]
    lines += [f"[item.{language}.why]", *(f'{key} = "{text}"' for key, text in why.items())]
    return "\n".join(lines) + "\n"


def choices(item: str, kind: str, objective: str, key: str, letters: str = "ABCD", extra: str = "") -> str:
    """An item with options A to the last letter."""
    text = head(item, kind, objective, extra=f"key = {key}\n{extra}")
    zh = {letter: f"选项{letter}" for letter in letters}
    en = {letter: f"option {letter}" for letter in letters}
    text += words("zh", f"问题 {item}？", zh, {letter: f"理由{letter}" for letter in letters})
    return text + words("en", f"Question {item}?", en, {letter: f"reason {letter}" for letter in letters})


def truefalse(item: str, objective: str) -> str:
    """A statement."""
    text = head(item, "truefalse", objective, extra="key = true\n")
    text += words("zh", f"陈述 {item}。", {}, {"true": "对", "false": "错"})
    return text + words("en", f"Statement {item}.", {}, {"true": "right", "false": "wrong"})


NUMERICAL = head("1.2-n1", "numerical", "1.2-a", "F-OPS-01") + dedent(
    """\
    generator = "abandon_rate"
    tolerance = "0.02"
    unit = "%"
    [item.ranges]
    offered = ["1000", "1400", "10"]
    abandoned = ["20", "90", "1"]
    [item.zh]
    stem = "呼入 {offered} 通，放弃 {abandoned} 通，放弃率是多少？"
    explanation = "放弃量除以呼入量。"
    [item.zh.mistakes]
    answered_base = "除以了接起量。"
    [item.en]
    stem = "{offered} calls offered, {abandoned} abandoned: what is the abandon rate?"
    explanation = "Abandoned divided by offered."
    [item.en.mistakes]
    answered_base = "Divided by answered calls."
    """
)

FILES = {
    "course/course.toml": COURSE,
    "course/glossary.toml": GLOSSARY,
    "course/facts.toml": FACTS,
    "course/topics.toml": TOPICS,
    "course/figures/bridge.svg": SVG,
    "course/figures/bridge.toml": WORDS,
    "course/zh/1/1.1.md": FIRST_ZH,
    "course/en/1/1.1.md": FIRST_EN,
    "course/zh/1/1.2.md": SECOND_ZH,
    "course/en/1/1.2.md": SECOND_EN,
    "bank/forbidden.toml": FORBIDDEN,
    "bank/practice/1.1.toml": "".join(
        choices(f"1.1-p{n}", "single", objective, '"B"') for n, objective in ((1, "1.1-a"), (2, "1.1-b"), (10, "1.1-a"))
    ),
    "bank/practice/1.2.toml": "".join(choices(f"1.2-p{n}", "single", "1.2-a", '"C"') for n in (1, 2, 3)),
    "bank/exam/1.1.toml": choices("1.1-s1", "single", "1.1-a", '"B"', extra="red_line = true\n")
    + choices("1.1-m1", "multiple", "1.1-b", '["A", "C"]', "ABCDE", 'enemies = ["1.1-s1"]\nclause_date = 2030-01-01\n')
    + choices("1.1-m2", "multiple", "1.1-b", '["A", "B"]')
    + choices("1.1-j1", "best_worst", "1.1-b", '{best = "C", worst = "A"}', "ABCDE")
    + truefalse("1.1-t1", "1.1-a"),
    "bank/exam/1.2.toml": NUMERICAL,
    "blueprints/final.toml": FINAL,
    "blueprints/quiz-1.toml": QUIZ,
}


@dataclass(frozen=True, slots=True)
class SourceTree:
    """A folder of sources that a test spoils in one place."""

    folder: Path

    def text(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def replace(self, name: str, old: str, new: str) -> int:
        """Replace the first `old` and return the line where it stood."""
        before, found, after = self.text(name).partition(old)
        assert found, f"{old!r} is not in {name}"
        self.write(name, before + new + after)
        return before.count("\n") + 1

    def remove(self, name: str) -> None:
        (self.folder / name).unlink()

    def line(self, name: str, text: str) -> int:
        """The line on which a text first stands."""
        return self.text(name).partition(text)[0].count("\n") + 1

    def read(self) -> Sources:
        return read_sources(self.folder, TODAY)

    def faults(self) -> list[tuple[str, int, Code]]:
        return [(fault.file, fault.line, fault.code) for fault in self.read().faults]

    def only_fault(self) -> Fault:
        """The one fault there is."""
        faults = self.read().faults
        assert len(faults) == 1, faults
        return faults[0]


def a_course(folder: Path) -> SourceTree:
    """Write the course; returns the tree to spoil."""
    tree = SourceTree(folder)
    for name, text in FILES.items():
        tree.write(name, text)
    return tree
