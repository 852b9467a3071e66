"""Missing word: `{=right ~wrong}` in the middle of a sentence, without escapes (Moodle's oldest text format)."""

import re
from collections.abc import Iterator

from exams.interop.codes import Code
from exams.interop.question import Answer, Question
from exams.interop.result import NotRead, Read
from exams.interop.texts import BLANK, name_from, with_newlines

_WEIGHT = re.compile(r"([0-9]+)%")
_GAP = "_____"


def read_missing_word(text: str) -> Iterator[Read]:
    """Every question of a text; a blank line ends one, the lines of one are joined."""
    lines: list[str] = []
    for number, raw in enumerate([*with_newlines(text).split("\n"), ""], start=1):
        line = raw.strip(BLANK)
        if line:
            lines.append(line)
        elif lines:
            yield _read(" ".join(lines), number - len(lines))
            lines = []


def _read(text: str, line: int) -> Read:
    try:
        return _question(text, line)
    except NotRead as refused:
        return refused.rejected(line)


def _question(text: str, line: int) -> Question:
    begin = text.find("{")
    end = text.find("}", begin)
    if begin < 0 or end < 0:
        raise NotRead(Code.WORD_BRACE, missing="{" if begin < 0 else "}")
    stem = f"{text[:begin]}{_GAP}{text[end + 1 :]}"
    pieces = text[begin + 1 : end].replace("=", "~=").split("~")
    answers = tuple(_answer(piece.strip(BLANK)) for piece in pieces if piece.strip(BLANK))
    if not answers:
        raise NotRead(Code.NO_ANSWER)
    kind = "single" if len(answers) > 1 else "shortanswer"
    if kind == "shortanswer":
        answers = (answers[0]._replace(fraction=1.0),)
    return Question(kind, name_from(stem), stem, answers, format="moodle", line=line)


def _answer(piece: str) -> Answer:
    fraction = 0.0
    weight = _WEIGHT.match(piece)
    if weight:
        fraction, piece = round(int(weight[1][:6]) / 100, 2), piece[weight.end() :]
    if piece.startswith("="):
        fraction, piece = 1.0, piece[1:]
    text, _, feedback = piece.removeprefix("_").partition("#")
    return Answer(text.strip(BLANK), fraction, None, feedback.strip(BLANK))
