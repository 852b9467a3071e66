"""Options that carry their own letters, several in one text (interop 3.5)."""

import json
import re
from collections.abc import Sequence
from string import ascii_uppercase

_WIDE = str.maketrans("ＡＢＣＤＥＦＧＨＩＪＫＬａｂｃｄｅｆｇｈ", "ABCDEFGHIJKLABCDEFGH")
_LABEL = re.compile(r"\s*[(（\[【]?([A-Za-zＡ-Ｚａ-ｚ])(?:\s*[)）\]】][、.．:：]?|\s*[、.．:：)）])\s*")
_LETTER = "([A-Za-zＡ-Ｚ])"
_BARE = re.compile(rf"{_LETTER}(?<![A-Za-z0-9Ａ-Ｚ(（\[【].)\s*[、.．:：)）]\s*")
_BRACKETED = re.compile(rf"[(（\[【]\s*{_LETTER}\s*[)）\]】][、.．:：]?\s*")
_A, _B = re.compile("[AaＡ]"), re.compile("[BbＢ]")
_PLACES = {
    sign: place
    for place, letter in enumerate(ascii_uppercase)
    for sign in (letter, letter.lower(), chr(ord(letter) + 0xFEE0))
}
_LINES = re.compile(r"\s*\n\s*")
_PIPES = re.compile(r"(?<!\\)[|｜]")
_WEAK = tuple(re.compile(signs) for signs in (r"\s*[;；]\s*", r"\s*(?:///?|##?)\s*", r"\s*[,，]\s*", r"\s*、\s*"))
_LEAST_WEAK = 3
"""Options that signs between them must make, where those signs may as well belong to a text."""

_BETWEEN = ";；,，、|｜/#"
_LONGEST_LIST = 20_000


def without_label(text: str, place: int) -> str:
    """An option without the letter of its place in front; any other letter belongs to the text."""
    found = _LABEL.match(text)
    if found and found[1].translate(_WIDE).upper() == ascii_uppercase[place : place + 1]:
        return text[found.end() :]
    return text


def label_of(text: str) -> str:
    """The letter that an option begins with, in upper case; empty where there is none."""
    found = _LABEL.match(text)
    return found[1].translate(_WIDE).upper() if found else ""


def split_labels(text: str) -> tuple[str, list[str]]:
    """What stands before the options, and the options of a text whose letters run A, B, C, …; at least two."""
    if not (_A.search(text) and _B.search(text)):
        return text, []
    for labels in (_BARE, _BRACKETED):
        starts = _starts(text, labels)
        if len(starts) > 1:
            ends = [start for start, _ in starts[1:]] + [len(text)]
            options = [text[start:end].strip() for (_, start), end in zip(starts, ends, strict=True)]
            return text[: starts[0][0]].strip(), options
    return text, []


def _starts(text: str, labels: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where the labels are: A is the last one before B, for an answer in brackets may stand before it."""
    starts: list[tuple[int, int]] = []
    for found in labels.finditer(text):
        place = _PLACES[found[1]]
        if not place and len(starts) < 2:
            starts = [found.span()]
        elif place == len(starts):
            starts.append(found.span())
    return starts


def split_options(text: str) -> list[str]:
    """The options of one cell: a list of JSON, by bars, by lines, by their own letters, else by weaker signs."""
    listed = _json_list(text)
    if listed:
        return labelled(listed)
    for divided in (_PIPES.split(text), _LINES.split(text)):
        parts = [part.strip() for part in divided if part.strip()]
        if len(parts) > 1:
            return labelled(parts)
    before, options = split_labels(text)
    if options and not before:
        return _without_signs(options)
    weak = ([part.strip() for part in signs.split(text.strip().rstrip(_BETWEEN))] for signs in _WEAK)
    return next((parts for parts in weak if len(parts) >= _LEAST_WEAK and all(parts)), [text.strip()])


def _json_list(text: str) -> list[str]:
    """The texts of `["甲", "乙"]` or `{"A": "甲", "B": "乙"}`; nothing for another text."""
    if text[:1] not in ("[", "{") or len(text) > _LONGEST_LIST:
        return []
    try:
        listed = json.loads(text)
    except (ValueError, RecursionError):
        return []
    if isinstance(listed, dict):
        letters = [str(name).strip().upper() for name in listed]
        listed = list(listed.values()) if letters == list(ascii_uppercase[: len(letters)]) else []
    if not isinstance(listed, list) or any(isinstance(one, list | dict | bool) or one is None for one in listed):
        return []
    return [str(one).strip() for one in listed]


def _without_signs(options: list[str]) -> list[str]:
    """Without the one sign that stands behind every option but the last."""
    ends = {option[-1:] for option in options[:-1]}
    sign = ends.pop() if len(ends) == 1 else ""
    if not sign or sign not in _BETWEEN:
        return options
    return [option.removesuffix(sign).rstrip() for option in options]


def labelled(parts: Sequence[str]) -> list[str]:
    """Options without their letters, where those run from A; several on one line are divided."""
    before, options = split_labels("\n".join(parts))
    return options if len(options) >= len(parts) and not before else list(parts)
