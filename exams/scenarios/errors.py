"""What a simulated call refuses."""

from exams.errors import AcademyError


class NotAReply(AcademyError):
    """The caller's line has no such reply; facts: `reply`."""

    code = "E_CALL_REPLY"


class CallIsOver(AcademyError):
    """The call has ended: nobody listens any more."""

    code = "E_CALL_OVER"


class CallGoesOn(AcademyError):
    """A note or a result is asked for while the caller is still on the line."""

    code = "E_CALL_GOES_ON"


class NoteMissing(AcademyError):
    """A result is asked for before the note."""

    code = "E_CALL_NOTE_MISSING"


class NoteNotOfThisCall(AcademyError):
    """The note names a field or a value that the form has not; facts: `field`, `value`."""

    code = "E_CALL_NOTE"


class ImpossibleTime(AcademyError):
    """A call cannot have lasted less than no time; facts: `seconds`."""

    code = "E_CALL_SECONDS"


class NoSuchCall(AcademyError):
    """The person has no such call, or it was ended; facts: `call`."""

    code = "E_CALL_UNKNOWN"


class CallStands(AcademyError):
    """The call is paused: nobody can be spoken to before it goes on."""

    code = "E_CALL_PAUSED"
