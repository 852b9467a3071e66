"""A sitting in the words of the staff's lists."""

from desktop.words.catalogue import mark, tr
from desktop.words.numbers import percent_text
from exams import Role, SittingLine

_STATES = {
    "open": mark("Sitting now"),
    "paused": mark("Paused"),
    "submitted": mark("Handed in"),
    "graded": mark("Graded"),
    "void": mark("Void"),
    "moved": mark("Goes on at another PC"),
}
_ROLES = {Role.TRAINEE: mark("Trainee"), Role.PROCTOR: mark("Proctor"), Role.HR: mark("HR")}
_ABSENT = "–"


def state_text(line: SittingLine) -> str:
    """Where a sitting stands."""
    return tr(_STATES[line.state])


def result_text(line: SittingLine) -> str:
    """Score and verdict of a graded sitting; a dash before."""
    if line.percent is None:
        return _ABSENT
    verdict = tr("Passed") if line.passed else tr("Not passed")
    return f"{percent_text(line.percent)} · {verdict}"


def progress_text(line: SittingLine) -> str:
    """How many questions have an answer."""
    return f"{line.answered} / {line.items}"


def certificate_text(line: SittingLine) -> str:
    """The number of the certificate; a dash where there is none."""
    return line.certificate or _ABSENT


def role_text(role: Role) -> str:
    """What a person is here."""
    return tr(_ROLES[role])
