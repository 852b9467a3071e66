"""What headquarters' desk refuses. Passphrases, codes and keys are never facts."""

from exams.errors import AcademyError


class HqExists(AcademyError):
    """There is a headquarters in this home already; its keys are never written over."""

    code = "E_HQ_EXISTS"


class NoHq(AcademyError):
    """No headquarters was set up in this home; facts `home`, and `reason` hr where HR has a register in it."""

    code = "E_NO_HQ"


class KeyNotHere(AcademyError):
    """The key file is not where it was put, or there is no such key; facts `name`, `path`."""

    code = "E_KEY_NOT_HERE"


class KeysMissing(AcademyError):
    """A role or the root would be left with fewer keys than it needs; facts `role`."""

    code = "E_KEYS_MISSING"


class VersionTaken(AcademyError):
    """A version is published once, and only upwards; facts `pack`, `version`, `newest`."""

    code = "E_PACK_VERSION"


class PackUnknown(AcademyError):
    """Headquarters never published it; facts `pack`."""

    code = "E_NO_PACK"


class SessionRefused(AcademyError):
    """A session that cannot be planned; facts `reason`: session, branch, form, window, taken."""

    code = "E_SESSION_PLAN"


class SessionUnknown(AcademyError):
    """Headquarters planned no such session; facts `session`."""

    code = "E_SESSION"


class AnchorNeeded(AcademyError):
    """The grading code is paid for with the branch's anchor: 10 characters; facts `reason`: missing, shape."""

    code = "E_ANCHOR"


class KeyStaysHere(AcademyError):
    """The pack is graded at headquarters only: no code opens an answer key; facts `session`."""

    code = "E_HQ_ONLY"


class NotRevocable(AcademyError):
    """Not the id of such a thing; facts `kind`, `id`."""

    code = "E_REVOKE_ID"


class FileNotWritten(AcademyError):
    """The file could not be written; facts `path`, `detail`."""

    code = "E_FILE_NOT_WRITTEN"


class HqLogBroken(AcademyError):
    """A line of the log was altered or taken out; nothing more is released; facts `seq`."""

    code = "E_HQ_LOG"


class RefreshRefused(AcademyError):
    """No newer copy of the folder here; facts `reason`: nothing, other (headquarters), older, fork, device."""

    code = "E_REFRESH"
