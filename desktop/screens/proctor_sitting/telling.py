"""One exam told to the proctor: what its state means, its figures, its gaps, and what may be done now."""

from desktop.screens.proctor_sitting.state import Figure
from desktop.widgets.values import Fact, RowValue, Tone
from desktop.words import tr
from desktop.words.clock import clock_text, minutes_text, time_text
from desktop.words.numbers import percent_text
from desktop.words.overrides import Act, act_does, act_title, cause_text, gap_text, joined, no_time_left, override_text
from desktop.words.sittings import progress_text
from exams import Cause, Kind, Override, Sitting, SittingLine

MINUTE_MS = 60_000
_ICONS = {
    Act.RESUME: "play",
    Act.PAUSE: "pause",
    Act.CREDIT: "refresh",
    Act.EXTEND: "plus",
    Act.FORCE: "check",
    Act.VOID: "cross",
    Act.REOPEN: "play",
    Act.ASK_MINUTES: "headset",
    Act.INCIDENT_PERSON: "note",
    Act.HAND_OVER: "arrow_right",
    Act.HAND_OVER_AGAIN: "save",
}


def meaning_of(line: SittingLine, sitting: Sitting) -> str:
    """What the state means and what to do."""
    if sitting.stop is not None:
        return _meaning_of_stop(sitting.stop, sitting)
    if line.state == "open":
        return tr("Nothing to do. The time left goes down by the second.")
    if line.state == "void":
        return _with_reason(tr("It counts no more, and no try is used."), sitting.reason)
    if line.state == "moved":
        return _with_reason(tr("It goes on at the PC that took it over; nothing can be changed here."), sitting.reason)
    if line.certificate:
        return tr("It is certified: a certificate is revoked by human resources, not here.")
    told = {
        "time": tr("It was handed in when the time was over."),
        "forced": tr("A proctor has handed it in."),
    }.get(sitting.cause, tr("Its person has handed it in."))
    return _with_reason(told, sitting.reason if sitting.cause == "forced" else "")


def figures_of(line: SittingLine, sitting: Sitting) -> tuple[Figure, ...]:
    """The numbers one decides by; of an exam that has ended, its result."""
    if sitting.has_ended:
        return (
            _result(line),
            Figure(progress_text(line), tr("answered")),
            Figure(clock_text(sitting.elapsed_ms // 1000), tr("time used")),
        )
    left = "–" if line.remaining_ms is None else clock_text(line.remaining_ms // 1000)
    return (
        Figure(left, tr("time left")),
        Figure(progress_text(line), tr("answered")),
        Figure(clock_text(line.creditable_ms // 1000), tr("can still be given back")),
        Figure(clock_text(line.extendable_ms // 1000), tr("can still be added")),
    )


def _result(line: SittingLine) -> Figure:
    if line.percent is None:
        return Figure("–", tr("result"))
    verdict = tr("Passed") if line.passed else tr("Not passed")
    return Figure(percent_text(line.percent), verdict, Tone.GOOD if line.passed else Tone.BAD)


def gaps_of(sitting: Sitting) -> tuple[Fact, ...]:
    """Every disturbance of its time, with the hour it began."""
    return tuple(Fact(f"{time_text(gap.began_wt)}  {cause_text(gap.cause)}", gap_text(gap)) for gap in sitting.gaps)


def overrides_of(overrides: tuple[Override, ...]) -> tuple[Fact, ...]:
    """What proctors have done to it, with who and why."""
    return tuple(Fact(f"{time_text(one.wt)}  {override_text(one)}", f"{one.reason} ({one.by})") for one in overrides)


_ON_THE_DAY = frozenset({Act.ASK_MINUTES, Act.HAND_OVER})
"""What needs headquarters, or another PC of the same session: a rehearsal has neither."""


def acts_of(line: SittingLine, sitting: Sitting, *, in_open_session: bool) -> tuple[RowValue, ...]:
    """What may be done now, the likeliest first."""
    if line.state in {"open", "paused"}:
        possible = [act for act in _while_running(sitting) if not (line.kind == Kind.REHEARSAL and act in _ON_THE_DAY)]
    else:
        possible = _afterwards(line, sitting, in_open_session=in_open_session)
    return tuple(_row(act) for act in possible)


def _while_running(sitting: Sitting) -> list[Act]:
    waits = sitting.stop is not None
    asked = {
        Act.RESUME: waits,
        Act.PAUSE: sitting.stop is not Cause.PAUSE,
        Act.CREDIT: not waits and sitting.creditable_ms > 0,
        Act.EXTEND: sitting.extendable_ms >= MINUTE_MS,
        Act.ASK_MINUTES: sitting.limit_ms > 0,
        Act.INCIDENT_PERSON: True,
        Act.HAND_OVER: True,
        Act.FORCE: True,
        Act.VOID: True,
    }
    return [act for act, possible in asked.items() if possible]


def _afterwards(line: SittingLine, sitting: Sitting, *, in_open_session: bool) -> list[Act]:
    if line.state == "moved":
        return [Act.HAND_OVER_AGAIN] if in_open_session else []
    if line.state == "void" or line.certificate:
        return []
    by_mistake = sitting.cause in {"time", "forced"} and in_open_session
    return [Act.REOPEN, Act.VOID] if by_mistake else [Act.VOID]


def _row(act: Act) -> RowValue:
    tone = Tone.BAD if act in {Act.FORCE, Act.VOID} else Tone.NEUTRAL
    return RowValue(act.value, act_title(act), act_does(act), _ICONS[act], tone=tone)


def _meaning_of_stop(stop: Cause, sitting: Sitting) -> str:
    policy = sitting.time.policy
    if stop is Cause.PAUSE:
        most = minutes_text(policy.pause_ms // MINUTE_MS)
        return _with_reason(
            tr("The clock stands still, for at most {length} in all.").format(length=most), sitting.reason
        )
    if stop is Cause.REBOOT:
        most = minutes_text(policy.credit_ms // MINUTE_MS)
        told = tr("The clock runs on. What the restart has cost you may give back, at most {length} in all.")
        return joined(told.format(length=most), no_time_left(sitting))
    least = minutes_text(policy.grace_ms // MINUTE_MS)
    told = tr("The exam was away for more than {length}. The clock runs on; nothing of this time is given back.")
    return told.format(length=least)


def _with_reason(told: str, reason: str) -> str:
    return joined(told, tr("Reason: {reason}").format(reason=reason) if reason else "")
