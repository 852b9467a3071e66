"""Re-grading in words: what changes for a person, what follows for a certificate, what was corrected."""

from collections.abc import Mapping
from typing import Any

from desktop.words.catalogue import mark, tr

_TURNS: Mapping[str, str] = {
    "up": mark("Failed → passed"),
    "down": mark("Passed → failed"),
    "better": mark("More points"),
    "worse": mark("Fewer points"),
    "same": mark("Unchanged"),
}
_CONSEQUENCES: Mapping[str, str] = {
    "none": mark("Nothing to do"),
    "keep": mark("Certificate stays"),
    "revise": mark("Issue a corrected certificate"),
    "issue": mark("Issue a certificate"),
    "revoke": mark("Certificate is revoked"),
}
_STATES: Mapping[str, str] = {
    "proposed": mark("Waits for a second officer"),
    "released": mark("Released"),
    "withdrawn": mark("Withdrawn"),
}
_OUTCOMES: Mapping[str, str] = {
    "never-lower": mark("Nobody is lowered"),
    "recompute": mark("What the answers give counts, lower too"),
}
_CERTIFICATES: Mapping[str, str] = {
    "keep": mark("Certificates stay as they are"),
    "revise": mark("A changed percent gets a corrected certificate"),
}


def turn_word(turn: str) -> str:
    """What changes for a person."""
    return tr(_TURNS[turn])


def consequence_word(consequence: str) -> str:
    """What follows for the certificate."""
    return tr(_CONSEQUENCES[consequence])


def run_state_word(state: str) -> str:
    """Where a run stands."""
    return tr(_STATES[state])


def outcome_rule_word(rule: str) -> str:
    """What counts where somebody's result gets worse."""
    return tr(_OUTCOMES[rule])


def certificate_rule_word(rule: str) -> str:
    """What becomes of certificates whose percent changes."""
    return tr(_CERTIFICATES[rule])


def figure_text(figure: Any) -> str:
    """A result in short: percent, and whether it passes."""
    passed = tr("Passed") if figure.passed else tr("Failed")
    return tr("{percent}% · {passed}").format(percent=figure.percent, passed=passed)


def correction_sentence(told: Mapping[str, Any]) -> str:
    """What is corrected, out of `correction_json`."""
    item = {"item": told.get("item", ""), "version": told.get("version", 0)}
    match told["remedy"]:
        case "key":
            answers = tr(" or ").join(map(answer_text, told["accepted"]))
            return tr("{item}, version {version}: {answers} is right").format(answers=answers, **item)
        case "credit":
            return tr("{item}, version {version}: full points for everybody").format(**item)
        case "remove":
            return tr("{item}, version {version}: removed").format(**item)
    return tr("{exam}: {gates}").format(exam=told["blueprint"], gates=", ".join(_gates(told)))


def _gates(told: Mapping[str, Any]) -> list[str]:
    said = (
        ("pass_percent", mark("{value}% to pass"), 1),
        ("red_line_needed", mark("{value} red lines right"), 1),
        ("negative", mark("a wrong answer loses {value}%"), 100_000),
    )
    return [tr(text).format(value=told[name] // unit) for name, text, unit in said if name in told]


def answer_text(answer: Any) -> str:
    """An answer as officers write it."""
    if isinstance(answer, dict):
        return f"{answer['best']}/{answer['worst']}"
    if isinstance(answer, list):
        return "".join(answer) if all(len(one) == 1 for one in answer) else ", ".join(answer)
    return str(answer).lower() if isinstance(answer, bool) else str(answer)
