"""`academy hr staff` and `hr assign`: who there is, who must pass what by when; each list can be taken back."""

from pathlib import Path
from typing import Any

import click

from desktop.commands.common import Context, Findings, common
from desktop.commands.hr_options import register_of, with_register, with_who
from desktop.words import tr
from desktop.words.errors import sentence

_KINDS = ("joined", "left", "back", "moved", "corrected")


@click.group()
def staff() -> None:
    """The staff list: taken in with a preview, taken back, searched."""


@staff.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--dry-run", is_flag=True, help="Tell what would change; write nothing.")
@click.option("--part", is_flag=True, help="The list holds only some people: nobody has left.")
@with_register
@with_who
@common
def import_(context: Context, file: Path, dry_run: bool, part: bool, register: Path | None, by: str) -> None:
    """Take in a staff list (.xlsx, .xls, .csv); a list with a wrong row is not taken in, exit 1."""
    with register_of(context, register, by, new=True) as opened:
        read = opened.read_staff(file)
        if dry_run or read.found:
            plan, done = opened.plan_staff(read.rows, part=part), None
        else:
            plan, done = opened.import_staff(read, part=part)
    document = {
        "file": read.name,
        "import": done.number if done else None,
        "dry_run": dry_run,
        "rejected": [_fault(one) for one in read.found],
        **{kind: [_change(one) for one in plan.changes if one.kind == kind] for kind in _KINDS},
        "same_names": [{"name": name, "staff_ids": list(ids)} for name, ids in plan.same_names],
        "unchanged": plan.unchanged,
    }
    context.emit(document, _text(document))
    if read.found:
        raise Findings


def _fault(one: Any) -> dict[str, Any]:
    facts = {"staff_id": one.text, "row": one.row}
    return {"row": one.row, "code": one.code, "staff_id": one.text, "message": sentence(one.code, facts).text}


def _change(one: Any) -> dict[str, Any]:
    told = {"staff_id": one.after.staff_id, "name": one.after.name, "branch": one.after.branch, "team": one.after.team}
    before = one.before
    return {**told, "was": {"name": before.name, "branch": before.branch, "team": before.team} if before else None}


def _text(told: dict[str, Any]) -> str:
    lines = [tr("Row {row}: {message} [{code}]").format(**one) for one in told["rejected"]]
    lines += [
        tr("Namesakes: {name} ({staff_ids})").format(name=one["name"], staff_ids=", ".join(one["staff_ids"]))
        for one in told["same_names"]
    ]
    counts = {kind: len(told[kind]) for kind in _KINDS}
    lines.append(
        tr("{joined} joined, {left} left, {back} came back, {moved} moved, {corrected} corrected.").format(**counts)
    )
    if told["import"]:
        lines.append(tr("Import {number} is done; `hr staff undo` takes it back.").format(number=told["import"]))
    else:
        lines.append(tr("Nothing was written."))
    return "\n".join(lines)


@staff.command()
@with_register
@with_who
@common
def undo(context: Context, register: Path | None, by: str) -> None:
    """Take the last staff list back: everybody stands as before it."""
    with register_of(context, register, by) as opened:
        gone = opened.undo_staff()
    told = tr("Import {number} ({file}) is gone; {changes} people stand as before it.")
    document = {"import": gone.number, "file": gone.file, "changes": gone.changes}
    context.emit(document, told.format(number=gone.number, file=gone.file, changes=gone.changes))


@staff.command()
@click.argument("kept")
@click.argument("gone")
@with_register
@with_who
@common
def merge(context: Context, kept: str, gone: str, register: Path | None, by: str) -> None:
    """Make the record GONE one with KEPT: a person with a new staff ID; `hr staff undo` takes it back."""
    with register_of(context, register, by) as opened:
        done = opened.merge(kept, gone)
        person = _person(opened.person(kept).person)
    document = {"import": done.number if done else None, "kept": kept, "gone": gone, "person": person}
    context.emit(document, tr("{gone} is one with {kept} now; `hr staff undo` takes it back.").format(**document))


