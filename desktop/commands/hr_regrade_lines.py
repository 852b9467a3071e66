"""A run of re-grading as documents and lines: what its commands print."""

from typing import Any

from desktop.words.clock import datetime_text
from desktop.words.errors import sentence
from desktop.words.regrades import consequence_word, correction_sentence, figure_text, run_state_word, turn_word


def run_document(run: Any) -> dict[str, Any]:
    """A run without its list."""
    from exams import correction_json

    return {
        "run": run.number,
        "course": run.course,
        "correction": correction_json(run.correction),
        "outcomes": run.rule.outcomes.value,
        "certificates": run.rule.certificates.value,
        "reason": run.reason,
        "state": run.state.value,
        "proposed_by": run.proposed_by,
        "proposed": datetime_text(run.proposed_wt),
        "decided_by": run.decided_by,
    }


def run_line(run: Any) -> str:
    """A run in a line."""
    told = run_document(run)
    what, state = correction_sentence(told["correction"]), run_state_word(told["state"])
    return f"{run.number}  {run.course}  {what}  {state}"


def row_document(one: Any) -> dict[str, Any]:
    """One sitting, before and after."""
    figures = {name: _figure(getattr(one, name)) for name in ("before", "after", "counts")}
    told = {"sitting": one.sitting, "staff_id": one.staff_id, "branch": one.branch, **figures}
    return {**told, "change": one.turn.value, "consequence": one.consequence.value, "certificate": one.certificate}


def _figure(figure: Any) -> dict[str, Any]:
    return {"score": figure.score, "max_score": figure.max_score, "percent": figure.percent, "passed": figure.passed}


class _Plain:
    """A figure out of its JSON form."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.percent, self.passed = told["percent"], told["passed"]


def row_line(one: dict[str, Any]) -> str:
    """Who changes, out of `row_document`."""
    before, counts = (figure_text(_Plain(one[name])) for name in ("before", "counts"))
    return f"{one['branch']}  {one['staff_id']}  {before} → {counts}  {turn_word(one['change'])}"


def to_do_line(one: dict[str, Any]) -> str:
    """What an officer still has to see to."""
    return f"{one['branch']}  {one['staff_id']}  {one['sitting']}  {consequence_word(one['consequence'])}"


def fault_line(one: dict[str, Any]) -> str:
    """A sitting that could not be read."""
    return f"{one['branch']}  {one['staff_id']}  {one['file']}: {sentence(one['code']).text} [{one['code']}]"
