"""Why a newer program is not taken in."""

from exams.errors import AcademyError


class ProgramOlder(AcademyError):
    """A release that is no step up; facts: `found`, `known`."""

    code = "E_PROGRAM_OLD"


class NoProgramForMachine(AcademyError):
    """The release holds no program for this kind of PC; facts: `machine`."""

    code = "E_PROGRAM_MACHINE"


class ProgramMissing(AcademyError):
    """The release is there, its archive does not lie beside it; facts: `file`."""

    code = "E_PROGRAM_MISSING"


class ProgramSpoilt(AcademyError):
    """The archive was cut short or is not what was signed; facts: `file`."""

    code = "E_PROGRAM_FILE"


class NoEarlierProgram(AcademyError):
    """There is nothing to go back to: the program in use is the one that was installed."""

    code = "E_PROGRAM_FIRST"
