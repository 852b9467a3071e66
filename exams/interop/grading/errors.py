"""What grading a case refuses: it never guesses."""

from exams.errors import AcademyError


class BadCase(AcademyError):
    """A case does not say what is to be graded; facts: `detail` (a word for the field), `line` where known."""

    code = "E_GRADE_CASE"


class NotMarkable(AcademyError):
    """No program marks a question of this kind; facts: `type`."""

    code = "E_GRADE_TYPE"
