"""What can be wrong with bytes, signatures, keys and the trust they stand on."""

from exams.errors import AcademyError


class NotStrict(AcademyError):
    """No JSON as we write it, or not of the shape asked for; facts: `detail`."""

    code = "E_JSON"


class TooLarge(AcademyError):
    """More bytes than are read of such a thing; facts: `most`."""

    code = "E_SIZE"


class WrongType(AcademyError):
    """An envelope of another purpose; facts: `expected`, `found`."""

    code = "E_TYPE"


class BadSignature(AcademyError):
    """Too few good signatures of the keys asked for; facts: `good`, `needed`."""

    code = "E_SIG"


class RolledBack(AcademyError):
    """Older than what was seen, or the same version with other contents; facts: `found`, `known`."""

    code = "E_ROLLBACK"


class Expired(AcademyError):
    """Its time is over; facts: `reason` (root, pack), `expires` as written in files."""

    code = "E_EXPIRED"


class Revoked(AcademyError):
    """Headquarters has withdrawn it; facts: `kind`, `id`."""

    code = "E_REVOKED"


class RootVersion(AcademyError):
    """Not the root that follows the one in force; facts: `found`, `expected`."""

    code = "E_ROOT_VERSION"


class WeakRoot(AcademyError):
    """A root with too few keys, too low a threshold, or one key in two roles; facts: `role`."""

    code = "E_WEAK_ROOT"


class UnknownSuite(AcademyError):
    """The root names algorithms this program does not have; facts: `suite`."""

    code = "E_SUITE"


class CannotOpen(AcademyError):
    """Sealed to another key, for another context, or changed."""

    code = "E_UNSEAL"


class KeyFileSpoilt(AcademyError):
    """A key file that is none, was changed, or asks for work out of range; facts: `detail`."""

    code = "E_KEY_FILE"


class WrongPassphrase(AcademyError):
    """It does not open the key file; facts `reason` is `short` where a new one has too few characters."""

    code = "E_PASSPHRASE"


class TrustSpoilt(AcademyError):
    """The trust folder of a home does not hold together; facts: `file`, `detail`."""

    code = "E_TRUST"
