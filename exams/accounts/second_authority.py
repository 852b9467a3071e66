"""More minutes than the proctor may add alone: the PC asks with a nonce, headquarters answers with a spoken code.

The construction is that of a lost PIN (security design, section 6): the code rests on the key that the PC and
headquarters' `reset` role agree on. HR holds what was added against headquarters' own log, which no PC can write.
"""

import re
import secrets
from dataclasses import dataclass

from exams.accounts.errors import OverrideRefused
from exams.accounts.resets import CODE_LENGTH, NONCE_LENGTH, spoken_code
from exams.timing.clock import Moment
from exams.timing.elapsed import step
from exams.trust.codes import ALPHABET, check_character, code_is_whole, plain_code, shown
from exams.trust.keys import SealingKey

LIFE_MS = 15 * 60_000
MOST_WRONG = 5
MOST_MINUTES = 120
_CALL = re.compile(r"(D[0-9A-Z]{8})[-\s]+([A-Z0-9]{4,16})[-\s]+M([1-9][0-9]{0,2})[-\s]+([0-9A-Z][0-9A-Z\s-]*)")


@dataclass(frozen=True, slots=True)
class MinutesAsked:
    """What is asked for: on this PC, for this person's exam, this many minutes, this once."""

    serial: str
    staff_id: str
    minutes: int
    nonce: str

    @property
    def text(self) -> str:
        """As it is read out: `D4R7K2M9Q-T1001-M45-7KQ2M-X9D4T-H`; the last character finds slips."""
        return f"{self.serial}-{self.staff_id}-M{self.minutes}-{shown(self.nonce + _check_character(self))}"

    @property
    def said(self) -> bytes:
        """What a code is computed over."""
        return f"override|{self.serial}|{self.staff_id}|extend|{self.minutes}|{self.nonce}".encode()


@dataclass(frozen=True, slots=True)
class AskedOnce:
    """A question as the journal tells it: when it was shown, how often it was answered wrongly, whether rightly."""

    asked: MinutesAsked
    at: Moment
    wrong: int = 0
    used: bool = False


def ask_minutes(serial: str, staff_id: str, minutes: int) -> MinutesAsked:
    """With a nonce of 50 random bits; raises `OverrideRefused` (minutes) for none or more than two hours."""
    if not 0 < minutes <= MOST_MINUTES:
        raise OverrideRefused(reason="minutes", most_minutes=MOST_MINUTES)
    nonce = "".join(secrets.choice(ALPHABET) for _ in range(NONCE_LENGTH))
    return MinutesAsked(serial, staff_id, minutes, nonce)


def read_minutes(text: str) -> MinutesAsked:
    """The question as it was read out; raises `OverrideRefused` (typo) where a character was misheard."""
    found = _CALL.fullmatch(text.strip().upper())
    if found is None:
        raise OverrideRefused(reason="typo")
    nonce = plain_code(found[4])
    asked = MinutesAsked(found[1], found[2], int(found[3]), nonce[:-1])
    whole = len(nonce) == NONCE_LENGTH + 1 and nonce[-1] == _check_character(asked)
    if not whole or asked.minutes > MOST_MINUTES:
        raise OverrideRefused(reason="typo")
    return asked


def require_unanswered(once: AskedOnce | None, now: Moment) -> MinutesAsked:
    """The question that may still be answered; raises `OverrideRefused` (none, spent, late)."""
    if once is None:
        raise OverrideRefused(reason="none")
    if once.used or once.wrong >= MOST_WRONG:
        raise OverrideRefused(reason="spent")
    if step(once.at, now).ms >= LIFE_MS:
        raise OverrideRefused(reason="late")
    return once.asked


def minutes_code(mine: SealingKey, theirs: bytes, asked: MinutesAsked) -> str:
    """Ten characters and a check character; the same from the PC's key and headquarters' as the other way round."""
    return spoken_code(mine, theirs, asked.said)


def require_minutes_code(typed: str, mine: SealingKey, theirs: bytes, asked: MinutesAsked) -> None:
    """Raises `OverrideRefused`: typo where it cannot be a code at all, code where it is not the answer."""
    plain = plain_code(typed)
    if len(plain) != CODE_LENGTH + 1 or not code_is_whole(plain):
        raise OverrideRefused(reason="typo")
    if not secrets.compare_digest(plain, minutes_code(mine, theirs, asked)):
        raise OverrideRefused(reason="code")


def _check_character(asked: MinutesAsked) -> str:
    return check_character(f"{asked.serial}{asked.staff_id}{asked.minutes}{asked.nonce}")
