"""What is put together or in order: pairs of a matching item, items of an ordering one."""

from collections.abc import Sequence

from exams.interop.markup import Text
from exams.interop.qti12.keys import label_key
from exams.interop.qti12.presentation import Field, Shown
from exams.interop.qti12.processing import Processing

Pairs = tuple[tuple[str, str], ...]


def pairs_of(shown: Shown, processing: Processing) -> tuple[Pairs, tuple[str, ...]]:
    """The pairs and the right sides that belong to none."""
    if len(shown.fields) == 1 and shown.fields[0].kind == "grp":
        return _grouped(shown.fields[0], processing)
    pairs = []
    rights: dict[str, None] = {}
    for field in shown.fields:
        texts = _right_texts(field, shown.right_side)
        rights |= dict.fromkeys(texts.values())
        key = label_key(processing, field).right
        key = key if field.cardinality == "multiple" else key[:1]  # a category takes all that belong to it
        pairs += [(field.prompt.text or field.ident, texts[ident]) for ident in key]
    used = {right for _, right in pairs}
    return tuple(pairs), tuple(right for right in rights if right and right not in used)


def _right_texts(field: Field, right_side: tuple[Text, ...]) -> dict[str, str]:
    """Labels without a text stand for the answers of the block beside them, one for one."""
    if right_side and not any(label.text.text for label in field.labels):
        return {label.ident: right.text for label, right in zip(field.labels, right_side, strict=False)}
    return {label.ident: label.text.text for label in field.labels}


def _grouped(field: Field, processing: Processing) -> tuple[Pairs, tuple[str, ...]]:
    texts = {label.ident: label.text.text for label in field.labels}
    sources = {label.ident for label in field.labels if label.group}
    pairs: dict[tuple[str, str], None] = {}
    for condition in processing.rewarding():
        for one in condition.compared():
            sides = [side.strip() for side in one.value.replace(" ", ",").split(",") if side.strip()]
            if not one.negative and len(sides) == 2 and all(side in texts for side in sides):
                if sides[0] not in sources and sides[1] in sources:
                    sides.reverse()
                pairs[texts[sides[0]], texts[sides[1]]] = None
    used = {text for pair in pairs for text in pair}
    return tuple(pairs), tuple(text for name, text in texts.items() if text not in used and name not in sources)


def _named(value: str, names: Sequence[str]) -> str | None:
    """The label of this identifier; else the one at this place, as ILIAS counts them from 0."""
    if value in names:
        return value
    return names[int(value)] if value.isascii() and value.isdigit() and int(value[:6]) < len(names) else None


def order_of(shown: Shown, processing: Processing) -> tuple[str, ...]:
    """The texts in right order: by the positions that are compared, else as one condition lists them."""
    texts = {label.ident: label.text.text for field in shown.fields for label in field.labels}
    compared = [[one for one in condition.compared() if not one.negative] for condition in processing.rewarding()]
    flat = [one for listed in compared for one in listed]
    names = list(texts)
    by_index = {name: one.index for one in flat if one.index >= 0 and (name := _named(one.value, names)) is not None}
    if by_index:
        return tuple(texts[ident] for ident in sorted(by_index, key=lambda ident: by_index[ident]))
    by_place = {
        one.ident: int(one.value) for one in flat if one.ident in texts and one.value.isascii() and one.value.isdigit()
    }
    if by_place:
        return tuple(texts[ident] for ident in sorted(by_place, key=lambda ident: by_place[ident]))
    listed = max(compared, key=len, default=[])
    values = [part for one in listed for part in (one.value.split(",") if one.value not in texts else [one.value])]
    return tuple(texts[ident] for ident in dict.fromkeys(values) if ident in texts)
