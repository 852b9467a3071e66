"""One whole sitting of the full form, read back from its journal lines."""

from collections.abc import Sequence

from exams.grading.answers import correct_response
from exams.grading.grade import grade
from exams.grading.policy import GradingPolicy
from exams.items.response import response_json
from exams.journal.line import GENESIS, Event, Record, line_hash, make_body, make_line, read_line
from exams.papers.codec import paper_to_json
from exams.papers.paper import Paper
from exams.sittings.codec import result_to_json
from exams.sittings.replay import replay
from exams.sittings.sitting import State
from exams.timing.story_clock import StoryClock
from tests.benchmarks.measure import Measured, median_ms, seconds_of
from tests.exams.grading.places import a_form, a_paper

ITEMS = 70
MINUTES = 60
BEAT_MS = 15_000
ALLOWED_MS = 20.0


def replaying(rounds: int) -> Measured:
    """From stored bytes to the graded sitting: what resuming costs beside the disk."""
    rows = a_sitting()
    sitting = read(rows)
    if sitting.state is not State.GRADED or len(sitting.answers) != ITEMS:
        raise AssertionError(sitting.state)
    times = [seconds_of(lambda: read(rows)) for _ in range(rounds + 1)][1:]
    note = f"{len(rows)} lines of {MINUTES} minutes"
    name = f"sitting of {ITEMS} items replayed"
    return Measured(name, median_ms(times), rounds, "the time allowed", ALLOWED_MS, limit=1.0, note=note)


def read(rows):
    """As the app reads it."""
    return replay(Record(read_line(raw), raw, body) for raw, body in rows)


def a_sitting() -> Sequence[tuple[bytes, bytes]]:
    """Every place shown, flagged and answered, every second one twice, a heartbeat whenever 15 s have gone."""
    paper, keys, items = a_paper(*a_form(ITEMS))
    book = _Lines(paper)
    answers = {place.position: correct_response(items[place.item], keys[place.item], place) for place in paper.items}
    for place in paper.items:
        facts = {"position": place.position, "item": place.item, "value": response_json(answers[place.position])}
        book.tell(Event.SHOW, position=place.position)
        book.tell(Event.ANSWER, **facts)
        book.tell(Event.FLAG, position=place.position, on=place.position % 3 == 0)
        if place.position % 2:
            book.tell(Event.ANSWER, **facts)
        book.wait(MINUTES * 60_000 // ITEMS - 1000)
    book.tell(Event.SUBMIT, cause="hand", answers="0" * 64)
    result = grade(paper, keys, items, answers, GradingPolicy(pass_percent=80, red_line_needed=6))
    book.tell(Event.GRADED, result=result_to_json(result))
    return book.rows


class _Lines:
    def __init__(self, paper: Paper) -> None:
        self.rows: list[tuple[bytes, bytes]] = []
        self._clock = StoryClock(1_795_000_000_000)
        limit = MINUTES * 60_000
        start = {"kind": "final", "staff": paper.staff_id, "session": "S1", "attempt": 1, "content": "c0"}
        self.tell(Event.START, **start, limit_ms=limit, extra_ms=0, paper=paper_to_json(paper))

    def tell(self, event: Event, **facts: object) -> None:
        prev = line_hash(self.rows[-1][0]) if self.rows else GENESIS
        body = make_body(facts, bytes(16))
        line = make_line(len(self.rows) + 1, prev, self._clock.now(), event, "00112233445566aa", body)
        self.rows.append((line.encode(), body))

    def wait(self, ms: int) -> None:
        for _ in range(ms // BEAT_MS):
            self._clock.forward(BEAT_MS)
            self.tell(Event.HEARTBEAT)
        self._clock.forward(ms % BEAT_MS)
