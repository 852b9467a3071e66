"""Questions as the rows of a table that our own reader, and people, read back as the same questions."""

import re
from collections.abc import Callable, Iterable
from string import ascii_uppercase

from exams.interop.codes import Code
from exams.interop.losing import lost, not_written
from exams.interop.numbers import as_text
from exams.interop.question import Answer, Question
from exams.interop.result import Warned
from exams.interop.sheets.blanks import escaped, without_places
from exams.interop.sheets.labels import label_of
from exams.interop.texts import name_from, plain

_KEPT = ("mark", "feedback", "tags", "category")
_KEPT_OPTIONS = ("difficulty", "indefinite", "reference", "translation")
_ARROWS = re.compile(r"->|→|—|--|⇒|=>")
_LONGEST = 32_767
"""Characters that a cell holds."""


class _Unsayable(Exception):
    """A table has no way to write it."""


def table_of(questions: Iterable[Question], warnings: list[Warned]) -> list[list[str]]:
    """The headings and one row a question; what is lost or left out goes to the warnings."""
    told: list[dict[str, str]] = []
    for question in questions:
        if question.type == "category":
            continue
        try:
            row = _row(question)
        except _Unsayable:
            warnings += not_written(question)
            continue
        warnings += _lost(question)
        told.append(row)
    count = max((int(row["count"]) for row in told), default=0)
    options = [f"选项{letter}" for letter in ascii_uppercase[: max(count, 4)]]
    names = ["题型", "题干", *options, "答案", "解析", "难度", "知识点", "章节", "分值"]
    names += [name for name in ("误差", "题目名称") if any(name in row for row in told)]
    english = ["英文题干", *(f"英文选项{letter}" for letter in ascii_uppercase), "英文解析"]
    names += [name for name in english if any(name in row for row in told)]
    return [names, *([row.get(name, "") for name in names] for row in told)]


def _lost(question: Question) -> list[Warned]:
    is_usual = question.type == "multiple" and any(one.fraction > 0 for one in question.answers)
    kept = (*_KEPT, "fractions") if is_usual and _are_shares(question.answers) else _KEPT
    markup = question.format != "plain" and ("<" in question.stem or any("<" in one.text for one in question.answers))
    told = lost(question, kept, _KEPT_OPTIONS)
    return told + ([Warned(Code.LOST, {"name": question.name, "what": "markup"})] if markup else [])


def _are_shares(answers: tuple[Answer, ...]) -> bool:
    """True where right options share the mark and each wrong one takes it all, as the reader of tables makes them."""
    right = [one.fraction for one in answers if one.fraction > 0]
    is_shared = all(abs(one - 1 / len(right)) < 1e-5 for one in right)
    return is_shared and all(one.fraction == -1 for one in answers if one.fraction <= 0)


def _row(question: Question) -> dict[str, str]:
    write = _TYPES.get(question.type)
    if write is None:
        raise _Unsayable
    stem = _text(question, question.stem)
    row = {
        "题干": without_places(stem) if question.type == "cloze" else stem,
        "解析": _text(question, question.feedback),
        "难度": str(question.options.get("difficulty", "")),
        "知识点": ";".join(question.tags),
        "章节": question.category,
        "分值": as_text(question.mark),
        "count": "0",
    }
    row |= write(question)
    if question.name != name_from(row["题干"]):
        row["题目名称"] = question.name
    row |= _english(question)
    if not row["题干"] or any(len(cell) > _LONGEST for cell in row.values()):
        raise _Unsayable
    return row


def _english(question: Question) -> dict[str, str]:
    said = question.options.get("translation", {})
    options = _options(list(said.get("options", ())))
    row = {f"英文{name}": text for name, text in options.items() if name != "count"}
    row |= {"英文题干": said.get("stem", ""), "英文解析": said.get("feedback", "")}
    return {name: text for name, text in row.items() if text}


def _text(question: Question, text: str, its_format: str = "") -> str:
    return text if (its_format or question.format) == "plain" else plain(text)


def _choice(question: Question) -> dict[str, str]:
    right = [at for at, one in enumerate(question.answers) if one.fraction >= 1 or _is_right(question, one)]
    is_single = question.type == "single"
    if not 2 <= len(question.answers) <= 26 or not right or (is_single and len(right) > 1):
        raise _Unsayable
    indefinite = question.options.get("indefinite")
    kind = "单选题" if is_single else "不定项选择题" if indefinite else "多选题"
    texts = [_text(question, one.text, one.format) for one in question.answers]
    return {"题型": kind, "答案": "".join(ascii_uppercase[at] for at in right), **_options(texts)}


def _is_right(question: Question, answer: Answer) -> bool:
    return question.type == "multiple" and answer.fraction > 0


def _options(texts: list[str]) -> dict[str, str]:
    """By heading; an option that begins with its own letter gets it once more, for the reader takes one off."""
    said = {}
    for letter, text in zip(ascii_uppercase, texts, strict=False):
        said[f"选项{letter}"] = f"{letter}、{text}" if label_of(text) == letter else text
    return said | {"count": str(len(texts))}


def _true_false(question: Question) -> dict[str, str]:
    return {"题型": "判断题", "答案": "对" if question.correct else "错"}


def _alternatives(answers: Iterable[Answer], question: Question) -> str:
    whole = [escaped(_text(question, one.text, one.format)) for one in answers if one.fraction >= 1]
    if not whole or not all(whole):
        raise _Unsayable
    return ";".join(whole)


def _short_answer(question: Question) -> dict[str, str]:
    return {"题型": "填空题", "答案": _alternatives(question.answers, question)}


def _cloze(question: Question) -> dict[str, str]:
    if any(part.type != "shortanswer" for part in question.parts) or len(question.parts) < 2:
        raise _Unsayable
    return {"题型": "填空题", "答案": "|".join(_alternatives(part.answers, question) for part in question.parts)}


def _numerical(question: Question) -> dict[str, str]:
    if len(question.answers) != 1 or question.answers[0].fraction < 1:
        raise _Unsayable
    tolerance = question.answers[0].tolerance or 0
    said = {"题型": "计算题", "答案": question.answers[0].text}
    return said | ({"误差": as_text(tolerance)} if tolerance else {})


def _essay(question: Question) -> dict[str, str]:
    return {"题型": "简答题", "答案": str(question.options.get("reference", ""))}


def _ordering(question: Question) -> dict[str, str]:
    if not 2 <= len(question.items) <= 26:
        raise _Unsayable
    texts = [_text(question, one) for one in question.items]
    return {"题型": "排序题", "答案": ascii_uppercase[: len(texts)], **_options(texts)}


def _matching(question: Question) -> dict[str, str]:
    pairs = [(_text(question, left), _text(question, right)) for left, right in question.pairs]
    if len(pairs) < 2 or any(_ARROWS.search(f"{left} {right}") or not right for left, right in pairs):
        raise _Unsayable
    return {"题型": "匹配题", "答案": "|".join(f"{escaped(left)}->{escaped(right)}" for left, right in pairs)}


_TYPES: dict[str, Callable[[Question], dict[str, str]]] = {
    "single": _choice,
    "multiple": _choice,
    "truefalse": _true_false,
    "shortanswer": _short_answer,
    "cloze": _cloze,
    "numerical": _numerical,
    "essay": _essay,
    "ordering": _ordering,
    "matching": _matching,
}
