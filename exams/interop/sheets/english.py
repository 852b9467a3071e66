"""A table with each text twice: the English one goes beside the Chinese one, or stands in for it."""

from typing import Any

from exams.interop.sheets.asked import Asked
from exams.interop.sheets.cells import Row
from exams.interop.sheets.headings import Columns
from exams.interop.sheets.labels import without_label


def take_english(asked: Asked, row: Row, columns: Columns) -> None:
    """Read the English columns of a row into the question, as its own texts where it has no others."""
    stem, feedback = (_cell(row, columns.english.get(name, ())) for name in ("stem", "feedback"))
    options = [without_label(_cell(row, (at,)), place) for place, at in enumerate(columns.english_options)]
    while options and not options[-1]:
        options.pop()
    if not asked.text("stem"):
        own = {"stem": stem, "feedback": asked.text("feedback") or feedback}
        asked.texts |= {name: text for name, text in own.items() if text}
        asked.options = asked.options if any(asked.options) else options
        return
    found: dict[str, Any] = {"stem": stem, "options": options, "feedback": feedback}
    asked.english = {name: said for name, said in found.items() if said}


def _cell(row: Row, places: tuple[int, ...]) -> str:
    return next((row.cells[at] for at in places if 0 <= at < len(row.cells) and row.cells[at]), "")


def translation(asked: Asked) -> dict[str, Any]:
    """What goes into the question's options; nothing without an English stem."""
    return {"translation": asked.english} if asked.english.get("stem") else {}
