"""One item of QTI 1.2 as a question."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from exams.interop.codes import Code
from exams.interop.grading.quantity import exact
from exams.interop.markup import Text
from exams.interop.qti12.arranged import order_of, pairs_of
from exams.interop.qti12.keys import Key, label_key, multiple_key
from exams.interop.qti12.kinds import is_number, is_text, kind_of
from exams.interop.qti12.metadata import fields_of, points, said_type
from exams.interop.qti12.presentation import Field, Label, Shown, joined, material, read_presentation
from exams.interop.qti12.processing import Processing
from exams.interop.qti12.typed import minds_case, number_answers, text_answers
from exams.interop.question import KEPT, Answer, Part, Question
from exams.interop.result import NotRead
from exams.interop.texts import cleaned_name, name_from
from exams.interop.truth_words import FALSE_WORDS, TRUE_WORDS
from exams.interop.xml_tree import line_of

_ALL_LABELS_COUNT = "fill_in_multiple_blanks_question"
_FROM_A_LIST = ("dropdown", "wordbank")


@dataclass(frozen=True, slots=True)
class _Item:
    shown: Shown
    processing: Processing
    every_label: bool

    @property
    def field(self) -> Field:
        return self.shown.fields[0]


def read_item(item: etree._Element, category: str = "") -> Question:
    """Raises `NotRead` for an item that nothing can be answered in, or of a type that is not kept."""
    fields = fields_of(item)
    shown = read_presentation(item)
    processing = Processing(item)
    kind = kind_of(said_type(fields), shown, processing)
    read = _Item(shown, processing, _ALL_LABELS_COUNT in fields.values())
    mark = exact(points(fields))
    question = Question(
        type=kind,
        name=cleaned_name(item.get("title") or "") or name_from(shown.stem.text) or item.get("ident") or "",
        stem=shown.stem.text,
        format=shown.stem.format,
        mark=float(mark) if mark is not None and mark > 0 else 1.0,
        feedback=_feedback(item),
        category=category,
        idnumber=item.get("ident") or "",
        line=line_of(item),
        source=etree.tostring(item, encoding="unicode", with_tail=False) if kind in KEPT else "",
    )
    build = _BUILDERS.get(kind)
    return build(question, read) if build and shown.fields else question


def _feedback(item: etree._Element) -> str:
    for node in item:
        if node.tag == "itemfeedback" and "general" in (node.get("ident") or "").lower():
            return joined([material(one) for one in node.iter("material")]).text
    return ""


def _with_prompt(question: Question, field: Field) -> Question:
    """The text before the only response belongs to the question's own."""
    if not field.prompt.text or field.prompt.text in question.stem:
        return question
    stem = joined([Text(question.stem, question.format), field.prompt])
    return replace(question, stem=stem.text, format=stem.format)


def _answers(field: Field, key: Key) -> tuple[Answer, ...]:
    return tuple(
        Answer(label.text.text or label.ident, float(key.fractions[label.ident]), None, "", label.text.format)
        for label in field.labels
    )


def _idents(field: Field) -> list[str]:
    if not field.labels:
        raise NotRead(Code.TOO_FEW, count=0, least=2)
    return [label.ident for label in field.labels]


def _label_key(read: _Item) -> Key:
    _idents(read.field)
    return label_key(read.processing, read.field)


def _single(question: Question, read: _Item) -> Question:
    key = _label_key(read)
    return replace(_with_prompt(question, read.field), answers=_answers(read.field, key))


def _multiple(question: Question, read: _Item) -> Question:
    key = multiple_key(read.processing, read.field.ident, _idents(read.field))
    options: Mapping[str, Any] = {"policy": "all_or_nothing"} if key.whole else question.options
    return replace(_with_prompt(question, read.field), answers=_answers(read.field, key), options=options)


def _truefalse(question: Question, read: _Item) -> Question:
    key = _label_key(read).right
    truths = [_truth(label.text.text, label.ident) for label in read.field.labels if label.ident in key]
    if not truths and all(_truth(label.text.text, label.ident) is not None for label in read.field.labels):
        return _with_prompt(question, read.field)
    if len(truths) == 1 and truths[0] is not None:
        return replace(_with_prompt(question, read.field), correct=truths[0])
    return _single(replace(question, type="single"), read)


def _truth(*said: str) -> bool | None:
    for word in (text.strip().lower() for text in said):
        if word in TRUE_WORDS or word in FALSE_WORDS:
            return word in TRUE_WORDS
    return None


def _shortanswer(question: Question, read: _Item) -> Question:
    answers = text_answers(read.processing, read.field, alone=True)
    usecase = {"usecase": True} if minds_case(read.processing, read.field, alone=True) else question.options
    return replace(_with_prompt(question, read.field), answers=answers, options=usecase)


def _numerical(question: Question, read: _Item) -> Question:
    return replace(_with_prompt(question, read.field), answers=number_answers(read.processing, read.field, alone=True))


def _essay(question: Question, read: _Item) -> Question:
    return _with_prompt(question, read.field) if len(read.shown.fields) == 1 else question


def _matching(question: Question, read: _Item) -> Question:
    pairs, others = pairs_of(read.shown, read.processing)
    return replace(question, pairs=pairs, options={"distractors": list(others)} if others else question.options)


def _ordering(question: Question, read: _Item) -> Question:
    question = _with_prompt(question, read.field) if len(read.shown.fields) == 1 else question
    return replace(question, items=order_of(read.shown, read.processing))


def _parts(question: Question, read: _Item) -> Question:
    parts = (_part(field, read) for field in read.shown.fields for _ in range(field.boxes))
    return replace(question, parts=tuple(parts))


def _part(field: Field, read: _Item) -> Part:
    if not is_text(field):
        return _choice_part(field, read)
    if is_number(field, read.processing):
        return Part("numerical", number_answers(read.processing, field, alone=False))
    options = {"usecase": True} if minds_case(read.processing, field, alone=False) else {}
    return Part("shortanswer", text_answers(read.processing, field, alone=False), options=options)


def _choice_part(field: Field, read: _Item) -> Part:
    if read.every_label and not any(one.typing in _FROM_A_LIST for one in field.labels):
        usecase = {"usecase": True} if any(not one.ignores_case for one in field.labels) else {}
        return Part("shortanswer", tuple(map(_typed, field.labels)), options=usecase)
    key = label_key(read.processing, field)
    return Part("single", _answers(field, key))


def _typed(label: Label) -> Answer:
    """One accepted text of a Canvas blank; raises `NotRead` for a pattern, which nothing here can run."""
    text = label.text.text.replace("*", "\\*")
    if label.scoring == "textregex":
        raise NotRead(Code.UNSUPPORTED, type="TextRegex")
    return Answer(f"*{text}*" if label.scoring == "textcontainsanswer" else text, 1.0, None, "", "plain")


_BUILDERS: Mapping[str, Callable[[Question, _Item], Question]] = {
    "single": _single,
    "multiple": _multiple,
    "truefalse": _truefalse,
    "shortanswer": _shortanswer,
    "numerical": _numerical,
    "essay": _essay,
    "matching": _matching,
    "ordering": _ordering,
    **dict.fromkeys(("fill", "dropdowns", "cloze"), _parts),
}
