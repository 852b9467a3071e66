"""Which files of a folder may be certificates: whoever verifies a stick names the stick."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

_ENDINGS = frozenset({".pdf", ".png", ".jpg", ".jpeg"})


def gather(places: Iterable[Path]) -> Iterator[Path]:
    """Files as they are named, folders as the PDFs, PNGs and JPEGs below them in order of name, links not followed.

    A folder that holds none is given itself, so that nobody believes it was looked through in vain unseen.
    """
    for place in places:
        if place.is_dir():
            inside = iter(_below(place))
            first = next(inside, place)
            yield first
            yield from inside
        else:
            yield place


def _below(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in _ENDINGS:
                yield Path(here, name)
