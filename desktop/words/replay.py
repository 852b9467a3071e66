"""The steps of a replayed sitting in words."""

from collections.abc import Callable, Iterable
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

from desktop.words.catalogue import mark, tr
from desktop.words.overrides import cause_text, gap_text

if TYPE_CHECKING:
    from exams import Response, Sitting

_EVENTS = {
    "start": mark("The exam begins"),
    "show": mark("Question {position} comes on the screen"),
    "draft": mark("Question {position}: something is typed"),
    "strike": mark("Question {position}: options struck out"),
    "highlight": mark("Question {position}: words highlighted"),
    "scratch": mark("Scratch notes changed"),
    "comment": mark("Question {position}: a remark to HR"),
    "focus_lost": mark("The window loses the focus"),
    "focus_gained": mark("The window has the focus again"),
    "heartbeat": mark("Time goes on"),
    "pause": mark("The proctor pauses the exam"),
    "resume": mark("The proctor lets it go on"),
    "extend": mark("The proctor adds minutes"),
    "reopen": mark("Opened again by the proctor"),
    "suspend": mark("The computer sleeps"),
    "handover": mark("It moves to another PC"),
    "carried": mark("Answers arrive at the other PC"),
    "void": mark("Declared void"),
    "graded": mark("Graded"),
    "certificate": mark("A certificate is issued"),
    "incident": mark("Incident: {text}"),
}
_HAND_INS = {
    "hand": mark("Handed in"),
    "time": mark("Handed in as the time was over"),
    "forced": mark("Handed in by the proctor"),
}


def step_text(step: Any) -> str:
    """What happened in a step, and what it says about the time."""
    told = _told(step)
    gaps = tr(", ").join(f"{cause_text(gap.cause)} ({gap_text(gap)})" for gap in step.gaps)
    return f"{told} · {gaps}" if gaps else told


def _told(step: Any) -> str:
    about, event = step.about, str(step.event)
    facts = {"position": about.get("position", step.position), "text": about.get("text", "")}
    if event == "answer":
        taken = tr("Question {position}: the answer is taken back")
        given = tr("Question {position}: answered")
        return (taken if about.get("value") is None else given).format_map(facts)
    if event == "flag":
        told = tr("Question {position}: flagged") if about.get("on") else tr("Question {position}: no longer flagged")
        return told.format_map(facts)
    if event == "resume" and not about.get("by"):
        return tr("The program is there again")
    if event == "submit":
        return tr(_HAND_INS.get(str(about.get("cause")), _HAND_INS["hand"]))
    return tr(_EVENTS[event]).format_map(facts) if event in _EVENTS else event


def given_text(sitting: "Sitting", position: int) -> str:
    """The answer that stands, with the letters that the person saw beside the options; empty where there is none."""
    given = sitting.answers.get(position)
    if given is None:
        return str(sitting.drafts.get(position, ""))
    place, letter = sitting.paper.at(position), seen_letters(sitting.paper.at(position).order)
    if place.type == "multiple" and isinstance(given, tuple):  # in the order of the screen, not of the author
        return tr(", ").join(sorted(map(letter, given)))
    return response_text(given, letter)


def response_text(given: "Response | None", letter: Callable[[str], str] = str) -> str:
    """A response in one line; `letter` says how an option is called."""
    if given is None:
        return ""
    if isinstance(given, bool):
        return tr("True") if given else tr("False")
    if isinstance(given, str):
        return letter(given)
    if isinstance(given, tuple):
        return tr(", ").join(map(letter, given))
    return tr("best {best}, worst {worst}").format(best=letter(given.best) or "–", worst=letter(given.worst) or "–")


def seen_letters(order: Iterable[str]) -> Callable[[str], str]:
    """From an authored letter to the one that stood beside the option; what is no option stays as it is."""
    shown = dict(zip(order, ascii_uppercase, strict=False))
    return lambda text: shown.get(text, text)


def json_value(response: "Response") -> object:
    """A response as the answer widgets and the command line spell it."""
    if isinstance(response, tuple):
        return list(response)
    return response if isinstance(response, str | bool) else {"best": response.best, "worst": response.worst}
