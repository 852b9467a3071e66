"""The clocks of consecutive lines: the boot clock never runs back, and a wall clock that was turned shows."""

from collections.abc import Iterable, Iterator

from exams.bundles.verdict import Code, Finding
from exams.journal.line import Record
from exams.timing.clock import Moment
from exams.timing.elapsed import JUMP_MS, plain_ms, wall_jump

_EVER = 1 << 64


def clock_findings(records: Iterable[Record], before: Moment | None) -> Iterator[Finding]:
    """`E_TIME_NEGATIVE` inside one boot, `W_CLOCK_BACK` across two, `W_CLOCK_JUMP` where wall and boot clock part."""
    for record in records:
        now = record.line.moment
        if before is not None and plain_ms(before, now, _EVER) is None:
            code = _fault(before, now)
            if code is not None:
                yield Finding(code, record.line.seq, record.line.att)
        before = now


def _fault(before: Moment, now: Moment) -> Code | None:
    if before.boot != now.boot:
        return Code.CLOCK_BACK if now.wt < before.wt else None
    if now.bt < before.bt:
        return Code.TIME_NEGATIVE
    return Code.CLOCK_JUMP if abs(wall_jump(before, now)) > JUMP_MS else None


def floors(records: Iterable[Record], floor_wt: int) -> Iterator[int]:
    """For each line the earliest it can have been: the latest wall clock before it since a proctor confirmed one."""
    for record in records:
        yield floor_wt
        confirmed = b'"confirmed"' in (record.body or b"")
        floor_wt = record.line.wt if confirmed else max(floor_wt, record.line.wt)
