"""The type of an item: what its metadata say where that fits its structure, else its structure alone."""

from exams.interop.codes import Code
from exams.interop.qti12.keys import multiple_key, single_key
from exams.interop.qti12.metadata import NOT_KEPT
from exams.interop.qti12.presentation import Field, Shown
from exams.interop.qti12.processing import Processing
from exams.interop.result import NotRead
from exams.interop.truth_words import FALSE_WORDS, TRUE_WORDS

_WHATEVER_STANDS = frozenset(("calculated", "hotspot", "upload", "essay", "description"))
_NUMBERS = frozenset(("integer", "decimal", "scientific"))
_TEXTS = ("str", "num")


def kind_of(said: str, shown: Shown, processing: Processing) -> str:
    """Raises `NotRead` for an item that should be answered but offers nothing to answer with."""
    if said in NOT_KEPT.values():
        raise NotRead(Code.UNSUPPORTED, type=said)
    if said in _WHATEVER_STANDS:
        return said
    if said and not shown.fields:
        raise NotRead(Code.NO_ANSWER)
    return _by_fields(said, shown, processing) if shown.fields else "description"


def _by_fields(said: str, shown: Shown, processing: Processing) -> str:
    if any(one.kind == "xy" for one in shown.fields):
        return "hotspot"
    if all(one.kind == "ext" for one in shown.fields):
        raise NotRead(Code.UNSUPPORTED, type="response_extension")
    texts = [one for one in shown.fields if is_text(one)]
    if not texts:
        return _of_choices(said, shown, processing)
    if len(texts) < len(shown.fields):
        return "cloze"
    several = len(texts) > 1 or texts[0].boxes > 1
    return "fill" if several or said in ("fill", "cloze") else _of_one_text(said, texts[0], processing)


def is_text(field: Field) -> bool:
    """Something is typed."""
    return not field.labels and (field.kind in _TEXTS or field.is_text)


def is_number(field: Field, processing: Processing) -> bool:
    """A number is typed: by its element, its declared form, or what it is compared with."""
    ranges = {
        one.ident for condition in processing.conditions for one in condition.compared() if one.how[3:5] in ("gt", "lt")
    }
    return field.kind == "num" or field.fib_type in _NUMBERS or bool(field.names & ranges)


def _of_one_text(said: str, field: Field, processing: Processing) -> str:
    if said == "numerical" or is_number(field, processing):
        return "numerical"
    compared = any(
        not one.negative and one.value for condition in processing.rewarding() for one in condition.compared()
    )
    return "shortanswer" if compared or said == "shortanswer" else "essay"


def _of_choices(said: str, shown: Shown, processing: Processing) -> str:
    if len(shown.fields) > 1:
        return _of_several(said, shown)
    (field,) = shown.fields
    if field.kind == "grp":
        return "ordering" if said == "ordering" or field.cardinality == "ordered" else "matching"
    if field.cardinality == "ordered" or said == "ordering":
        return "ordering"
    if said == "single" and field.cardinality == "multiple":
        said = "multiple"  # ILIAS means several right answers by MULTIPLE CHOICE, Canvas one
    said = "dropdowns" if said == "cloze" else said
    is_clear = said in ("single", "multiple", "truefalse", "dropdowns", "fill")
    return said if is_clear else _of_one_choice(field, processing)


def _of_several(said: str, shown: Shown) -> str:
    if said in ("fill", "dropdowns", "matching", "ordering"):
        return said
    if said == "cloze":
        return "dropdowns"
    offers = {tuple(sorted(label.text.text for label in one.labels)) for one in shown.fields}
    return "matching" if shown.right_side or len(offers) == 1 else "dropdowns"


def _of_one_choice(field: Field, processing: Processing) -> str:
    if field.cardinality == "multiple":
        return "multiple"
    words = [label.text.text.strip().lower() or label.ident.lower() for label in field.labels]
    if len(words) == 2 and TRUE_WORDS.intersection(words) and FALSE_WORDS.intersection(words):
        return "truefalse"
    options = [label.ident for label in field.labels]
    alone = single_key(processing, field.ident, options).right
    return "single" if alone or len(multiple_key(processing, field.ident, options).right) < 2 else "multiple"
