"""The three lists together, as a verifier asks them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from certificates.standing.lists import ListKind, StandingList, mark_of

STALE_DAYS = 31
"""A list older than this cannot be trusted to know of a revocation: HR signs all three anew every month."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of HR's word; a list that never came is empty and has number 0."""

    confirmed: StandingList = field(default_factory=partial(StandingList, ListKind.CONFIRMED))
    revoked: StandingList = field(default_factory=partial(StandingList, ListKind.REVOKED))
    superseded: StandingList = field(default_factory=partial(StandingList, ListKind.SUPERSEDED))

    def list(self, kind: ListKind) -> StandingList:
        """One of the three."""
        found: StandingList = getattr(self, kind.value)
        return found

    @property
    def lists(self) -> tuple[StandingList, ...]:
        """All three."""
        return self.confirmed, self.revoked, self.superseded

    def successor(self, number: str) -> str | None:
        """The number that took the place of this one."""
        return self.superseded.marks.get(mark_of(number))

    @property
    def day(self) -> date | None:
        """Of the oldest of the three; nothing where not one came."""
        days = [one.day for one in self.lists if one.number]
        return min(days) if days else None

    def age(self, today: date) -> int | None:
        """Days since then; a list from tomorrow is not old."""
        return None if self.day is None else max(0, (today - self.day).days)

    def is_stale(self, today: date) -> bool:
        """True where one of them is missing or older than `STALE_DAYS`."""
        age = self.age(today)
        return age is None or age > STALE_DAYS or not all(one.number for one in self.lists)


NO_LISTS = Standing()


def standing_from(lists: Iterable[StandingList]) -> Standing:
    """These lists, one of a kind at most, and the others empty."""
    return Standing(**{one.kind.value: one for one in lists})
