"""What a desk refuses."""

from exams.errors import AcademyError


class WrongCode(AcademyError):
    """The session's code does not open this session."""

    code = "E_SESSION_CODE"


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
