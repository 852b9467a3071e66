"""How an exam is scored and passed, as it is printed on its result."""

from collections.abc import Iterable, Iterator

from desktop.words import mark, tr
from desktop.words.numbers import percent_text, points_text
from exams import ExamOffer, Result

LEVELS = (
    ("remember", mark("Remember")),
    ("understand", mark("Understand")),
    ("apply", mark("Apply")),
    ("analyse", mark("Analyse")),
    ("evaluate", mark("Evaluate")),
)
"""The levels of questions in their order, as the blueprint counts them."""

_WHOLE = 10_000_000
_TYPES = (
    (
        frozenset({"single", "truefalse", "numerical"}),
        mark("One choice, true or false, a number: full points where it is right, else none."),
    ),
    (
        frozenset({"multiple"}),
        mark("Several right answers: all of them give full points, some and no wrong one half, any wrong one none."),
    ),
    (
        frozenset({"best_worst"}),
        mark("Best and worst: two thirds for the best, one third for the worst; the worst taken for the best: none."),
    ),
    (
        frozenset({"shortanswer"}),
        mark("A short answer earns what the accepted answer is worth that it fits first."),
    ),
    (
        frozenset({"fill", "dropdown", "matching", "case"}),
        mark("Several places: each earns its share of the points, an open one nothing."),
    ),
    (
        frozenset({"ordering"}),
        mark("An order earns the share of its steps that stand right, counted as the question says."),
    ),
    (
        frozenset({"hotspot"}),
        mark("Places in a picture: all of them give full points, some and no wrong one half, any wrong one none."),
    ),
)


def rule_lines(offer: ExamOffer, result: Result, types: Iterable[str]) -> tuple[str, ...]:
    """The rules that this paper was scored by, one sentence each."""
    there = frozenset(types)
    kinds = tuple(tr(words) for names, words in _TYPES if names & there)
    return (*kinds, _wrong(offer), *_passing(offer, result), _version(result))


def _wrong(offer: ExamOffer) -> str:
    marking = offer.marking
    if not marking.negative:
        return tr("A wrong answer loses nothing; no answer gives nothing.")
    lost = percent_text(marking.negative * 100 // _WHOLE)
    return tr("A wrong answer loses {lost} of its points; the whole score never falls below {floor} points.").format(
        lost=lost, floor=points_text(marking.floor)
    )


def _passing(offer: ExamOffer, result: Result) -> Iterator[str]:
    yield tr("Passed from {percent} of all points on; points are compared, not the rounded percent.").format(
        percent=percent_text(offer.pass_percent)
    )
    if result.red_line_needed:
        yield tr("At least {needed} red-line questions must be right, whatever the score.").format(
            needed=result.red_line_needed
        )
    for chapter, percent in sorted(offer.marking.chapter_pass.items()):
        yield tr("Chapter {chapter} must reach {percent} of its own points.").format(
            chapter=chapter, percent=percent_text(percent)
        )


def _version(result: Result) -> str:
    return tr("Scored by version {version} of the rules; HR scores the same record again.").format(
        version=result.grader
    )
