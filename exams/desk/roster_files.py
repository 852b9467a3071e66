"""Rosters from outside: read in the firewall's process, for headquarters' plan and for a branch's own list."""

import hashlib
import json
from pathlib import Path

from exams.firewall.confine import MEGABYTE, Limits
from exams.firewall.errors import FileUnreadable
from exams.firewall.gate import in_child
from exams.packs.briefs import Expected

LIMITS = Limits(size=8 * MEGABYTE, answer=MEGABYTE, seconds=5.0, memory=512 * MEGABYTE)


def read_roster(path: Path) -> tuple[tuple[Expected, ...], str]:
    """Everybody in a workbook or text table, and the file's SHA-256.

    Raises `RosterRefused`, `BankHeadings`, what a workbook is refused with, or the classes of `firewall.errors`.
    """
    try:
        told = json.loads(str(in_child("exams.interop.roster:roster_text", path, LIMITS)))
        people = tuple(Expected(str(staff_id), str(name), str(seat)) for staff_id, name, seat in told)
        return people, hashlib.sha256(path.read_bytes()).hexdigest()
    except (ValueError, TypeError, OSError) as error:
        raise FileUnreadable(reason="rubbish") from error
