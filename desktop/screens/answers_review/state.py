"""What the page of explanations shows."""

from dataclasses import dataclass

from desktop.widgets.values import Option, OptionMark, Place


@dataclass(frozen=True, slots=True)
class ReviewState:
    """One explained question. `verdict` is right, partial, wrong or blank; `correct` the key of a calculation.

    `pair_marks` holds (best, worst) marks per letter of a best-and-worst item.
    """

    title: str = ""
    position: int = 1
    total: int = 1
    item_type: str = "single"
    stem: str = ""
    options: tuple[Option, ...] = ()
    pair_marks: tuple[tuple[str, OptionMark, OptionMark], ...] = ()
    unit: str = ""
    value: object = None
    verdict: str = "right"
    correct: str = ""
    explanation: str = ""
    mistake: str = ""
    section: str = ""
    facts: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    points: str = ""
    right: int = 0
