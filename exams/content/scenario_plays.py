"""What the best and the worst play of a call reach. Needs a graph that is whole and names that are known."""

from collections.abc import Iterable

from exams.content.faults import Code, Faults
from exams.content.scenarios import WrittenScenario
from exams.scenarios.measure import Play, best_play, most_of, worst_play
from exams.scenarios.scenario import Criterion, Scenario

_BEST = 90


def check_plays(written: WrittenScenario, faults: Faults) -> None:
    """The best play passes with 90, says and discovers all, in time; the worst fails; a red line can be crossed."""
    scenario, place = written.scenario, written.place
    best, worst = best_play(scenario), worst_play(scenario)
    if best.total < _BEST:
        facts = {"total": best.total, "wanted": _BEST, "replies": ", ".join(best.call.replies)}
        faults.note(place.file, place.line("node"), Code.SCENARIO_BEST_PLAY, **facts)
    if worst.total >= scenario.pass_mark:
        facts = {"total": worst.total, "wanted": scenario.pass_mark, "replies": ", ".join(worst.call.replies)}
        faults.note(place.file, place.line("pass_mark"), Code.SCENARIO_WORST_PLAY, **facts)
    for name in _missed(best, scenario):
        replies = ", ".join(best.call.replies)
        faults.note(place.file, place.line("node"), Code.SCENARIO_BEST_MISSES, name=name, replies=replies)
    if best.call.seconds > scenario.target_seconds:
        facts = {"target": scenario.target_seconds, "needed": best.call.seconds}
        faults.note(place.file, place.line("target_seconds"), Code.SCENARIO_TARGET_TIME, **facts)
    if not any(choice.red_line for node in scenario.nodes for choice in node.choices):
        faults.note(place.file, place.line("red_line"), Code.SCENARIO_NO_RED_LINE)
    _check_weights(written, faults)


def _missed(best: Play, scenario: Scenario) -> Iterable[str]:
    """What the best play leaves unsaid or hidden; the caller's patience, if that is lost."""
    yield from (one.id for one in scenario.phrases if one.id not in best.call.said)
    yield from (one.id for one in scenario.hidden if one.id not in best.call.discovered)
    if best.call.hung_up:
        yield "hang_up"


def _check_weights(written: WrittenScenario, faults: Faults) -> None:
    """No play earns more under a criterion than the rubric gives it: points would be lost without a word."""
    scenario, place = written.scenario, written.place
    for criterion in Criterion:
        most, weight = most_of(scenario, criterion), scenario.rubric.get(criterion, 0)
        if most > weight:
            facts = {"criterion": criterion.value, "most": most, "weight": weight}
            faults.note(place.file, place.line("rubric", criterion.value), Code.SCENARIO_WEIGHT, **facts)
