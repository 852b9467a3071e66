"""The clocks of consecutive lines: the boot clock never runs back, and a wall clock that was turned shows."""

from collections.abc import Container, Iterable, Iterator

from exams.bundles.verdict import Code, Finding
from exams.journal.line import Record
from exams.timing.clock import Moment, Reading
from exams.timing.elapsed import JUMP_MS, wall_jump

_CONFIRMED = b'"confirmed"'


def clock_findings(records: Iterable[Record], before: Moment | None) -> Iterator[Finding]:
    """`E_TIME_NEGATIVE` inside one boot, `W_CLOCK_BACK` across two, `W_CLOCK_JUMP` where wall and boot clock part."""
    last: Reading | None = before  # a line reads like its moment, and making one of each takes long
    for record in records:
        line = record.line
        if last is not None:
            gone = line.bt - last.bt
            # As `_fault` asks it, which is a call and takes most of the time: this is asked of every line.
            if last.boot != line.boot or gone < 0 or not -JUMP_MS <= line.wt - last.wt - gone <= JUMP_MS:
                code = _fault(last, line)
                if code is not None:
                    yield Finding(code, line.seq, line.att)
        last = line


def _fault(before: Reading, now: Reading) -> Code | None:
    if before.boot != now.boot:
        return Code.CLOCK_BACK if now.wt < before.wt else None
    if now.bt < before.bt:
        return Code.TIME_NEGATIVE
    return Code.CLOCK_JUMP if abs(wall_jump(before, now)) > JUMP_MS else None


def floors(records: Iterable[Record], floor_wt: int, events: Container[str]) -> Iterator[tuple[Record, int]]:
    """Each line of these types with the earliest it can have been.

    That is the latest wall clock before it since a proctor confirmed one; `floor_wt` is that before all of them.
    """
    for record in records:
        line = record.line
        if line.type in events:
            yield record, floor_wt
        if line.wt > floor_wt or (record.body and _CONFIRMED in record.body):
            floor_wt = line.wt


def floor_after(records: Iterable[Record], floor_wt: int) -> int:
    """The same for the line that comes after all of them."""
    for record in records:
        wt = record.line.wt
        if wt > floor_wt or (record.body and _CONFIRMED in record.body):
            floor_wt = wt
    return floor_wt
