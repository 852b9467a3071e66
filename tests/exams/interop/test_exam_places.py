"""Where a question belongs is told by words that training departments use."""

import pytest

from exams.content.course import Chapter
from exams.interop.exam_places import CoursePlace, difficulty_of, level_of, place_in
from exams.items.item import Difficulty, Level

CHAPTERS = (
    Chapter(1, {"zh": "电话服务", "en": "Telephone service"}, ("1.1", "1.2")),
    Chapter(2, {"zh": "贷款", "en": "Loans"}, ("2.1", "2.6")),
    Chapter(12, {"zh": "反诈", "en": "Fraud"}, ("12.1",)),
)


@pytest.mark.parametrize(
    ("category", "place"),
    [
        ("第二章", (2, "2.1")),
        ("第2章 个人贷款", (2, "2.1")),
        ("第 十二 章", (12, "12.1")),
        ("Chapter 2: Loans", (2, "2.1")),
        ("2", (2, "2.1")),
        ("2、贷款", (2, "2.1")),
        ("2.6 用途", (2, "2.6")),
        ("贷款", (2, "2.1")),
        ("loans", (2, "2.1")),
        ("$course$/top/第一章/1.2", (1, "1.2")),
        ("题库/反诈", (12, "12.1")),
        ("第二章/其他", (2, "2.1")),
        ("２", (2, "2.1")),
    ],
)
def test_a_category_names_its_chapter(category, place):
    assert place_in(category, CHAPTERS) == CoursePlace(*place)


@pytest.mark.parametrize("category", ["", "第九章", "综合", "2026年题库", "9.9", "贷款与反诈", "二"])
def test_what_names_no_chapter_is_not_guessed(category):
    assert place_in(category, CHAPTERS) is None


def test_levels_and_difficulties_are_known_by_their_words_and_else_ask_least():
    assert [level_of(word) for word in ("应用", " Analyse", "理解", "中", "")] == [
        *(Level.APPLY, Level.ANALYSE, Level.UNDERSTAND, Level.REMEMBER, Level.REMEMBER),
    ]
    assert [difficulty_of(word) for word in ("易", "HARD", "0.6")] == [
        Difficulty.EASY,
        Difficulty.HARD,
        Difficulty.MEDIUM,
    ]
