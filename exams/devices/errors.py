"""What can be wrong with a device's request, its record and its checkpoints."""

from exams.errors import AcademyError


class NoPossession(AcademyError):
    """Whoever wrote the request does not hold the key it names, or the request was changed."""

    code = "E_POP"


class RequestRefused(AcademyError):
    """No device is enrolled so; facts `reason`: branch, label, window, serial, fingerprint, taken (another branch)."""

    code = "E_REQUEST"


class ForeignRecord(AcademyError):
    """The record is another device's, or answers another request; facts `reason`: nonce, keys, branch, serial."""

    code = "E_DEVICE"


class PersonRecordRefused(AcademyError):
    """A person's record cannot travel so; facts `reason`: unenrolled (this PC), staff, role."""

    code = "E_PERSON_RECORD"


class HandoverRefused(AcademyError):
    """A sitting does not change its PC so; facts `reason`.

    self (asked by this very PC), moved (handed to another one before), sealed (its answers are put away), other (meant
    for another PC), nonce (this PC has not asked), known (the sitting or another one of its person is here), locked,
    content (another course).
    """

    code = "E_HANDOVER"
