"""What the grader refuses: it never guesses."""

from exams.errors import AcademyError


class NotGradable(AcademyError):
    """Key, item or generator of a place is missing or of another version; facts: `item`, `version`, `missing`."""

    code = "E_NOT_GRADABLE"


class UnknownGrader(AcademyError):
    """This program has no such version of the grading rules; facts: `version`."""

    code = "E_GRADER"
