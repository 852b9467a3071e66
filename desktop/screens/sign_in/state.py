"""What the sign-in screen shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person of the demonstration; `story` says what can be tried as this person."""

    staff_id: str
    name: str
    latin: str
    role: str
    story: str
    pin: str


@dataclass(frozen=True, slots=True)
class SignInState:
    """`fault` stands below the PIN; `trouble` is why nobody can sign in at all; seconds until the next try counts."""

    bank: str = ""
    branch: str = ""
    staff_id: str = ""
    pin: str = ""
    people: tuple[PersonRow, ...] = ()
    code: str = ""
    fault: str = ""
    wait_seconds: int = 0
    trouble: str = ""
