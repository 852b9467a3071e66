"""What can be wrong with a bundle before anything in it is judged."""

from exams.errors import AcademyError


class NotABundle(AcademyError):
    """Not framed as a bundle is, or changed on its way; facts: `detail`."""

    code = "E_FORMAT"
