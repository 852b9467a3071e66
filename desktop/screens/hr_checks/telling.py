"""What the page of spot checks says of branches, proctors, finals and pairs."""

from dataclasses import replace
from typing import Any

from desktop.screens.hr_checks.state import GroupRow, Opened, PairRow, WarnedRow
from desktop.words import mark, tr
from desktop.words.clock import date_text
from desktop.words.findings import finding_sentence
from desktop.words.spot_words import act_text

_SAID = {"done": mark("Done: {who}, {day}"), "open": mark("Opened again: {who}, {day}")}


def branch_row(one: Any) -> GroupRow:
    """A branch."""
    return _group(one.branch, one.branch, one)


def proctor_row(one: Any) -> GroupRow:
    """A proctor, with the branches where that was."""
    who = f"{one.name} {one.proctor}".strip()
    return _group(one.proctor, f"{who} ({', '.join(one.branches)})", one)


def _group(key: str, title: str, one: Any) -> GroupRow:
    codes = ", ".join(f"{code} {count}" for code, count in one.codes.items())
    return GroupRow(key, title, one.sittings, one.per_sitting, f"{one.per_sitting:.2f}", one.open, codes)


def title_of(opened: Opened) -> str:
    """Whose finals are listed."""
    if opened.proctor:
        return tr("Finals under proctor {who} with warnings").format(who=opened.proctor)
    return tr("Finals of {branch} with warnings").format(branch=opened.branch)


def code_texts(one: Any) -> tuple[str, ...]:
    """How often each warning was."""
    told = tr("{count} times: {what} [{code}]")
    return tuple(
        told.format(count=count, what=finding_sentence(code, {}).what, code=code) for code, count in one.codes.items()
    )


def warned_row(one: Any) -> WarnedRow:
    """A final."""
    why = " ".join(f"{finding_sentence(code, {}).what} [{code}]" for code in one.codes)
    person = f"{one.name} {one.staff_id}".strip()
    proctors, history = ", ".join(one.proctors) or "–", tuple(map(act_text, one.acts))
    return WarnedRow(one.sitting, one.session, person, one.course, proctors, why, _said(one), one.is_open, history)


def pair_row(one: Any) -> PairRow:
    """A pair."""
    same = tr("{same} of {both}").format(same=one.pair.same, both=one.pair.both)
    sittings, proctors = (one.pair.first, one.pair.second), ", ".join(one.proctors) or "–"
    row = PairRow(one.session, one.branch, one.people, sittings, same, f"{one.pair.expected:.1f}", proctors)
    history = tuple(map(act_text, one.acts))
    return replace(row, finding=one.finding, said=_said(one), is_open=one.is_open, history=history)


def _said(one: Any) -> str:
    if one.act is None:
        return tr("Nobody yet")
    again = one.act.act == "done" and one.is_open
    told = tr("Another warning since: {who}, {day}") if again else tr(_SAID[one.act.act])
    return told.format(who=one.act.who, day=date_text(one.act.wt))
