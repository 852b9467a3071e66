"""The way in for a file of questions from outside: through the firewall, and without loading any reader here."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from exams.firewall.confine import MEGABYTE, Limits
from exams.firewall.errors import FileUnreadable
from exams.firewall.gate import in_child
from exams.firewall.readers import READERS
from exams.interop.detect import ENDINGS, bank_format
from exams.interop.errors import BankFormat

LIMITS = Limits(size=64 * MEGABYTE, answer=128 * MEGABYTE, seconds=120.0, memory=1024 * MEGABYTE)
"""What reading one file of questions may cost at most: 64 MB hold 50,000 questions of Moodle XML."""

LEAST_SECONDS = 20.0
"""What the smallest file may take, on a slow PC too: a spoilt one must not keep a person waiting for minutes."""

_INLET = "exams.interop.inlets:"
_ANY = "any_format"


def bank_formats() -> tuple[str, ...]:
    """The names of all formats that are read."""
    names = (reader.removeprefix(_INLET) for reader in READERS if reader.startswith(_INLET))
    return tuple(sorted(name.replace("_", "-") for name in names if name != _ANY))


def read_bank_file(path: Path, kind: str = "") -> dict[str, Any]:
    """A file from outside, read in a process of its own (security 7); raises what that and the reader refuse."""
    wanted = bank_format(kind) if kind else ""
    if wanted and wanted not in bank_formats():
        raise BankFormat(format=wanted)
    wanted = wanted or ENDINGS.get(path.suffix.lower().removeprefix("."), "")
    inlet = wanted.replace("-", "_") or _ANY
    try:
        told = json.loads(str(in_child(f"{_INLET}{inlet}", path, limits_of(path))))
    except (ValueError, RecursionError) as error:
        raise FileUnreadable(reason="rubbish") from error
    if not isinstance(told, dict):
        raise FileUnreadable(reason="rubbish")
    return told


def limits_of(path: Path) -> Limits:
    """The time grows with the file, from `LEAST_SECONDS` to that of the largest."""
    size = min(path.stat().st_size, LIMITS.size) if path.is_file() else 0
    return replace(LIMITS, seconds=LEAST_SECONDS + (LIMITS.seconds - LEAST_SECONDS) * size / LIMITS.size)
