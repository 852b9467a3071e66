"""A certificate in words: what it says, and where it stands by HR's lists."""

from certificates import Certificate, Status, renew_from
from desktop.widgets.values import Fact, NoticeValue, Tone
from desktop.words import pick, tr
from desktop.words.clock import day_text
from desktop.words.numbers import percent_text
from desktop.words.verdicts import status_text

_RENEWED = frozenset({Status.VALID, Status.PROVISIONAL, Status.EXPIRED})
_TONES = {Status.EXPIRED: Tone.WARN, Status.SUPERSEDED: Tone.WARN, Status.REVOKED: Tone.BAD}


def standing_badge(certificate: Certificate, status: Status) -> tuple[str, Tone] | None:
    """The word and its tone; nothing for a demonstration's, which nobody confirms."""
    if status is Status.VALID:
        return tr("confirmed by HR"), Tone.GOOD
    if status is Status.PROVISIONAL:
        return (status_text(status), Tone.WARN) if certificate.facts.provisional else None
    return status_text(status), _TONES[status]


def other_text(number: str, numbers: tuple[str, ...]) -> str:
    """What the button says that leads to `number`; `numbers` are all of the sitting, the one that counts last."""
    if len(numbers) < 2:
        return ""
    return tr("Show the one that counts") if number == numbers[-1] else tr("Show the replaced one")


def awaited_notice(successor: str, numbers: tuple[str, ...]) -> NoticeValue | None:
    """Where HR's lists name a later one that has not reached this PC."""
    if not successor or successor in numbers:
        return None
    told = tr("HR has issued another one in its place, which has not reached this PC yet.")
    how = tr("It lies beside HR's receipt on the stick, in the folder certificates: {number}.pdf")
    return NoticeValue(Tone.WARN, told, detail=how.format(number=successor))


def certificate_facts(certificate: Certificate, status: Status, successor: str, replaces: str = "") -> tuple[Fact, ...]:
    """What the page says, when it runs out and from when on it may be renewed."""
    told = certificate.facts
    score = tr("{score}, to pass {needed}")
    return (
        Fact(tr("Course"), pick(told.course_titles)),
        Fact(tr("Staff ID"), told.staff_id),
        Fact(tr("Score"), score.format(score=percent_text(told.score), needed=percent_text(told.pass_percent))),
        Fact(tr("Issued"), day_text(certificate.issued)),
        Fact(tr("Valid until"), day_text(certificate.valid_until)),
        *((Fact(tr("To be renewed from"), day_text(renew_from(certificate))),) if status in _RENEWED else ()),
        *((Fact(tr("Replaced by"), successor),) if successor else ()),
        *((Fact(tr("In the place of"), replaces),) if replaces else ()),
        Fact(tr("Issued by"), pick(told.branch_names)),
        Fact("SHA-256", _short(certificate.sha256)),
    )


def _short(digest: str) -> str:
    """The first 12 digits of a SHA-256 in fours: enough to compare by eye."""
    return " ".join(digest[start : start + 4] for start in range(0, 12, 4)) + " …"
