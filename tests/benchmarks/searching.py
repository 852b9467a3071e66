"""What types into the search costs over the whole course, beside the same index asked by sqlite3 alone.

A round types one word to its end: every beginning of two characters or more is a search, as on the screen.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import cycle
from pathlib import Path
from statistics import quantiles

from exams.content.bigrams import match_query
from exams.store.content_rows import ContentStore
from tests.benchmarks.measure import Measured, median_ms, seconds_of

CONTENT = Path(__file__).resolve().parents[2] / "build" / "content.sqlite"
WORDS = ("首问负责", "信用卡 年费", "投诉", "first contact", "complaint handling", "the", "fwsp", "yh", "T-1", "客户")
BARE = "SELECT rowid FROM passage_search WHERE passage_search MATCH ? ORDER BY bm25(passage_search) LIMIT 400"
BOUND_MS = 100.0
"""What a find may take at the 95th percentile: slower, and the list lags behind the hand."""


def searching(rounds: int) -> Measured:
    """The 95th percentile of all searches of all rounds against `BOUND_MS`; the bare index is told beside it."""
    words = cycle(WORDS)
    ours, bare = [], []
    uri = f"{CONTENT.as_uri()}?mode=ro"
    with closing(ContentStore(CONTENT)) as store, closing(sqlite3.connect(uri, uri=True)) as connection:
        store.find("客户", "zh")
        for _ in range(rounds):
            for typed in _typed(next(words)):
                ours.append(seconds_of(lambda text=typed: _search(store, text)))
                asked = match_query(typed)
                bare.append(seconds_of(lambda asked=asked: connection.execute(BARE, (asked,)).fetchall()))
    tail = quantiles(ours, n=20, method="inclusive")[18] * 1000
    note = f"{len(ours)} searches while {rounds} words are typed; median {median_ms(ours):.3g} ms"
    return Measured(
        "search, p95",
        tail,
        rounds,
        f"the bound of {BOUND_MS:.0f} ms",
        BOUND_MS,
        limit=1.0,
        note=f"{note}, bare {median_ms(bare):.3g} ms",
    )


def _search(store: ContentStore, text: str) -> None:
    """As the screen asks: in one language, in the other where that finds nothing, and by initials."""
    if not store.find(text, "zh"):
        store.find(text, "en")
    store.find_initials(text)


def _typed(word: str) -> Iterator[str]:
    return (word[:end] for end in range(2, len(word) + 1))