@staff.command()
@with_register
@common
def alike(context: Context, register: Path | None) -> None:
    """Records that look like one person: one name and one end of the ID number; exit 1 where there are any."""
    with register_of(context, register) as opened:
        found = [[_person(one) for one in group] for group in opened.likely_same()]
    lines = [f"{group[0]['name']}: {', '.join(one['staff_id'] for one in group)}" for group in found]
    context.emit({"alike": found}, "\n".join(lines) or tr("No two records look like one person."))
    if found:
        raise Findings


@staff.command()
@click.argument("text")
@with_register
@common
def find(context: Context, text: str, register: Path | None) -> None:
    """People whose staff ID or name begins so."""
    with register_of(context, register) as opened:
        found = [_person(one) for one in opened.find(text)]
    lines = ["  ".join(filter(None, (one["staff_id"], one["name"], one["branch"], one["team"]))) for one in found]
    context.emit({"people": found}, "\n".join(lines) or tr("Nobody found"))


def _person(one: Any) -> dict[str, Any]:
    told = {"staff_id": one.staff_id, "name": one.name, "latin": one.latin, "branch": one.branch, "team": one.team}
    return {**told, "id_number": f"••••{one.id_tail}" if one.id_tail else "", "active": one.active}


@click.group("assign")
def assignment() -> None:
    """Which course people must pass, and by when."""


@assignment.command()
@click.argument("course")
@click.option("--person", "people", multiple=True, help="A staff ID.")
@click.option("--branch", "branches", multiple=True, help="Everybody of a branch.")
@click.option("--team", "teams", multiple=True, help="A team, as BRANCH/TEAM.")
@click.option("--everybody", is_flag=True, help="Everybody there is.")
@click.option("--due", default="", help="The last day, such as 2026-12-31.")
@with_register
@with_who
@common
def add(context: Context, course: str, due: str, everybody: bool, register: Path | None, by: str, **who: Any) -> None:
    """Assign a course to people, teams, branches or everybody; newcomers to them are meant too."""
    wanted = [(kind, name) for kind in ("person", "branch", "team") for name in who[_OPTIONS[kind]]]
    wanted += [("all", "")] if everybody else []
    if not wanted:
        raise click.UsageError(tr("Name people, a team, a branch, or --everybody."))
    with register_of(context, register, by, new=True) as opened:
        done = [_assignment(opened.assign(course, kind, name, due)) for kind, name in wanted]
    context.emit({"assignments": done}, "\n".join(map(_told, done)))


_OPTIONS = {"person": "people", "branch": "branches", "team": "teams"}


@assignment.command("list")
@with_register
@common
def list_(context: Context, register: Path | None) -> None:
    """All assignments by number."""
    with register_of(context, register) as opened:
        done = [_assignment(one) for one in opened.assignments()]
    context.emit({"assignments": done}, "\n".join(map(_told, done)) or tr("Nothing is assigned yet."))


@assignment.command()
@click.argument("number", type=int)
@with_register
@with_who
@common
def remove(context: Context, number: int, register: Path | None, by: str) -> None:
    """Take an assignment back."""
    with register_of(context, register, by) as opened:
        gone = _assignment(opened.unassign(number))
    context.emit(gone, tr("Taken back: {what}").format(what=_told(gone)))


def _assignment(one: Any) -> dict[str, Any]:
    return {"number": one.number, "course": one.course, "kind": one.kind, "name": one.name, "due": one.due_day}


def _told(one: dict[str, Any]) -> str:
    whom = one["name"] or tr("everybody")
    if not one["due"]:
        return tr("{number}: {course} for {whom}, no last day").format(
            number=one["number"], course=one["course"], whom=whom
        )
    return tr("{number}: {course} for {whom} by {due}").format(
        number=one["number"], course=one["course"], whom=whom, due=one["due"]
    )


COMMANDS = (staff, assignment)
