"""What the app writes down on its own account when it looks at a sitting again."""

from exams.journal.line import Event
from exams.sittings.sitting import Sitting
from exams.timing.clock import Moment
from exams.timing.elapsed import JUMP_MS, plain_ms, step, wall_jump
from exams.timing.gaps import AWAY_MS, Cause

HEARTBEAT_MS = 15_000

Sighting = tuple[Event, dict[str, object]]


def sightings(sitting: Sitting, now: Moment, *, unwatched: bool) -> list[Sighting]:
    """The lines that are due; `unwatched`: this process sees the sitting for the first time. None without a limit."""
    if sitting.has_ended or not sitting.limit_ms:
        return []
    if not unwatched and plain_ms(sitting.last, now, AWAY_MS) is not None:
        return []
    found: list[Sighting] = []
    rebooted = sitting.last.boot != now.boot
    if rebooted or (unwatched and sitting.stop is not Cause.PAUSE):
        found.append((Event.RESUME, {"by": "", "cause": Cause.REBOOT if rebooted else Cause.STOPPED}))
    slept = step(sitting.last, now).slept_ms
    if slept:
        found.append((Event.SUSPEND, {"ms": slept}))
    turned = wall_jump(sitting.last, now)
    if abs(turned) > JUMP_MS:
        found.append((Event.TIME_JUMP, {"ms": turned}))
    return found
