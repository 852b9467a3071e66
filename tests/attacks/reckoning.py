"""What is in a home after a kill, held against what had been acknowledged: read by the standard library.

Only answers that were put away for HR are opened by other means.
"""

import hashlib
import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.attacks.put_away import bodies_put_away


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """One line of `academy rehearse --acknowledge`."""

    sitting: str
    position: int
    seq: int
    digest: str


@dataclass(frozen=True, slots=True)
class Reckoning:
    """`unheard` counts answers that were committed while the kill kept their acknowledgement back."""

    lost: tuple[Acknowledged, ...]
    chain_whole: bool
    integrity: str
    unheard: int
    open_people: tuple[str, ...]

    @property
    def good(self) -> bool:
        """Nothing lost, nothing damaged."""
        return not self.lost and self.chain_whole and self.integrity == "ok"


Rows = Mapping[int, tuple[dict[str, Any], bytes]]


def reckon(home: Path, acknowledged: Sequence[Acknowledged], checked: Mapping[str, Any]) -> Reckoning:
    """Hold a home and the document of `academy journal check` against all that was acknowledged."""
    with closing(sqlite3.connect(home / "academy.sqlite")) as database:
        integrity = str(database.execute("PRAGMA integrity_check").fetchone()[0])
        away = bodies_put_away(database, home)
        rows = {
            int(seq): (json.loads(line), away[seq] if body is None else bytes(body))
            for seq, line, body in database.execute("SELECT seq, line, body FROM journal")
        }
    shown = {one["id"]: one["answers"] for one in checked["sittings"] if isinstance(one.get("answers"), dict)}
    heard = {one.seq for one in acknowledged}
    begun = min(heard, default=0)
    answered = [seq for seq, (line, _) in rows.items() if line["type"] == "answer" and seq > begun]
    return Reckoning(
        lost=tuple(one for one in acknowledged if not _is_there(one, rows, shown)),
        chain_whole=bool(checked["ok"]),
        integrity=integrity,
        unheard=len(set(answered) - heard),
        open_people=tuple(one["staff_id"] for one in checked["sittings"] if one["state"] == "open"),
    )


def _is_there(one: Acknowledged, rows: Rows, shown: Mapping[str, Mapping[str, object]]) -> bool:
    """The line and the body as acknowledged; in an open sitting the app shows that very value too."""
    line, body = rows.get(one.seq, ({}, b""))
    if line.get("att") != one.sitting or hashlib.sha256(body).hexdigest() != one.digest:
        return False
    facts = json.loads(body)
    answers = shown.get(one.sitting, {str(one.position): facts["value"]})
    return facts["position"] == one.position and answers.get(str(one.position)) == facts["value"]
