"""What stands between the braces of a GIFT question: the type, tested in Moodle's order, and the answers."""

import re
from collections.abc import Callable
from typing import NamedTuple

from exams.interop.codes import Code
from exams.interop.fractions import is_known
from exams.interop.numbers import as_number, as_text, share
from exams.interop.question import NO_OPTIONS, PENALTY, Answer, Options
from exams.interop.result import NotRead, Warned
from exams.interop.texts import BLANK

_UNESCAPED = {1: ":", 2: "#", 3: "=", 4: "{", 5: "}", 6: "~", 7: "\n"}
_FORMATS = frozenset(("html", "markdown", "plain", "moodle"))
_WEIGHT = re.compile(r"%(-*[0-9]{1,2}\.?[0-9]*)%")
_TRUE = {"T": True, "TRUE": True, "F": False, "FALSE": False}
_SETTINGS = ("selectcount", "selecttype", "layouttype", "gradingtype")
_ORDER = re.compile(
    r">\s*(\d+)\s*(ALL|EXACT|RANDOM|REL|CONTIGUOUS|CONTIG)?\s*(HORIZONTAL|HORI|H|1|VERTICAL|VERT|V|0)?\s*"
    r"(ALL_OR_NOTHING|ABSOLUTE_POSITION|ABSOLUTE|ABS|RELATIVE_NEXT_EXCLUDE_LAST|RELATIVE_NEXT_INCLUDE_LAST"
    r"|RELATIVE_ONE_PREVIOUS_AND_NEXT|RELATIVE_ALL_PREVIOUS_AND_NEXT|RELATIVE_TO_CORRECT|RELATIVE|REL"
    r"|LONGEST_ORDERED_SUBSET|LONGEST_CONTIGUOUS_SUBSET)?\s*(?:SHOW|TRUE|YES|1|HIDE|FALSE|NO|0)?(?=\s)(.*)",
    re.DOTALL,
)


class Said(NamedTuple):
    """The type of a question and what its answers say."""

    type: str
    answers: tuple[Answer, ...] = ()
    correct: bool | None = None
    pairs: tuple[tuple[str, str], ...] = ()
    items: tuple[str, ...] = ()
    penalty: float = PENALTY
    options: Options = NO_OPTIONS


class Block:
    """What is between the braces, None where there are none; collects what is to be looked at."""

    __slots__ = ("format", "line", "text", "warnings")

    def __init__(self, text: str | None, stem_format: str, line: int) -> None:
        self.text = text or ""
        self.format = stem_format if text is not None else ""
        self.line = line
        self.warnings: list[Warned] = []

    def warn(self, code: Code, **facts: str | int) -> None:
        """Something to look at, at this question's line."""
        self.warnings.append(Warned(code, facts, self.line))


def text_of(text: str, usual: str, *, bracket: bool = True) -> tuple[str, str]:
    """A text with its escapes read, and its format: that of its `[html]` prefix, else the usual one."""
    if bracket and text.startswith("["):
        name, closed, rest = text[1:].partition("]")
        if closed and name in _FORMATS:
            usual, text = name, rest
    if text.isprintable():
        return text.strip(BLANK), usual
    return text.translate(_UNESCAPED).strip(BLANK), usual


def answered(block: Block) -> Said:
    """The type and the answers; raises `NotRead`."""
    if not block.format:
        return Said("description")
    text = block.text
    if not text:
        return Said("essay")
    for wanted, read in _TESTS:
        if wanted(text):
            return read(block)
    return _true_or_short(block)


def _choice(block: Block) -> Said:
    single = "=" in block.text
    pieces = _pieces(block.text.replace("=", "~="), "~")
    _demand(pieces, 2)
    answers = tuple([_option(block, piece.strip(BLANK)) for piece in pieces])
    if single and not any(one.fraction >= 1 for one in answers):
        block.warn(Code.NO_FULL_MARK)
    return Said("single" if single else "multiple", answers)


def _option(block: Block, piece: str) -> Answer:
    right = piece.startswith("=")
    text = piece[1:] if right else piece
    weight, text = _weighed(block, text, 1.0 if right else 0.0)
    if right and weight is not None:
        block.warn(Code.GIFT_WEIGHT)
    fraction = (1.0 if right else 0.0) if weight is None else weight
    return _answer(block, text, fraction)


def _answer(block: Block, text: str, fraction: float) -> Answer:
    said, marked, feedback = text.partition("#")
    shown, its_format = text_of(said.strip(BLANK), block.format)
    if not shown:
        block.warn(Code.EMPTY_OPTION)
    told = text_of(feedback.strip(BLANK), block.format)[0] if marked else ""
    return Answer(shown, fraction, None, told, "" if its_format == block.format else its_format)


def _weighed(block: Block, text: str, usual: float) -> tuple[float | None, str]:
    """The weight in front of an answer as a fraction, None where there is none, and the text behind it."""
    if not text.startswith("%"):
        return None, text
    found = _WEIGHT.match(text)
    if not found:
        return None, text
    number = as_number(found[1])
    if number is None:
        raise NotRead(Code.FRACTION, text=found[1])
    fraction = share(number)
    if fraction != usual and not is_known(fraction):
        block.warn(Code.FRACTION_UNKNOWN, fraction=found[1])
    return fraction, text[found.end() :]


