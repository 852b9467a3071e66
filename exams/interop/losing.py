"""What a format cannot say of a question, told before it is gone (interop 2, loss warnings)."""

from collections.abc import Collection

from exams.interop.codes import Code
from exams.interop.question import PENALTY, Question
from exams.interop.result import Warned

USUAL_PENALTIES = {"truefalse": 1.0}
_USUAL_MARKS = {"description": 0.0, "category": 0.0}


def lost(question: Question, kept: Collection[str], kept_options: Collection[str] = ()) -> list[Warned]:
    """One warning that names every field in use that is not among those the format keeps."""
    used = {
        "mark": question.mark != _USUAL_MARKS.get(question.type, 1.0),
        "penalty": question.penalty not in (PENALTY, USUAL_PENALTIES.get(question.type)),
        "feedback": bool(question.feedback),
        "tags": bool(question.tags),
        "idnumber": bool(question.idnumber),
        "media": bool(question.media),
        "category": bool(question.category) and question.type != "category",
        "fractions": any(one.fraction not in (0.0, 1.0) for one in question.answers),
        "answer feedback": any(one.feedback for one in question.answers),
    }
    gone = [name for name, is_used in used.items() if is_used and name not in kept]
    gone += [name for name in question.options if name not in kept_options]
    return [Warned(Code.LOST, {"name": question.name, "what": ", ".join(gone)}, question.line)] if gone else []


def not_written(question: Question) -> list[Warned]:
    """The warning for a question that is left out."""
    return [Warned(Code.NOT_WRITTEN, {"name": question.name, "type": question.type}, question.line)]
