"""A trainee's desk from memory: a paper with one question of each type, the real rules for what may be answered."""

from dataclasses import replace

from desktop.screens.take_exam.contract import Exits
from desktop.screens.take_exam.presenter import TakeExamPresenter
from exams import Cause, Moment, Question, Sitting, State
from exams.items.errors import BadNumber
from exams.items.item import ItemType
from exams.items.response import parse_response
from exams.sittings import rules
from exams.sittings.aids import Comment, CommentKind, merged_spans, spans_without
from exams.sittings.sitting import Kind
from exams.store.errors import DiskFull
from tests.exams.sittings.story import LIMIT, NOON, PAPER

SINGLE, MULTIPLE, TRUEFALSE, NUMERICAL, PAIR = range(1, 6)
TITLES = {"zh": "结业考试", "en": "Final examination"}


def changed(sitting, **changes):
    """The same sitting but for these fields."""
    return Sitting(**{name: getattr(sitting, name) for name in Sitting.__annotations__} | changes)


def a_sitting(**changes):
    """A sitting that has just begun."""
    start = Moment("story-1", 60_000, 60_000, NOON)
    begun = Sitting("00112233445566aa", Kind.FINAL, "T1001", "S1", 1, PAPER, State.OPEN, LIMIT, 0, NOON, start)
    return changed(begun, **changes)


class Desk:
    """Keeps one sitting; `broken` is what the disk says to every write."""

    def __init__(self, **changes):
        self.sitting = a_sitting(**changes)
        self.broken = None
        self.written, self.langs = [], []
        self.aids = Aids(self)

    def question(self, _sitting_id, position):
        place = PAPER.at(position)
        options = {
            "zh": tuple((letter, f"选项 {letter}") for letter in place.order),
            "en": tuple((letter, f"option {letter}") for letter in place.order),
        }
        stems = {"zh": f"题干 {position}", "en": f"Stem {position}"}
        return Question(position, place.type, place.points, stems, options, "%" if position == NUMERICAL else "")

    def show(self, _sitting_id, position, lang=""):
        self.langs.append(lang)
        seen = self.sitting.seen | {position}
        return self.write("show", position, None, position=position, seen=seen)

    def answer(self, _sitting_id, position, value):
        place = PAPER.at(position)
        response = parse_response(place.type, place.order, value)
        return self.write("answer", position, value, answers={**self.sitting.answers, position: response})

    def draft(self, sitting_id, position, value):
        try:
            drafts = {place: text for place, text in self.sitting.drafts.items() if place != position}
            self.answer(sitting_id, position, value)
            self.sitting = changed(self.sitting, drafts=drafts)
        except BadNumber:
            left = {place: given for place, given in self.sitting.answers.items() if place != position}
            self.write("draft", position, value, answers=left, drafts={**self.sitting.drafts, position: value})
        return self.sitting

    def clear(self, _sitting_id, position):
        answers, drafts = (
            {place: given for place, given in there.items() if place != position}
            for there in (self.sitting.answers, self.sitting.drafts)
        )
        return self.write("clear", position, None, answers=answers, drafts=drafts)

    def flag(self, _sitting_id, position, on):
        flags = self.sitting.flags | {position} if on else self.sitting.flags - {position}
        return self.write("flag", position, on, flags=frozenset(flags))

    def refresh(self, _sitting_id):
        if self.broken:
            raise self.broken
        if self.sitting.is_open and self.sitting.remaining_ms == 0:
            self.sitting = changed(self.sitting, state=State.GRADED)
        return self.sitting

    def focus(self, _sitting_id, lost):
        if self.broken:
            raise self.broken
        self.written.append(("focus", 0, "lost" if lost else "back"))
        return self.sitting

    def hand_in(self, _sitting_id):
        return self.write("hand_in", 0, None, state=State.GRADED)

    def leave(self, seconds):
        """So much time is left from now on."""
        self.sitting = changed(self.sitting, elapsed_ms=LIMIT - seconds * 1000)

    def pause(self, reason=""):
        """The proctor pauses the sitting."""
        self.stop(Cause.PAUSE, reason=reason)

    def stop(self, cause, reason="", **time):
        """From now on the sitting waits for the proctor."""
        record = replace(self.sitting.time, stop=cause, stopped_at=self.sitting.last, **time)
        self.sitting = changed(self.sitting, state=State.PAUSED, time=record, reason=reason)

    def resume(self, credit_ms=0):
        """The proctor lets it go on."""
        record = replace(self.sitting.time, stop=None, stopped_at=None, credited_ms=credit_ms)
        self.sitting = changed(self.sitting, state=State.OPEN, time=record)

    def fill_disk(self):
        """From now on nothing can be written."""
        self.broken = DiskFull()

    def answers_written(self):
        """Every answer that was saved, with its place."""
        return [(place, value) for what, place, value in self.written if what == "answer"]

    def write(self, what, place, value, **changes):
        rules.require_open(self.sitting)
        if self.broken:
            raise self.broken
        self.written.append((what, place, value))
        self.sitting = changed(self.sitting, **changes)
        return self.sitting


class Aids:
    """Keeps the marks and notes of the desk's one sitting."""

    def __init__(self, desk):
        self._desk = desk

    def strike(self, _sitting_id, position, letters):
        strikes = {**self._desk.sitting.strikes, position: frozenset(letters)}
        return self._desk.write("strike", position, sorted(letters), strikes=strikes)

    def highlight(self, _sitting_id, position, lang, span):
        return self._spans(position, lang, merged_spans([*self._held(position, lang), span]))

    def unhighlight(self, _sitting_id, position, lang, at):
        return self._spans(position, lang, spans_without(self._held(position, lang), at))

    def comment(self, _sitting_id, position, kind, text):
        comments = {**self._desk.sitting.comments, position: Comment(CommentKind(kind), text)}
        return self._desk.write("comment", position, (kind, text), comments=comments)

    def scratch(self, _sitting_id, text):
        return self._desk.write("scratch", 0, text, scratch=text)

    def _held(self, position, lang):
        return self._desk.sitting.highlights.get((position, lang), ())

    def _spans(self, position, lang, spans):
        highlights = {**self._desk.sitting.highlights, (position, lang): spans}
        return self._desk.write("highlight", position, spans, highlights=highlights)


class Screen:
    """Remembers what it was told to show."""

    def __init__(self):
        self.states = []
        self.seconds = []

    @property
    def state(self):
        return self.states[-1]

    def show_state(self, state):
        self.states.append(state)

    def show_seconds(self, seconds, part=None):
        self.seconds.append(seconds)
        self.part_seconds = part


class Exam:
    """A presenter with its desk and screen, and all the places it led to."""

    def __init__(self, position=SINGLE, drafts=None, on_disk=(), **changes):
        self.desk = Desk(position=position, drafts=dict(on_disk), **changes)
        self.screen = Screen()
        self.told = []
        exits = Exits(
            summary=lambda: self.told.append("summary"),
            over=lambda: self.told.append("over"),
            failed=lambda error: self.told.append(error.code),
        )
        self.presenter = TakeExamPresenter(self.desk, self.desk.sitting, TITLES, exits, drafts)
        self.presenter.attach(self.screen)
        self.presenter.show()

    @property
    def state(self):
        return self.screen.state


assert [place.type for place in PAPER.items] == [
    ItemType.SINGLE,
    ItemType.MULTIPLE,
    ItemType.TRUEFALSE,
    ItemType.NUMERICAL,
    ItemType.BEST_WORST,
]
