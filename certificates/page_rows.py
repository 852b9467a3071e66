"""The layout table: which texts stand under each other in the middle of each layout, and how each looks."""

from dataclasses import dataclass

from certificates.boxes import HEAD, PAGE_WIDTH
from certificates.fit import Style
from certificates.fonts import BOLD, SANS, SERIF


@dataclass(frozen=True, slots=True)
class Slot:
    """One text: what it tells, in which language, and how it looks; `tag` is its role for a screen reader."""

    field: str
    language: str
    style: Style
    colour: str = "ink"
    tag: str = "P"


@dataclass(frozen=True, slots=True)
class RowPlan:
    """Texts side by side, the gap below them, and how wide they may be at most."""

    slots: tuple[Slot, ...]
    gap: float
    measure: float = PAGE_WIDTH


@dataclass(frozen=True, slots=True)
class Plan:
    """A layout: its rows, and which text stands between the two tapering rules."""

    rows: tuple[RowPlan, ...]
    ruled: str


def _row(gap: float, *slots: Slot) -> RowPlan:
    return RowPlan(slots, gap)


def _head(gap: float, slot: Slot) -> RowPlan:
    return RowPlan((slot,), gap, HEAD)


def _staff(language: str, size: float) -> tuple[Slot, Slot]:
    style = Style(SANS, size, 5)
    return Slot("staff_id_label", language, style, "muted"), Slot("staff_id", language, style, "text")


_SMALL = Style(SANS, 8.5, 5)
_CERTIFY = Style(SERIF, 10.5, 8)

PLANS: dict[str, Plan] = {
    "both": Plan(
        (
            _head(2, Slot("bank", "zh", Style(BOLD, 14, 8, 2, 0.2))),
            _head(12, Slot("bank", "en", Style(SERIF, 8, 5, 2, 0.22))),
            _head(3, Slot("title", "zh", Style(BOLD, 42, 20, 1, 0.34), tag="H1")),
            _head(14, Slot("title", "en", Style(SERIF, 11.5, 8, 1, 0.32), "gold", "H1")),
            _row(7, Slot("certify", "zh", _CERTIFY, "text"), Slot("certify", "en", _CERTIFY, "text")),
            _row(15, Slot("name", "zh", Style(BOLD, 44, 16, 2, one_line=0.55), tag="H2")),
            _row(3, Slot("latin", "en", Style(SERIF, 14, 8, 2))),
            _row(
                14,
                Slot("staff_id_label", "zh", _SMALL, "muted"),
                Slot("staff_id_label", "en", _SMALL, "muted"),
                Slot("staff_id", "zh", _SMALL, "text"),
            ),
            _row(2, Slot("statement", "zh", Style(SERIF, 11.5, 7, 2), "text")),
            _row(9, Slot("statement", "en", Style(SERIF, 9.5, 6, 2), "text")),
            _row(2, Slot("course", "zh", Style(BOLD, 20, 11, 2))),
            _row(0, Slot("course", "en", Style(SERIF, 12, 7, 2))),
        ),
        ruled="title",
    ),
    "zh": Plan(
        (
            _head(13, Slot("bank", "zh", Style(BOLD, 17, 9, 2, 0.28))),
            _head(18, Slot("title", "zh", Style(BOLD, 54, 24, 1, 0.42), tag="H1")),
            _row(9, Slot("certify", "zh", Style(SERIF, 13, 9, tracking=0.2), "gold")),
            _row(18, Slot("name", "zh", Style(BOLD, 50, 16, 2, one_line=0.55), tag="H2")),
            _row(16, *_staff("zh", 9.5)),
            _row(11, Slot("statement", "zh", Style(SERIF, 14, 8, 2), "text")),
            _row(0, Slot("course", "zh", Style(BOLD, 24, 12, 2))),
        ),
        ruled="certify",
    ),
    "en": Plan(
        (
            _head(16, Slot("bank", "en", Style(BOLD, 13, 7, 2, 0.24))),
            _head(20, Slot("title", "en", Style(BOLD, 25.5, 12, 1, 0.05), tag="H1")),
            _row(9, Slot("certify", "en", Style(SERIF, 12.5, 9), "gold")),
            _row(18, Slot("holder", "en", Style(BOLD, 44, 15, 2, one_line=0.55), tag="H2")),
            _row(4, Slot("other_name", "zh", Style(SERIF, 16, 8, 2))),
            _row(16, *_staff("en", 9.5)),
            _row(11, Slot("statement", "en", Style(SERIF, 13, 7, 2), "text")),
            _row(0, Slot("course", "en", Style(BOLD, 21, 10, 2))),
        ),
        ruled="certify",
    ),
}
NAMES = frozenset({"name", "latin", "holder", "other_name"})
