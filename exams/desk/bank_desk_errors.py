"""What the desk of the question bank refuses."""

from exams.errors import AcademyError


class BankStep(AcademyError):
    """No such step in the life of a question; facts: `state`, `wanted`."""

    code = "E_BANK_STEP"


class BankOwnWork(AcademyError):
    """Whoever wrote a version or handed it to review cannot release it; facts: `who`."""

    code = "E_BANK_OWN"


class BankNoName(AcademyError):
    """Somebody who works in the bank has to give a name."""

    code = "E_BANK_NAME"
