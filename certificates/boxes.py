"""Places on the page, in points from its lower left corner (A4 landscape)."""

from dataclasses import dataclass

from certificates.fit import Style

PAGE_WIDTH, PAGE_HEIGHT = 841.89, 595.28
MM = 72 / 25.4
ASCENT, DESCENT = 0.88, 0.23  # of the size: ideographs rise 0.88, Latin letters hang 0.23


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its lower left and upper right corners."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """Half way between left and right."""
        return (self.left + self.right) / 2

    def overlaps(self, other: "Box") -> bool:
        """True if the two share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.bottom < other.top and other.bottom < self.top

    def holds(self, other: "Box") -> bool:
        """True if the other lies wholly inside."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.bottom <= other.bottom and other.top <= self.top


# The frame's inside, and what stands in its lower part: the ledger, the seal, the code.
INSIDE = Box(58, 58, PAGE_WIDTH - 58, PAGE_HEIGHT - 58)
COLUMN = Box(96, 204, PAGE_WIDTH - 96, PAGE_HEIGHT - 68)
HEAD = 420.0  # what stands at the top is no wider: beside it is room for the demonstration mark
MARK = Box(640, 452, 766, 508)
MARK_WORDS = Box(MARK.left + 8, MARK.bottom, MARK.right - 8, MARK.top)
QR_SIDE = 41.5 * MM  # with its quiet zone of four modules
QR = Box(774 - QR_SIDE, 79, 774, 79 + QR_SIDE)
QR_CAPTION = Box(QR.left, 66, QR.right, 79)
SEAL = Box(535, 94, 637, 196)
SEAL_CAPTION = Box(518, 62, QR.left - 2, 94)
LEDGER = Box(74, 66, 508, 188)


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text where it stands; `field` names what it tells, `tag` its role for a screen reader."""

    field: str
    text: str
    style: Style
    size: float
    colour: str
    x: float
    baseline: float
    language: str
    tag: str = "P"

    @property
    def box(self) -> Box:
        """The place it takes up."""
        width = self.style.width(self.text, self.size)
        low, high = self.baseline - DESCENT * self.size, self.baseline + ASCENT * self.size
        return Box(self.x, low, self.x + width, high)
