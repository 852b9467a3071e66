"""Where a question of other programs belongs in the course: its chapter and section, level and difficulty by words."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from unicodedata import normalize

from exams.content.course import Chapter
from exams.items.item import Difficulty, Level

_CHINESE = "零一二三四五六七八九"
_STEPS = re.compile(r"[/\\>|｜]+")
_SECTION = re.compile(r"(?:^|[^0-9.])([1-9][0-9]?)\.([1-9][0-9]?)(?![0-9.])")
_NUMBERED = (
    re.compile(r"第\s*([0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*章"),
    re.compile(r"\bchapter\s*([0-9]{1,2})(?![0-9])", re.IGNORECASE),
    re.compile(r"^\s*([0-9]{1,2})(?=\s*(?:$|[\s、.:：]))"),
)
_LEVELS: Mapping[str, Level] = {
    **{one.value: one for one in Level},
    **{"记忆": Level.REMEMBER, "识记": Level.REMEMBER, "了解": Level.REMEMBER},
    **{"理解": Level.UNDERSTAND, "领会": Level.UNDERSTAND, "熟悉": Level.UNDERSTAND},
    **{"应用": Level.APPLY, "运用": Level.APPLY, "掌握": Level.APPLY},
    **{"分析": Level.ANALYSE, "analyze": Level.ANALYSE, "评价": Level.EVALUATE, "综合": Level.EVALUATE},
}
_DIFFICULTIES: Mapping[str, Difficulty] = {
    **{one.value: one for one in Difficulty},
    **{"易": Difficulty.EASY, "容易": Difficulty.EASY, "简单": Difficulty.EASY, "较易": Difficulty.EASY},
    **{"难": Difficulty.HARD, "困难": Difficulty.HARD, "较难": Difficulty.HARD},
}


class CoursePlace(NamedTuple):
    """A chapter of the course and one of its sections."""

    chapter: int
    section: str


def place_in(category: str, chapters: Sequence[Chapter]) -> CoursePlace | None:
    """The place that a category names: a section (2.6), a chapter (第二章, Chapter 2, 2), or a chapter's title.

    Of a path the last step that names one counts; a chapter alone gives its first section. None where nothing fits.
    """
    for step in reversed(_STEPS.split(normalize("NFKC", category))):
        found = _section(step, chapters) or _chapter(step, chapters)
        if found is not None:
            return found
    return None


def level_of(text: str) -> Level:
    """The level by its word; a question that names none counts as one that asks to remember."""
    return _LEVELS.get(_word(text), Level.REMEMBER)


def difficulty_of(text: str) -> Difficulty:
    """The difficulty by its word; medium where none fits."""
    return _DIFFICULTIES.get(_word(text), Difficulty.MEDIUM)


def _word(text: str) -> str:
    return normalize("NFKC", text).strip().casefold()


def _section(step: str, chapters: Sequence[Chapter]) -> CoursePlace | None:
    named = {f"{first}.{second}" for first, second in _SECTION.findall(step)}
    return next((CoursePlace(one.number, name) for one in chapters for name in one.sections if name in named), None)


def _chapter(step: str, chapters: Sequence[Chapter]) -> CoursePlace | None:
    number = _number(step)
    word = _word(step)
    for one in chapters:
        titles = {_word(title) for title in one.titles.values()}
        if number == one.number or (number is None and word in titles):
            return CoursePlace(one.number, one.sections[0] if one.sections else "")
    return None


def _number(step: str) -> int | None:
    for pattern in _NUMBERED:
        if found := pattern.search(step):
            return int(found[1]) if found[1].isdecimal() else _from_chinese(found[1])
    return None


def _from_chinese(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    count = (_CHINESE.find(tens) if tens else 1) if ten else 0
    return 10 * count + (_CHINESE.find(ones) if ones else 0)
