"""The side of the firewall that touches the file: reads it, answers once, with strict JSON or one text, ends."""

import os
import sys
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path

from exams.errors import AcademyError
from exams.firewall.confine import Limits, confine
from exams.trust.errors import NotStrict, TooLarge
from exams.trust.strict_json import Json, write_json

TEXT = b"\0"
"""What an answer begins with that is one text and goes as it is, in UTF-8; no JSON begins so."""

_OUT_OF_MEMORY = b'{"failed":"memory"}'
_BROKEN = b'{"failed":"broken"}'
_PLAIN = (str, int, bool)


def run(reader: str, source: bytes | str, limits: Limits, out: Connection) -> None:
    """Read `source`, the bytes or a file's path, and send its text, or one of `answer`, `refused`, `failed` as JSON."""
    _fall_silent()
    try:
        answer = _answer(reader, source, limits)
    except MemoryError:
        answer = _OUT_OF_MEMORY  # what filled the memory is gone with the frames that held it
    out.send_bytes(answer)


def _fall_silent() -> None:
    """Nothing that a library prints over a spoilt file reaches the terminal of the program."""
    sys.dont_write_bytecode = True
    sys.stdout = sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # as long as the process
    for handle in (1, 2):
        os.dup2(sys.stdout.fileno(), handle)


def _answer(reader: str, source: bytes | str, limits: Limits) -> bytes:
    module, _, name = reader.partition(":")
    read = getattr(import_module(module), name)
    confine(limits)
    try:
        given = read(_contents(source, limits.size))
    except AcademyError as refusal:
        return write_json(_refused(refusal))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  # any library may stumble over a hostile file in any way
        return _BROKEN
    try:
        return TEXT + given.encode() if isinstance(given, str) else write_json({"answer": given})
    except (NotStrict, UnicodeEncodeError):
        return _BROKEN


def _contents(source: bytes | str, size: int) -> bytes:
    if isinstance(source, bytes):
        return source
    with Path(source).open("rb") as file:
        raw = file.read(size + 1)  # whatever the file says of its size, and however it grows
    if len(raw) > size:
        raise TooLarge(most=size)
    return raw


def _refused(refusal: AcademyError) -> Json:
    facts = {name: fact if isinstance(fact, _PLAIN) else str(fact) for name, fact in refusal.facts.items()}
    kind = type(refusal)
    return {"refused": f"{kind.__module__}:{kind.__qualname__}", "facts": dict(facts)}
