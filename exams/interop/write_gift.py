"""GIFT, written so that Moodle and our own reader read the same from it (interop 3.1)."""

import re
from collections.abc import Callable, Iterable, Iterator

from exams.interop.losing import lost, not_written
from exams.interop.numbers import as_number, as_text
from exams.interop.question import Answer, Question
from exams.interop.result import Warned

_ESCAPES = str.maketrans({"\n": "\\n", "\r": None, **{sign: f"\\{sign}" for sign in "\\#=~{}:"}})
_KEPT = ("feedback", "category", "fractions", "answer feedback")
_KEPT_OPTIONS = ("right_feedback", "wrong_feedback", "selectcount", "selecttype", "layouttype", "gradingtype")
_KEYWORD = re.compile(r"[A-Z_]+")
_ORDER = (("selecttype", "ALL"), ("layouttype", "VERTICAL"), ("gradingtype", "ABSOLUTE_POSITION"))


class _Unsayable(Exception):
    """GIFT has no way to write it."""


def write_gift(questions: Iterable[Question], warnings: list[Warned]) -> Iterator[str]:
    """The file, piece by piece; what is lost or left out goes to the warnings."""
    current = ""
    for question in questions:
        if question.type == "category":
            current = question.category
            yield f"$CATEGORY: {_escaped(current)}\n\n"
            continue
        try:
            text = _written(question)
        except _Unsayable:
            warnings += not_written(question)
            continue
        warnings += lost(question, _KEPT, _KEPT_OPTIONS)
        if question.category != current:
            current = question.category
            yield f"$CATEGORY: {_escaped(current)}\n\n"
        yield text


def _written(question: Question) -> str:
    write = _TYPES.get(question.type)
    if write is None:
        raise _Unsayable
    stem = f"::{_escaped(question.name)}::{_formatted(question.stem, question.format, 'moodle')}"
    if question.type == "description":
        return f"{stem}\n\n"
    general = f"####{_formatted(question.feedback, question.format)}" if question.feedback else ""
    return f"{stem}{{{write(question)}{general}}}\n\n"


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _formatted(text: str, its_format: str, usual: str | None = None) -> str:
    """A text with its format in front where that is another one, or where its beginning would be taken for more."""
    named = usual not in (None, its_format) or text.startswith(("[", "%", "//"))
    return f"[{its_format}]{_escaped(text)}" if named else _escaped(text)


def _percent(fraction: float) -> str:
    return f"{fraction * 100:.7f}".rstrip("0").rstrip(".")


def _feedback(question: Question, text: str) -> str:
    return f"#{_formatted(text, question.format)}" if text else ""


def _text(question: Question, answer: Answer) -> str:
    text = _formatted(answer.text, answer.format or question.format, question.format)
    return text + _feedback(question, answer.feedback)


def _choice(question: Question) -> str:
    single = question.type == "single"
    if len(question.answers) < 2 or single != any(one.fraction == 1 for one in question.answers if single):
        raise _Unsayable
    marks = [_mark(one.fraction, single=single) for one in question.answers]
    if "~" not in "".join(marks):  # or it would be read as a short answer
        marks[1:] = [_mark(1.0, single=False)] * (len(marks) - 1)
    options = zip(marks, question.answers, strict=True)
    return "".join(f"\n\t{mark}{_text(question, one)}" for mark, one in options) + "\n"


def _mark(fraction: float, *, single: bool) -> str:
    if single and fraction == 1:
        return "="
    return f"~%{_percent(fraction)}%" if fraction else "~"


def _true_false(question: Question) -> str:
    wrong = question.options.get("wrong_feedback", "")
    right = question.options.get("right_feedback", "")
    word = "TRUE" if question.correct else "FALSE"
    return f"{word}{_feedback(question, wrong) or ('#' if right else '')}{_feedback(question, right)}"


def _short(question: Question) -> str:
    written = [f"%{_percent(one.fraction)}%{_text(question, one)}" for one in question.answers]
    if any("->" in one for one in (*written, question.feedback)):
        if len(written) != 1:  # with an equals sign it would be read as matching
            raise _Unsayable
        return written[0]
    return "".join(f"\n\t={one}" for one in written) + "\n"


def _numerical(question: Question) -> str:
    answers = list(question.answers)
    other = answers.pop() if len(answers) > 1 and answers[-1][:2] == ("*", 0) else None
    written = "".join(f"\n\t={_number(question, one)}" for one in answers)
    return f"#{written}" + (f"\n\t~{_feedback(question, other.feedback) or '#'}" if other else "") + "\n"


def _number(question: Question, answer: Answer) -> str:
    if answer.text == "*":
        number = "*"
    elif as_number(answer.text) is None:
        raise _Unsayable
    else:
        number = f"{answer.text}:{as_text(answer.tolerance or 0.0)}"
    return f"%{_percent(answer.fraction)}%{number}{_feedback(question, answer.feedback)}"


def _matching(question: Question) -> str:
    if len(question.pairs) < 2 or any("->" in left for left, _ in question.pairs):
        raise _Unsayable
    return (
        "".join(f"\n\t={_formatted(left, question.format)} -> {_escaped(right)}" for left, right in question.pairs)
        + "\n"
    )


def _ordering(question: Question) -> str:
    if len(question.items) < 2:
        raise _Unsayable
    said = [question.options.get(name, usual) for name, usual in _ORDER]
    words = " ".join(word if _KEYWORD.fullmatch(word) else usual for word, (_, usual) in zip(said, _ORDER, strict=True))
    items = "\n".join(_formatted(item, question.format) for item in question.items)
    return f">{question.options.get('selectcount') or len(question.items)} {words} SHOW\n{items}\n"


_TYPES: dict[str, Callable[[Question], str]] = {
    "single": _choice,
    "multiple": _choice,
    "truefalse": _true_false,
    "shortanswer": _short,
    "numerical": _numerical,
    "matching": _matching,
    "ordering": _ordering,
    "essay": lambda _: "",
    "description": lambda _: "",
}
