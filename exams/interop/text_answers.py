"""Questions in running text, as Chinese papers are typed: numbers, lettered options, lines of 答案 (interop 3.5)."""

import re
from collections.abc import Iterator

from exams.interop.result import Read, Rejected, Warned
from exams.interop.sheets.asked import Asked, Doubt, Unfit
from exams.interop.sheets.brackets import answer_in_stem
from exams.interop.sheets.build import build
from exams.interop.sheets.cells import clean
from exams.interop.sheets.kinds import heading_kind
from exams.interop.sheets.labels import label_of, split_labels
from exams.interop.text_keys import KEYS_HEADING, Keys, keys_begun
from exams.interop.text_lines import field_of, number_of
from exams.interop.text_options import settle
from exams.interop.text_tidy import tidy, type_after, type_before

_ASKS = re.compile(r"[?？_]|[（(]\s*[)）]")
_RULE = re.compile(r"[-=*~—]{3,}")
"""A line drawn between questions."""


class Paper:
    """Takes a paper line by line; a question is told once its answer can be known, those without one at the end."""

    def __init__(self) -> None:
        self._kind = ""
        self._section = 0
        self._style = ""
        self._open: Asked | None = None
        self._number = 0
        self._last = ""
        self._blank = False
        self._listed = 0
        self._waiting: list[tuple[int, int, Asked]] = []
        self._keys: Keys | None = None

    def read(self, lines: Iterator[tuple[int, str]]) -> Iterator[Read]:
        """Every question of the lines, each with the line it begins at."""
        for at, raw in lines:
            line = tidy(clean(raw))
            if not line or _RULE.fullmatch(line):
                self._blank = True
                continue
            waiting = len(self._waiting)
            if self._keys is not None:
                self._keys.take(line)
            elif "答案" in line and KEYS_HEADING.fullmatch(line) and not self._is_unanswered_one():
                self._finish()
                self._keys = Keys()
            elif self._waiting and (begun := keys_begun(line)):
                self._finish()
                self._keys = Keys()
                self._keys.take(begun)
            else:
                self._line(at, line)
            self._blank = False
            if len(self._waiting) > waiting and self._keys is None:
                yield from self._ready()
        self._finish()
        yield from self._rest()

    def _is_unanswered_one(self) -> bool:
        """True where the line 答案 belongs to the open question: others before it had theirs."""
        return self._open is not None and not self._waiting and self._number > 1

    def _line(self, at: int, line: str) -> None:
        kind = heading_kind(line)
        if kind:
            self._forget_title()
            self._finish()
            self._kind, self._section, self._number, self._style = kind, self._section + 1, 0, ""
            return
        typed, text = type_before(line)
        style, number, rest = number_of(text)
        if style and self._begins(style, number):
            self._forget_title()
            self._finish()
            self._style, self._number = style, number
            self._start(at, rest, typed)
        elif (typed and self._is_complete()) or (not self._style and self._begins_unnumbered(line)):
            self._finish()
            self._number += 1
            self._start(at, text, typed)
        elif self._open is not None:
            self._more(self._open, line)

    def _forget_title(self) -> None:
        """What stands above the first number or heading and asks nothing is the paper's title."""
        if self._open is not None and not self._style and not self._section and self._number == 1:
            asks = self._is_complete() or _ASKS.search(self._open.text("stem"))
            self._open = self._open if asks else None

    def _begins(self, style: str, number: int) -> bool:
        """A number of the paper's own style, in its order; others belong to an answer or an option."""
        if self._open is None or not self._style:
            return True
        if style != self._style:
            return False
        is_next = number == self._number + 1
        return is_next or (self._is_complete() and self._last not in ("answer", "feedback")) or number > self._number

    def _is_complete(self) -> bool:
        """True where the open question has what ends one; also where none is open."""
        return self._open is None or bool(self._open.text("answer") or self._open.options)

    def _begins_unnumbered(self, line: str) -> bool:
        name = field_of(line)[0]
        if name == "stem":
            return self._is_complete()
        if name or label_of(line):
            return False
        if self._open is None or (self._is_complete() and self._blank):
            return True
        return self._last == "answer" and len(self._open.text("answer")) < 12

    def _start(self, at: int, text: str, typed: str) -> None:
        """A question with its first line; the type in brackets before it goes before its section's."""
        inside, text = type_before(text)
        self._open, self._last = Asked(line=at, kind=typed or inside or self._kind), "stem"
        self._listed = 0
        self._more(self._open, text)

    def _more(self, asked: Asked, line: str) -> None:
        """A line of the open question: a field by its word, options by their letters, else more of what came last."""
        name, before, text = field_of(line)
        if name:
            if before:
                self._more(asked, before)
            self._field(asked, name, text)
            return
        if self._last in ("stem", "option"):
            stem, options = split_labels(line)
            if options and (self._last == "stem" or not stem):
                self._options(asked, stem, options)
                return
            if label_of(line):
                asked.options.append(line)
                self._last = "option"
                return
        if self._last == "stem":
            self._stem(asked, line)
        elif self._last == "option" and asked.options:
            asked.options[-1] += f"\n{line}"
        else:
            self._append(asked, self._last, line)

    def _stem(self, asked: Asked, line: str) -> None:
        """A line of the question's text; below a type in brackets at its end the options are listed."""
        typed, text = type_after(line)
        self._append(asked, "stem", text)
        if typed:
            asked.kind, self._listed = typed, asked.text("stem").count("\n") + 1

    def _options(self, asked: Asked, stem: str, options: list[str]) -> None:
        if stem:
            self._append(asked, "stem", stem)
        asked.options += [f"{chr(65 + at)}.{one}" for at, one in enumerate(options)]
        self._last = "option"

    def _field(self, asked: Asked, name: str, text: str) -> None:
        if name == "type":
            asked.kind = heading_kind(f"题型:{text}") or asked.kind
            return
        if name in ("stem", "options"):
            self._last = "stem"
            if text:
                self._more(asked, text)
            return
        other, before, rest = field_of(text)
        if before:
            self._append(asked, name, before)
        self._last = name
        if other and before:
            self._field(asked, other, rest)

    @staticmethod
    def _append(asked: Asked, name: str, text: str) -> None:
        had = asked.text(name)
        asked.texts[name] = f"{had}\n{text}" if had else text

    def _finish(self) -> None:
        if self._open is not None:
            settle(self._open, self._listed)
            self._waiting.append((self._section, self._number, self._open))
        self._open, self._last = None, ""

    def _ready(self) -> Iterator[Read]:
        """Questions that need no answers from the end of the paper."""
        while self._waiting and _is_answered(self._waiting[0][2]):
            yield from _told(self._waiting.pop(0)[2])

    def _rest(self) -> Iterator[Read]:
        for section, number, asked in self._waiting:
            key = self._keys.key(section, number) if self._keys is not None else ""
            if key and not asked.text("answer"):
                asked.texts["answer"] = key
            yield from _told(asked)


def read_text_answers(text: str) -> Iterator[Read]:
    """A whole text."""
    return read_lines(enumerate(re.split(r"\r\n|\r|\n", text), start=1))


def read_lines(lines: Iterator[tuple[int, str]]) -> Iterator[Read]:
    """Lines with their numbers."""
    return Paper().read(lines)


def _is_answered(asked: Asked) -> bool:
    return bool(asked.text("answer")) or bool(answer_in_stem(asked.text("stem"), asked.kind)[1])


def _told(asked: Asked) -> Iterator[Read]:
    doubts: list[Doubt] = []
    try:
        question = build(asked, doubts)
    except Unfit as unfit:
        yield Rejected(unfit.code, unfit.facts, asked.line)
        return
    yield from (Warned(one.code, one.facts, asked.line) for one in doubts)
    yield question
