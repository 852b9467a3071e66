"""What signing in and entering people refuse."""

from exams.errors import AcademyError


class SignInRefused(AcademyError):
    """Unknown id or wrong PIN, never which; `wait_seconds` until the next try counts."""

    code = "E_SIGN_IN"


class SignInWait(AcademyError):
    """Too soon after failures; `wait_seconds` are left. The PIN was not looked at."""

    code = "E_SIGN_IN_WAIT"


class SignInLocked(AcademyError):
    """Ten failures: only a reset opens it again."""

    code = "E_SIGN_IN_LOCKED"


class BadStaffId(AcademyError):
    """Not 4 to 16 of A-Z and 0-9."""

    code = "E_STAFF_ID"


class BadName(AcademyError):
    """Empty, too long, or with an invisible or direction-changing character; facts name it."""

    code = "E_NAME"


class NameWithoutGlyph(AcademyError):
    """No font of ours draws a character of the name; facts `char` and `codepoint`."""

    code = "E_NAME_GLYPH"


class WeakPin(AcademyError):
    """Too short, repeated, a run, a date, common, or part of the staff id."""

    code = "E_WEAK_PIN"


class WeakPassphrase(AcademyError):
    """Under 10 characters, or easy to guess; facts `reason`: short, easy."""

    code = "E_WEAK_PASSPHRASE"


class RoleRefused(AcademyError):
    """The role certificate gives no role here; facts `reason`: branch, key (not the one that was
    asked for), pending (headquarters has not answered), and the `staff_id`.
    """

    code = "E_ROLE_CERTIFICATE"


class ResetRefused(AcademyError):
    """The answer does not reset this PIN; facts `reason`: typo, code (wrong), none (nothing was asked), late,
    spent (used, or five wrong codes), other (answers another question), role (no trainee), desk (none is
    known here), device (not enrolled).
    """

    code = "E_RESET"


class StartCodeRefused(AcademyError):
    """The start code begins nothing here; facts `reason`: typo, code (wrong or over), spent (five wrong ones), absent
    (the person is not checked in, or no code was shown).
    """

    code = "E_START_CODE"


class OverrideRefused(AcademyError):
    """Headquarters' answer adds no minutes here; facts `reason`: typo, code (wrong), none (nothing was asked), late,
    spent (used, or five wrong codes), minutes (none, or above `most_minutes`), desk (none is known here), device.
    """

    code = "E_OVERRIDE"


class KnownPerson(AcademyError):
    """The staff id is taken."""

    code = "E_KNOWN_PERSON"
