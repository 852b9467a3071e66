"""A sitting told step by step for a dispute: what stood before the person after each line. Pure: the app's own replay.

What is shown here must end where grading began: `disagreements` says where it does not.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from exams.bundles.grading_checks import result_of
from exams.bundles.handover_checks import whole_lines
from exams.bundles.sitting_checks import answers_findings
from exams.bundles.story import Step, Story, told
from exams.bundles.truth import FormBook
from exams.bundles.verdict import Code, Finding
from exams.errors import AcademyError
from exams.grading.marks import Result
from exams.journal.line import Event, Record
from exams.sittings.errors import SittingUnreadable
from exams.sittings.sitting import Sitting
from exams.timing.gaps import Gap

_SPOILT = (ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError, AcademyError)
_INCIDENT_FACTS = ("group", "text", "by")


class Moved(NamedTuple):
    """One step: the line, the sitting after it, the exam time it took in milliseconds, and the gaps it made known.

    `about` are the line's own facts, empty where its body is erased or says nothing to a sitting; `lang` is the
    language of the question on the screen, empty where nothing tells it.
    """

    number: int  # from 1
    record: Record
    sitting: Sitting
    gone_ms: int = 0
    gaps: tuple[Gap, ...] = ()
    about: Mapping[str, Any] = {}
    lang: str = ""

    @property
    def event(self) -> str:
        """The type of its line."""
        return self.record.line.type

    @property
    def wt(self) -> int:
        """When, by the PC's wall clock."""
        return self.record.line.wt

    @property
    def position(self) -> int:
        """The question that was on the screen."""
        return self.sitting.position

    @property
    def given_ms(self) -> int:
        """Time that a proctor added or gave back in this step, as far as the rule allowed it."""
        return max(0, -self.gone_ms) if self.event == Event.RESUME else 0


@dataclass(frozen=True, slots=True)
class Retold:
    """A whole sitting in steps; `story` is the same as HR's checks read it."""

    story: Story
    steps: tuple[Moved, ...]

    @property
    def last(self) -> Sitting:
        """How it stands after the last line that could be told."""
        return self.steps[-1].sitting

    def first_of(self, position: int) -> int:
        """The step in which a question came on the screen first; 1 where it never did."""
        return next((one.number for one in self.steps if position in one.sitting.seen), 1)

    def last_of(self, position: int) -> int:
        """The step in which its answer was changed for the last time; where it never was, when it was seen."""
        of_it = [one.number for one in self.steps if one.event in _ANSWERS and one.about.get("position") == position]
        return of_it[-1] if of_it else self.first_of(position)


_TELLING = frozenset({Event.SHOW, Event.HIGHLIGHT})
_ANSWERS = frozenset({Event.ANSWER, Event.DRAFT})


def retell(records: Sequence[Record]) -> Retold:
    """All lines of one sitting, from whichever PCs they came; raises `SittingUnreadable` where it never began."""
    try:
        lines = whole_lines(records)
    except _SPOILT:
        lines = records
    if not lines:
        raise SittingUnreadable(seq=0)
    story = told(lines[0].line.att, lines)
    if story.begun is None:
        raise SittingUnreadable(seq=story.spoilt)
    steps = [Moved(1, story.start, story.begun, 0, story.begun.gaps, story.about)]
    for number, step in enumerate(story.steps, 2):
        steps.append(_moved(number, step, steps[-1]))
    end = story.sitting
    if end is not None and end.last != steps[-1].sitting.last:  # nothing but beats since the last step
        gone = end.elapsed_ms - steps[-1].sitting.elapsed_ms
        steps.append(Moved(len(steps) + 1, lines[-1], end, gone, lang=steps[-1].lang))
    return Retold(story, tuple(steps))


def _moved(number: int, step: Step, last: Moved) -> Moved:
    before, after, about = step.before, step.after, _about(step)
    gaps = after.gaps[len(before.gaps) :] if len(after.gaps) > len(before.gaps) else ()
    lang = _lang(step, about, last.lang if after.position == before.position else "")
    return Moved(number, step.record, after, after.elapsed_ms - before.elapsed_ms, gaps, about, lang)


def _lang(step: Step, about: Mapping[str, Any], last: str) -> str:
    """A line that shows a question tells its language, and so does one that highlights words in it."""
    told = about.get("lang") if step.record.line.type in _TELLING else None
    return told if isinstance(told, str) else "" if step.record.line.type == Event.SHOW else last


def _about(step: Step) -> Mapping[str, Any]:
    if step.told is not None:
        return step.told
    if step.record.line.type != Event.INCIDENT:
        return {}
    try:
        facts = step.record.facts()
    except _SPOILT:
        return {}
    return {name: str(facts[name]) for name in _INCIDENT_FACTS if name in facts}


def disagreements(retold: Retold, book: FormBook | None, kept: Result | None) -> Iterator[Finding]:
    """Where the steps do not end in the state that was graded; `kept` is the result that HR's register holds.

    `E_ATTEMPT_SHAPE` for a line that tells nothing, `E_ANSWERS` for other answers than were handed in,
    `E_SCORE_MISMATCH` for another result than these answers give; facts `told` and `score`, in milli-points.
    """
    story, last = retold.story, retold.last
    if story.spoilt:
        yield Finding(Code.SHAPE, story.spoilt, story.att, {"reason": "line"})
    yield from answers_findings(story)
    ours = result_of(story, book) if book is not None else last.result
    for result in (last.result, kept):
        if result is not None and result != ours:
            facts = {"told": result.score, "score": ours.score if ours else None}
            yield Finding(Code.SCORE, retold.steps[-1].record.line.seq, story.att, facts)
            return
