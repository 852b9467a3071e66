"""The words of blueprints: cards of the exam, levels of questions, titles of exams."""

from collections.abc import Mapping

from desktop.words.catalogue import mark, pick, tr

_CARDS = {
    "single": mark("Single choice"),
    "multiple": mark("Multiple choice"),
    "truefalse": mark("True or false"),
    "numerical": mark("Calculation"),
    "best_worst": mark("Best and worst"),
    "shortanswer": mark("Short answer"),
    "fill": mark("Fill in"),
    "dropdown": mark("Choose for each place"),
    "matching": mark("Matching"),
    "ordering": mark("Ordering"),
    "case": mark("Case"),
    "hotspot": mark("Point into a picture"),
}
_LEVELS = {
    "remember": mark("Remember"),
    "understand": mark("Understand"),
    "apply": mark("Apply"),
    "analyse": mark("Analyse"),
    "evaluate": mark("Evaluate"),
}


def card_word(kind: str) -> str:
    """A card of the exam by its name."""
    return tr(_CARDS[kind]) if kind in _CARDS else kind


def level_word(level: str) -> str:
    """A level by its name."""
    return tr(_LEVELS[level]) if level in _LEVELS else level


def exam_title(name: str, titles: Mapping[str, str] | None) -> str:
    """An exam in the language in use; its name where it has no title."""
    return pick(titles) if titles else name
