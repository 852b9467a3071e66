"""A question as a form to write in, and what the item-writing rules say of it while it is written."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from exams.content.faults import Faults
from exams.content.fields import Fields, Place
from exams.content.forbidden import Forbidden, read_forbidden
from exams.content.item_rules import check_item
from exams.desk.bank_preview import right_letters_of
from exams.desk.spot_draft import spot_faults, spot_fields, spot_question
from exams.interop.question import Answer, Question
from exams.interop.texts import entities_read, name_from
from exams.interop.translations import TRANSLATION, is_whole, translation_from, translation_of, translation_text
from exams.items.item import AnswerKey, Difficulty, Explanation, Item, ItemType, Level, Response, Use, Wording

LETTERS = "ABCDEFGH"
CHOICES = ("single", "multiple")
_BLOCKS = re.compile(r"</?(?:p|br|div|span)\b[^>]*>", re.IGNORECASE)
_CHINESE = re.compile(r"[一-鿿]")
_LEAST_OPTIONS = 2
_NONE: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the form; `key` holds letters, `true` or `false`, or the accepted answers, one a line.

    `other` is the second language as `translation_text` writes it, empty where there is none yet. Of a picture to point
    into, `options` are the names of its regions and `regions` tells where they lie, a line each.
    """

    type: str
    stem: str
    options: tuple[str, ...] = ()
    key: str = ""
    chapter: str = ""
    level: str = ""
    feedback: str = ""
    other: str = ""
    regions: str = ""


@dataclass(frozen=True, slots=True)
class DraftFinding:
    """A code with its facts; while one `refuses`, the draft cannot be saved."""

    code: str
    facts: Mapping[str, Any] = field(default_factory=lambda: _NONE)
    refuses: bool = False


def forbidden_in(folder: Path) -> Forbidden:
    """The words of `folder`/bank/forbidden.toml; none where that file is not there."""
    return read_forbidden(folder, Faults())


def draft_of(asked: Question) -> Draft | None:
    """The form of a question; None for types, pictures and markup that the form would lose."""
    if asked.type == "hotspot":
        return _spot_draft(asked)
    key = _KEYS.get(asked.type)
    if asked.type == "shortanswer" and any(one.fraction not in (0.0, 1.0) for one in asked.answers):
        return None
    texts = [asked.stem, asked.feedback, *(one.text for one in asked.answers)]
    if (
        key is None
        or asked.media
        or len(asked.answers) > len(LETTERS)
        or not all(_is_plain(asked, one) for one in texts)
    ):
        return None
    stem, feedback, *options = (_plain(asked, one) for one in texts)
    level = str(asked.options.get("difficulty", ""))
    shown = tuple(options) if asked.type in CHOICES else ()
    return Draft(asked.type, stem, shown, key(asked), asked.category, level, feedback, translation_text(asked))


def _spot_draft(asked: Question) -> Draft | None:
    fields = spot_fields(asked, len(LETTERS))
    if fields is None or not all(_is_plain(asked, one) for one in (asked.stem, asked.feedback)):
        return None
    names, key, regions = fields
    stem, feedback = (_plain(asked, one) for one in (asked.stem, asked.feedback))
    level = str(asked.options.get("difficulty", ""))
    return Draft(asked.type, stem, names, key, asked.category, level, feedback, regions=regions)


def question_of(asked: Question, draft: Draft) -> Question:
    """The question with what stands in the form; weights of options stay where the key is still the same.

    A name that was made from the stem follows it.
    """
    options = {name: one for name, one in asked.options.items() if name not in ("difficulty", TRANSLATION)}
    if draft.level:
        options["difficulty"] = draft.level
    if other := translation_from(draft.other, translation_of(asked)):
        options[TRANSLATION] = other
    changed = replace(
        asked,
        stem=draft.stem,
        format="plain",
        category=draft.chapter,
        feedback=draft.feedback,
        options=options,
        name=name_from(draft.stem) if asked.name == name_from(asked.stem) else asked.name,
    )
    if draft.type == "hotspot":
        return spot_question(changed, asked, (draft.options, draft.key, draft.regions))
    if draft.type == "truefalse":
        return replace(changed, correct=draft.key == "true")
    if draft.type in CHOICES:
        return replace(changed, answers=_answers(asked, draft))
    return replace(changed, answers=tuple(Answer(one, 1.0) for one in _lines(draft.key)))


def other_draft(draft: Draft) -> Draft | None:
    """The draft as a candidate of the other language reads it; None where that language is not whole."""
    if draft.type == "hotspot":
        return None
    asked = question_of(Question(draft.type, "", ""), draft)
    said = translation_of(asked)
    if not is_whole(asked):
        return None
    return replace(draft, stem=str(said["stem"]), options=tuple(map(str, said.get("options", ()))))


