"""Numbers without any pattern, the same on every run."""

import hashlib
from collections.abc import Iterator
from itertools import count


def numbers(seed: int) -> Iterator[int]:
    """Whole numbers below 2**32."""
    for place in count():
        yield int.from_bytes(hashlib.sha256(f"{seed}/{place}".encode()).digest()[:4], "big")
