"""What decides about pass and fail beside the marks: signed with the exam, never in code."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from exams.papers.blueprint import Blueprint

WHOLE = 10_000_000
"""Fractions are whole numbers of 1e-7 parts."""


@dataclass(frozen=True, slots=True)
class GradingPolicy:
    """All gates must be met. `negative` (in 1e-7 of an item's points) is lost per wrong answer, down to `floor`."""

    pass_percent: int
    red_line_needed: int = 0
    chapter_pass: Mapping[int, int] = field(default_factory=dict)  # chapter -> percent of its own points
    negative: int = 0
    floor: int = 0  # milli-points the whole score never falls below

    @classmethod
    def of(cls, blueprint: Blueprint) -> "GradingPolicy":
        """The policy a blueprint spells."""
        marking = blueprint.marking
        return cls(
            pass_percent=blueprint.pass_percent,
            red_line_needed=blueprint.red_line.needed,
            chapter_pass=marking.chapter_pass,
            negative=marking.negative,
            floor=marking.floor,
        )
