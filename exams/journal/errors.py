"""What can be wrong with a journal."""

from exams.errors import AcademyError


class JournalBroken(AcademyError):
    """The chain does not hold; facts name the first `seq` and what is wrong with it. No new sitting starts."""

    code = "E_JOURNAL"
