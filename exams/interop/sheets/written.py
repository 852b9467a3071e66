"""Questions whose answer is a text, a number, an order or pairs, from what a table or a text says of them."""

import re
from collections.abc import Sequence
from string import ascii_uppercase

from exams.interop.codes import Code
from exams.interop.numbers import as_number, as_text
from exams.interop.question import Answer
from exams.interop.sheets.asked import Asked, Unfit
from exams.interop.sheets.blanks import blank_answers, count_blanks, parts_of, split_escaped, unescaped, with_places
from exams.interop.sheets.cells import folded
from exams.interop.sheets.choices import Said

_ARROW = re.compile(r"\s*(?:->|→|——|—|--|⇒|=>)\s*")
_WEAK = re.compile(r"\s*[-=:：]\s*")
_ORDER = re.compile(r"\s*(?:->|→|>|\n|[|｜;；、,，])\s*")
_LETTERS = re.compile(r"[\s,，、;；|｜>→\-]+")
_SHOWN = 60


def fill(asked: Asked) -> Said:
    """`shortanswer` for one blank, `cloze` for several; a blank without an answer is refused."""
    answer, stem = asked.text("answer"), asked.text("stem")
    if not answer:
        raise Unfit(Code.NO_ANSWER, "answer")
    blanks = count_blanks(stem)
    answers = blank_answers(answer, blanks)
    if not all(answers) or (blanks and blanks != len(answers)):
        raise Unfit(Code.SHEET_BLANKS, "answer", blanks=max(blanks, 1), answers=sum(map(bool, answers)))
    if len(answers) == 1:
        return {"type": "shortanswer", "answers": tuple(Answer(one, 1.0) for one in answers[0])}
    return {"type": "cloze", "stem": with_places(stem, len(answers)), "parts": parts_of(answers), "mark": len(answers)}


def essay(asked: Asked) -> Said:
    """`essay`; a reference answer is kept as an option of that name."""
    answer = asked.text("answer")
    return {"type": "essay"} | ({"options": {"reference": answer}} if answer else {})


def numerical(asked: Asked) -> Said:
    """`numerical` where the answer is a number, else `essay`."""
    number = as_number(folded(asked.text("answer")).replace(",", ""))
    if number is None:
        return essay(asked)
    tolerance = asked.text("tolerance")
    allowed = as_number(folded(tolerance)) if tolerance else 0.0
    if allowed is None or allowed < 0:
        raise Unfit(Code.NUMBER, "tolerance", text=tolerance[:_SHOWN])
    return {"type": "numerical", "answers": (Answer(as_text(number), 1.0, allowed),)}


def ordering(asked: Asked, options: Sequence[str]) -> Said:
    """`ordering` by the letters of its options, or by the texts themselves in their right order."""
    answer = asked.text("answer")
    if not answer:
        raise Unfit(Code.NO_ANSWER, "answer")
    letters = _LETTERS.sub("", folded(answer))
    if options and sorted(letters) == list(ascii_uppercase[: len(options)]):
        return {"type": "ordering", "items": tuple(options[ascii_uppercase.index(one)] for one in letters)}
    items = tuple(one for one in _ORDER.split(answer) if one)
    if len(items) < 2 or (options and sorted(items) != sorted(options)):
        raise Unfit(Code.SHEET_ANSWER, "answer", text=answer[:_SHOWN])
    return {"type": "ordering", "items": items}


def matching(asked: Asked, options: Sequence[str]) -> Said:
    """`matching` by pairs such as left -> right, in the answer or in the options."""
    answer = asked.text("answer")
    for pieces in (split_escaped(answer, "|｜;；\n"), options):
        pairs = [_pair(one) for one in pieces if one]
        if len(pairs) >= 2 and all(pairs):
            return {"type": "matching", "pairs": tuple((left, right) for left, right in filter(None, pairs))}
    if not answer:
        raise Unfit(Code.NO_ANSWER, "answer")
    raise Unfit(Code.SHEET_ANSWER, "answer", text=answer[:_SHOWN])


def _pair(text: str) -> tuple[str, str] | None:
    for sign in (_ARROW, _WEAK):
        sides = sign.split(text, maxsplit=1)
        if len(sides) == 2 and sides[1]:
            return unescaped(sides[0].strip()), unescaped(sides[1].strip())
    return None
