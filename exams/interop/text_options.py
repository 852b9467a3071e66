"""The options of a typed question when all its lines are known: those marked as right, those without sure letters."""

import re

from exams.interop.sheets.asked import Asked
from exams.interop.sheets.labels import split_labels

_RIGHT = re.compile(r"\s*[(（\[【［]\s*(?:正确答案|正确选项|答案)\s*[)）\]】］]\s*$")
_SPACED = re.compile(r"([A-H])\s+(\S.*)")
_CHOICES = ("", "single", "multiple", "indefinite", "choice", "truefalse")


def settle(asked: Asked, listed: int) -> None:
    """Gives the question its options and the answer that marks say; from the line `listed` on the stem lists them."""
    if asked.options:
        _, options = split_labels("\n".join(asked.options))
        asked.options = options or asked.options
    elif asked.kind in _CHOICES:
        _from_stem(asked, listed)
    _by_marks(asked)


def _from_stem(asked: Asked, listed: int) -> None:
    """Options that a letter and a space begin, at the stem's end; else the lines below the type in brackets."""
    lines = asked.text("stem").split("\n")
    begin = max((at for at, line in enumerate(lines) if line.startswith("A ")), default=0)
    spaced = [_SPACED.fullmatch(line) for line in lines[begin:]]
    letters = "".join(found[1] for found in spaced if found)
    if begin and len(spaced) > 1 and letters == "ABCDEFGH"[: len(spaced)]:
        _take(asked, lines, begin, [found[2] for found in spaced if found])
    elif listed and len(lines) - listed > 1:
        _, options = split_labels("\n".join(lines[listed:]))
        _take(asked, lines, listed, options or lines[listed:])


def _take(asked: Asked, lines: list[str], begin: int, options: list[str]) -> None:
    asked.texts["stem"], asked.options = "\n".join(lines[:begin]), options


def _by_marks(asked: Asked) -> None:
    """The letters of the options marked as right, where no line says the answer."""
    if asked.text("answer"):
        return
    right = [at for at, option in enumerate(asked.options) if _RIGHT.search(option)]
    if right:
        asked.options = [_RIGHT.sub("", option) for option in asked.options]
        asked.texts["answer"] = "".join(chr(65 + at) for at in right)
