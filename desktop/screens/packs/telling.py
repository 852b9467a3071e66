"""Packs, sessions and withdrawals in words."""

from desktop.widgets.values import Fact
from desktop.words import mark, pick, tr
from desktop.words.clock import date_text, datetime_text
from desktop.words.study_rules import rules_text
from exams import Arrival, FileKind, PackView, Revocations, SessionPlan, StudyRules

_KINDS = {
    FileKind.ROOT: mark("List of headquarters' keys"),
    FileKind.REVOCATION: mark("List of withdrawals"),
    FileKind.DEVICE: mark("Enrolment of this PC"),
    FileKind.PACK: mark("Course pack"),
    FileKind.SLOTS: mark("Sessions of the exam"),
    FileKind.ROLE: mark("Role of a person"),
    FileKind.RESET: mark("Key of headquarters' reset desk"),
    FileKind.RECEIPT: mark("Receipt from HR"),
    FileKind.STUDY_RULES: mark("HR's rules of learning"),
    FileKind.LIST: mark("HR's list of certificates"),
    FileKind.CERTIFICATE: mark("Certificate that HR issued"),
    FileKind.PROGRAM: mark("Newer program, runs from the next start on"),
}
MOST_NAMED = 5


def kind_text(arrival: Arrival) -> str:
    """What a file is, with what it calls itself where it was taken in."""
    if arrival.kind is None:
        return tr("Unknown file")
    kind = tr(_KINDS[arrival.kind])
    return f"{kind} · {arrival.taken.name}" if arrival.taken else kind


def pack_facts(pack: PackView) -> tuple[Fact, ...]:
    """The course and the pack that brought it."""
    course = (Fact(tr("Course"), pick(pack.titles)), Fact(tr("Edition of the course"), pack.course))
    return (
        *(course if pack.course else ()),
        Fact(tr("Course pack"), pack.name),
        Fact(tr("Published"), date_text(pack.issued_wt)),
        Fact(tr("Valid until"), date_text(pack.expires_wt)),
    )


def rules_facts(rules: StudyRules | None) -> tuple[Fact, ...]:
    """How people learn here by HR's word; nothing where nobody can tell."""
    return () if rules is None else (Fact(tr("Rules of learning"), rules_text(rules)),)


def session_facts(plans: tuple[SessionPlan, ...], now_wt: int) -> tuple[Fact, ...]:
    """Sessions whose time is not over, with their windows."""
    window = tr("{begin} to {end}")
    return tuple(
        Fact(
            plan.session,
            window.format(begin=datetime_text(plan.not_before_wt), end=datetime_text(plan.not_after_wt)),
        )
        for plan in plans
        if plan.not_after_wt > now_wt
    )


def withdrawal_facts(withdrawn: Revocations) -> tuple[Fact, ...]:
    """What the last list of withdrawals names."""
    kinds = {
        tr("Course packs"): withdrawn.packs,
        tr("Sessions"): withdrawn.sessions,
        tr("Devices"): withdrawn.devices,
        tr("Role certificates"): withdrawn.roles,
    }
    return tuple(Fact(kind, _named(names)) for kind, names in kinds.items() if names)


def _named(names: frozenset[str]) -> str:
    shown = sorted(names)
    more = len(shown) - MOST_NAMED
    listed = tr(", ").join(shown[:MOST_NAMED])
    return tr("{listed} and {n} more").format(listed=listed, n=more) if more > 0 else listed
