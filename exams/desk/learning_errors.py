"""What a reader's marks and signatures are refused for."""

from exams.errors import AcademyError


class BadMark(AcademyError):
    """A mark that cannot be kept; facts say the `reason` (long, many, place, gone) and the `most` there may be."""

    code = "E_MARK"


class NothingToSign(AcademyError):
    """The section reads as it was read; facts name the `section`."""

    code = "E_NOTHING_TO_SIGN"
