"""Ways to open the database other than the shipped one, inside a test process only: the negative controls.

Nothing of the product can be asked to work like this; a wrapper around the one place that opens the database does it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

SHIPPED = "shipped"
CHECKPOINTS = "checkpoints"
NORMAL = "normal"
DELETE = "delete"
CONTROLS = (NORMAL, DELETE)

PRAGMAS = {
    SHIPPED: (),
    CHECKPOINTS: ("PRAGMA wal_autocheckpoint = 12",),
    NORMAL: ("PRAGMA synchronous = NORMAL",),
    DELETE: ("PRAGMA journal_mode = DELETE", "PRAGMA synchronous = FULL"),
}
"""`checkpoints` is the shipped way with its log folded back often, so that a short sitting shows it too."""

TITLES = {
    SHIPPED: "as shipped: WAL, synchronous=FULL",
    CHECKPOINTS: "the same, checkpoint every 12 pages",
    NORMAL: "control: WAL, synchronous=NORMAL",
    DELETE: "control: DELETE journal, synchronous=FULL",
}


def use_variant(name: str) -> None:
    """From here on the office of this process opens its database in another way."""
    import exams.desk.office as rooms

    opened: Callable[[Path], Any] = rooms.open_database

    def opens(home: Path) -> Any:
        db = opened(home)
        for pragma in PRAGMAS[name]:
            db.execute(pragma).fetchall()
        return db

    rooms.open_database = opens
