r"""GIFT as Moodle 4.5 reads it when executed, its bugs excepted (interop 3.1).

A blank line ends a question, even between braces. Comments are lines; escapes are `\: \# \= \{ \} \~ \n \\`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from exams.interop.codes import Code
from exams.interop.gift_answers import Block, answered, text_of
from exams.interop.question import Question
from exams.interop.result import NotRead, Read, Warned
from exams.interop.texts import BLANK, cleaned_name, name_from, with_newlines

_BLOCK = re.compile(r"(?:[ \t\r\0\x0b]*+[^ \t\r\0\x0b\n][^\n]*+(?:\n|\Z))++")
_ESCAPES = {"\\:": "\x01", "\\#": "\x02", "\\=": "\x03", "\\{": "\x04", "\\}": "\x05", "\\~": "\x06", "\\n": "\x07"}
_ESCAPE = re.compile(r"\\[\\:#={}~n]")
_CONTROLS = re.compile(r"[\x01-\x07]+")  # stand for escapes while a question is taken apart
_ID = re.compile(r"\[id:((?:[^\\\]]|\\.)+)\]")
_TAG = re.compile(r"\[tag:((?:[^\\\]<>]|\\.)+)\]")
_CATEGORY = "$CATEGORY:"
_FEEDBACK = "####"
_GAP = "_____"


class _Split(NamedTuple):
    """A question's text before its answers are looked at; `answers` is None for a description."""

    stem: str
    answers: str | None
    feedback: str


def read_gift(text: str) -> Iterator[Read]:
    """Every question of a text, in turn, with the line it begins at."""
    text = _CONTROLS.sub("", with_newlines(text))
    line, counted, category = 1, 0, ""
    for found in _BLOCK.finditer(text):
        begin = found.start()
        line += text.count("\n", counted, begin)
        counted = begin
        block, skipped, comments = _cleaned(found[0])
        if not block:
            continue
        first = line + skipped
        try:
            read, warnings = _question(block, first, category)
            if "[" in comments:
                read = _labelled(read, comments)
        except NotRead as refused:
            yield refused.rejected(first)
            continue
        if read.type == "category":
            category = read.category
        yield read
        yield from warnings


def _cleaned(raw: str) -> tuple[str, int, str]:
    """The block with trimmed lines and blanked comments, how many lines came before its first word, the comments."""
    lines = [line.strip(BLANK) for line in raw.split("\n")]
    if "//" not in raw:
        return "\n".join(lines).strip(BLANK), 0, ""
    kept = ["" if line.startswith("//") else line for line in lines]
    skipped = next((number for number, line in enumerate(kept) if line), 0)
    joined = "\n".join(line or " " for line in kept)
    return joined.strip(BLANK), skipped, "\n".join(line for line in lines if line.startswith("//"))


def _labelled(question: Question, comments: str) -> Question:
    """With the `[id:…]` and the `[tag:…]`s that Moodle writes into the comment above a question."""
    found = _ID.search(comments)
    tags = tuple(_label(tag) for tag in _TAG.findall(comments))
    return replace(question, idnumber=_label(found[1]) if found else "", tags=tags)


def _label(text: str) -> str:
    return text.replace("\\]", "]").strip(BLANK)


def _question(block: str, line: int, category: str) -> tuple[Question, list[Warned]]:
    if "\\" in block:
        block = _ESCAPE.sub(lambda found: _ESCAPES.get(found[0], "\\"), block)
    if block.startswith(_CATEGORY):
        return _category(block, line)
    name, text = _named(block)
    split = _split(text)
    stem, stem_format = text_of(split.stem, "moodle")
    feedback = text_of(split.feedback, stem_format)[0] if split.feedback else ""
    asked = Block(split.answers, stem_format, line)
    said = answered(asked)
    if split.answers is not None and "{" in split.stem:
        asked.warn(Code.GIFT_SECOND)
    question = Question(
        type=said.type,
        name=name or name_from(stem),
        stem=stem,
        answers=said.answers,
        correct=said.correct,
        pairs=said.pairs,
        items=said.items,
        format=stem_format,
        mark=0.0 if said.type == "description" else 1.0,
        penalty=said.penalty,
        feedback=feedback,
        category=category,
        options=said.options,
        line=line,
    )
    return question, asked.warnings


def _category(block: str, line: int) -> tuple[Question, list[Warned]]:
    # Moodle takes all up to the next blank line for the name; a question that hides there is at least told of.
    name = text_of(block[len(_CATEGORY) :].strip(BLANK), "plain", bracket=False)[0]
    warnings = [Warned(Code.GIFT_CATEGORY, {}, line)] if "\n" in block else []
    return Question("category", name, "", category=name, format="plain", mark=0.0, line=line), warnings


def _named(block: str) -> tuple[str, str]:
    if not block.startswith("::"):
        return "", block
    name, closed, text = block[2:].partition("::")
    if not closed:
        return "", block[2:]
    return cleaned_name(text_of(name, "plain", bracket=False)[0]), text.strip(BLANK)


def _split(text: str) -> _Split:
    begin, end = text.find("{"), text.find("}")
    if begin < 0 and end < 0:
        return _Split(text, None, "")
    if begin < 0 or end < 0:
        raise NotRead(Code.GIFT_BRACE, missing="{" if begin < 0 else "}")
    if end < begin:
        raise NotRead(Code.GIFT_BRACE, missing="{")
    gap = "" if text.endswith("}") else _GAP
    stem = f"{text[:begin]}{gap}{text[end + 1 :]}"
    answers, marked, feedback = text[begin + 1 : end].strip(BLANK).rpartition(_FEEDBACK)
    if not marked:
        return _Split(stem, feedback, "")
    return _Split(stem, answers.strip(BLANK), feedback)
