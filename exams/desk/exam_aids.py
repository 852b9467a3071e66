"""What a person marks and notes while sitting: one journal line each, apart from the answers."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from exams.desk.sitting_book import SittingBook
from exams.items.item import LANGUAGES
from exams.journal.line import Event
from exams.sittings import rules
from exams.sittings.aids import (
    COMMENT_MOST,
    SCRATCH_MOST,
    CommentKind,
    Span,
    kept_text,
    merged_spans,
    spans_without,
    struck,
)
from exams.sittings.errors import BadAid
from exams.sittings.sitting import Sitting


class ExamAids:
    """Of one person's own sittings. Every method raises `BadAid`, or what forbids a change now, with nothing kept."""

    def __init__(self, book: SittingBook, own: Callable[[str], Sitting]) -> None:
        self._book = book
        self._own = own

    def strike(self, sitting_id: str, position: int, letters: Iterable[str]) -> Sitting:
        """These options of a question are struck out, and no others."""
        sitting = self._running(sitting_id)
        place = rules.place(sitting, position)
        return self._note(sitting, Event.STRIKE, position, {"letters": list(struck(place, letters))})

    def highlight(self, sitting_id: str, position: int, lang: str, span: Span) -> Sitting:
        """One more piece of a stem is highlighted in one language."""
        before = self._own(sitting_id).highlights.get((position, lang), ())
        return self._highlighted(sitting_id, position, lang, merged_spans([*before, span]))

    def unhighlight(self, sitting_id: str, position: int, lang: str, at: int) -> Sitting:
        """The highlight that holds this character is taken away."""
        before = self._own(sitting_id).highlights.get((position, lang), ())
        return self._highlighted(sitting_id, position, lang, spans_without(before, at))

    def comment(self, sitting_id: str, position: int, kind: str, text: str) -> Sitting:
        """What is wrong with a question; a later one takes the place of the first."""
        if kind not in {one.value for one in CommentKind}:
            raise BadAid(reason="kind")
        facts = {"kind": kind, "text": kept_text(text.strip(), COMMENT_MOST)}
        return self._note(self._running(sitting_id), Event.COMMENT, position, facts)

    def scratch(self, sitting_id: str, text: str) -> Sitting:
        """The scratch sheet of the whole sitting, as it stands."""
        kept = kept_text(text, SCRATCH_MOST)
        return self._book.note(self._running(sitting_id), Event.SCRATCH, {"text": kept})

    def _highlighted(self, sitting_id: str, position: int, lang: str, spans: Sequence[Span]) -> Sitting:
        if lang not in LANGUAGES:
            raise BadAid(reason="lang")
        kept = [list(span) for span in spans]
        return self._note(self._running(sitting_id), Event.HIGHLIGHT, position, {"lang": lang, "spans": kept})

    def _running(self, sitting_id: str) -> Sitting:
        sitting = self._book.watch(self._own(sitting_id))
        rules.require_open(sitting)
        return sitting

    def _note(self, sitting: Sitting, event: Event, position: int, facts: Mapping[str, object]) -> Sitting:
        item = rules.place(sitting, position).item
        return self._book.note(sitting, event, {"position": position, "item": item, **facts})
