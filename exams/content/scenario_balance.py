"""Nothing outside the words gives the best reply of a call away: neither its length nor its place."""

from collections import Counter
from collections.abc import Sequence

from exams.content.characters import same_words
from exams.content.faults import Code, Faults
from exams.content.scenarios import WrittenScenario
from exams.items.item import LANGUAGES
from exams.scenarios.scenario import Node

_MOST_PERCENT = 40
_PLACES = 3  # every line has this many replies at least


def check_balance(written: WrittenScenario, faults: Faults) -> None:
    """The best reply is the longest in 40 % of the nodes at most, and stands at no place in more than 40 %."""
    nodes = [node for node in written.scenario.nodes if node.best is not None]
    most = -(-len(nodes) * _MOST_PERCENT // 100)
    file, line = written.place.file, written.place.line("node")
    for language in LANGUAGES:
        longest = [node.id for node in nodes if _is_longest(node, language)]
        if len(longest) > most:
            facts = {"language": language, "count": len(longest), "most": most, "nodes": ", ".join(longest)}
            faults.note(file, line, Code.SCENARIO_LONGEST, **facts)
    places = Counter(_place(node) for node in nodes)
    for place in (*range(1, _PLACES + 1), *sorted(places.keys() - set(range(1, _PLACES + 1)))):
        if not 0 < places[place] <= most:
            facts = {"place": place, "count": places[place], "most": most, "places": _told(nodes)}
            faults.note(file, line, Code.SCENARIO_PLACE, **facts)


def _is_longest(node: Node, language: str) -> bool:
    best = node.best
    lengths = [len(same_words(one.texts[language])) for one in node.choices if one is not best]
    return best is not None and len(same_words(best.texts[language])) > max(lengths)


def _place(node: Node) -> int:
    return [choice is node.best for choice in node.choices].index(True) + 1


def _told(nodes: Sequence[Node]) -> str:
    return ", ".join(f"{node.id} {_place(node)}" for node in nodes)
