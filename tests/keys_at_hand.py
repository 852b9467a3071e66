"""RSA keys made once in a run of tests: a new one takes half a second, and tests only want one that differs."""

from collections.abc import Iterator
from functools import cache
from itertools import cycle
from pathlib import Path

from exams.trust.rsa_keys import RsaKey
from tests.once import made_once

HOW_MANY = 8
"""So many are given out before the first comes again: more than any test has devices."""

_made = RsaKey.generate


def next_key() -> RsaKey:
    """Another key than the last ones."""
    return next(_keys())


@cache
def _keys() -> Iterator[RsaKey]:
    folder = made_once("rsa-keys", _fill)
    return cycle([RsaKey.from_private(file.read_bytes()) for file in sorted(folder.iterdir())])


def _fill(folder: Path) -> None:
    folder.mkdir()
    for number in range(HOW_MANY):
        (folder / f"{number}.der").write_bytes(_made().private)