def draft_findings(draft: Draft, forbidden: Forbidden) -> tuple[DraftFinding, ...]:
    """What keeps a draft from being saved, then what the item-writing rules say of it."""
    refused = tuple(DraftFinding(code, facts, refuses=True) for code, facts in _refusals(draft))
    doubts = tuple(DraftFinding(code, facts) for code, facts in _doubts(draft))
    return refused or doubts + tuple(_rules(draft, forbidden))


def _refusals(draft: Draft) -> Iterator[tuple[str, dict[str, Any]]]:
    filled = [one for one in draft.options if one.strip()]
    last = LETTERS[len(draft.options) - 1] if draft.options else "–"
    if not draft.stem.strip():
        yield "E_FIELD_MISSING", {"field": "stem"}
    if draft.type in CHOICES and len(filled) < _LEAST_OPTIONS:
        yield "E_TOO_FEW", {"count": len(filled), "least": _LEAST_OPTIONS}
    elif not draft.key.strip():
        yield "E_NO_ANSWER", {}
    elif draft.type in CHOICES:
        wrong = [letter for letter in draft.key if not _text_at(draft, letter)]
        if wrong:
            yield "E_SHEET_KEY", {"key": wrong[0], "last": last}
        if draft.type == "single" and len(draft.key) > 1:
            yield "E_SHEET_ONE", {"key": draft.key}
    elif draft.type == "hotspot":
        yield from spot_faults(draft.options, draft.key, draft.regions)


def _doubts(draft: Draft) -> Iterator[tuple[str, dict[str, Any]]]:
    filled = [one.strip() for one in draft.options if one.strip()]
    gap = "".join("x" if one.strip() else " " for one in draft.options).rstrip()
    if " " in gap:
        yield "W_EMPTY_OPTION", {}
    if len(set(filled)) < len(filled):
        yield "W_SHEET_SAME", {}
    if draft.type == "multiple" and len(draft.key) == 1:
        yield "W_SHEET_FEW", {"key": draft.key}
    if draft.other.strip() and not is_whole(question_of(Question(draft.type, "", ""), draft)):
        yield "W_TRANSLATION", {"count": len(filled) if draft.type in CHOICES else 0}


def _rules(draft: Draft, forbidden: Forbidden) -> Iterator[DraftFinding]:
    language = "zh" if _CHINESE.search(draft.stem) else "en"
    options = tuple((letter, text) for letter, text in zip(LETTERS, draft.options, strict=False) if text.strip())
    item = Item(
        id="draft",
        version=1,
        use=Use.EXAM,
        type=ItemType(draft.type),
        chapter=1,
        section="",
        objective="",
        facts=(),
        level=Level.REMEMBER,
        difficulty=Difficulty.EASY,
        wordings={language: Wording(draft.stem, options)},
    )
    key = AnswerKey(item.id, 1, _response(draft), {language: Explanation(draft.feedback)})
    faults = Faults()
    check_item(item, key, {language: Fields({}, Place("", {}), faults)}, forbidden)
    return (DraftFinding(fault.code.value, fault.facts) for fault in faults)


def _response(draft: Draft) -> Response:
    if draft.type == "truefalse":
        return draft.key == "true"
    return tuple(draft.key) if draft.type in ("multiple", "hotspot") else draft.key


def _answers(asked: Question, draft: Draft) -> tuple[Answer, ...]:
    kept = "".join(right_letters_of(asked)) == draft.key and len(asked.answers) == len(draft.options)
    share = 1.0 / max(1, len(draft.key))
    made = []
    for place, (letter, text) in enumerate(zip(LETTERS, draft.options, strict=False)):
        before = asked.answers[place] if place < len(asked.answers) else Answer("")
        fraction = before.fraction if kept else (share if letter in draft.key else 0.0)
        made.append(before._replace(text=text.strip(), fraction=fraction, format=""))
    while made and not made[-1].text:
        made.pop()
    return tuple(made)


def _text_at(draft: Draft, letter: str) -> str:
    place = LETTERS.find(letter)
    return draft.options[place].strip() if 0 <= place < len(draft.options) else ""


def _is_plain(asked: Question, text: str) -> bool:
    return asked.format == "plain" or "<" not in _BLOCKS.sub("", text)


def _plain(asked: Question, text: str) -> str:
    if asked.format == "plain":
        return text
    return entities_read(_BLOCKS.sub("\n", text)).strip()


def _lines(text: str) -> Sequence[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


_KEYS = {
    "single": lambda asked: "".join(right_letters_of(asked)),
    "multiple": lambda asked: "".join(right_letters_of(asked)),
    "truefalse": lambda asked: str(asked.correct).lower(),
    "shortanswer": lambda asked: "\n".join(one.text for one in asked.answers if one.fraction == 1.0),
}
