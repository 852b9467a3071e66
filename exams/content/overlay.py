"""A bank's own rates and steps, laid over the course: which fact or section each belongs to, its source, its day."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from exams.trust.errors import NotStrict
from exams.trust.shapes import Table, number_in, table_in, table_of, text_in
from exams.trust.strict_json import Json

MOST_NOTES = 500
LONGEST = 1000
# As content.markdown and content.catalogue spell them, whose parsers a branch would load at every start.
_FACT, _SECTION = re.compile(r"F-[A-Z]{3}-\d{2}"), re.compile(r"[1-9]\d?\.[1-9]\d?")


@dataclass(frozen=True, slots=True)
class OverlayNote:
    """One box. `fact` is the one it stands beside, else it stands at the end of `section`; `day` as 2026-11-29.

    `texts` hold what the bank does by language, Chinese at least; `source` is the bank's own rule that says so.
    """

    fact: str
    section: str
    texts: Mapping[str, str]
    source: str
    day: str


@dataclass(frozen=True, slots=True)
class Overlay:
    """All boxes of one version; `issued_wt` in ms UTC."""

    version: int = 0
    issued_wt: int = 0
    notes: tuple[OverlayNote, ...] = field(default_factory=tuple)

    def notes_of(self, section: str, facts: Iterable[str]) -> tuple[OverlayNote, ...]:
        """Those of a section that cites these facts."""
        cited = frozenset(facts)
        return tuple(one for one in self.notes if one.section == section or (one.fact and one.fact in cited))


def note_fault(note: OverlayNote) -> str:
    """The field that cannot be so: place, zh, en, source, day; empty where all can."""
    fits = {
        "place": bool(_FACT.fullmatch(note.fact)) != bool(_SECTION.fullmatch(note.section)),
        "zh": 0 < len(note.texts.get("zh", "").strip()) <= LONGEST,
        "en": len(note.texts.get("en", "")) <= LONGEST and set(note.texts) <= {"zh", "en"},
        "source": 0 < len(note.source.strip()) <= LONGEST,
        "day": _is_day(note.day),
    }
    return next((name for name, fit in fits.items() if not fit), "")


def overlay_record(overlay: Overlay) -> dict[str, Json]:
    """As it is signed and kept."""
    notes: list[Json] = [
        {"fact": one.fact, "section": one.section, "texts": dict(one.texts), "source": one.source, "day": one.day}
        for one in overlay.notes
    ]
    return {"version": overlay.version, "issued_wt": overlay.issued_wt, "notes": notes}


def read_overlay(record: Table) -> Overlay:
    """The overlay of a record; raises `NotStrict`."""
    listed = record.get("notes")
    if not isinstance(listed, list) or len(listed) > MOST_NOTES:
        raise NotStrict(detail="notes")
    notes = tuple(_note(table_of(one)) for one in listed)
    return Overlay(number_in(record, "version", 1), number_in(record, "issued_wt"), notes)


def _note(record: Table) -> OverlayNote:
    texts = table_in(record, "texts")
    note = OverlayNote(
        text_in(record, "fact"),
        text_in(record, "section"),
        {name: text_in(texts, name) for name in texts},
        text_in(record, "source"),
        text_in(record, "day"),
    )
    if wrong := note_fault(note):
        raise NotStrict(detail=wrong)
    return note


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
