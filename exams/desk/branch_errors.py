"""What a branch refuses of the files it is brought."""

from exams.errors import AcademyError


class NoRoot(AcademyError):
    """This home follows no headquarters yet: root 1 comes first, and from a hand one trusts."""

    code = "E_NO_ROOT"


class NotEnrolled(AcademyError):
    """This PC has no device record: nobody could believe what it hands in."""

    code = "E_NOT_ENROLLED"


class NotFromHq(AcademyError):
    """Neither a pack nor an envelope; facts `file`."""

    code = "E_FORMAT"


class PackInUse(AcademyError):
    """The pack in use is needed until a session is closed and graded; facts name the `session`."""

    code = "E_PACK_IN_USE"


class FileUnreadable(AcademyError):
    """The file cannot be read, or is far larger than such a file; facts `file`, `detail`."""

    code = "E_FILE_UNREADABLE"


class NotAcknowledged(AcademyError):
    """HR has not said that it has these answers: nothing is erased; facts name the `sitting` and what HR has."""

    code = "E_NOT_ACKNOWLEDGED"


class ReceiptRefused(AcademyError):
    """No receipt for this journal; facts `reason`: serial (another device), head (another history), size (longer)."""

    code = "E_RECEIPT"


class CorrectedRefused(AcademyError):
    """No certificate that HR issued for somebody of this PC; facts `number`, `reason`.

    home (no branch yet), person (sat elsewhere), unlisted (HR's lists here do not know it), other (they name another),
    stale (they have taken it back or replaced it).
    """

    code = "E_CORRECTED"

    @property
    def is_passed_over(self) -> bool:
        """True where a folder that lies open to all PCs of a branch may well hold such a file."""
        return self.facts.get("reason") in ("person", "stale")


class StudyRulesRefused(AcademyError):
    """HR's rules are not for this branch, or no newer than those in force; facts `reason`: branch, older, home."""

    code = "E_STUDY_RULES"


class NotJoined(AcademyError):
    """A PC lists the checkpoints of others; its own journal vouches for itself. Facts: `serial`."""

    code = "E_NOT_JOINED"
