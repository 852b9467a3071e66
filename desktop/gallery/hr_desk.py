"""HR's desk beside the matrix: held results, spot checks, a course to assign, questions pooled from all branches."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.gallery.bank_making import judged_item, option_bars
from desktop.gallery.part import page, part
from desktop.screens.hr_assign.state import AssignmentRow, Draft, HrAssignState, PlanRow
from desktop.screens.hr_assign.view import HrAssignView
from desktop.screens.hr_checks.state import GroupRow, HrChecksState, Opened, PairRow, WarnedRow
from desktop.screens.hr_checks.view import HrChecksView
from desktop.screens.hr_held.state import HeldRow, HrHeldState
from desktop.screens.hr_held.view import HrHeldView
from desktop.screens.item_statistics.state import ItemStatisticsState, StatRow
from desktop.screens.item_statistics.view import ItemStatisticsView
from desktop.style.look import look
from desktop.words import tr
from desktop.words.errors import sentence
from desktop.words.findings import finding_sentence

_HANDED_IN = 1_795_579_200_000
_SESSION, _BRANCH = "S00000007", "GZ-TH03"


def hr_desk() -> QWidget:
    """Each page as a whole."""
    return page(
        tr("HR's desk"),
        tr("What HR looks into beside who is due."),
        part(tr("Held results"), _whole(HrHeldView(), _held(), 400)),
        part(tr("Spot checks"), _whole(HrChecksView(), _checks(), 1960)),
        part(tr("Assign courses"), _whole(HrAssignView(), _assign(), 1020)),
        part(tr("Item analysis"), _whole(ItemStatisticsView(pooled=True), ItemStatisticsState(), 480)),
        part(tr("Item analysis"), _whole(ItemStatisticsView(pooled=True), _pooled(), 1020)),
    )


def _whole(view: QWidget, state: object, height: int) -> QWidget:
    view.show_state(state)  # type: ignore[attr-defined]
    view.setMinimumHeight(look().px(height))
    return view


def _held() -> HrHeldState:
    by = tr("{who}, {when}").format(who="H3002", when="2026-11-29")
    rows = (
        HeldRow("1", _SESSION, "TELE", 24, _HANDED_IN, by),
        HeldRow("2", "S00000009", "CASH", 3, _HANDED_IN, step="propose"),
    )
    told = tr("{count} results of session {session} count from now on.").format(count=11, session="S00000004")
    return HrHeldState(rows, read=True, chosen="1", told=told)


def _checks() -> HrChecksState:
    why = f"{finding_sentence('W_PAUSE', {}).what} [W_PAUSE]"
    times = tr("{count} times: {what} [{code}]")
    return HrChecksState(
        read=True,
        branches=(
            GroupRow(_BRANCH, _BRANCH, 4, 1.5, "1.50", 1, "W_PAUSE 6"),
            GroupRow("BJ-WJ01", "BJ-WJ01", 40, 0.1, "0.10", 0, "W_CREDIT 4"),
        ),
        proctors=(GroupRow("P2001", f"陈静 P2001 ({_BRANCH})", 4, 1.5, "1.50", 1, "W_PAUSE 6"),),
        pairs=(
            PairRow(
                _SESSION, _BRANCH, ("T3001", "T3007"), ("s1", "s2"), _same(), "3.5", "P2001", said=tr("Nobody yet")
            ),
        ),
        opened=Opened(branch=_BRANCH, shown="all"),
        title=tr("Finals of {branch} with warnings").format(branch=_BRANCH),
        codes=(times.format(count=6, what=finding_sentence("W_PAUSE", {}).what, code="W_PAUSE"),),
        sittings=(
            WarnedRow("s1", _SESSION, "赵强 T3001", "TELE", "P2001", why, tr("Nobody yet")),
            WarnedRow("s4", _SESSION, "李敏 T3004", "TELE", "P2001", why, _done(), is_open=False, history=(_said(),)),
        ),
        finding="s4",
        chosen="s1 s2",
    )


def _done() -> str:
    return tr("Done: {who}, {day}").format(who="H3001", day="2026-11-29")


def _said() -> str:
    return tr("Done, {who}, {day}: {note}").format(who="H3001", day="2026-11-29", note="✓")


def _same() -> str:
    return tr("{same} of {both}").format(same=13, both=14)


def _assign() -> HrAssignState:
    fault = sentence("E_ASSIGNMENT.name", {"name": "T9999"}).text
    by = tr("{who}, {when}").format(who="H3001", when="2026-11-29")
    return HrAssignState(
        draft=Draft("TELE", names="T1001, T9999", due="2026-12-31"),
        plan=(PlanRow("T1001", 1, 0, 1), PlanRow("T9999", fault=fault)),
        rows=(AssignmentRow(1, "TELE", tr("everybody"), "2026-12-31", "2026-12-31", by),),
        read=True,
        chosen="1",
    )


def _pooled() -> ItemStatisticsState:
    facts = tr("Shown in {sittings} sittings, {share} of all · answers known of {answered}")
    rows = (
        StatRow(1, "TELE 2.1-014", "34 %", "-0.12", "118", "2", (34, -0.12, 118, 2)),
        StatRow(2, "TELE 1.1-loss", "88 %", "0.41", "240", "", (88, 0.41, 240, 0)),
    )
    return replace(
        judged_item(),
        rows=rows,
        chosen="1",
        title="TELE 2.1-014",
        facts=facts.format(sittings=118, share="49 %", answered=96),
        options=option_bars(),
        remarks=(f"{tr('No answer, or several, are right')} · 两项都对",),
        told=tr("Figures of {count} questions written.").format(count=298),
    )
