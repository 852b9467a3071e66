"""The text of a report about a bug: where in the program it was, nothing about whom it met or what they had written.

What an exception says can hold a name or an answer, and a path the name of an account: both are left out, but for the
kinds of exception that speak of the program alone.
"""

import platform
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import PurePath
from types import TracebackType

from desktop.version import VERSION

_OF_THE_PROGRAM = (AttributeError, NameError, MemoryError, RecursionError, NotImplementedError)
_ROOMS = ("desktop", "certificates", "exams", "site-packages", "_internal")
_DEEPEST = 60


def report_text(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> str:
    """When, which version, which line called which; the innermost last, as Python tells it."""
    now = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC"
    head = f"{now} · {VERSION} · {platform.platform()} · Python {platform.python_version()}"
    return "\n".join((head, *_story(kind, error, trace)))


def _story(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> Iterator[str]:
    earlier = (error.__cause__ or error.__context__) if error is not None else None
    if earlier is not None and earlier is not error:
        yield from _frames(earlier.__traceback__)
        yield _said(type(earlier), earlier)
        yield "then"
    yield from _frames(trace)
    yield _said(kind, error)


def _frames(trace: TracebackType | None) -> Iterator[str]:
    for frame in traceback.extract_tb(trace)[-_DEEPEST:]:
        yield f"  {_place(frame.filename)}:{frame.lineno} in {frame.name}"


def _place(filename: str) -> str:
    """From the program's own folders on: what lies above them names the PC's user."""
    parts = PurePath(filename.replace("\\", "/")).parts
    found = [place for place, part in enumerate(parts) if part in _ROOMS]
    return "/".join(parts[found[-1] if found and found[-1] < len(parts) - 1 else -1 :])


def _said(kind: type[BaseException], error: BaseException | None) -> str:
    if isinstance(error, OSError):
        return f"{kind.__name__}: {error.errno} {error.strerror if error.errno else ''}".rstrip()
    if isinstance(error, ImportError):  # its words end with a path
        return f"{kind.__name__}: {error.name}"
    code = getattr(error, "code", "")
    if isinstance(code, str) and code.startswith("E_"):
        return f"{kind.__name__}: {code}"
    told = str(error).partition("\n")[0] if isinstance(error, _OF_THE_PROGRAM) else ""
    return f"{kind.__name__}: {told}" if told else kind.__name__
