"""What the page of the certificate's words shows."""

from dataclasses import dataclass

from certificates import Picture
from desktop.widgets.values import Face, NoticeValue

LAYOUTS = ("both", "zh", "en")
SPECIMENS = ("short", "longest")


@dataclass(frozen=True, slots=True)
class WordingState:
    """`folder` holds the words, empty where they are our own; `faults` are what the check found, one a layout at most.

    `face` stands where the specimen will be, or cannot be.
    """

    folder: str = ""
    layout: str = "both"
    specimen: str = "short"
    busy: bool = False
    good: bool = False
    faults: tuple[NoticeValue, ...] = ()
    picture: Picture | None = None
    face: Face | None = None
