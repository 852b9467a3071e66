"""Where the bank's own rates and steps stand: below the first block that cites their fact, else below the last one."""

from collections.abc import Iterable, Mapping, Sequence

from desktop.screens.reader.sources import facts_in
from desktop.screens.reader.state import LocalNote
from desktop.words import pick
from exams import Callout, Figure, OverlayNote, SelfCheck, Text


def notes_by_block(
    notes: Iterable[OverlayNote], blocks: Sequence[Text | Callout | Figure | SelfCheck]
) -> Mapping[int, tuple[LocalNote, ...]]:
    """The notes of a section in the language in use, by the place of their block."""
    cited: dict[str, int] = {}
    for place, block in enumerate(blocks):
        if isinstance(block, Text | Callout):
            for fact in facts_in(block.html):
                cited.setdefault(fact, place)
    found: dict[int, tuple[LocalNote, ...]] = {}
    for note in notes:
        place = cited.get(note.fact, len(blocks) - 1)
        found[place] = (*found.get(place, ()), LocalNote(pick(note.texts), note.source, note.day))
    return found
