"""What can stand between us and the database file."""

from exams.errors import AcademyError


class DatabaseNewer(AcademyError):
    """Written by a newer version of the program; left untouched."""

    code = "E_DATABASE_NEWER"


class DatabaseDamaged(AcademyError):
    """SQLite cannot read it; facts name the newest good `backup`, empty where there is none."""

    code = "E_DATABASE_DAMAGED"


class DatabaseForeign(AcademyError):
    """It holds a trigger or view that is not ours; facts name it."""

    code = "E_DATABASE_FOREIGN"


class HomeBusy(AcademyError):
    """Another process works in this home."""

    code = "E_HOME_BUSY"


class HomeOnNetwork(AcademyError):
    """The home lies on a network share, where the journal could not keep its promise."""

    code = "E_HOME_NETWORK"


class DiskFull(AcademyError):
    """The disk or its quota is full; what was being saved is not saved."""

    code = "E_DISK_FULL"


class DiskFailing(AcademyError):
    """The disk fails, or a quota is used up: SQLite cannot tell; what was being saved is not saved; facts: `detail`."""

    code = "E_DISK_FAILING"


class HomeReadOnly(AcademyError):
    """The home cannot be written."""

    code = "E_HOME_READ_ONLY"
