"""Why a file from outside was not taken in; beside these `TooLarge`, and whatever its reader refuses it with."""

from exams.errors import AcademyError


class FileTimeout(AcademyError):
    """Reading it did not end in time; facts: `seconds`."""

    code = "E_TIMEOUT"


class FileMemory(AcademyError):
    """Reading it would take more memory than a file of its kind needs; facts: `most_mb`."""

    code = "E_MEMORY"


class FileUnreadable(AcademyError):
    """Not what its reader reads; `reason`: no_file, broken (the reader stumbled), died (its process ended), rubbish."""

    code = "E_UNREADABLE"
