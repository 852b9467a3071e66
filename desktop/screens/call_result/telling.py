"""A result as the page shows it, in the language in use."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.screens.call_result.state import Better, CallResultState, Miss
from desktop.widgets.values import ChapterScore, Fact, RowValue, Tone
from desktop.words import pick, tr, trn
from desktop.words.calls import CRITERIA
from desktop.words.clock import clock_text, datetime_text
from exams import CallPlay, CallTry

PASSABLE = 80
"""The share of a criterion's weight, in percent, from which its bar is shown as good."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the result is shown with: all ended plays of this call, newest first, and the titles of its sections."""

    tries: tuple[CallTry, ...]
    sections: Mapping[str, Mapping[str, str]]


def told(play: CallPlay, setting: Setting) -> CallResultState:
    """The whole page; a play without a result is shown as an empty one."""
    result, scenario = play.result, play.call.scenario
    if result is None:
        return CallResultState(title=pick(scenario.titles))
    verdict, meaning = _verdict(play)
    return CallResultState(
        title=pick(scenario.titles),
        score=result.total,
        passed=result.passed,
        verdict=verdict,
        meaning=meaning,
        best=_best(play, setting.tries),
        red_line=pick(scenario.red_line) if result.red_line else "",
        facts=_facts(play),
        criteria=tuple(
            ChapterScore(
                tr(CRITERIA[one.value]),
                result.points[one] * 100 // weight,
                tr("{points} of {weight} points").format(points=result.points[one], weight=weight),
                PASSABLE,
            )
            for one, weight in scenario.rubric.items()
            if weight
        ),
        missed=_missed(play),
        better=_better(play),
        sections=tuple(
            RowValue(one, f"{one}  {pick(setting.sections[one])}", icon="book_open")
            for one in scenario.sections
            if one in setting.sections
        ),
        tries=tuple(_row(one, play.id) for one in setting.tries),
    )


def _verdict(play: CallPlay) -> tuple[str, str]:
    result, scenario = play.result, play.call.scenario
    if result is not None and result.red_line:
        return tr("Not passed: a red line was crossed"), tr("Whatever the points: this must not happen in a real call.")
    if result is not None and result.passed:
        return tr("Passed"), tr("A call that a customer would have thanked you for.")
    gap = scenario.pass_mark - (result.total if result is not None else 0)
    missing = trn("{n} point was missing.", "{n} points were missing.", gap)
    return tr("Not passed this time"), missing


def _best(play: CallPlay, tries: tuple[CallTry, ...]) -> str:
    mine = next((one for one in tries if one.play == play.id), None)
    if mine is None:
        return ""
    before = [one for one in tries if one.version == mine.version and one.ended_wt < mine.ended_wt]
    if not before:
        return tr("Your first play of this call.")
    best = max(before, key=_rank)
    if _rank(mine) > _rank(best):
        return tr("Your personal best: {score}, before {before}.").format(score=mine.score, before=best.score)
    return tr("Your personal best stays {score}.").format(score=best.score)


def _rank(one: CallTry) -> tuple[bool, int, int]:
    return one.passed, one.score, -one.seconds


def _facts(play: CallPlay) -> tuple[Fact, ...]:
    target = play.call.scenario.target_seconds
    time = tr("{time} of {target}").format(time=clock_text(play.seconds), target=clock_text(target))
    facts = [Fact(tr("Handling time"), time), Fact(tr("To pass"), str(play.call.scenario.pass_mark))]
    lost = -play.result.time_points if play.result is not None else 0
    if lost:
        facts.insert(1, Fact(tr("Lost to time"), trn("{n} point", "{n} points", lost)))
    return tuple(facts)


def _missed(play: CallPlay) -> tuple[Miss, ...]:
    scenario, result = play.call.scenario, play.result
    if result is None:
        return ()
    phrases = [
        Miss(pick(one.texts), tr("Had to be said"), "say") for one in scenario.phrases if one.id in result.missed
    ]
    hidden = [
        Miss(pick(one.texts), tr("Stayed hidden: nobody asked"), "search")
        for one in scenario.hidden
        if one.id in result.undiscovered
    ]
    wrong = [
        Miss(
            tr("{field}: {right}").format(field=pick(one.labels), right=pick(one.options[one.right])),
            tr("You noted: {value}").format(value=pick(one.options[play.note[one.id]]))
            if one.id in play.note
            else tr("Left empty in the note"),
            "note",
        )
        for one in scenario.note
        if one.id in result.wrong_fields
    ]
    return (*phrases, *hidden, *wrong)


def _better(play: CallPlay) -> tuple[Better, ...]:
    scenario, result = play.call.scenario, play.result
    if result is None:
        return ()
    nodes = {node.id: node for node in scenario.nodes}
    found = []
    for one in result.better:
        texts = {choice.id: pick(choice.texts) for choice in nodes[one.node].choices}
        found.append(Better(pick(nodes[one.node].texts), texts[one.reply], pick(one.feedback), texts[one.better]))
    return tuple(found)


def _row(one: CallTry, shown: str) -> RowValue:
    told = tr("{score} points · {time}").format(score=one.score, time=clock_text(one.seconds))
    if one.play == shown:
        told = tr("{first} · shown here").format(first=told)
    badge, tone = (tr("Passed"), Tone.GOOD) if one.passed else (tr("Not passed"), Tone.WARN)
    return RowValue(one.play, datetime_text(one.ended_wt), told, badge=badge, tone=tone, enabled=one.play != shown)
