"""How far the chapters and the exams are, as rows."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.screens.my_training.next_step import questions_text, section_title, time_limit
from desktop.screens.my_training.state import ChapterPart, Milestone, Stage
from desktop.widgets.values import RowValue, Tone
from desktop.words import mark, pick, tr, trn
from desktop.words.clock import datetime_text, length_text, minutes_text
from desktop.words.numbers import percent_text
from exams import ChapterProgress, ExamOffer, Obstacle, Section, SectionProgress, SectionState, SittingLine, Training

_SECTION_LOOKS = {
    SectionState.UNREAD: ("book", mark("Unread"), Tone.NEUTRAL),
    SectionState.STARTED: ("half", mark("Begun"), Tone.INFO),
    SectionState.READ: ("good", mark("Read"), Tone.GOOD),
}
_FINAL_LOOKS = {
    Obstacle.NONE: (mark("Open to you"), Tone.GOOD, mark("The proctor tells you the code.")),
    Obstacle.NO_SESSION: (mark("Not open yet"), Tone.NEUTRAL, mark("The proctor opens it on this PC.")),
    Obstacle.QUIZZES_MISSING: (
        mark("Locked"),
        Tone.NEUTRAL,
        mark("Opens once the quiz of every chapter is passed."),
    ),
    Obstacle.WEAK_CHAPTERS: (mark("Locked"), Tone.NEUTRAL, mark("Opens once your weak chapters are passed again.")),
    Obstacle.TRIES_USED: (mark("No try left"), Tone.WARN, mark("A new cycle follows; practise meanwhile.")),
    Obstacle.TOO_SOON: (mark("Later"), Tone.WARN, mark("Possible again from {when}.")),
    Obstacle.ALREADY_PASSED: (mark("Passed"), Tone.GOOD, mark("Nothing more to do here.")),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the page is drawn from besides the progress itself."""

    sections: Mapping[str, Section]
    quizzes: Mapping[int, ExamOffer]
    mock: ExamOffer
    final: ExamOffer
    history: tuple[SittingLine, ...]


def chapter_part(chapter: ChapterProgress, facts: Facts, *, foldable: bool, unfolded: bool) -> ChapterPart:
    """A chapter with its sections and its quiz."""
    read, total = _read(chapter), len(chapter.sections)
    sections = tuple(_section_row(one, facts.sections[one.section], chapter.locked) for one in chapter.sections)
    progress = [tr("{read} of {total} sections read").format(read=read, total=total)]
    left = sum(facts.sections[one.section].minutes for one in chapter.sections if one.state is not SectionState.READ)
    if left:
        progress.append(tr("about {minutes} left").format(minutes=length_text(left)))
    title = tr("Chapter {n}").format(n=chapter.chapter)
    return ChapterPart(
        key=str(chapter.chapter),
        title=f"{title}  {pick(chapter.titles)}",
        percent=read * 100 // max(1, total),
        progress=" · ".join(progress),
        rows=(*sections, _quiz_row(chapter, facts.quizzes[chapter.chapter])) if unfolded else (),
        note=tr("Opens once the quiz of the chapter before is passed.") if chapter.locked else "",
        foldable=foldable,
        unfolded=unfolded,
    )


def exam_rows(facts: Facts) -> tuple[RowValue, ...]:
    """The mock and the final."""
    return _mock_row(facts), _final_row(facts.final, handed_in=any(line.state == "submitted" for line in facts.history))


def way(training: Training, facts: Facts) -> tuple[Milestone, ...]:
    """The milestones up to the certificate; the first undone one is where the person stands."""
    chapters = training.chapters
    read, sections = sum(map(_read, chapters)), sum(len(one.sections) for one in chapters)
    passed = sum(one.quiz_passed for one in chapters)
    mocks = any(line.kind == "mock" and line.percent is not None for line in facts.history)
    final = facts.final.obstacle is Obstacle.ALREADY_PASSED
    done = (
        (read == sections, tr("Read every section"), _share(read, sections)),
        (passed == len(chapters), _quiz_milestone(len(chapters)), _quiz_detail(passed, len(chapters))),
        (mocks, tr("Rehearse with a mock exam"), ""),
        (final, tr("Pass the final exam"), "" if final else _to_pass(facts.final)),
    )
    here = next((place for place, one in enumerate(done) if not one[0]), len(done))
    return tuple(
        Milestone(Stage.DONE if reached else Stage.NOW if place == here else Stage.LATER, text, detail)
        for place, (reached, text, detail) in enumerate(done)
    )


