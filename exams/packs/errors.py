"""What packs refuse. The text of a code and the bytes of a key are never among the facts."""

from exams.errors import AcademyError


class CodeTypo(AcademyError):
    """Not a code as HQ gives them out: wrong length or check character. Nothing was tried, no attempt counts."""

    code = "E_CODE_TYPO"


class CodeWrong(AcademyError):
    """A whole code, and not the one this slot was made for."""

    code = "E_CODE_WRONG"


class SlotSpoilt(AcademyError):
    """A slot of another pack, session, branch, form or purpose, or one that HQ cannot have written; fact `reason`."""

    code = "E_SLOT"


class KdfRefused(AcademyError):
    """A slot asks for more or less work than the design allows; facts `memory_kib`, `passes`, `lanes`."""

    code = "E_KDF_PARAMS"


class BlobSpoilt(AcademyError):
    """Not what was sealed under this key for this place: another key, another context, or a changed byte."""

    code = "E_DECRYPT"
