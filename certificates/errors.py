"""What certificates refuse: codes and facts, no sentences."""

from exams import AcademyError


class NotPassed(AcademyError):
    """Only a graded, passed final gives a certificate; facts `sitting`, `kind`, `state`, `passed`."""

    code = "E_NOT_PASSED"


class MissingGlyph(AcademyError):
    """No font of ours draws a character; facts `char`, `codepoint`, `text`. Nothing was drawn or stored."""

    code = "E_MISSING_GLYPH"


class TextTooLong(AcademyError):
    """A text fits its place on the page at no readable size; facts `field`, `text`."""

    code = "E_TEXT_TOO_LONG"


class BadNumber(AcademyError):
    """Not a certificate number, or its check character is wrong; fact `number`."""

    code = "E_CERTIFICATE_NUMBER"


class NumbersUsedUp(AcademyError):
    """A branch has issued 999,999 certificates in one year; facts `branch`, `year`."""

    code = "E_NUMBERS_USED_UP"


class UnknownCertificate(AcademyError):
    """The register has no certificate of that number or sitting; facts `number` or `sitting`."""

    code = "E_NO_CERTIFICATE"


class RegisterDamaged(AcademyError):
    """The register cannot be read, or a stored PDF is no longer what was stored; facts `path` or `number`."""

    code = "E_REGISTER_DAMAGED"


class NewerRegister(AcademyError):
    """A newer release wrote this register; fact `steps` names what is not known here."""

    code = "E_REGISTER_NEWER"


class CannotWrite(AcademyError):
    """A file could not be written; facts `path`, `reason`."""

    code = "E_CERTIFICATE_WRITE"


class BadToken(AcademyError):
    """A printed code does not read as one of ours."""

    code = "E_TOKEN"
