"""What an audit pack shows to people: a workbook of the last day and a page to print; nothing is decided by either."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from certificates.audit.history import Held, HeldCertificate, History, counts_of
from certificates.audit.proofs import Proved
from certificates.sheets import Sheet
from certificates.standing.shelf import standing_of
from exams import AuditSources, load_trust, workbook

SUMMARY, PAGE = "summary.xlsx", "summary.pdf"
SUMMARY_MOST = 1_000_000
"""Lines that every program for workbooks opens; the rest stands in the proofs alone."""
PAGE_MOST = 1000
"""People on the printed page; it says how many there are in all."""

_WIDTHS = (12, 12, 18, 24, 14, 16, 8, 12, 12, 16, 12, 24)
_NAMES = frozenset({"name"})
"""Columns of the register's extract."""


@dataclass(frozen=True, slots=True)
class AuditTold:
    """What the page tells of the last day: how many of each state, and the first who were valid.

    `valid`: branch, staff id, name, number of the certificate, course, last day.
    """

    first: date
    last: date
    made: date
    branches: tuple[str, ...]
    counts: Mapping[str, int]
    valid: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class AuditPlan:
    """Days included; no branch named means all. `headings` and `words` (by state) are those of the summary.

    `masked`: of names only the first sign is shown to people; the signed codes hold the whole name all the same.
    `page` lays out the page to print; without it there is none.
    """

    first: date
    last: date
    branches: tuple[str, ...] = ()
    title: str = "summary"
    headings: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    masked: bool = False
    page: Callable[[AuditTold], Sheet] | None = None

    def name(self, name: str) -> str:
        """A name as this pack shows it: 李** for 李小雨, W*** X***** for Wang Xiaoyu."""
        return " ".join(part[:1] + "*" * len(part[1:]) for part in name.split()) if self.masked else name


def shown(table: Iterable[Sequence[str]], plan: AuditPlan) -> Iterator[Sequence[str]]:
    """The register's extract, its headings first, with names as the plan shows them."""
    places = frozenset[int]()
    for number, row in enumerate(table):
        if number == 0:
            places = frozenset(place for place, heading in enumerate(row) if heading in _NAMES)
            yield row
        else:
            yield [plan.name(cell) if place in places else cell for place, cell in enumerate(row)]


def summarise(folder: Path, plan: AuditPlan, made: date, proved: Sequence[Proved], sources: AuditSources) -> None:
    """Who held what on the last day."""
    history = History(standing_of(folder), frozenset(load_trust(folder).revocations.devices), sources.acts)
    editions = {one.sha256: one.name for one in sources.editions}
    lines = [line for line in (history.on(plan.last, one) for one in proved) if line is not None]
    rows = [_row(one, plan, editions.get(one.proved.edition, "")) for one in lines[:SUMMARY_MOST]]
    widths = dict(zip(plan.headings, _WIDTHS, strict=False))
    (folder / SUMMARY).write_bytes(workbook([plan.headings, *rows], plan.title, widths))
    if plan.page is not None:
        from certificates.sheet_drawing import sheet_pdf  # reportlab comes with it

        (folder / PAGE).write_bytes(sheet_pdf(plan.page(_told(plan, made, lines))))


def _told(plan: AuditPlan, made: date, lines: Sequence[HeldCertificate]) -> AuditTold:
    valid = (one.proved.claims for one in lines if one.held is Held.VALID)
    rows = sorted(
        (one.branch_code, one.staff_id, plan.name(one.name), one.number, one.course_code, one.valid_until.isoformat())
        for one in valid
    )
    return AuditTold(plan.first, plan.last, made, plan.branches, counts_of(lines), tuple(rows[:PAGE_MOST]))


def _row(line: HeldCertificate, plan: AuditPlan, edition: str) -> tuple[str, ...]:
    """A line as texts: branch, person, certificate, edition, score, days, state, since when, what replaced it."""
    claims = line.proved.claims
    return (
        claims.branch_code, claims.staff_id, plan.name(claims.name), claims.number, claims.course_code, edition,
        str(claims.score), claims.issued.isoformat(), claims.valid_until.isoformat(),
        plan.words.get(line.held.value, line.held.value), line.since, line.successor,
    )  # fmt: skip
