"""What need not stand in the first picture of the app is done one frame later; at any other time, at once."""

from collections.abc import Callable


class _Stage:
    """Whether the first picture is still to come, and what waits for it."""

    def __init__(self) -> None:
        self.awaited = False
        self.waiting: list[Callable[[], None]] = []


_stage = _Stage()


def await_first_paint() -> None:
    """From now on `soon` waits: the program has started and shows nothing yet."""
    _stage.awaited = True


def first_painted() -> None:
    """The first picture stands: do what waited for it."""
    _stage.awaited = False
    while _stage.waiting:
        _stage.waiting.pop(0)()


def soon(work: Callable[[], None]) -> None:
    """Do this now, or right after the first picture; for drawings whose places are kept free."""
    if _stage.awaited:
        _stage.waiting.append(work)
    else:
        work()
