"""The house's rules for appeals and for marking by hand, with their bounds. Pure."""

from dataclasses import dataclass

from exams.register.dispute_errors import BadDisputeRule


@dataclass(frozen=True, slots=True)
class DisputeRules:
    """`appeal_days` after the day of the result; markers over `marking_gap` milli-points apart want a third.

    Held results need so many names: `release_names` 2 has one officer propose and another release them (features e7).
    """

    appeal_days: int = 15
    marking_gap: int = 500
    release_names: int = 2


BOUNDS = {"appeal_days": (1, 365), "marking_gap": (0, 100_000), "release_names": (1, 2)}
"""Least and most of each rule."""


def checked_rule(name: str, value: int) -> int:
    """The value; raises `BadDisputeRule` outside its bounds."""
    least, most = BOUNDS[name]
    if not least <= value <= most:
        raise BadDisputeRule(name=name, least=least, most=most)
    return value
