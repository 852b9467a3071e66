"""Lines of simulated calls as questions: what the caller says, the replies, and why one of them is best."""

from collections.abc import Iterator

from exams.desk.offers import Question, Reviewed
from exams.grading.marks import Mark, MarkState
from exams.items.item import Explanation, ItemType
from exams.items.response import parse_response
from exams.scenarios.scenario import Move, Node, Scenario

PREFIX = "call:"
_LETTERS = "ABCDEFGH"
POINTS = 1000


def name_of(scenario: str, node: str) -> str:
    """What a missed line is called in the notebook."""
    return f"{PREFIX}{scenario}:{node}"


def lines_given(scenario: Scenario, replies: tuple[str, ...]) -> Iterator[tuple[Node, bool]]:
    """The nodes that were answered, and whether each got its best reply; replies nobody knows are passed over."""
    nodes = {choice.id: (node, choice.move is Move.BEST) for node in scenario.nodes for choice in node.choices}
    return (nodes[reply] for reply in replies if reply in nodes and nodes[reply][0].best is not None)


def line_question(node: Node) -> Question:
    """What would you say to this?"""
    choices = tuple(zip(_LETTERS, node.choices, strict=False))
    return Question(
        position=1,
        type=ItemType.SINGLE,
        points=POINTS,
        stems=dict(node.texts),
        options={
            lang: tuple((letter, choice.texts.get(lang, "")) for letter, choice in choices) for lang in node.texts
        },
    )


def line_answer(scenario: Scenario, node: Node, value: object) -> Reviewed:
    """Marked: only the best reply is right; each of the others says what a good line would have been."""
    choices = tuple(zip(_LETTERS, node.choices, strict=False))
    best = next(letter for letter, choice in choices if choice.move is Move.BEST)
    given = parse_response(ItemType.SINGLE, tuple(letter for letter, _ in choices), value)
    right = given == best
    return Reviewed(
        question=line_question(node),
        response=given,
        mark=Mark(
            1, node.id, MarkState.RIGHT if right else MarkState.WRONG, 10_000_000 * right, POINTS * right, POINTS
        ),
        correct=best,
        explanations={
            lang: Explanation(
                scenario.situation.get(lang, ""),
                {letter: choice.feedback.get(lang, "") for letter, choice in choices},
                {},
            )
            for lang in node.texts
        },
        section=scenario.sections[0],
        facts=(),
    )
