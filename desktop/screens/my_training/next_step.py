"""The words of the one thing to do next."""

from dataclasses import dataclass

from desktop.screens.my_training.state import NextCard
from desktop.words import mark, pick, tr, trn
from desktop.words.clock import datetime_text, minutes_text
from desktop.words.numbers import percent_text
from exams import ExamOffer, Obstacle, Section, SectionProgress, SectionState, SittingLine, State

KIND_NAMES = {
    "final": mark("Final exam"),
    "rehearsal": mark("Rehearsal"),
    "mock": mark("Mock exam"),
    "quiz": mark("Chapter quiz"),
}

_WAITING = {
    Obstacle.NONE: (mark("The final exam is open to you"), "", mark("To the exam")),
    Obstacle.NO_SESSION: (
        mark("You are ready for the final exam"),
        mark("The proctor opens it on this PC on the day of the exam. Until then you can read its terms."),
        mark("See the terms of the exam"),
    ),
    Obstacle.QUIZZES_MISSING: (
        mark("A quiz is still missing"),
        mark("The final exam opens once the quiz of every chapter is passed."),
        mark("See the terms of the exam"),
    ),
    Obstacle.WEAK_CHAPTERS: (
        mark("Weak chapters first"),
        mark("After a failed final the quizzes of your weak chapters are to be passed again."),
        mark("See the terms of the exam"),
    ),
    Obstacle.TRIES_USED: (
        mark("All tries of the final exam are used"),
        mark("Go through the weak chapters with your coach; {when}"),
        mark("Practise with a mock exam"),
    ),
    Obstacle.TOO_SOON: (
        mark("Time to practise"),
        mark("You may sit the final exam again from {when}. A mock exam shows what is still missing."),
        mark("Practise with a mock exam"),
    ),
    Obstacle.ALREADY_PASSED: (
        mark("You have passed the final exam"),
        mark("Your certificate is made when you open your result."),
        mark("See your result"),
    ),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A section to read, and how far one is."""

    section: Section
    progress: SectionProgress
    first: bool


def reading_card(reading: Reading) -> NextCard:
    """Begin a section, or read on."""
    section, started = reading.section, reading.progress.state is SectionState.STARTED
    parts = [tr("About {minutes}").format(minutes=minutes_text(section.minutes))]
    if section.checks:
        parts.append(trn("{n} self-check", "{n} self-checks", len(section.checks)))
    if started:
        parts.append(tr("you go on where you stopped"))
    overline = tr("Begin here") if reading.first else tr("Next: read")
    return NextCard(
        overline=tr("Go on reading") if started else overline,
        title=section_title(section),
        text=" · ".join(parts),
        action=tr("Read on") if started else tr("Start reading"),
    )


def quiz_card(offer: ExamOffer, best: int | None) -> NextCard:
    """The quiz that ends a chapter."""
    parts = [questions_text(offer), tr("every answer explained afterwards")]
    if best is not None:
        text = tr("best so far {best}, {needed} needed")
        parts.append(text.format(best=percent_text(best), needed=percent_text(offer.pass_percent)))
    action = tr("To the quiz") if best is None else tr("Try the quiz again")
    return NextCard(tr("Next: check what you know"), pick(offer.titles), " · ".join(parts), action)


def mock_card(offer: ExamOffer) -> NextCard:
    """The rehearsal before the final."""
    parts = (questions_text(offer), time_limit(offer), tr("as in the final, but nothing counts"))
    return NextCard(tr("Next: rehearse"), pick(offer.titles), " · ".join(parts), tr("To the mock exam"))


def resume_card(line: SittingLine | None) -> NextCard:
    """An unfinished sitting goes before everything else."""
    if line is None:
        return NextCard(tr("Not finished"), tr("Exam"), "", tr("Go on where you were"))
    if line.state == State.SUBMITTED.value:
        text = tr("Your answers are saved. The result is here once it is graded.")
        return NextCard(tr("Handed in"), tr(KIND_NAMES[line.kind]), text, tr("See how it stands"))
    done = tr("{answered} of {total} answered").format(answered=line.answered, total=line.items)
    paused = line.stop == "pause"
    rest = tr("the proctor has paused it; the clock stands") if paused else tr("every answer is saved")
    return NextCard(tr("Not finished"), tr(KIND_NAMES[line.kind]), f"{done} · {rest}", tr("Go on where you were"))


def exam_card(offer: ExamOffer) -> NextCard:
    """The final, or what stands in its way."""
    title, text, action = (tr(words) for words in _WAITING[offer.obstacle])
    if offer.obstacle is Obstacle.NONE:
        to_pass = tr("{percent} to pass").format(percent=percent_text(offer.pass_percent))
        text = " · ".join((questions_text(offer), time_limit(offer), to_pass, tr("the proctor tells you the code")))
        return NextCard(tr("Next: the final exam"), title, text, action)
    passed = offer.obstacle is Obstacle.ALREADY_PASSED
    return NextCard(tr("Done") if passed else tr("What now"), title, text.format(when=_when(offer)), action)


def certificate_card(number: str) -> NextCard:
    """The end of the way."""
    text = tr("Certificate {number}").format(number=number)
    return NextCard(tr("Done"), tr("You have passed. Well done!"), text, tr("See your certificate"))


def questions_text(offer: ExamOffer) -> str:
    """How many questions."""
    return trn("{n} question", "{n} questions", offer.items)


def time_limit(offer: ExamOffer) -> str:
    """How long it may take."""
    return minutes_text(offer.minutes) if offer.minutes else tr("No time limit")


def section_title(section: Section) -> str:
    """Number and title."""
    title = pick({lang: text.title for lang, text in section.texts.items()})
    return f"{section.id}  {title}"


def _when(offer: ExamOffer) -> str:
    if offer.next_try_wt:
        when = datetime_text(offer.next_try_wt)
        return tr("a new cycle begins {when}.").format(when=when) if _is_cycle(offer) else when
    return tr("a new cycle follows.")


def _is_cycle(offer: ExamOffer) -> bool:
    return offer.obstacle is Obstacle.TRIES_USED
