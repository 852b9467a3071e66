"""What a proctor may do, and why time did not simply run, in words."""

from enum import StrEnum

from desktop.words.act_words import ActWords
from desktop.words.catalogue import mark, tr
from desktop.words.clock import minutes_text, spoken_clock
from desktop.words.room_acts import ROOM_ACTS
from desktop.words.sittings import state_text
from exams import Cause, Gap, Override, Sitting, SittingLine

MINUTE_MS = 60_000


class Act(StrEnum):
    """Everything on the proctor's screens that goes into the journal."""

    RESUME = "resume"
    PAUSE = "pause"
    CREDIT = "credit"
    EXTEND = "extend"
    FORCE = "force"
    VOID = "void"
    REOPEN = "reopen"
    PAUSE_ALL = "pause_all"
    RESUME_ALL = "resume_all"
    EXTEND_ALL = "extend_all"
    EXTRA = "extra"
    UNLOCK = "unlock"
    CLOCK = "clock"
    OPEN = "open"
    REHEARSE = "rehearse"
    UNSEAL = "unseal"
    GRADE = "grade"
    CLOSE = "close"
    INCIDENT_PERSON = "incident_person"
    INCIDENT_PC = "incident_pc"
    INCIDENT_ROOM = "incident_room"
    INCIDENT_CONTENT = "incident_content"
    PAPER = "paper"
    ASK_MINUTES = "ask_minutes"
    PHONE_MINUTES = "phone_minutes"
    HAND_OVER = "hand_over"
    HAND_OVER_AGAIN = "hand_over_again"


_BACK = (mark("The power was cut"), mark("The computer restarted"), mark("The program had closed"))
_LATE = (mark("A fault of the equipment cost time"), mark("The room was disturbed"))
_ROOM = (mark("Fire alarm or drill"), mark("Power or equipment fails in the room"))

_ACTS = {
    Act.RESUME: ActWords(
        mark("Let the exam go on"),
        mark("The paper opens again at the question where it was left, with every answer. The clock runs."),
        mark("The exam of {name} goes on."),
        (*_BACK, mark("The break is over")),
    ),
    Act.PAUSE: ActWords(
        mark("Pause the exam"),
        mark("The clock stands still and the paper is hidden until you let the exam go on."),
        mark("The exam of {name} is paused."),
        (mark("Feels unwell"), mark("The equipment fails"), mark("Has to leave the room for a moment")),
    ),
    Act.CREDIT: ActWords(
        mark("Give lost time back"),
        mark("Time that a restart has cost comes back to this exam."),
        mark("{name} has the time back."),
        _BACK[:2],
    ),
    Act.EXTEND: ActWords(
        mark("Add minutes"),
        mark("The exam ends later by these minutes; nobody else's does."),
        mark("{name} has more time."),
        _LATE,
    ),
    Act.FORCE: ActWords(
        mark("Hand in for the person"),
        mark("The exam ends now and is graded with the answers saved so far."),
        mark("The exam of {name} is handed in."),
        (mark("Has left the room"), mark("Cannot go on"), mark("Has broken the rules of the room")),
    ),
    Act.VOID: ActWords(
        mark("Declare void"),
        mark("The exam counts no more and uses up no try. This cannot be taken back."),
        mark("The exam of {name} is void."),
        (mark("Another person sat here"), mark("Cheating was found"), mark("The equipment failed for good")),
    ),
    Act.REOPEN: ActWords(
        mark("Open again"),
        mark("The exam goes on with its answers, with the time that was left and the minutes added here."),
        mark("The exam of {name} is open again."),
        (mark("Handed in by mistake"), mark("Time ran out during a fault")),
    ),
    Act.PAUSE_ALL: ActWords(
        mark("Pause all"),
        mark("The clock of everybody who sits stands still, and the papers are hidden."),
        mark("All exams are paused."),
        (*_ROOM, mark("A break for everybody")),
    ),
    Act.RESUME_ALL: ActWords(
        mark("Let all go on"),
        mark("Everybody who waits goes on where they were, also those who wait after a restart."),
        mark("All exams go on."),
        (mark("The alarm is over"), mark("The power is back"), mark("The break is over")),
    ),
    Act.EXTEND_ALL: ActWords(
        mark("Add minutes for all"),
        mark("Everybody who sits now gets these minutes: all of them, or nobody."),
        mark("Everybody has more time."),
        _LATE,
    ),
    Act.EXTRA: ActWords(
        mark("Extra time before the start"),
        mark("The next exam this person begins in this session is longer by these minutes. 0 takes it back."),
        mark("The extra time is noted."),
        (mark("Needs it for reasons of access"), mark("Agreed with headquarters")),
    ),
    Act.UNLOCK: ActWords(
        mark("Note a talk with the coach"),
        mark("Who has used all tries of the final may sit it again after a talk with the coach: it is noted here."),
        mark("The talk is noted."),
        (mark("The coach has talked with the person"), mark("Agreed with headquarters")),
    ),
    Act.CLOCK: ActWords(
        mark("Confirm the clock"),
        mark("Exams may begin again although earlier records bear a later time. Compare with a telephone first."),
        mark("The clock is confirmed."),
        (mark("Compared with a telephone"), mark("The clock was ahead before and has been set right")),
    ),
    Act.OPEN: ActWords(
        mark("Open a session"),
        mark("Final exams may begin in it, with a code that is shown once, on the next page."),
        mark("The session is open."),
    ),
    Act.UNSEAL: ActWords(
        mark("Unlock the exam again"),
        mark("Headquarters' code of this session opens the exam on this PC once more. What was answered stays."),
        mark("The exam of the session is unlocked again."),
    ),
    Act.GRADE: ActWords(
        mark("Enter the grading code"),
        mark("Everything handed in for this session is graded at once. Results and certificates stand on this PC."),
        mark("The exams of the session are graded."),
    ),
    Act.CLOSE: ActWords(
        mark("Close the session"),
        mark("Its code opens nothing any more, and no exam in it can be opened again. The report follows."),
        mark("The session is closed."),
    ),
    **{Act(name): words for name, words in ROOM_ACTS.items()},
}

