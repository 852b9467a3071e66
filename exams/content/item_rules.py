"""Item-writing rules that one item shows by itself; those of the whole bank are in `bank_rules`."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from exams.content.answer_keys import right_letters
from exams.content.faults import Code
from exams.content.fields import Fields
from exams.content.forbidden import Forbidden
from exams.items.item import AnswerKey, Item, ItemType

_NEGATIVES = {
    "zh": re.compile(
        r"哪[^，。；：？?]{0,14}?(?:不该|不应|不得|不能|不可|不宜|不正确|不属于|不符合|不恰当|不妥|不包括|不对|错误|有误|算错|说错|做错)"
    ),
    "en": re.compile(
        r"\bwhich\b[^.,;:?]{0,60}?\b(?:must|should|may|can|could)(?: not|n[\'’]t)\b"
        r"|\bwhich\b[^.,;:?]{0,40}? are wrong\b|\bexcept\b",
        re.IGNORECASE,
    ),
}
"""A question that asks for what is wrong or forbidden."""

_BOLD_NEGATIVE = re.compile(
    r"\*\*[^*]*(?:不|错|误|\bnot\b|n['’]t|\bexcept\b|wrong|incorrect|cannot)[^*]*\*\*", re.IGNORECASE
)
_QUOTED = re.compile(r"“[^”]*”|「[^」]*」")
_NUMBER = re.compile(r"([^0-9]*?)(-?[0-9][0-9,]*(?:\.[0-9]+)?)([^0-9]*)")
_WEB = re.compile(r"https?:|www\.|\.(?:com|org|gov|cn)\b", re.IGNORECASE)
_QUESTION = ("？", "?")


def check_item(item: Item, key: AnswerKey, places: Mapping[str, Fields], forbidden: Forbidden) -> None:
    """Note what a rule forbids, at its place in the language that breaks it."""
    for language, fields in places.items():
        _check_stem(item, language, fields, forbidden)
        _check_options(item, key, language, fields, forbidden)
        if _WEB.search(key.explanations[language].text):
            fields.note("explanation", Code.EXPLANATION_WEB)
        if key.correct is True and (found := forbidden.promise(item.wordings[language].stem)):
            fields.note("stem", Code.STATEMENT_PROMISE, words=found)


def _check_stem(item: Item, language: str, fields: Fields, forbidden: Forbidden) -> None:
    stem = item.wordings[language].stem
    if found := forbidden.in_stem(stem):
        fields.note("stem", Code.STEM_FORBIDDEN, words=found)
    if item.type not in (ItemType.SINGLE, ItemType.MULTIPLE):
        return
    if stem and not any(mark in stem for mark in _QUESTION):
        fields.note("stem", Code.STEM_NO_QUESTION)
    asked = _NEGATIVES[language].search(_QUOTED.sub("", stem).replace("*", ""))
    if asked and not _BOLD_NEGATIVE.search(stem):
        fields.note("stem", Code.NEGATIVE_PLAIN, words=asked.group())


def _check_options(item: Item, key: AnswerKey, language: str, fields: Fields, forbidden: Forbidden) -> None:
    table = fields.table("options", needed=False)
    options = item.wordings[language].options
    right = right_letters(key.correct)
    for letter, text in options:
        if found := forbidden.in_option(text):
            table.note(letter, Code.OPTION_FORBIDDEN, letter=letter, words=found)
        if letter in right and (found := forbidden.promise(text)):
            table.note(letter, Code.OPTION_PROMISE, letter=letter, words=found)
    numbers = _numbers([text for _, text in options])
    if item.type in (ItemType.SINGLE, ItemType.MULTIPLE) and numbers != sorted(numbers):
        fields.note("options", Code.OPTIONS_ORDER)


def _numbers(texts: Sequence[str]) -> list[Decimal]:
    """The numbers of options that are nothing but numbers of one unit; empty where any of them is not."""
    found = [_NUMBER.fullmatch(text) for text in texts]
    whole = [one for one in found if one]
    if len(whole) < len(texts) or len({one.group(1, 3) for one in whole}) != 1:  # ②④①③ is an order, no number
        return []
    return [Decimal(one.group(2).replace(",", "")) for one in whole]
