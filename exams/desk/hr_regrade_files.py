"""Before and after of a run as files: a workbook or JSON for HR, a table for each branch whom it concerns."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from exams.desk.hq_home import put_file
from exams.desk.hr_regrade_story import RunStory
from exams.interop.sheets.write_files import csv_lines, workbook
from exams.register.correcting import correction_json
from exams.register.regrading import Figure, Regraded, Unreadable

COLUMNS = (
    "branch", "staff_id", "name", "sitting", "before_points", "before_max", "before_percent", "before_passed",
    "after_points", "after_max", "after_percent", "after_passed", "counts_percent", "counts_passed", "change",
    "certificate", "consequence", "code", "file",
)  # fmt: skip
_WIDTHS = {"staff_id": 12, "name": 16, "certificate": 26, "file": 40, "code": 22}
_NOTICE = (
    "staff_id", "name", "sitting", "before_percent", "before_passed", "counts_percent", "counts_passed", "certificate",
    "consequence",
)  # fmt: skip


def write_list(story: RunStory, kind: str, out: Path) -> int:
    """`kind`: xlsx or json; gives how many sittings it names."""
    if kind == "json":
        put_file(out, json.dumps(document(story), ensure_ascii=False, indent=1).encode())
    else:
        put_file(out, workbook(_table(story), f"regrade {story.run.number}", _WIDTHS))
    return len(story.rows) + len(story.faults)


def write_notices(story: RunStory, folder: Path) -> tuple[Path, ...]:
    """One table for each branch in a folder of its name, beside its receipts: who changes, and what follows."""
    told = (one for one in story.rows if one.changes or one.is_open)
    return tuple(
        put_file(folder / branch / f"regraded-{story.run.number}.csv", _csv(story, its))
        for branch, its in groupby(told, lambda one: one.branch)
    )


def document(story: RunStory) -> dict[str, Any]:
    """The whole run as plain values."""
    run, tally = story.run, story.tally
    return {
        "run": run.number,
        "course": run.course,
        "correction": correction_json(run.correction),
        "reason": run.reason,
        "outcomes": run.rule.outcomes.value,
        "certificates": run.rule.certificates.value,
        "state": run.state.value,
        "proposed_by": run.proposed_by,
        "decided_by": run.decided_by,
        "originals": run.originals,
        "waiting": run.waiting,
        "sittings": tally.sittings,
        "changed": tally.changed,
        "changes": {turn.value: count for turn, count in tally.turns.items()},
        "consequences": {what.value: count for what, count in tally.consequences.items()},
        "rows": [_row(one, story.names) for one in story.rows],
        "unreadable": [_fault(one) for one in story.faults],
    }


def _row(one: Regraded, names: dict[str, str]) -> dict[str, Any]:
    return {
        "sitting": one.sitting,
        "staff_id": one.staff_id,
        "name": names.get(one.staff_id, ""),
        "branch": one.branch,
        "before": _figure(one.before),
        "after": _figure(one.after),
        "counts": _figure(one.counts),
        "change": one.turn.value,
        "consequence": one.consequence.value,
        "certificate": one.certificate,
        "settled": one.settled,
        "sha256": one.sha256,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    points = {"score": figure.score, "max_score": figure.max_score}
    return {**points, "percent": figure.percent, "passed": figure.passed}


def _fault(one: Unreadable) -> dict[str, str]:
    told = {"sitting": one.sitting, "staff_id": one.staff_id, "branch": one.branch}
    return {**told, "file": one.file, "code": one.code}


def _table(story: RunStory) -> Iterator[tuple[str, ...]]:
    yield COLUMNS
    for row in story.rows:
        cells = _cells(row, story.names)
        yield tuple(cells[name] for name in COLUMNS)
    for one in story.faults:
        cells = {**_fault(one), "name": story.names.get(one.staff_id, "")}
        yield tuple(cells.get(name, "") for name in COLUMNS)


def _cells(one: Regraded, names: dict[str, str]) -> dict[str, str]:
    figures = {
        f"{name}_{part}": text
        for name, figure in (("before", one.before), ("after", one.after), ("counts", one.counts))
        for part, text in _parts(figure)
    }
    return {
        **figures,
        "branch": one.branch,
        "staff_id": one.staff_id,
        "name": names.get(one.staff_id, ""),
        "sitting": one.sitting,
        "change": one.turn.value,
        "certificate": one.certificate,
        "consequence": one.consequence.value,
        "code": "",
        "file": "",
    }


def _parts(figure: Figure) -> Iterator[tuple[str, str]]:
    yield "points", f"{figure.score / 1000:g}"
    yield "max", f"{figure.max_score / 1000:g}"
    yield "percent", str(figure.percent)
    yield "passed", "yes" if figure.passed else "no"


def _csv(story: RunStory, rows: Iterable[Regraded]) -> bytes:
    cells = (_cells(one, story.names) for one in rows)
    table = (_NOTICE, *(tuple(one[name] for name in _NOTICE) for one in cells))
    return "".join(csv_lines(table)).encode()
