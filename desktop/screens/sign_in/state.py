"""What the sign-in screen shows."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from exams import StartCard


class SignInState(NamedTuple):
    """`fault` stands below the PIN; `trouble` is why nobody can sign in at all; seconds until the next try counts."""

    bank: str = ""
    branch: str = ""
    staff_id: str = ""
    pin: str = ""
    people: "tuple[StartCard, ...]" = ()
    code: str = ""
    fault: str = ""
    wait_seconds: int = 0
    trouble: str = ""
