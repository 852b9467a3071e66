"""The clocks of consecutive lines: the boot clock never runs back, and a wall clock that was turned shows."""

from collections.abc import Iterable, Iterator

from exams.bundles.verdict import Code, Finding
from exams.journal.line import Record
from exams.timing.clock import Moment, Reading
from exams.timing.elapsed import JUMP_MS, plain_ms, wall_jump

_EVER = 1 << 64


def clock_findings(records: Iterable[Record], before: Moment | None) -> Iterator[Finding]:
    """`E_TIME_NEGATIVE` inside one boot, `W_CLOCK_BACK` across two, `W_CLOCK_JUMP` where wall and boot clock part."""
    last: Reading | None = before  # a line reads like its moment, and making one of each takes long
    for record in records:
        line = record.line
        if last is not None and plain_ms(last, line, _EVER) is None:
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


def floors(records: Iterable[Record], floor_wt: int) -> Iterator[int]:
    """For each line the earliest it can have been: the latest wall clock before it since a proctor confirmed one."""
    for record in records:
        yield floor_wt
        wt, body = record.line.wt, record.body
        if wt > floor_wt or (body and b'"confirmed"' in body):
            floor_wt = wt
