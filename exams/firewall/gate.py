"""The only way in for a file from outside: size first, then a process of its own, then strict JSON or one text back."""

import sys
from collections.abc import Collection
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from threading import Event, Timer

from exams.errors import AcademyError
from exams.firewall.child import TEXT, run
from exams.firewall.confine import MEGABYTE, Limits
from exams.firewall.errors import FileMemory, FileTimeout, FileUnreadable
from exams.firewall.readers import READERS
from exams.trust.errors import NotStrict, TooLarge
from exams.trust.strict_json import Json, read_json

USUAL = Limits()


def in_child(reader: str, source: bytes | Path, limits: Limits = USUAL, *, readers: Collection[str] = READERS) -> Json:
    """What an allowed reader makes of the bytes or the file; waits for it up to `limits.seconds`.

    Raises `TooLarge`, the classes of `firewall.errors`, the `AcademyError` that the reader itself raised, and
    `ValueError` for a reader that is not allowed.
    """
    if reader not in readers:
        raise ValueError(reader)
    _refuse_size(source, limits)
    spawn = get_context("spawn")
    inlet, outlet = spawn.Pipe(duplex=False)
    given = source if isinstance(source, bytes) else str(source)
    process = spawn.Process(target=run, args=(reader, given, limits, outlet), daemon=True)
    with inlet:
        with outlet:  # once it is the child's alone, the end of the child is the end of the pipe
            process.start()
        return _told(_receive(process, inlet, limits), reader, limits)


def _refuse_size(source: bytes | Path, limits: Limits) -> None:
    if isinstance(source, bytes):
        size = len(source)
    elif source.is_file():
        size = source.stat().st_size
    else:
        raise FileUnreadable(reason="no_file")
    if size > limits.size:
        raise TooLarge(most=limits.size)


def _receive(process: SpawnProcess, inlet: Connection, limits: Limits) -> bytes:
    late = Event()

    def stop() -> None:
        late.set()
        process.kill()

    timer = Timer(limits.seconds, stop)
    timer.start()
    try:
        return inlet.recv_bytes(limits.answer)
    except (EOFError, OSError) as error:  # ended without an answer; or announced more bytes than allowed
        if late.is_set():
            raise FileTimeout(seconds=int(limits.seconds)) from error
        raise FileUnreadable(reason="died" if isinstance(error, EOFError) else "rubbish") from error
    finally:
        timer.cancel()
        timer.join()
        process.kill()
        process.join()
        process.close()


def _told(raw: bytes, reader: str, limits: Limits) -> Json:
    try:
        if raw.startswith(TEXT):
            return str(raw[len(TEXT) :], "utf-8")
        said = read_json(raw, limits.answer)
    except (NotStrict, UnicodeDecodeError) as error:
        raise FileUnreadable(reason="rubbish") from error
    match said:
        case {"answer": answer, **rest} if not rest:
            return answer
        case {"refused": str(kind), "facts": dict(facts), **rest} if not rest:
            raise _again(kind, facts, reader)
        case {"failed": "memory", **rest} if not rest:
            raise FileMemory(most_mb=limits.memory // MEGABYTE)
        case {"failed": "broken", **rest} if not rest:
            raise FileUnreadable(reason="broken")
    raise FileUnreadable(reason="rubbish")


def _again(kind: str, facts: dict[str, Json], reader: str) -> AcademyError:
    """What the reader raised: a class that its own module, or ours, has loaded here."""
    import_module(reader.partition(":")[0])
    module, _, name = kind.partition(":")
    found = getattr(sys.modules.get(module), name, None)
    if not (isinstance(found, type) and issubclass(found, AcademyError)):
        return FileUnreadable(reason="rubbish")
    refusal = found.__new__(found)
    AcademyError.__init__(refusal)
    refusal.facts = dict(facts)  # never as arguments: a spoilt child would choose their names
    return refusal
