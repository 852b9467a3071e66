"""The program that wrote the journal: one that nobody else runs is worth a look. A signal, never a proof."""

from collections.abc import Iterable, Iterator

from exams.bundles.verdict import Code, Finding
from exams.journal.line import Event, Record
from exams.sittings.errors import SittingUnreadable
from exams.sittings.replay import facts_of


def build_findings(records: Iterable[Record], known: frozenset[str]) -> Iterator[Finding]:
    """`W_UNKNOWN_BUILD` for each start of the app in another build; an empty set asks for nothing."""
    if not known:
        return
    for record in records:
        if record.line.type == Event.APP_START and _build_in(record) not in known:
            yield Finding(Code.UNKNOWN_BUILD, record.line.seq, facts={"build": _build_in(record)[:64]})


def _build_in(record: Record) -> str:
    try:
        return str(facts_of(record).get("build", ""))
    except SittingUnreadable:
        return ""
