"""`academy hr replay`: a collected sitting as it was shown and answered, for a dispute."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from desktop.commands.common import Context, Findings, common
from desktop.commands.hq_options import desk_of
from desktop.commands.hr_options import register_of, with_register
from desktop.commands.passphrases import with_passphrases
from desktop.words import pick, tr
from desktop.words.clock import clock_text
from desktop.words.findings import finding_sentence
from desktop.words.replay import given_text, json_value, step_text


@click.command()
@click.argument("sitting")
@click.option("--item", "position", type=click.IntRange(1), help="Only the steps of the question at this place.")
@with_register
@with_passphrases
@common
def replay(
    context: Context, sitting: str, position: int | None, register: Path | None, passphrase_file: Path | None, by: str
) -> None:
    """Replay a sitting step by step; exit 1 where the steps do not end in the state that was graded."""
    with desk_of(context, passphrase_file, by) as desk:
        material = desk.hr_material()
    with register_of(context, register, by) as opened:
        told = opened.disputes.replay(material, sitting)
    steps = [one for one in told.retold.steps if position in (None, one.position)]
    document = {**_about(told), "steps": [_step(one) for one in steps], "questions": _questions(told, position)}
    context.emit(document, "\n".join((*map(_line, steps), _verdict(told))))
    if not told.agrees:
        raise Findings


def _about(told: Any) -> dict[str, Any]:
    row, (percent, passed) = told.row, told.counted
    return {
        "sitting": row.sitting,
        "staff_id": row.staff_id,
        "branch": row.branch,
        "course": row.course,
        "session": row.session,
        "attempt": row.attempt,
        "state": row.state,
        "score": row.percent if row.percent >= 0 else None,
        "passed": row.passed,
        **({"counted": {"score": percent, "passed": passed}} if (percent, passed) != (row.percent, row.passed) else {}),
        "agrees": told.agrees,
        "findings": [
            {"code": str(one.code), "seq": one.seq, "message": finding_sentence(str(one.code), one.facts).text}
            for one in told.findings
        ],
        "incidents": [
            {"at": _moment(one.wt), "group": one.group, "text": one.text, "by": one.by} for one in told.incidents
        ],
    }


def _step(one: Any) -> dict[str, Any]:
    sitting, place = one.sitting, one.sitting.paper.at(one.position)
    given = sitting.answers.get(place.position)
    return {
        "step": one.number,
        "seq": one.record.line.seq,
        "event": one.event,
        "at": _moment(one.wt),
        "elapsed_ms": sitting.elapsed_ms,
        "remaining_ms": sitting.remaining_ms,
        "state": sitting.state.value,
        "position": place.position,
        "item": place.item,
        "language": one.lang or None,
        "answer": None if given is None else json_value(given),
        "draft": sitting.drafts.get(place.position),
        "flagged": place.position in sitting.flags,
        "struck": sorted(sitting.strikes.get(place.position, ())),
        "gone_ms": one.gone_ms,
        "gaps": [{"cause": gap.cause.value, "ms": gap.ms, "counted_ms": gap.counted_ms} for gap in one.gaps],
    }


def _questions(told: Any, position: int | None) -> list[dict[str, Any]]:
    return [
        {
            "position": one.position,
            "type": one.type.value,
            "points": one.points,
            "order": [letter for letter, _ in pick(one.options)],
            "stems": dict(one.stems),
            "options": {lang: [list(pair) for pair in pairs] for lang, pairs in one.options.items()},
            "unit": one.unit,
        }
        for one in told.questions.values()
        if position in (None, one.position)
    ]


def _line(one: Any) -> str:
    left = one.sitting.remaining_ms
    time = "–" if left is None else clock_text(-(-left // 1000))
    given = given_text(one.sitting, one.position)
    return f"{one.number:>4}  {time:>8}  {one.position:>3}  {step_text(one)}{f'  [{given}]' if given else ''}"


def _verdict(told: Any) -> str:
    if told.agrees:
        return tr("The steps end in the state that was graded.")
    return "\n".join(f"{finding_sentence(str(one.code), one.facts).text} [{one.code}]" for one in told.findings)


def _moment(wt: int) -> str:
    return datetime.fromtimestamp(wt / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


COMMANDS = (replay,)
