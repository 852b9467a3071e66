"""A course of two chapters with a bank that has something to choose from: what the desks are tested on."""

from pathlib import Path

from exams.store.content_build import build_content
from tests.exams.content.source_texts import COURSE, FINAL, QUIZ, SECOND_EN, SECOND_ZH
from tests.exams.content.sources import NUMERICAL, SourceTree, a_course, choices, truefalse

CHAPTER_2 = """\
[[chapters]]
number = 2
sections = ["2.1"]
[chapters.titles]
zh = "储蓄"
en = "Savings"
"""

MORE_EXAM = {
    "bank/exam/1.1.toml": "".join(
        (
            choices("1.1-s1", "single", "1.1-a", '"B"', extra="red_line = true\n"),
            choices("1.1-s2", "single", "1.1-a", '"C"', extra="red_line = true\n"),
            *(choices(f"1.1-s{n}", "single", "1.1-a", '"D"') for n in (3, 4, 5, 6)),
            choices("1.1-m1", "multiple", "1.1-b", '["A", "C"]', "ABCDE"),
            choices("1.1-m2", "multiple", "1.1-b", '["A", "B"]'),
            choices("1.1-m3", "multiple", "1.1-b", '["B", "D"]', "ABCDE"),
            choices("1.1-j1", "best_worst", "1.1-b", '{best = "C", worst = "A"}', "ABCDE"),
            choices("1.1-j2", "best_worst", "1.1-b", '{best = "B", worst = "D"}', "ABCDE"),
            truefalse("1.1-t1", "1.1-a"),
            truefalse("1.1-t2", "1.1-a"),
        )
    ),
    "bank/exam/1.2.toml": NUMERICAL,
    "bank/exam/2.1.toml": "".join(choices(f"2.1-s{n}", "single", "2.1-a", '"A"') for n in range(1, 7)),
    "bank/practice/2.1.toml": "".join(choices(f"2.1-p{n}", "single", "2.1-a", '"D"') for n in (1, 2, 3)),
    "bank/practice/1.2.toml": "".join(choices(f"1.2-p{n}", "single", "1.2-a", '"C"') for n in (1, 2, 3))
    + NUMERICAL.replace("1.2-n1", "1.2-p9")
    .replace(
        "呼入 {offered} 通，放弃 {abandoned} 通，放弃率是多少？",
        "打来 {offered} 位，没等到 {abandoned} 位，占比多少？",
    )
    .replace(
        "{offered} calls offered, {abandoned} abandoned: what is the abandon rate?",
        "Which share hung up, with {abandoned} people gone among {offered}?",
    ),
}

FINAL_CELLS = """\
[[cell]]
chapter = 2
type = "single"
items = 2
[[level]]
"""

MOCK = QUIZ.replace('"quiz-1"', '"mock"').replace("minutes = 0", "minutes = 10").replace("第一章测验", "模拟考试")
QUIZ_2 = (
    QUIZ.replace('"quiz-1"', '"quiz-2"')
    .replace('feedback = "items"', 'feedback = "chapters"')
    .replace("chapter = 1\n", "chapter = 2\n")
    .replace("items = 4", "items = 3")
)


def two_chapters(folder: Path) -> SourceTree:
    """Write the course; returns the tree."""
    tree = a_course(folder)
    tree.write("course/course.toml", COURSE + CHAPTER_2)
    for name, text in (("zh", SECOND_ZH), ("en", SECOND_EN)):
        moved = text.replace('id = "1.2"', 'id = "2.1"').replace("1.2-a", "2.1-a")
        tree.write(f"course/{name}/2/2.1.md", moved.replace("minutes = 12", "minutes = 4"))
    for name, text in MORE_EXAM.items():
        tree.write(name, text)
    tree.replace("course/topics.toml", '"2.1", "2.2"', '"2.1"')
    plain, _, _ = FINAL.partition("[marking]")  # a wrong answer earns nothing and costs nothing
    plain = plain.replace("coach_talk = false\n", "")
    tree.write("blueprints/final.toml", plain.replace("[[level]]\n", FINAL_CELLS, 1))
    tree.write("blueprints/mock.toml", MOCK)
    tree.write("blueprints/quiz-2.toml", QUIZ_2)
    return tree


def build_course(folder: Path) -> Path:
    """Compile the course; returns the content database."""
    tree = two_chapters(folder / "assets")
    sources = tree.read()
    assert sources.faults == (), sources.faults
    return build_content(sources, folder / "content.sqlite", folder).path
