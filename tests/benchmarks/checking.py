"""The check of a long journal: every line read strictly, every link and every body hashed."""

from exams.journal.check import Row, check_chain
from exams.journal.line import GENESIS, Event, line_hash, make_body, make_line
from exams.timing.story_clock import StoryClock
from tests.benchmarks.measure import Measured, median_ms, seconds_of

RECORDS = 100_000
ALLOWED_MS = 1000.0


def checking(rounds: int) -> Measured:
    """From stored rows to the verdict, without the disk."""
    rows = a_journal(RECORDS)
    times = [seconds_of(lambda: _whole(rows)) for _ in range(rounds + 1)][1:]
    ours = median_ms(times)
    note = f"{RECORDS / ours * 1000:,.0f} records/s"
    return Measured(f"{RECORDS:,} records checked", ours, rounds, "the time allowed", ALLOWED_MS, limit=1.0, note=note)


def a_journal(count: int) -> list[Row]:
    """Answers of one long day, chained."""
    clock, rows, prev = StoryClock(1_795_000_000_000), [], GENESIS
    for seq in range(1, count + 1):
        clock.forward(800)
        body = make_body({"position": seq % 70 + 1, "item": "2.7-s12", "value": "B"}, seq.to_bytes(16, "big"))
        raw = make_line(seq, prev, clock.now(), Event.ANSWER, "00112233445566aa", body).encode()
        rows.append((seq, raw, body))
        prev = line_hash(raw)
    return rows


def _whole(rows: list[Row]) -> None:
    found = next(check_chain(rows), None)
    if found is not None:
        raise AssertionError(found)
