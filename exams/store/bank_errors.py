"""What can stand between us and a question bank's file."""

from exams.errors import AcademyError


class BankMissing(AcademyError):
    """There is no such bank; facts: `path`."""

    code = "E_BANK_MISSING"


class BankForeign(AcademyError):
    """No bank of ours, or damaged, or with something in it that is not ours; facts: `path`, `detail`."""

    code = "E_BANK_FOREIGN"


class BankNothing(AcademyError):
    """There is no import left that could be taken back; facts: `path`."""

    code = "E_BANK_NOTHING"


class BankNotWritten(AcademyError):
    """A file could not be written; facts: `path`, `detail`."""

    code = "E_BANK_WRITE"


class BankTouched(AcademyError):
    """People have worked on questions of the last import; facts: `count`."""

    code = "E_BANK_TOUCHED"


class BankMoved(AcademyError):
    """Somebody else has changed the question meanwhile, or it is gone; facts: `id`."""

    code = "E_BANK_MOVED"
