"""What replay, appeals and marking by hand refuse."""

from exams.errors import AcademyError


class SittingUnknown(AcademyError):
    """No such sitting was collected; facts: `sitting`."""

    code = "E_SITTING_UNKNOWN"


class AppealLate(AcademyError):
    """It came after the last day for it; facts: `received`, `last_day`, days in ISO form."""

    code = "E_APPEAL_LATE"


class AppealRefused(AcademyError):
    """It cannot be entered; facts `reason`: name, person, item, words, day, result, twice."""

    code = "E_APPEAL"


class AppealUnknown(AcademyError):
    """No appeal has this number; facts: `number`."""

    code = "E_APPEAL_UNKNOWN"


class AppealDecided(AcademyError):
    """It was decided before, and stays so; facts: `number`, `by`."""

    code = "E_APPEAL_DECIDED"


class DecisionRefused(AcademyError):
    """It cannot be decided so; facts `reason`: name, same (who entered it), own (whose it is), points, words, pack."""

    code = "E_APPEAL_DECISION"


class MarkingRefused(AcademyError):
    """No marks are taken; facts `reason`: same (has marked it before), own, points, done, unknown, name."""

    code = "E_MARKING"


class ResultsReleaseRefused(AcademyError):
    """Held results stay held; facts `session` and `reason`: alone (nobody has proposed it), same (its proposer
    releases), proposed (somebody has, `who`), nobody (nameless), held (the rule cannot ask for fewer while some are).
    """

    code = "E_RESULTS_RELEASE"


class BadDisputeRule(AcademyError):
    """A rule out of its range; facts: `name`, `least`, `most`."""

    code = "E_DISPUTE_RULE"
