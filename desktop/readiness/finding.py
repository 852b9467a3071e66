"""One line of the slip."""

from dataclasses import dataclass
from enum import StrEnum


class Check(StrEnum):
    """What is looked at, in the order of the slip."""

    CLOCK = "clock"
    ZONE = "zone"
    DISK = "disk"
    FONTS = "fonts"
    GLYPHS = "glyphs"
    INPUT_METHOD = "input_method"
    PRINTER = "printer"
    DISPLAY = "display"
    POWER = "power"
    DATABASE = "database"
    JOURNAL = "journal"
    PACK = "pack"
    KEYS = "keys"
    OFFICERS = "officers"


@dataclass(frozen=True, slots=True)
class Finding:
    """`detail` is what was found, `what_to_do` empty where it is in order; both in the language in use."""

    check: Check
    ok: bool
    detail: str
    what_to_do: str = ""

    def as_json(self) -> dict[str, object]:
        """The shape of `academy doctor --json`."""
        return {"check": self.check.value, "ok": self.ok, "detail": self.detail, "what_to_do": self.what_to_do}
