"""Aiken: a line of text, lettered options, `ANSWER:` (interop 3.3)."""

import re
from collections.abc import Iterator

from exams.interop.codes import Code
from exams.interop.question import Answer, Question
from exams.interop.result import Read, Rejected
from exams.interop.texts import BLANK, name_from

_OPTION = re.compile(r"[A-Z][).][ \t]?")
_ANSWER = "ANSWER:"
_LEAST = 2


class _Open:
    """A question whose answer line has not come yet."""

    __slots__ = ("line", "options", "stem")

    def __init__(self, stem: str, line: int) -> None:
        self.stem = stem
        self.line = line
        self.options: list[str] = []

    def closed(self, letter: str) -> Read:
        """The question with its key."""
        if len(self.options) < _LEAST:
            return Rejected(Code.TOO_FEW, {"count": len(self.options), "least": _LEAST}, self.line)
        right = ord(letter) - ord("A") if letter else -1
        if not 0 <= right < len(self.options):
            return Rejected(Code.AIKEN_KEY, {"key": letter}, self.line)
        answers = tuple(Answer(text, float(number == right)) for number, text in enumerate(self.options))
        return Question("single", name_from(self.stem), self.stem, answers, format="plain", line=self.line)


def read_aiken(text: str) -> Iterator[Read]:
    """Every question of a text; a line that is neither option nor answer begins the next one."""
    asked: _Open | None = None
    for number, raw in enumerate(_lines(text), start=1):
        line = raw.strip(BLANK)
        if len(line.encode()) < 2:
            continue
        is_option, is_answer = _OPTION.match(line), line.startswith(_ANSWER)
        if not (is_option or is_answer):
            if asked is not None:
                yield _unfinished(asked)
            asked = _Open(line, number)
        elif asked is None:
            yield Rejected(Code.AIKEN_START, {}, number)
        elif is_option:
            asked.options.append(line[2:].strip(BLANK))
        else:
            yield asked.closed(line[len(_ANSWER) :].strip(BLANK)[:1])
            asked = None
    if asked is not None:
        yield _unfinished(asked)


def _lines(text: str) -> Iterator[str]:
    for found in re.finditer(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)", text):
        yield found[1]


def _unfinished(asked: _Open) -> Rejected:
    return Rejected(Code.AIKEN_END, {"text": asked.stem[:80]}, asked.line)
