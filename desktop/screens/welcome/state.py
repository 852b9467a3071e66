"""What the first page shows."""

from dataclasses import dataclass
from enum import Enum, auto


class Finding(Enum):
    """What the data folder holds."""

    NOTHING = auto()
    NEWER = auto()
    DAMAGED = auto()


@dataclass(frozen=True, slots=True)
class WelcomeState:
    """When the newest good copy of a damaged database was made; `fault` says why the work did not succeed."""

    finding: Finding = Finding.NOTHING
    home: str = ""
    backup: str = ""
    busy: bool = False
    fault: str = ""
