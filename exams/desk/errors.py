"""What a desk refuses."""

from exams.errors import AcademyError


class WrongCode(AcademyError):
    """The session's code does not open this session."""

    code = "E_SESSION_CODE"


class EntryClosed(AcademyError):
    """Nobody begins in this session any more; facts: `until_wt`."""

    code = "E_ENTRY_CLOSED"


class HandInTooEarly(AcademyError):
    """The session's rules let nobody hand in yet; facts: `minutes` of exam time to go, `until_wt` if it runs on."""

    code = "E_HAND_IN_EARLY"


class NotOnRoster(AcademyError):
    """Nobody of this staff id is expected in the session; facts name the `staff_id`."""

    code = "E_NOT_ON_ROSTER"


class NotChecked(AcademyError):
    """Nobody is checked in whose ID was not looked at."""

    code = "E_ID_UNCHECKED"


class CannotBegin(AcademyError):
    """The exam may not begin now; facts carry the `obstacle`."""

    code = "E_CANNOT_BEGIN"


class ForeignSitting(AcademyError):
    """The sitting is somebody else's or does not exist."""

    code = "E_FOREIGN_SITTING"


class NoReview(AcademyError):
    """Exam items are not shown after the exam."""

    code = "E_NO_REVIEW"


class NotCertifiable(AcademyError):
    """Only a passed final gives a certificate; facts name the `sitting`."""

    code = "E_NOT_PASSED"


class NotDemonstration(AcademyError):
    """Only a demonstration branch can be used for this."""

    code = "E_NOT_DEMONSTRATION"


class WrongRole(AcademyError):
    """The person who signed in may not do this; facts name the `role` it takes."""

    code = "E_ROLE"


class NoReason(AcademyError):
    """An override says why: 1 to 200 plain characters."""

    code = "E_REASON"


class ExtraTimeAboveCap(AcademyError):
    """More minutes than the policy allows one sitting; facts name the `most_minutes` that are left."""

    code = "E_EXTRA_TIME"


class CannotReopen(AcademyError):
    """Handed in by its person, void, certified, not the person's latest, or without a minute to go on with."""

    code = "E_REOPEN"


class NothingLost(AcademyError):
    """There is no lost time left that could be given back."""

    code = "E_NOTHING_LOST"


class NothingToUnlock(AcademyError):
    """No try of this person waits for the coach's talk; facts name the `staff_id`."""

    code = "E_UNLOCK"


class SessionStillOpen(AcademyError):
    """One session at a time; facts name the `session`."""

    code = "E_SESSION_OPEN"


class SessionBusy(AcademyError):
    """Sittings of the session have not ended; facts count the `sittings`."""

    code = "E_SESSION_BUSY"


class NoSession(AcademyError):
    """There is no such session, or it is closed."""

    code = "E_NO_SESSION"


class ClockBehind(AcademyError):
    """The wall clock is earlier than it can be; facts say by how many `minutes`."""

    code = "E_CLOCK"


class NoPack(AcademyError):
    """Headquarters' pack is not installed here, or not whole."""

    code = "E_NO_PACK"


class PackChanged(AcademyError):
    """The pack in use is not the one whose course lies open; facts: `open`, `installed`."""

    code = "E_PACK_CHANGED"


class OutsideWindow(AcademyError):
    """Headquarters lets the session begin at another time; facts: `session`, `reason` (early or late), `not_before_wt`,
    `not_after_wt`.
    """

    code = "E_WINDOW"
