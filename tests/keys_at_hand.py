"""RSA keys made once in a run of tests: a new one takes half a second, and tests only want one that differs."""

from collections.abc import Iterator
from functools import cache
from itertools import cycle
from pathlib import Path

from exams.trust.rsa_keys import RsaKey
from tests.once import made_once

HOW_MANY = 8
"""So many are given out before the first comes again: more than any test has devices."""
SHARED = 2
"""So many lie apart, for what a run makes once: a shared headquarters' key is never a later device's."""

_made = RsaKey.generate


def next_key() -> RsaKey:
    """Another key than the last ones."""
    return next(_keys(0, HOW_MANY))


def next_shared_key() -> RsaKey:
    """Another key than any of `next_key`."""
    return next(_keys(HOW_MANY, HOW_MANY + SHARED))


@cache
def _keys(first: int, end: int) -> Iterator[RsaKey]:
    files = sorted(made_once("rsa-keys", _fill).iterdir())[first:end]
    return cycle([RsaKey.from_private(file.read_bytes()) for file in files])


def _fill(folder: Path) -> None:
    folder.mkdir()
    for number in range(HOW_MANY + SHARED):
        (folder / f"{number}.der").write_bytes(_made().private)
