"""What the sign-in screen shows."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exams import StartCard


@dataclass(frozen=True, slots=True)
class SignInState:
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
