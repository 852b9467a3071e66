"""The second language of a question: kept beside the first, asked where it is whole, written as one text in the editor.

A question holds it as its option `translation`: `stem`, `options` in the order of the first language's, `feedback`.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from unicodedata import normalize

from exams.interop.question import CHOICES, Question
from exams.items.item import LANGUAGES, ItemType, Wording

TRANSLATION = "translation"
"""The name of the option."""

_TRANSLATED = (ItemType.SINGLE, ItemType.MULTIPLE, ItemType.TRUEFALSE, ItemType.SHORTANSWER, ItemType.NUMERICAL)
_HAN = re.compile(r"[一-鿿]")
_LABELLED = re.compile(r"([A-Z])(?:[.)](?:\s+|$)|、\s*)(.*)")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def language_of(text: str) -> str:
    """`zh` for a text with Chinese characters, else `en`."""
    return "zh" if _HAN.search(text) else "en"


def translation_of(question: Question) -> Mapping[str, Any]:
    """What there is of the second language; empty where there is nothing."""
    said = question.options.get(TRANSLATION)
    return said if isinstance(said, Mapping) and isinstance(said.get("stem"), str) else {}


def is_whole(question: Question) -> bool:
    """True where the second language says everything that a candidate reads."""
    said = translation_of(question)
    if not str(said.get("stem", "")).strip():
        return False
    options = _texts(said)
    count = len(question.answers) if question.type in CHOICES else 0
    return len(options) == count and all(options) and len({normalize("NFKC", one) for one in options}) == count


def wordings_of(question: Question, kind: ItemType, own: Wording) -> tuple[Mapping[str, Wording], Mapping[str, str]]:
    """The wording and the explanation of each language; one alone stands in for both, so that no exam shows nothing."""
    if kind not in _TRANSLATED or not is_whole(question):
        return dict.fromkeys(LANGUAGES, own), dict.fromkeys(LANGUAGES, question.feedback)
    said = translation_of(question)
    letters = (letter for letter, _ in own.options)
    other = Wording(str(said["stem"]).strip(), tuple(zip(letters, _texts(said), strict=False)))
    spoken = language_of(own.stem)
    feedback = str(said.get("feedback", "")).strip() or question.feedback
    return (
        {language: own if language == spoken else other for language in LANGUAGES},
        {language: question.feedback if language == spoken else feedback for language in LANGUAGES},
    )


def translation_text(question: Question) -> str:
    """The second language as a person writes it: the question, then a line for each option, `A. …`."""
    said = translation_of(question)
    lines = [f"{letter}. {text}" for letter, text in zip(_LETTERS, _texts(said), strict=False)]
    return "\n".join([str(said.get("stem", "")).strip(), *lines]).strip()


def translation_from(text: str, before: Mapping[str, Any]) -> Mapping[str, Any]:
    """What such a text says, with the explanation there was before; empty for an empty text."""
    stem: list[str] = []
    options: list[str] = []
    for line in text.strip().splitlines():
        found = _LABELLED.fullmatch(line.strip())
        if found and found[1] == _LETTERS[len(options) : len(options) + 1]:
            options.append(found[2].strip())
        elif options:
            options[-1] = f"{options[-1]} {line.strip()}".strip()
        else:
            stem.append(line.strip())
    said: dict[str, Any] = {"stem": "\n".join(stem), "options": options, "feedback": before.get("feedback", "")}
    return {name: one for name, one in said.items() if one} if said["stem"] or options else {}


def _texts(said: Mapping[str, Any]) -> Sequence[str]:
    options = said.get("options", ())
    return (
        [str(one).strip() for one in options] if isinstance(options, Sequence) and not isinstance(options, str) else []
    )
