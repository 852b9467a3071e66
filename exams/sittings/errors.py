"""What a sitting refuses."""

from exams.errors import AcademyError


class SittingClosed(AcademyError):
    """Handed in, void or over time: nothing may change any more."""

    code = "E_SITTING_CLOSED"


class SittingMoved(SittingClosed):
    """It goes on at another PC, and nothing may change here any more."""

    code = "E_SITTING_MOVED"


class SittingPaused(AcademyError):
    """The proctor has paused it."""

    code = "E_SITTING_PAUSED"


class NeedsProctor(SittingPaused):
    """A gap that only the proctor can answer for; facts name its `cause`: stopped, suspend or reboot."""

    code = "E_RESUME"


class TooLate(AcademyError):
    """The answer came more than five seconds after the deadline."""

    code = "E_TOO_LATE"


class PartOver(AcademyError):
    """The part of the paper, or the question, has no time of its own left; the others go on."""

    code = "E_PART_OVER"


class OutsidePaper(AcademyError):
    """The paper has no such place."""

    code = "E_OUTSIDE_PAPER"


class BadAid(AcademyError):
    """A mark, note or objection that cannot be kept; facts: `reason` (letter, span, text, lang, kind)."""

    code = "E_AID"


class SittingUnreadable(AcademyError):
    """A sitting's lines do not tell one story; facts name the `seq`."""

    code = "E_SITTING_UNREADABLE"
