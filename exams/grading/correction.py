"""A key or a policy put right after papers were sat: what changes, and the same paper graded once more under it. Pure.

Nothing here marks by itself: a correction changes what `grade` is given, never what it does.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from exams.grading.answers import correct_response
from exams.grading.grade import grade, mark_one
from exams.grading.marks import Result
from exams.grading.policy import GradingPolicy
from exams.items.item import AnswerKey, Item, Response
from exams.papers.paper import Paper, PaperItem


class Remedy(StrEnum):
    """What is done about a mistake.

    `key`: other answers are right. `credit`: everybody gets full points. `remove`: as if it had never been asked.
    `policy`: other gates decide about passing.
    """

    KEY = "key"
    CREDIT = "credit"
    REMOVE = "remove"
    POLICY = "policy"


@dataclass(frozen=True, slots=True)
class Correction:
    """One mistake put right, of an item's one version or of an exam's policy.

    `accepted` are all answers that are right from now on; whoever gave any of them gets the most that one gives.
    Of a policy only what is not None changes; `negative` is in 1e-7 parts of an item's points.
    """

    remedy: Remedy
    item: str = ""
    version: int = 0
    accepted: tuple[Response, ...] = ()
    blueprint: str = ""
    pass_percent: int | None = None
    red_line_needed: int | None = None
    negative: int | None = None

    @property
    def subject(self) -> tuple[str, int]:
        """What it puts right: of two about the same the later one counts alone."""
        return (f"policy {self.blueprint}", 0) if self.remedy is Remedy.POLICY else (self.item, self.version)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper as it was answered, with what it was graded by: `keys` and `items` by item id, the rules' `version`."""

    paper: Paper
    answers: Mapping[int, Response]
    keys: Mapping[str, AnswerKey]
    items: Mapping[str, Item]
    policy: GradingPolicy
    version: int


def in_force(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Of those about the same thing only the last; a policy keeps what a later one leaves open."""
    last: dict[tuple[str, int], Correction] = {}
    for one in corrections:
        before = last.pop(one.subject, None)
        last[one.subject] = _merged(before, one) if before and one.remedy is Remedy.POLICY else one
    return tuple(last.values())


def grade_sheet(sheet: Sheet, corrections: Sequence[Correction] = ()) -> Result:
    """The result as if the corrections, each about something else, had held all along; raises as `grade`."""
    told = corrected(sheet, corrections)
    return grade(told.paper, told.keys, told.items, told.answers, told.policy, told.version)


def corrected(sheet: Sheet, corrections: Sequence[Correction]) -> Sheet:
    """What is graded then: of a removed question no points count on either side, of red lines as many as are left."""
    items = {one.subject: one for one in corrections if one.remedy is not Remedy.POLICY}
    policy = _policy(sheet, [one for one in corrections if one.remedy is Remedy.POLICY])
    answers, keys, gone = dict(sheet.answers), dict(sheet.keys), set[int]()
    for place in sheet.paper.items:
        one = items.get((place.item, place.version))
        if one is None:
            continue
        if one.remedy is Remedy.REMOVE:
            gone.add(place.position)
        elif one.remedy is Remedy.CREDIT:
            answers[place.position] = correct_response(sheet.items[place.item], sheet.keys[place.item], place)
        else:
            keys[place.item] = _best(sheet, place, one, policy)
    paper = sheet.paper
    if gone:
        paper = replace(paper, items=tuple(place for place in paper.items if place.position not in gone))
        left = sum(place.red_line for place in paper.items)
        policy = replace(policy, red_line_needed=min(policy.red_line_needed, left))
    return replace(sheet, paper=paper, answers=answers, keys=keys, policy=policy)


def concerns(correction: Correction, paper: Paper) -> bool:
    """Whether a paper has anything to do with it."""
    if correction.remedy is Remedy.POLICY:
        return paper.blueprint == correction.blueprint
    return any((place.item, place.version) == correction.subject for place in paper.items)


def _best(sheet: Sheet, place: PaperItem, one: Correction, policy: GradingPolicy) -> AnswerKey:
    """The accepted key under which this answer is worth most; the first of them where it was left open."""
    key, item = sheet.keys[place.item], sheet.items[place.item]
    ways = [replace(key, correct=accepted) for accepted in one.accepted]
    response = sheet.answers.get(place.position)
    return max(ways, key=lambda way: mark_one(item, way, place, response, policy, sheet.version).points)


def _policy(sheet: Sheet, corrections: Iterable[Correction]) -> GradingPolicy:
    policy = sheet.policy
    for one in corrections:
        if one.blueprint == sheet.paper.blueprint:
            policy = replace(
                policy,
                pass_percent=_or(one.pass_percent, policy.pass_percent),
                red_line_needed=_or(one.red_line_needed, policy.red_line_needed),
                negative=_or(one.negative, policy.negative),
            )
    return policy


def _or(told: int | None, before: int) -> int:
    return before if told is None else told


def _merged(before: Correction, later: Correction) -> Correction:
    fields = ("pass_percent", "red_line_needed", "negative")
    kept = {name: getattr(before, name) for name in fields if getattr(later, name) is None}
    return replace(later, **kept)