def time_text(training: Training) -> str:
    """Honest minutes: those spent reading, and, until the certificate is there, those the rest is likely to take."""
    spent = sum(one.seconds for chapter in training.chapters for one in chapter.sections) // 60
    parts = []
    if spent:
        parts.append(tr("{minutes} read so far").format(minutes=length_text(spent)))
    if training.minutes_left and not training.certificate:
        parts.append(tr("about {minutes} left to read").format(minutes=length_text(training.minutes_left)))
    elif not training.minutes_left:
        parts.append(tr("everything is read"))
    return " · ".join(parts)


def _read(chapter: ChapterProgress) -> int:
    return sum(one.state is SectionState.READ for one in chapter.sections)


def _section_row(progress: SectionProgress, section: Section, locked: bool) -> RowValue:
    icon, badge, tone = _SECTION_LOOKS[progress.state]
    parts = [minutes_text(section.minutes)]
    if progress.checks_total:
        parts.append(_checks_text(progress))
    return RowValue(
        key=section.id,
        title=section_title(section),
        subtitle=" · ".join(parts),
        icon="lock" if locked else icon,
        badge=tr(badge),
        tone=tone,
        enabled=not locked,
    )


def _checks_text(progress: SectionProgress) -> str:
    if progress.state is SectionState.UNREAD and not progress.checks_right:
        return trn("{n} self-check", "{n} self-checks", progress.checks_total)
    text = tr("self-checks right: {right} of {total}")
    return text.format(right=progress.checks_right, total=progress.checks_total)


def _quiz_row(chapter: ChapterProgress, offer: ExamOffer) -> RowValue:
    parts = (questions_text(offer), time_limit(offer), _to_pass(offer))
    badge, tone = _best_badge(chapter.quiz_best, passed=chapter.quiz_passed)
    return RowValue(
        key=f"quiz-{chapter.chapter}",
        title=pick(offer.titles),
        subtitle=" · ".join(parts),
        icon="lock" if chapter.locked else "quiz",
        badge=badge,
        tone=tone,
        enabled=not chapter.locked,
    )


def _mock_row(facts: Facts) -> RowValue:
    offer = facts.mock
    mocks = [line for line in facts.history if line.kind == "mock" and line.percent is not None]
    best = max((line.percent for line in mocks if line.percent is not None), default=None)
    badge, tone = _best_badge(best, passed=any(line.passed for line in mocks))
    parts = (questions_text(offer), time_limit(offer), _to_pass(offer))
    return RowValue("mock", pick(offer.titles), " · ".join(parts), icon="target", badge=badge, tone=tone)


def _final_row(offer: ExamOffer, *, handed_in: bool) -> RowValue:
    badge, tone, reason = _FINAL_LOOKS[offer.obstacle]
    if handed_in:
        badge, tone, reason = mark("Handed in"), Tone.INFO, mark("Your answers are saved; it waits for its grade.")
    elif offer.open_sitting:
        badge, tone, reason = mark("Not finished"), Tone.INFO, mark("Go on where you were")
    when = datetime_text(offer.next_try_wt) if offer.next_try_wt else ""
    subtitle = f"{questions_text(offer)} · {time_limit(offer)} · {_to_pass(offer)}\n{tr(reason).format(when=when)}"
    icon = "lock" if offer.obstacle is Obstacle.QUIZZES_MISSING else "exam"
    return RowValue("final", pick(offer.titles), subtitle, icon=icon, badge=tr(badge), tone=tone)


def _to_pass(offer: ExamOffer) -> str:
    return tr("{percent} to pass").format(percent=percent_text(offer.pass_percent))


def _best_badge(best: int | None, *, passed: bool) -> tuple[str, Tone]:
    if best is None:
        return tr("Not tried yet"), Tone.NEUTRAL
    text = tr("Passed, best {percent}") if passed else tr("Best {percent}")
    return text.format(percent=percent_text(best)), Tone.GOOD if passed else Tone.WARN


def _quiz_milestone(chapters: int) -> str:
    return trn("Pass the chapter quiz", "Pass the chapter quizzes", chapters)


def _quiz_detail(passed: int, chapters: int) -> str:
    return _share(passed, chapters) if chapters > 1 else ""


def _share(done: int, total: int) -> str:
    return tr("{done} of {total}").format(done=done, total=total)
