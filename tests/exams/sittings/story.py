"""Journal lines told one by one, as the app would write them, with a clock that is moved by hand."""

from exams.items.item import ItemType
from exams.journal.line import GENESIS, Event, Record, line_hash, make_body, make_line
from exams.papers.codec import paper_to_json
from exams.papers.paper import Paper, PaperItem
from exams.timing.story_clock import StoryClock

MINUTE = 60_000
LIMIT = 20 * MINUTE
ATT = "00112233445566aa"
NOON = 1_795_000_000_000


def a_place(position, kind, letters):
    return PaperItem(position, f"1.1-x{position}", 1, kind, 1, "remember", 1000, order=tuple(letters))


PAPER = Paper(
    "final",
    "S1",
    "T1001",
    "S1",
    1,
    (
        a_place(1, ItemType.SINGLE, "BADC"),
        a_place(2, ItemType.MULTIPLE, "ABCD"),
        a_place(3, ItemType.TRUEFALSE, ""),
        a_place(4, ItemType.NUMERICAL, ""),
        a_place(5, ItemType.BEST_WORST, "ABC"),
    ),
)


class Story:
    """Collects records; every one is stamped with where the clock stands."""

    def __init__(self, limit_ms=LIMIT, kind="final", **more):
        self.clock = StoryClock(NOON)
        self.records = []
        self.tell(
            Event.START,
            kind=kind,
            staff="T1001",
            session="S1",
            attempt=1,
            limit_ms=limit_ms,
            extra_ms=0,
            content="c0",
            paper=paper_to_json(PAPER),
            **more,
        )

    def tell(self, event, att=ATT, **facts):
        """One more line."""
        prev = line_hash(self.records[-1].raw) if self.records else GENESIS
        body = make_body(facts, bytes(16))
        line = make_line(len(self.records) + 1, prev, self.clock.now(), event, att, body)
        self.records.append(Record(line, line.encode(), body))
        return self

    def wait(self, ms=0, *, minutes=0):
        self.clock.forward(ms, minutes=minutes)
        return self
