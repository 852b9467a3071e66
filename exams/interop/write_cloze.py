"""A cloze question back into its text with embedded answers (interop 3.4)."""

import re

from exams.interop.cloze import KINDS
from exams.interop.numbers import as_text
from exams.interop.question import Answer, Part, Question

_PLACE = re.compile(r"\{#([0-9]+)\}")
# Entities, for Moodle knows an escape of two of these signs only; `&amp;` in front of a sign would hide it.
_ENTITIES = str.maketrans({sign: f"&#{ord(sign)};" for sign in "&~#{}\\=%"})


def cloze_text(question: Question) -> str | None:
    """The stem with every `{#n}` as a blank; None where a weight is no whole number, or a blank has no place."""
    places = [int(found) for found in _PLACE.findall(question.stem)]
    if places != list(range(1, len(question.parts) + 1)) or any(part.mark != int(part.mark) for part in question.parts):
        return None
    return _PLACE.sub(lambda found: _blank(question.parts[int(found[1]) - 1]), question.stem)


def _blank(part: Part) -> str:
    kind = next((name for name, known in KINDS.items() if known == (part.type, dict(part.options))), _usual(part))
    return f"{{{int(part.mark)}:{kind}:{'~'.join(_alternative(part, one) for one in part.answers)}}}"


def _usual(part: Part) -> str:
    return next(name for name, (kind, _) in KINDS.items() if kind == part.type)


def _alternative(part: Part, answer: Answer) -> str:
    feedback = f"#{_escaped(answer.feedback)}" if answer.feedback else ""
    return f"{_weight(part, answer.fraction)}{_said(answer)}{feedback}"


def _weight(part: Part, fraction: float) -> str:
    if fraction == 0:
        return ""
    if fraction == 1 and part.type != "multiple":
        return "="
    return f"%{fraction * 100:.7f}".rstrip("0").rstrip(".") + "%"


def _said(answer: Answer) -> str:
    if answer.tolerance is None:
        return _escaped(answer.text)
    return f"{answer.text}:{as_text(answer.tolerance)}" if answer.tolerance else answer.text


def _escaped(text: str) -> str:
    # Entities are read before the two escapes, so a backslash that stands before one of their signs is doubled.
    return text.replace(r"\}", r"\\}").replace(r"\#", r"\\#").translate(_ENTITIES)