def _matching(block: Block) -> Said:
    pieces = _pieces(block.text, "=")
    pairs = tuple([_pair(block, piece.strip(BLANK)) for piece in pieces])
    _demand(pieces, 2)
    return Said("matching", pairs=pairs)


def _pair(block: Block, piece: str) -> tuple[str, str]:
    left, arrow, right = piece.partition("->")
    if not arrow:
        raise NotRead(Code.GIFT_MATCHING, text=text_of(piece, block.format)[0])
    return text_of(left.strip(BLANK), block.format)[0], text_of(right, block.format, bracket=False)[0]


def _true_or_short(block: Block) -> Said:
    word, _, feedback = block.text.partition("#")
    word = word.strip(BLANK)
    if word in _TRUE:
        wrong, _, right = feedback.partition("#")
        told = {"wrong": text_of(wrong.strip(BLANK), block.format)[0], "right": text_of(right.strip(BLANK), "")[0]}
        return Said("truefalse", correct=_TRUE[word], penalty=1.0, options=_feedback_options(told))
    if word.upper() in _TRUE:
        block.warn(Code.GIFT_LOWER, text=word)
    answers = tuple([_accepted(block, piece.strip(BLANK)) for piece in _pieces(block.text, "=")])
    if not any(one.text for one in answers):
        raise NotRead(Code.NO_ANSWER)
    _full_mark(block, answers)
    return Said("shortanswer", answers)


def _feedback_options(told: dict[str, str]) -> Options:
    kept = {f"{name}_feedback": text for name, text in told.items() if text}
    return kept or NO_OPTIONS


def _accepted(block: Block, piece: str) -> Answer:
    weight, text = _weighed(block, piece, 1.0)
    return _answer(block, text, 1.0 if weight is None else weight)


def _numerical(block: Block) -> Said:
    numbers, tilde, other = block.text[1:].partition("~")
    answers = [_number(block, piece.strip(BLANK)) for piece in _pieces(numbers, "=")]
    if not answers:
        raise NotRead(Code.NO_ANSWER)
    _full_mark(block, answers)
    if tilde:
        feedback = other.partition("#")[2]
        answers.append(Answer("*", 0.0, None, text_of(feedback.strip(BLANK), block.format)[0]))
    return Said("numerical", tuple(answers))


def _number(block: Block, piece: str) -> Answer:
    weight, text = _weighed(block, piece, 1.0)
    said, _, feedback = text.partition("#")
    number, tolerance = _with_tolerance(text_of(said.strip(BLANK), block.format)[0])
    told = text_of(feedback.strip(BLANK), block.format)[0]
    return Answer(number, 1.0 if weight is None else weight, tolerance, told)


def _with_tolerance(text: str) -> tuple[str, float]:
    if text.find("..") > 0:
        low, _, high = text.partition("..")
        least, most = _asked(low), _asked(high)
        middle = (most + least) / 2
        return as_text(middle), most - middle
    if text.find(":") > 0:
        number, _, around = text.partition(":")
        return _as_written(number), _asked(around)
    return _as_written(text), 0.0


def _as_written(text: str) -> str:
    text = text.strip(BLANK)
    if text != "*":
        _asked(text)
    return text


def _asked(text: str) -> float:
    number = as_number(text)
    if number is None:
        raise NotRead(Code.NUMBER, text=text)
    return number


def _is_order(text: str) -> bool:
    return text[0] == ">" and _ORDER.fullmatch(text) is not None


def _ordering(block: Block) -> Said:
    found = _ORDER.fullmatch(block.text)
    lines = (found[5] if found else "").split("\n")
    items = tuple([said for line in lines if (said := text_of(line.strip(BLANK), block.format)[0])])
    _demand(items, 2)
    parts = dict(
        zip(("selectcount", "selecttype", "layouttype", "gradingtype"), found.groups() if found else (), strict=False)
    )
    return Said("ordering", items=items, options={name: said for name, said in parts.items() if said})


def _pieces(text: str, mark: str) -> list[str]:
    """Split at the mark; nothing but white space before the first mark is no piece."""
    pieces = text.split(mark)
    return pieces if pieces[0].strip(BLANK) else pieces[1:]


def _demand(pieces: list[str] | tuple[str, ...], least: int) -> None:
    if len(pieces) < least:
        raise NotRead(Code.TOO_FEW, count=len(pieces), least=least)


def _full_mark(block: Block, answers: list[Answer] | tuple[Answer, ...]) -> None:
    if not any(one.fraction >= 1 for one in answers):
        block.warn(Code.NO_FULL_MARK)


_TESTS: tuple[tuple[Callable[[str], bool], Callable[[Block], Said]], ...] = (
    (_is_order, _ordering),
    (lambda text: text[0] == "#", _numerical),
    (lambda text: "~" in text, _choice),
    (lambda text: "=" in text and "->" in text, _matching),
)