_STOPS = {
    Cause.PAUSE.value: mark("Paused by you or another proctor"),
    Cause.STOPPED.value: mark("Waits for you: the program was closed"),
    Cause.SUSPEND.value: mark("Waits for you: the computer slept"),
    Cause.REBOOT.value: mark("Waits for you: the computer restarted"),
}

_CAUSES = {
    Cause.STOPPED: mark("Program closed"),
    Cause.SUSPEND: mark("Computer asleep"),
    Cause.REBOOT: mark("Restart or power cut"),
    Cause.AWAY: mark("Exam not on the screen"),
    Cause.CLOCK: mark("Clock turned"),
    Cause.PAUSE: mark("Paused by the proctor"),
}

_EVENTS = {
    "pause": mark("Paused"),
    "resume": mark("Let go on"),
    "extend": mark("Minutes added"),
    "reopen": mark("Opened again"),
    "void": mark("Declared void"),
    "submit": mark("Handed in by the proctor"),
    "handover": mark("Moved to another PC"),
}


def act_title(act: Act) -> str:
    """What an act is called, on its button and over its form."""
    return tr(_ACTS[act].title)


def act_does(act: Act) -> str:
    """What will happen."""
    return tr(_ACTS[act].does)


def act_done(act: Act, name: str = "") -> str:
    """What has happened."""
    return tr(_ACTS[act].done).format(name=name)


def ready_reasons(act: Act) -> tuple[str, ...]:
    """The reasons given most often."""
    return tuple(tr(reason) for reason in _ACTS[act].reasons)


def override_text(one: Override) -> str:
    """An override as lists name it, with the minutes it moved."""
    minutes = f" +{one.ms // MINUTE_MS}" if one.ms else ""
    return f"{tr(_EVENTS[one.event]) if one.event in _EVENTS else one.event}{minutes}"


def no_time_left(sitting: Sitting) -> str:
    """What letting it go on would mean; empty while some time is left."""
    if sitting.remaining_ms != 0:
        return ""
    return tr("No time is left: without minutes given back it is handed in at once.")


def standing_text(line: SittingLine) -> str:
    """Where a sitting stands, and for whom it waits."""
    stop = _STOPS.get(line.stop) if line.state == "paused" else None
    return tr(stop) if stop else state_text(line)


def cause_text(cause: Cause) -> str:
    """Why time did not simply run."""
    return tr(_CAUSES[cause])


def length_text(ms: int) -> str:
    """A length of time, to the second."""
    seconds = abs(ms) // 1000
    return minutes_text(seconds // 60) if seconds and seconds % 60 == 0 else spoken_clock(seconds)


def gap_text(gap: Gap) -> str:
    """How long a gap was, and how much of it was exam time."""
    if gap.cause is Cause.CLOCK:
        turned = tr("by {length} ahead; no exam time") if gap.ms > 0 else tr("by {length} back; no exam time")
        return turned.format(length=length_text(gap.ms))
    if gap.counted_ms == gap.ms:
        return tr("{length}, all of it exam time").format(length=length_text(gap.ms))
    if not gap.counted_ms:
        return tr("{length}, the clock stood still").format(length=length_text(gap.ms))
    told = tr("{length}, of it {counted} exam time")
    return told.format(length=length_text(gap.ms), counted=length_text(gap.counted_ms))


def joined(*sentences: str) -> str:
    """Sentences one after the other; Chinese needs no space after its full stop."""
    text = ""
    for sentence in filter(None, sentences):
        text += sentence if not text or text.endswith("。") else f" {sentence}"
    return text


def waits_for_proctor(line: SittingLine) -> bool:
    """True where nobody but the proctor can let it go on, and no proctor stopped it."""
    return line.state == "paused" and line.stop not in {"", Cause.PAUSE.value}
