"""What can stand between us and HR's register."""

from exams.errors import AcademyError


class RegisterForeign(AcademyError):
    """No register of ours, or damaged, or with something in it that is not ours; facts: `path`, `detail`."""

    code = "E_REGISTER_FOREIGN"


class RegisterMissing(AcademyError):
    """There is no register yet; facts: `path`."""

    code = "E_REGISTER_MISSING"


class RegisterNotWritten(AcademyError):
    """The register or a file beside it could not be written; facts: `path`, `detail`."""

    code = "E_REGISTER_WRITE"


class RegisterValue(AcademyError):
    """A number too large for any database, or half a character; facts: none."""

    code = "E_REGISTER_VALUE"


class BundleAltered(AcademyError):
    """A bundle that was kept is missing, or no longer what was taken in; facts: `sha256`."""

    code = "E_BUNDLE_ALTERED"


class NothingToUndo(AcademyError):
    """There is no staff import left that could be taken back."""

    code = "E_STAFF_NOTHING"


class RegisterNoDriver(AcademyError):
    """The register lies on a server, and the library for it is not installed; facts: none."""

    code = "E_REGISTER_DRIVER"


class RegisterServer(AcademyError):
    """The server of the register refused or is gone; facts: `detail`."""

    code = "E_REGISTER_SERVER"
