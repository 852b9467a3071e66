"""What a proctor may do to a sitting: each with who and why, checked before anything is written."""

import unicodedata
from collections.abc import Callable

from exams.desk.errors import CannotReopen, ExtraTimeAboveCap, ForeignSitting, NoReason, NothingLost
from exams.desk.sitting_book import SittingBook
from exams.journal.line import Event
from exams.sittings import rules
from exams.sittings.errors import SittingClosed
from exams.sittings.sitting import PROCTORED, Sitting, State
from exams.timing.gaps import Cause
from exams.timing.policy import MINUTE_MS

REASON_MOST = 200
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})


class Overrides:
    """One proctor's hand on finals and rehearsals; quizzes and mocks are nobody's business."""

    def __init__(self, book: SittingBook, by: str) -> None:
        self._book = book
        self._by = by

    def pause(self, sitting_id: str, reason: str) -> Sitting:
        """Stop the time and hide the paper; a second time changes nothing. Raises `SittingClosed`, `NoReason`."""
        who, sitting = self._why(reason), self.running(sitting_id)
        return sitting if sitting.stop is Cause.PAUSE else self._book.note(sitting, Event.PAUSE, who)

    def resume(self, sitting_id: str, reason: str, credit_minutes: int = 0) -> Sitting:
        """Let it go on, with minutes given back as far as the rule allows; handed in at once where none are left."""
        who, sitting = self._why(reason), self.running(sitting_id)
        if sitting.is_open and not credit_minutes:
            return sitting
        return self._book.tick(self._credited(sitting, who, credit_minutes))

    def credit(self, sitting_id: str, minutes: int, reason: str) -> Sitting:
        """Give a sitting that goes on what a restart has cost, at most the cap; raises `NothingLost`.

        One that waits is let go on by `resume`, which takes the minutes too.
        """
        who, sitting = self._why(reason), self.running(sitting_id)
        rules.require_open(sitting)
        if not sitting.creditable_ms or minutes <= 0:
            raise NothingLost(sitting=sitting_id)
        return self._credited(sitting, who, minutes)

    def extend(self, sitting_id: str, minutes: int, reason: str) -> Sitting:
        """Add minutes to a running sitting, paused or not; raises `ExtraTimeAboveCap`."""
        who, sitting = self._why(reason), self.running(sitting_id)
        if not 0 < minutes * MINUTE_MS <= sitting.extendable_ms:
            raise ExtraTimeAboveCap(most_minutes=sitting.extendable_ms // MINUTE_MS)
        return self._book.note(sitting, Event.EXTEND, {**who, "ms": minutes * MINUTE_MS})

    def extend_beyond(self, sitting_id: str, minutes: int, nonce: str, reason: str) -> Sitting:
        """Add minutes above the limit that a second authority has granted under this nonce."""
        who, sitting = self._why(reason), self.running(sitting_id)
        return self._book.note(sitting, Event.EXTEND, {**who, "ms": minutes * MINUTE_MS, "phone": nonce})

    def force(self, sitting_id: str, reason: str) -> Sitting:
        """Hand in for the person, also while it waits; graded with what was saved."""
        who, sitting = self._why(reason), self.running(sitting_id)
        return self._book.finish(sitting, "forced", who)

    def void(self, sitting_id: str, reason: str) -> Sitting:
        """It counts no more, and no try is used; raises `SittingClosed` once void or certified."""
        who, sitting = self._why(reason), self._final(sitting_id)
        if sitting.state is State.MOVED:
            rules.require_running(sitting)
        if sitting.state is State.VOID or sitting.certificate is not None:
            raise SittingClosed(sitting=sitting_id)
        return self._book.note(sitting, Event.VOID, who)

    def reopen(self, sitting_id: str, minutes: int, reason: str) -> Sitting:
        """Let a sitting go on that time or force has ended, with minutes added; raises `CannotReopen`.

        What its person handed in stays handed in. A certificate, once given, is revoked elsewhere.
        """
        who, sitting = self._why(reason), self._final(sitting_id)
        if sitting.withheld:  # nobody could go on where it ended
            raise CannotReopen(sitting=sitting_id)
        ended_by_mistake = sitting.state in {State.SUBMITTED, State.GRADED} and sitting.cause in {"time", "forced"}
        if not ended_by_mistake or sitting.certificate is not None or not self._is_latest(sitting):
            raise CannotReopen(sitting=sitting_id)
        extendable = sitting.account.extendable_ms
        if not 0 <= minutes * MINUTE_MS <= extendable:
            raise ExtraTimeAboveCap(most_minutes=extendable // MINUTE_MS)
        if not minutes and not sitting.remaining_ms:
            raise CannotReopen(sitting=sitting_id)
        with self._book.together(sitting):
            opened = self._book.note(sitting, Event.REOPEN, who)
            added = {**who, "ms": minutes * MINUTE_MS}
            return self._book.note(opened, Event.EXTEND, added) if minutes else opened

    def all_of(self, sittings: tuple[str, ...], act: Callable[[str], Sitting]) -> tuple[Sitting, ...]:
        """The same for every one of these, all or none."""
        before = [self._book.load(sitting) for sitting in sittings]
        with self._book.together(*before):
            return tuple(act(sitting) for sitting in sittings)

    def _credited(self, sitting: Sitting, who: dict[str, object], minutes: int) -> Sitting:
        """What was asked for is recorded; what it gives is the rule's, here and at HR."""
        return self._book.note(sitting, Event.RESUME, {**who, "credit_ms": max(0, minutes) * MINUTE_MS})

    def running(self, sitting_id: str) -> Sitting:
        """The sitting now, with all that has become of its time; over time it is handed in first."""
        sitting = self._final(sitting_id)
        rules.require_running(sitting)
        sitting = self._book.tick(sitting)
        rules.require_running(sitting)
        return sitting

    def _final(self, sitting_id: str) -> Sitting:
        sitting = self._book.load(sitting_id)
        if sitting.kind not in PROCTORED:
            raise ForeignSitting(sitting=sitting_id)
        return sitting

    def _is_latest(self, sitting: Sitting) -> bool:
        """Nobody sits two at once."""
        sat = [row.id for row in self._book.rows(sitting.staff_id) if row.kind in PROCTORED]
        return sat[-1:] == [sitting.id]

    def _why(self, reason: str) -> dict[str, object]:
        return {"by": self._by, "reason": check_reason(reason)}


def check_reason(text: str) -> str:
    """The reason without spaces around it; raises `NoReason` for none, a novel, or characters that nobody sees."""
    reason = text.strip()
    if not 0 < len(reason) <= REASON_MOST or any(unicodedata.category(char) in _INVISIBLE for char in reason):
        raise NoReason(most=REASON_MOST)
    return reason
