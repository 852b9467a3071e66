"""`python -m tests.attacks.grading_long`: a hundred thousand responses and more, graded, and marked a second time."""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from exams.chance.stream import Stream
from exams.grading.grade import grade
from exams.grading.marks import MarkState
from exams.grading.policy import WHOLE, GradingPolicy
from exams.items.errors import BadResponse
from exams.items.item import BestWorst
from exams.items.response import is_blank, parse_response, response_json
from tests.exams.grading.places import Place
from tests.exams.grading.second_marker import a_chance_paper, a_response, marked_twice

ITEMS = 70


Marker = Callable[[Place, object, Fraction], tuple[MarkState, int]]


def attack(count: int, seed: str = "grading", marker: Marker = marked_twice) -> dict[str, object]:
    """So many responses of any shape, held against a second marker; an exception of the grader ends it."""
    told: Counter[str] = Counter()
    papers = -(-count // ITEMS)
    for number in range(papers):
        _one_paper(Stream(f"{seed}/{number}".encode()), told, marker)
    return {
        "ok": not told["disagreed"] and not told["out_of_bounds"] and not told["read_differently"],
        "papers": papers,
        "responses": papers * ITEMS,
        **{state.value: told[state.value] for state in MarkState},
        **{name: told[name] for name in ("disagreed", "out_of_bounds", "E_RESPONSE", "E_NUMBER", "read_differently")},
    }


def _one_paper(chance: Stream, told: Counter[str], marker: Marker) -> None:
    places, (paper, keys, items) = a_chance_paper(chance, ITEMS)
    negative = chance.choice((0, WHOLE // 4, WHOLE // 2, WHOLE))
    policy = GradingPolicy(chance.below(101), chance.below(9), {2: 60}, negative, -chance.below(2) * 5000)
    responses = {place.paper.position: a_response(chance, place) for place in places}
    result = grade(paper, keys, items, responses, policy)
    told["out_of_bounds"] += not policy.floor <= result.score <= result.max_score
    for place, mark in zip(places, result.marks, strict=True):
        response = responses[mark.position]
        told[mark.state.value] += 1
        told["disagreed"] += (mark.state, mark.points) != marker(place, response, Fraction(negative, WHOLE))
        _at_the_door(place, response, told)


def _at_the_door(place, response, told: Counter[str]) -> None:
    """The same value as it comes from a screen or a journal: read as it is meant, or refused with a code."""
    value = response_json(response) if isinstance(response, str | bool | tuple | BestWorst) else response
    try:
        read = parse_response(place.paper.type, place.paper.order, value)
    except BadResponse as refused:
        told[refused.code] += 1
    else:
        again = parse_response(place.paper.type, place.paper.order, response_json(read))
        told["read_differently"] += is_blank(read) or read != again


LINES = (
    ("responses on {papers} papers of 70 places, graded without an exception", "{responses}"),
    ("  right / partial / wrong / blank", "{right} / {partial} / {wrong} / {blank}"),
    ("  a second marker disagreed", "{disagreed}"),
    ("  scores outside floor and maximum", "{out_of_bounds}"),
    ("  refused at the door: E_RESPONSE / E_NUMBER", "{E_RESPONSE} / {E_NUMBER}"),
    ("  read differently the second time", "{read_differently}"),
)


def table(found: Mapping[str, object]) -> str:
    """What was tried and what came of it, a line each."""
    return "".join(f"{label.format_map(found):66}{value.format_map(found):>34}\n" for label, value in LINES)


def main(words: Sequence[str] | None = None) -> int:
    """0 if grader and second marker agree on every response."""
    options = argparse.ArgumentParser(prog="python -m tests.attacks.grading_long", description=__doc__)
    options.add_argument("--responses", type=int, default=140_000, metavar="N")
    options.add_argument("--json", action="store_true")
    asked = options.parse_args(words)
    began = time.monotonic()
    found = attack(asked.responses)
    told = json.dumps(found, indent=1) if asked.json else f"{table(found)}{time.monotonic() - began:.0f} s"
    sys.stdout.write(told + "\n")
    return 0 if found["ok"] else 1


if __name__ == "__main__":
    raise SystemExit(main())
