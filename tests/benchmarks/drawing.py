"""Papers of the full form from a bank of 100,000 items and from one of 1,000, their pools made ready before."""

from collections.abc import Iterator

from exams.papers.draw import Candidate, draw_from
from exams.papers.pools import Pools
from tests.benchmarks.measure import Measured, Timed, in_turn, seconds_of
from tests.exams.papers.full_form import TODAY, full_bank, full_blueprint, names_of

SMALL, LARGE = 2, 214
"""Times the bank of 468 items: 936 and 100,152."""


def drawing(rounds: int) -> Measured:
    """What a person waits for at the start of a sitting: a first paper and a retake. The pool is made once a day."""
    large, small = _pools(LARGE), _pools(SMALL)
    ready = seconds_of(lambda: large.of(full_blueprint(), TODAY))
    seconds_of(lambda: small.of(full_blueprint(), TODAY))
    ours, bare = in_turn(rounds, _two_papers(large), _two_papers(small))
    note = f"a paper and its retake; the pool of 100,152 took {ready:.1f} s, once a day"
    return Measured("drawn from 100,000 items", ours, rounds, "1,000 items", bare, limit=2.0, note=note)


def _pools(times: int) -> Pools:
    bank = full_bank(times)
    return Pools(lambda _use: bank)


def _two_papers(pools: Pools) -> Timed:
    people = _people()

    def once() -> float:
        name = next(people)

        def draw() -> None:
            pool = pools.of(full_blueprint(), TODAY)
            first = draw_from(pool, Candidate("bench", name, "", 1))
            draw_from(pool, Candidate("bench", name, "", 2), names_of(first))

        return seconds_of(draw)

    return once


def _people() -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield f"B{number:05d}"
