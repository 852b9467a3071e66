"""A correction as HR's register and its commands spell it, checked against the item that it is about."""

import json
from collections.abc import Iterable
from typing import Any

from exams.errors import AcademyError
from exams.grading.correction import Correction, Remedy
from exams.grading.policy import WHOLE
from exams.items.item import AnswerKey, BestWorst, Item, ItemType, Response
from exams.items.response import is_blank, parse_response, response_json
from exams.register.regrade_errors import CorrectionRefused

_LISTED = frozenset(
    {ItemType.MULTIPLE, ItemType.ORDERING, ItemType.FILL, ItemType.DROPDOWN, ItemType.MATCHING, ItemType.HOTSPOT}
)


def key_correction(item: Item, key: AnswerKey, accepted: Iterable[object]) -> Correction:
    """Other answers are right, each in its JSON form; raises `CorrectionRefused` (numerical, key, same)."""
    if item.type is ItemType.NUMERICAL:
        raise CorrectionRefused(reason="numerical", item=item.id)
    told = tuple(dict.fromkeys(_accepted(item, one) for one in accepted))
    if not told:
        raise CorrectionRefused(reason="key", item=item.id)
    if told == (key.correct,):
        raise CorrectionRefused(reason="same", item=item.id)
    return Correction(Remedy.KEY, item.id, item.version, told)


def policy_correction(
    blueprint: str, pass_percent: int | None, red_line_needed: int | None, negative_percent: int | None
) -> Correction:
    """Other gates; raises `CorrectionRefused` (policy) where nothing changes or a number is out of range."""
    told = (pass_percent, red_line_needed, negative_percent)
    if all(one is None for one in told) or any(one is not None and not 0 <= one <= 100 for one in told):
        raise CorrectionRefused(reason="policy")
    negative = None if negative_percent is None else negative_percent * WHOLE // 100
    return Correction(Remedy.POLICY, "", 0, (), blueprint, pass_percent, red_line_needed, negative)


def answer_from(item: Item, text: str) -> object:
    """What a person typed as an answer in its JSON form: JSON as it is, else letters (`AC`, `C/A` for best/worst)."""
    plain = text.strip()
    if plain[:1] in ("[", "{") or item.type is ItemType.TRUEFALSE:
        try:
            return json.loads(plain.lower() if item.type is ItemType.TRUEFALSE else plain)
        except (ValueError, RecursionError):
            return None
    if item.type is ItemType.BEST_WORST:
        best, _, worst = plain.upper().partition("/")
        return {"best": best.strip(), "worst": worst.strip()}
    if item.type in _LISTED:
        return [*plain.upper().replace(",", "").replace(" ", "")]
    return plain.upper() if item.type is ItemType.SINGLE else plain


def _accepted(item: Item, value: object) -> Response:
    try:
        told = parse_response(item.type, item.letters, value)
    except AcademyError as error:
        raise CorrectionRefused(reason="key", item=item.id) from error
    if is_blank(told) or (isinstance(told, BestWorst) and not (told.best and told.worst)):
        raise CorrectionRefused(reason="key", item=item.id)
    return told


def correction_json(correction: Correction) -> dict[str, Any]:
    """Plain values; only what is said."""
    told: dict[str, Any] = {"remedy": correction.remedy.value}
    if correction.item:
        told |= {"item": correction.item, "version": correction.version}
    if correction.accepted:
        told["accepted"] = [response_json(one) for one in correction.accepted]
    for name in ("blueprint", "pass_percent", "red_line_needed", "negative"):
        if getattr(correction, name) not in ("", None):
            told[name] = getattr(correction, name)
    return told


def correction_text(correction: Correction) -> str:
    """The one spelling that is kept and signed."""
    return json.dumps(correction_json(correction), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def correction_from(text: str) -> Correction:
    """Read back what `correction_text` wrote."""
    told = json.loads(text)
    return Correction(
        Remedy(told["remedy"]),
        told.get("item", ""),
        told.get("version", 0),
        tuple(_read(one) for one in told.get("accepted", ())),
        told.get("blueprint", ""),
        told.get("pass_percent"),
        told.get("red_line_needed"),
        told.get("negative"),
    )


def _read(value: Any) -> Response:
    """Of a kept correction: it was checked when it was made."""
    match value:
        case {"best": str(best), "worst": str(worst)}:
            return BestWorst(best, worst)
        case list():
            return tuple(map(str, value))
        case bool():
            return value
        case _:
            return str(value)
