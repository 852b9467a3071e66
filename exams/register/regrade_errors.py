"""What re-grading refuses, and what it finds wrong in a stored sitting."""

from exams.errors import AcademyError


class CorrectionRefused(AcademyError):
    """No such correction can be made.

    Facts `reason`: item (no pack here has this question), key (no answer of this question), same (it is the key
    already), numerical (its key is worked out; void it), policy (nothing changes, or out of range), exam (no pack here
    has this exam), words (no reason given).
    """

    code = "E_CORRECTION"


class ReleaseRefused(AcademyError):
    """A run of re-grading is not released, or not withdrawn.

    Facts `number`, and `reason`: unknown, done (released or withdrawn before), same (who proposed it), older (another
    run was released meanwhile), by_hand (a person has changed one of its results meanwhile), altered (its list is not
    the one that was proposed).
    """

    code = "E_REGRADE_RELEASE"


class StoredResultAltered(AcademyError):
    """The register tells another result of a sitting than its sealed answers give."""

    code = "E_RESULT_ALTERED"


class SittingNotWhole(AcademyError):
    """Lines of a sitting are missing in the kept bundles, or tell no answers that were handed in."""

    code = "E_SITTING_LINES"


class PackNotKept(AcademyError):
    """The pack that a sitting was graded by is not kept here; facts: `content`."""

    code = "E_PACK_NOT_KEPT"


class DecidedByHand(AcademyError):
    """A person has decided about this result, on appeal or by hand; no run changes it."""

    code = "E_DECIDED_BY_HAND"


class OriginalsChanged(AcademyError):
    """Something that was read for a run changed while it was worked out; nothing of it is used."""

    code = "E_ORIGINALS_CHANGED"
