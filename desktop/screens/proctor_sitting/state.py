"""What the page of one exam shows to the proctor."""

from dataclasses import dataclass

from desktop.widgets.values import Fact, RowValue, Tone


@dataclass(frozen=True, slots=True)
class Figure:
    """A large number and what it counts."""

    value: str
    caption: str
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class ProctorSittingState:
    """`standing` is where the exam stands, `meaning` what that means; `acts` are what may be done now."""

    name: str = ""
    place: str = ""
    standing: str = ""
    meaning: str = ""
    tone: Tone = Tone.NEUTRAL
    figures: tuple[Figure, ...] = ()
    gaps: tuple[Fact, ...] = ()
    overrides: tuple[Fact, ...] = ()
    acts: tuple[RowValue, ...] = ()
    fault: str = ""
