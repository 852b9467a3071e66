"""Why the file of a pack is not taken: its container, its names, its files, its fitness for this program."""

from exams.errors import AcademyError


class BadContainer(AcademyError):
    """Not the one kind of ZIP that packs are, or cut short; facts: `detail`."""

    code = "E_ZIP"


class BadPath(AcademyError):
    """A member's name that some system would read as another place or another file; facts: `path`."""

    code = "E_PATH"


class WrongFiles(AcademyError):
    """The container holds more, fewer or other files than the manifest names; facts: `path`."""

    code = "E_FILESET"


class WrongHash(AcademyError):
    """A file of the pack is not the one whose hash was signed; facts: `path`."""

    code = "E_HASH"


class NeedsNewerApp(AcademyError):
    """The pack asks for a newer program; facts: `needed`, `here`."""

    code = "E_MIN_APP"


class NotYet(AcademyError):
    """The pack is for a later day; facts: `not_before`."""

    code = "E_NOT_YET"


class SourceUnreadable(AcademyError):
    """The stick or folder stopped answering, or the file changed while it was copied; facts: `path`, `detail`."""

    code = "E_PACK_READ"


class PackNotWritten(AcademyError):
    """The disk did not take the pack; facts: `path`, `detail`, and `reason` = "full" where the disk is full."""

    code = "E_PACK_WRITE"
