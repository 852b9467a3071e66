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


class BadWording(AcademyError):
    """A file of words cannot be printed from; facts `file`, `line`, `reason` (the fault), `key` and `told` if known."""

    code = "E_CERTIFICATE_WORDING"


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


class ForeignIssuer(AcademyError):
    """Signed, but not by a device that headquarters known here vouches for; facts `serial`, `branch` where claimed."""

    code = "E_UNKNOWN_ISSUER"


class WrongBranch(AcademyError):
    """A device signed for another branch than its own; facts `branch` (claimed), `device` (its own)."""

    code = "E_CERTIFICATE_BRANCH"


class KeyNotInForce(AcademyError):
    """The device might not sign on the day of issue; facts `serial`, `issued`."""

    code = "E_KEY_TERM"


class WithdrawnDevice(AcademyError):
    """Headquarters withdrew the device that signed; fact `serial`."""

    code = "E_REVOKED_DEVICE"


class BadList(AcademyError):
    """One of HR's lists does not hold; facts `kind`, `reason`: size, form, kind, signature, file, root (none here)."""

    code = "E_LIST"


class OlderList(AcademyError):
    """A list older than the one that is known, or of its number and other contents; facts `kind`, `found`, `known`."""

    code = "E_LIST_OLDER"


class ReplacesItself(AcademyError):
    """A certificate cannot take its own place; facts `number`, `successor`."""

    code = "E_REPLACES_ITSELF"


class NotTheFile(AcademyError):
    """A PDF is not the file that was issued; the class below says how."""

    code = "E_ALTERED"


class FileCut(NotTheFile):
    """The file ends before what was signed ends."""

    code = "E_PDF_CUT"


class FileAppended(NotTheFile):
    """Bytes follow what was signed."""

    code = "E_PDF_APPENDED"


class FileUpdated(NotTheFile):
    """Another revision follows what was signed: a note, a stamp, a changed page."""

    code = "E_PDF_UPDATED"


class FileSignedAgain(NotTheFile):
    """The file carries a second signature."""

    code = "E_PDF_SECOND_SIGNATURE"


class NoSignature(NotTheFile):
    """The file has no signature of ours."""

    code = "E_PDF_UNSIGNED"


class OtherToken(NotTheFile):
    """The code in the file is not one code, or is another device's than the signature."""

    code = "E_PDF_TOKEN"


class OtherCode(NotTheFile):
    """The code drawn on the page is not the one in the file; fact `codes` counts those that were seen."""

    code = "E_PAGE_CODE"


class OtherCredential(NotTheFile):
    """The credential attached to the file is not that of this certificate."""

    code = "E_CREDENTIAL"


class BadCredential(AcademyError):
    """An open credential does not hold; facts `reason`: size, form, did, issuer, multibase, cryptosuite, proof."""

    code = "E_CREDENTIAL_FORM"


class UnknownContext(BadCredential):
    """A credential names a vocabulary that does not lie here; fact `url`."""

    code = "E_CONTEXT"


class AuditTaken(AcademyError):
    """Something stands where an audit pack was to be made; fact `path`. Nothing there was touched."""

    code = "E_AUDIT_TAKEN"


class AuditUnsound(AcademyError):
    """An audit pack in which something was found answers nothing; fact `count`."""

    code = "E_AUDIT_UNSOUND"


class AuditDay(AcademyError):
    """A day outside the span of an audit pack, or a span that ends before it begins; facts `day`, `first`, `last`."""

    code = "E_AUDIT_DAY"


class AuditEdition(AcademyError):
    """HR keeps no copy of a pack that was sat on; facts `sha256`, `number` of a certificate."""

    code = "E_AUDIT_EDITION"


class AuditEmpty(AcademyError):
    """No certificate of these branches held on any day of the span; facts `first`, `last`."""

    code = "E_AUDIT_EMPTY"
