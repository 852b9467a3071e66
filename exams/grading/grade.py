"""Grading: key and responses in, marks and a result out. Pure, integers only, every version kept for ever."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from exams.grading import rules_v1, rules_v2, rules_v3
from exams.grading.answers import correct_response, key_of_place, typical_mistake
from exams.grading.errors import NotGradable, UnknownGrader
from exams.grading.marks import GRADER_VERSION, Mark, MarkState, Result
from exams.grading.policy import WHOLE, GradingPolicy
from exams.items.item import AnswerKey, Item, ItemType, Response
from exams.items.response import is_blank
from exams.papers.paper import Paper, PaperItem

__all__ = ["GRADERS", "correct_response", "grade", "mark_one", "summed", "typical_mistake"]

Rules = Callable[[ItemType, Response, str, Response], int]

GRADERS: Mapping[int, Rules] = {1: rules_v1.fraction, 2: rules_v2.fraction, 3: rules_v3.fraction}
"""Versions of the marking rules; appended to, never edited: HR re-grades old sittings with the version they name."""


_TYPES = {1: rules_v1.TYPES, 2: rules_v2.TYPES, 3: rules_v3.TYPES}


def grade(
    paper: Paper,
    keys: Mapping[str, AnswerKey],
    items: Mapping[str, Item],
    responses: Mapping[int, Response],
    policy: GradingPolicy,
    version: int = GRADER_VERSION,
) -> Result:
    """The result of a whole paper; raises `NotGradable` where a key or item of its version is not given."""
    rules = _rules(version)
    for place in paper.items:
        if place.type not in _TYPES[version]:
            raise NotGradable(item=place.item, version=place.version, missing="rule")
    places = [(place, *_given(place, keys, items)) for place in paper.items]
    marks = tuple(
        _mark(rules, place, key_of_place(item, key, place), key.tolerance, responses.get(place.position), policy)
        for place, key, item in places
    )
    return _result(tuple(zip(paper.items, marks, strict=True)), policy, version)


def summed(paper: Paper, marks: Iterable[Mark], policy: GradingPolicy, version: int) -> Result:
    """The result of a whole paper from its marks, one for each place in order."""
    return _result(tuple(zip(paper.items, marks, strict=True)), policy, version)


def mark_one(
    item: Item,
    key: AnswerKey,
    paper_item: PaperItem,
    response: Response | None,
    policy: GradingPolicy,
    version: int = GRADER_VERSION,
) -> Mark:
    """The mark of one place, by the newest rules unless told otherwise."""
    right = key_of_place(item, key, paper_item)
    return _mark(_rules(version), paper_item, right, key.tolerance, response, policy)


def _rules(version: int) -> Rules:
    if version not in GRADERS:
        raise UnknownGrader(version=version)
    return GRADERS[version]


def _given(place: PaperItem, keys: Mapping[str, AnswerKey], items: Mapping[str, Item]) -> tuple[AnswerKey, Item]:
    key, item = keys.get(place.item), items.get(place.item)
    if key is None or key.version != place.version:
        raise NotGradable(item=place.item, version=place.version, missing="key")
    if item is None or item.version != place.version:
        raise NotGradable(item=place.item, version=place.version, missing="item")
    return key, item


def _mark(
    rules: Rules, place: PaperItem, right: Response, tolerance: str, response: Response | None, policy: GradingPolicy
) -> Mark:
    if response is None or is_blank(response):
        return Mark(place.position, place.item, MarkState.BLANK, 0, 0, place.points)
    earned = rules(place.type, right, tolerance, response)
    state = _state(earned)
    part = -policy.negative if state is MarkState.WRONG else earned
    return Mark(place.position, place.item, state, part, _points(place.points, part), place.points)


def _state(earned: int) -> MarkState:
    if earned == WHOLE:
        return MarkState.RIGHT
    return MarkState.PARTIAL if earned else MarkState.WRONG


def _points(points: int, part: int) -> int:
    """Milli-points, rounded once, half up; a loss is rounded like a gain of the same size."""
    size = (2 * points * abs(part) + WHOLE) // (2 * WHOLE)
    return size if part >= 0 else -size


Marked = tuple[tuple[PaperItem, Mark], ...]


@dataclass(frozen=True, slots=True)
class _Sum:
    score: int
    most: int

    def reaches(self, percent: int) -> bool:
        """Compared in milli-points, never in the shown percent."""
        return self.score * 100 >= percent * self.most


def _result(marked: Marked, policy: GradingPolicy, version: int) -> Result:
    whole = _sum(mark for _, mark in marked)
    whole = _Sum(max(whole.score, policy.floor), whole.most)
    chapters: dict[int, list[Mark]] = defaultdict(list)
    levels: dict[str, list[Mark]] = defaultdict(list)
    for place, mark in marked:
        if not place.points:
            continue  # a trial item
        chapters[place.chapter].append(mark)
        levels[place.level].append(mark)
    by_chapter = {chapter: _sum(marks) for chapter, marks in sorted(chapters.items())}
    red_right = sum(place.red_line and mark.state is MarkState.RIGHT for place, mark in marked)
    gates = (
        bool(marked),
        whole.reaches(policy.pass_percent),
        red_right >= policy.red_line_needed,
        all(
            by_chapter[chapter].reaches(percent)
            for chapter, percent in policy.chapter_pass.items()
            if chapter in chapters
        ),
    )
    return Result(
        grader=version,
        score=whole.score,
        max_score=whole.most,
        pass_score=-(-policy.pass_percent * whole.most // 100),
        passed=all(gates),
        red_line_right=red_right,
        red_line_needed=policy.red_line_needed,
        by_chapter={chapter: (part.score, part.most) for chapter, part in by_chapter.items()},
        by_level={level: (part.score, part.most) for level, marks in sorted(levels.items()) for part in (_sum(marks),)},
        marks=tuple(mark for _, mark in marked),
    )


def _sum(marks: Iterable[Mark]) -> _Sum:
    pairs = [(mark.points, mark.max_points) for mark in marks]
    return _Sum(sum(points for points, _ in pairs), sum(most for _, most in pairs))
