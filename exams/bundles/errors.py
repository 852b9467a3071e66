"""What can be wrong with a bundle before anything in it is judged."""

from exams.errors import AcademyError


class NotABundle(AcademyError):
    """Not framed as a bundle is, or changed on its way; facts: `detail`."""

    code = "E_FORMAT"


class TooLargeForWay(AcademyError):
    """A bundle that does not go this way, only as a file; facts: `reason` (mail, codes), `most` bytes."""

    code = "E_WAY_SIZE"
