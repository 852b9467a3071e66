"""`academy hr report`, `matrix`, `person`, `items`: who stands where, and how the items measured."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from desktop.commands.common import Context, common
from desktop.commands.hr_options import register_of, with_register
from desktop.words import tr
from desktop.words.standing import state_word

_BRANCH = click.option("--branch", default="", help="Only this branch.")
_COURSE = click.option("--course", default="", help="Only this course.")
_PAGE = 200


@click.command()
@_BRANCH
@_COURSE
@click.option("--state", default="", help="Only people in this state, such as expired.")
@click.option("--limit", type=click.IntRange(1), default=1_000_000, help="At most so many people.")
@with_register
@common
def report(context: Context, branch: str, course: str, state: str, limit: int, register: Path | None) -> None:
    """Everybody's standing today, and what came from each branch."""
    with register_of(context, register) as opened:
        people = [_standing(one) for one in opened.people(branch, course, state, (limit, 0))]
        branches = [
            {"branch": one.branch, "expected": one.expected, "received": one.received}
            for one in opened.received_by_branch(branch)
        ]
    lines = [
        "  ".join((one["staff_id"], one["name"], one["branch"], one["course"], state_word(one["state"])))
        for one in people
    ]
    context.emit({"people": people, "branches": branches}, "\n".join(lines) or tr("Nobody found"))


def _standing(one: Any) -> dict[str, Any]:
    return {
        "staff_id": one.staff_id,
        "name": one.name,
        "branch": one.branch,
        "team": one.team,
        "course": one.course,
        "state": str(one.state),
        "score": one.percent if one.percent >= 0 else None,
        "certificate": one.certificate or None,
        "valid_until": one.until_day or None,
        "due": one.due_day or None,
    }


@click.command()
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, help="Branches on the page.")
@click.option("--offset", type=click.IntRange(0), default=0, help="After so many branches.")
@with_register
@common
def matrix(context: Context, limit: int, offset: int, register: Path | None) -> None:
    """Branch by branch and course by course: people by state, and pass rates."""
    with register_of(context, register) as opened:
        told = opened.matrix(limit, offset)
    cells = [_cell(told.cells[key]) for key in sorted(told.cells)]
    document = {"day": told.day, "branches": told.branches, "offset": told.offset, "courses": list(told.courses)}
    lines = [
        tr("{branch} · {course}: {valid} of {people} valid").format(
            branch=one["branch"] or tr("All branches"), course=one["course"], valid=one["valid"], people=one["people"]
        )
        for one in (*map(_cell, told.total), *cells)
    ]
    context.emit({**document, "total": [_cell(one) for one in told.total], "cells": cells}, "\n".join(lines))


def _cell(cell: Any) -> dict[str, Any]:
    counts = {str(state): count for state, count in sorted(cell.counts.items())}
    told = {"branch": cell.branch, "course": cell.course, "people": cell.people, "valid": cell.valid}
    return {**told, "pass_percent": cell.pass_percent, "valid_percent": cell.valid_percent, "states": counts}


@click.command()
@click.argument("staff_id")
@with_register
@common
def person(context: Context, staff_id: str, register: Path | None) -> None:
    """Everything the register has of one person."""
    with register_of(context, register) as opened:
        story = opened.person(staff_id)
    standings = [_standing(one) for one in story.standings]
    sittings = [{**_sitting(one), **_counted(story.counted.get(one.sitting))} for one in story.sittings]
    certificates = [
        {"number": one.number, "course": one.course, "issued": one.issued_day, "valid_until": one.until_day,
         "revoked": one.revoked}
        for one in story.certificates
    ]  # fmt: skip
    name = story.person.name if story.person else ""
    lines = [f"{staff_id}  {name}", *(f"{one['course']}  {state_word(one['state'])}" for one in standings)]
    document = {"staff_id": staff_id, "name": name, "standings": standings, "sittings": sittings}
    context.emit({**document, "certificates": certificates}, "\n".join(lines))


def _counted(told: tuple[int, bool] | None) -> dict[str, Any]:
    """What counts now, where appeals, markers or a later grading have changed what was collected."""
    return {"counted": {"score": told[0], "passed": told[1]}} if told else {}


def _sitting(one: Any) -> dict[str, Any]:
    told = {"sitting": one.sitting, "course": one.course, "session": one.session, "attempt": one.attempt}
    score = one.percent if one.percent >= 0 else None
    return {
        **told,
        "state": one.state,
        "score": score,
        "passed": one.passed,
        "accepted": one.accepted,
        "codes": one.codes,
    }


@click.command()
@click.argument("course")
@click.option("--exam", default="", help="Only this exam of the course, such as final.")
@with_register
@common
def items(context: Context, course: str, exam: str, register: Path | None) -> None:
    """How the items of a course measured, all branches together; flags only from 30 sittings on.

    Options and remarks are of the sittings that `academy hr marking gather` has looked through. With --json it is what
    `academy bank analyse` and the bank's page read.
    """
    with register_of(context, register) as opened:
        found = [asdict(one) for one in opened.figures.pooled(course, exam)]
    text = tr("{item}: {sittings} sittings, P {p}, D {d}, discrimination {discrimination_index} % {flags}")
    tried = " · " + tr("on trial, without points")
    lines = [
        text.format_map({name: _shown(value) for name, value in one.items()}).rstrip() + tried * one["trial"]
        for one in found
    ]
    context.emit({"course": course, "items": found}, "\n".join(lines) or tr("Nothing has been sat yet."))


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return " ".join(value)
    return f"{value:.3g}" if isinstance(value, float) else "–" if value is None else str(value)


COMMANDS = (report, matrix, person, items)
