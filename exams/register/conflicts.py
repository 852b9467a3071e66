"""Two files that cannot both be true, or two sittings that one person cannot both have sat: both sides of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Side:
    """One of two: its file, device and branch; `about` is the line or the sitting it is about."""

    file: str
    serial: str
    branch: str
    about: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """`code` is the finding; `kept` is what the register holds, `other` what was offered against it."""

    code: str
    kept: Side | None
    other: Side
    staff_id: str = ""
