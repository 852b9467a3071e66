"""Why an exam waits for the proctor: what has happened, what is safe, what to do."""

from dataclasses import dataclass

from desktop.words.catalogue import mark, tr
from desktop.words.clock import minutes_text
from exams import Cause, Sitting, TimePolicy

MINUTE_MS = 60_000
_HAPPENED = {
    Cause.STOPPED: mark(
        "The program was closed or failed during your exam. After more than {grace} only the proctor can let you go on."
    ),
    Cause.SUSPEND: mark(
        "The computer slept during your exam. After more than {grace} only the proctor can let you go on."
    ),
    Cause.REBOOT: mark(
        "The power failed or the computer was restarted during your exam. Only the proctor can let you go on."
    ),
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """What stands in the place of the questions; `paused`: the proctor did it, and the time stands still."""

    title: str
    happened: str
    safe: str
    time: str
    advice: str
    paused: bool = False

    @property
    def text(self) -> str:
        """All of it, for those who listen."""
        return " ".join((self.happened, self.safe, self.time, self.advice))


@dataclass(frozen=True, slots=True)
class Stop:
    """Why a sitting waits, and what its time allows: the pause so far, and lost time that may be given back."""

    cause: Cause
    policy: TimePolicy
    reason: str = ""
    paused_ms: int = 0
    creditable_ms: int = 0


def waiting_of(sitting: Sitting) -> Waiting | None:
    """What a person reads while the sitting waits; None while it runs or has ended."""
    if sitting.stop is None:
        return None
    time = sitting.time
    return waiting_for(Stop(sitting.stop, time.policy, sitting.reason, time.paused_ms, sitting.creditable_ms))


def waiting_for(stop: Stop) -> Waiting:
    """The words for each cause."""
    safe = tr("Every answer you have given is saved on this PC.")
    if stop.cause is Cause.PAUSE:
        happened = tr("The proctor has paused your exam.")
        why = tr("Reason: {reason}").format(reason=stop.reason)
        advice = tr("There is nothing you need to do: the exam goes on by itself when the pause is over.")
        said = f"{happened}\n{why}" if stop.reason else happened
        return Waiting(tr("The exam is paused"), said, safe, _pause_text(stop), advice, paused=True)
    grace = minutes_text(stop.policy.grace_ms // MINUTE_MS)
    return Waiting(
        title=tr("Please call the proctor"),
        happened=tr(_HAPPENED[stop.cause]).format(grace=grace),
        safe=safe,
        time=_lost_text(stop),
        advice=tr("Raise your hand. When the proctor has let you go on, the exam goes on by itself."),
    )


def _pause_text(stop: Stop) -> str:
    """A pause stops the time only up to the policy's cap."""
    if stop.paused_ms < stop.policy.pause_ms:
        return tr("The clock stands still.")
    most = minutes_text(stop.policy.pause_ms // MINUTE_MS)
    return tr("The pause has been longer than {most}: the clock runs again.").format(most=most)


def _lost_text(stop: Stop) -> str:
    minutes = stop.creditable_ms // MINUTE_MS
    if stop.cause is not Cause.REBOOT or not minutes:
        return tr("The clock runs on.")
    text = tr("The clock runs on. Of the time lost, the proctor can give back up to {minutes}.")
    return text.format(minutes=minutes_text(minutes))
