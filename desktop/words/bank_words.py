"""The words for questions of the bank: their types, their states, their keys, and places in a file."""

from collections.abc import Mapping

from desktop.words.catalogue import mark, tr

_TYPES = {
    "single": mark("Single choice"),
    "multiple": mark("Multiple choice"),
    "truefalse": mark("True or false"),
    "shortanswer": mark("Short answer"),
    "numerical": mark("Number"),
    "cloze": mark("Fill in"),
    "gapselect": mark("Choose for each place"),
    "matching": mark("Matching"),
    "ordering": mark("Ordering"),
    "hotspot": mark("Point into a picture"),
    "ddmarker": mark("Markers on a picture"),
    "ddimageortext": mark("Labels on a picture"),
    "essay": mark("Essay"),
    "description": mark("Text without a question"),
    "category": mark("Category"),
}
_STATES = {
    "draft": mark("Draft"),
    "review": mark("Under review"),
    "trial": mark("On trial, without points"),
    "live": mark("Live"),
    "retired": mark("Retired"),
}
_KEYS = {"true": mark("True"), "false": mark("False")}


def type_word(kind: str) -> str:
    """A type of question; the format's own name for those that we only keep."""
    return tr(_TYPES[kind]) if kind in _TYPES else kind


def state_of_item(state: str) -> str:
    """A state in the life of a question."""
    return tr(_STATES[state]) if state in _STATES else state


def key_words(key: str) -> str:
    """A key in short; a dash where a person marks the answer."""
    return tr(_KEYS[key]) if key in _KEYS else key or "–"


def place_words(where: Mapping[str, object]) -> str:
    """Where in a file something stands: sheet, row and column, or a line; empty where nothing is known."""
    told = []
    if where.get("sheet"):
        told.append(tr("sheet {sheet}").format(sheet=where["sheet"]))
    if where.get("row"):
        told.append(tr("row {row}").format(row=where["row"]))
    elif where.get("line"):
        told.append(tr("line {line}").format(line=where["line"]))
    if where.get("column"):
        told.append(tr("column {column}").format(column=where["column"]))
    return " · ".join(told)


def short(text: str, most: int) -> str:
    """No wider than so many Latin letters, a Chinese character counting as two; what is cut off leaves three dots."""
    width = 0
    for place, character in enumerate(text):
        width += 1 if character.isascii() else 2
        if width > most:
            return text[:place].rstrip() + "…"
    return text
