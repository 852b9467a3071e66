"""`academy hr marking`: answers that people have to look at, one after the other, by two who do not see each other."""

from pathlib import Path
from typing import Any

import click

from desktop.commands.common import Context, common
from desktop.commands.hq_options import desk_of
from desktop.commands.hr_officers import officer_of
from desktop.commands.hr_options import register_of, with_register, with_who
from desktop.commands.passphrases import with_passphrases
from desktop.words import pick, tr
from desktop.words.disputes import agreement_text, cause_word, milli_points, turn_text
from desktop.words.numbers import points_text
from desktop.words.replay import response_text


@click.group()
def marking() -> None:
    """Marks given by hand: what waits, one case at a time, how far markers agree."""


@marking.command()
@with_register
@with_passphrases
@common
def gather(context: Context, register: Path | None, passphrase_file: Path | None, by: str) -> None:
    """Look for answers that a person has to mark in everything that came since the last time."""
    with desk_of(context, passphrase_file, by) as desk:
        material = desk.hr_material()
    with register_of(context, register, by) as opened:
        found = opened.marking.gather(material)
        waiting = sum(one.turn > 0 for one in opened.marking.queue())
    text = tr("{found} answers found, {waiting} wait for a marker.").format(found=found, waiting=waiting)
    context.emit({"found": found, "waiting": waiting}, text)


@marking.command("list")
@click.option("--mine", is_flag=True, help="Only those that wait for you.")
@with_register
@with_who
@common
def list_(context: Context, mine: bool, register: Path | None, by: str) -> None:
    """What waits and whose turn it is; what anybody has given is not told."""
    with register_of(context, register, by) as opened:
        found = [one for one in opened.marking.queue() if one.mine or not mine]
    context.emit({"cases": [_waiting(one) for one in found]}, "\n".join(map(_line, found)) or tr("Nothing waits."))


@marking.command()
@click.argument("sitting")
@click.argument("position", type=click.IntRange(1))
@with_register
@with_passphrases
@common
def show(
    context: Context, sitting: str, position: int, register: Path | None, passphrase_file: Path | None, by: str
) -> None:
    """One answer with its question and an answer that counts in full."""
    with desk_of(context, passphrase_file, by) as desk:
        material = desk.hr_material()
    with register_of(context, register, by) as opened:
        told = opened.marking.case(material, sitting, position)
    question = told.question
    answer, correct = response_text(told.answer), response_text(told.correct)
    marks = [{"turn": one.turn, "by": one.marker, "points": one.points, "remark": one.remark} for one in told.marks]
    document = {
        **_waiting(told.waiting),
        "stems": dict(question.stems) if question else {},
        "answer": answer,
        "correct": correct,
        "remark": {"kind": told.comment.kind.value, "text": told.comment.text} if told.comment else None,
        "marks": marks,
    }
    lines = (_line(told.waiting), pick(question.stems) if question else "", answer, correct)
    context.emit(document, "\n".join(filter(None, lines)))


@marking.command()
@click.argument("sitting")
@click.argument("position", type=click.IntRange(1))
@click.argument("points")
@click.option("--remark", default="", help="Why, for the record.")
@with_register
@with_passphrases
@common
def mark(
    context: Context, sitting: str, position: int, register: Path | None, passphrase_file: Path | None, **told: Any
) -> None:
    """Give points, such as 0.5; the last mark that is needed changes the person's result."""
    given, by = milli_points(told["points"]), told["by"]
    if given is None:
        raise click.UsageError(tr("Points are a number such as 0.5."))
    by = officer_of(context, passphrase_file, by).name
    with desk_of(context, passphrase_file, by) as desk:
        material = desk.hr_material()
    with register_of(context, register, by) as opened:
        waiting = opened.marking.mark(material, sitting, position, given, told["remark"])
    context.emit(_waiting(waiting), _line(waiting))


@marking.command()
@with_register
@common
def agreement(context: Context, register: Path | None) -> None:
    """How far first and second markers agree."""
    with register_of(context, register) as opened:
        told = opened.marking.agreement()
    document = {
        "count": told.count,
        "same": told.same,
        "near": told.near,
        "thirds": told.thirds,
        "percent": told.percent,
        "kappa": told.kappa,
    }
    context.emit(document, agreement_text(told))


def _waiting(one: Any) -> dict[str, Any]:
    return {
        "sitting": one.sitting,
        "position": one.position,
        "item": one.item,
        "cause": one.cause,
        "most": one.most,
        "turn": one.turn,
        "mine": one.mine,
        "points": one.points,
    }


def _line(one: Any) -> str:
    most = tr("out of {points}").format(points=points_text(one.most))
    return f"{one.sitting}  {one.position:>3}  {cause_word(one.cause)}  {turn_text(one)}  {most}"


COMMANDS = (marking,)
