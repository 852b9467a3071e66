"""Fact marks in the text become small numbers, and the numbers a list of sources at the end."""

import re
from collections.abc import Sequence

_MARK = re.compile(r'\s*<a href="fact:([A-Z0-9-]+)">[^<]*</a>')


def facts_in(html: str) -> tuple[str, ...]:
    """The facts a text rests on, in order of appearance."""
    return tuple(_MARK.findall(html))


def numbered(html: str, facts: Sequence[str]) -> str:
    """The text with each mark as the number of its fact; the link stays."""
    places = {fact: number for number, fact in enumerate(facts, 1)}
    return _MARK.sub(lambda found: _number(found.group(1), places), html)


def _number(fact: str, places: dict[str, int]) -> str:
    return f'<sup><a href="fact:{fact}">{places[fact]}</a></sup>' if fact in places else ""
