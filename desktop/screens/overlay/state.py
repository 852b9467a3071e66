"""What the page of a bank's own rates and steps shows."""

from dataclasses import dataclass

PLACE, ZH, EN, SOURCE, DAY = "place", "zh", "en", "source", "day"
"""The fields of a box."""


@dataclass(frozen=True, slots=True)
class BoxRow:
    """A box in the list; `wrong` where it lacks something."""

    number: int
    place: str
    text: str
    source: str
    day: str
    wrong: bool = False

    @property
    def key(self) -> str:
        """What the row is kept by."""
        return str(self.number)


@dataclass(frozen=True, slots=True)
class OverlayState:
    """All boxes and the one that is written; `places` are facts and sections to choose from."""

    rows: tuple[BoxRow, ...] = ()
    chosen: str = ""
    places: tuple[tuple[str, str], ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    wrong: str = ""
    citing: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    changed: bool = False
    can_save: bool = False
    told: str = ""
    fault: str = ""

    @property
    def has_course(self) -> bool:
        """True once a course was published, whose facts and sections can be named."""
        return bool(self.places)
