"""Re-grading: nothing yet, keys that do not open, at work, released with what is left to do."""

from PySide6.QtWidgets import QWidget

from desktop.gallery.part import page, part
from desktop.gallery.returns import returns
from desktop.screens.hr_regrade.state import Draft, HrRegradeState, ItemRow, Stage
from desktop.screens.hr_regrade.view import HrRegradeView
from desktop.screens.hr_regrades.state import HrRegradesState, RunDetail, RunRow
from desktop.screens.hr_regrades.view import HrRegradesView
from desktop.style.look import look
from desktop.words import tr
from desktop.words.bank_words import type_word
from desktop.words.errors import sentence
from desktop.words.regrade_rows import RegradeCount, RegradeRow
from desktop.words.regrades import consequence_word, correction_sentence, run_state_word, turn_word

_WHAT = {"remedy": "key", "item": "2.3-014", "version": 2, "accepted": ["C", "B"]}
_COUNTS = {"up": 38, "down": 0, "better": 612, "same": 5349}
_PEOPLE = (
    ("T1002", "李明", "BJ-WJ01", 79, 81, "up", "issue"),
    ("T2040", "欧阳静怡", "SH-PD02", 78, 80, "up", "issue"),
    ("T1001", "王小雨", "BJ-WJ01", 90, 92, "better", "keep"),
)


def regrade() -> QWidget:
    """The pages of re-grading."""
    return page(
        tr("Graded again"),
        tr("Sealed sittings are never changed. What counts changes only once a second officer has released it."),
        part(tr("Runs"), _runs(HrRegradesState(), 420)),
        part(tr("Runs"), _runs(HrRegradesState((_run(),), _detail(), done=_done()), 1400)),
        *returns(),
        part(tr("Put a mistake right"), _proposal(HrRegradeState(fault=sentence("E_PASSPHRASE").text), 420)),
        part(tr("Put a mistake right"), _proposal(_working(), 1250)),
    )


def _done() -> str:
    return tr("Released. {revoked} certificates revoked, {confirmed} confirmed.").format(revoked=0, confirmed=5961)


def _runs(state: HrRegradesState, height: int) -> QWidget:
    view = HrRegradesView()
    view.show_state(state)
    view.setMinimumHeight(look().px(height))
    return view


def _proposal(state: HrRegradeState, height: int) -> QWidget:
    view = HrRegradeView()
    view.show_state(state)
    view.setMinimumHeight(look().px(height))
    return view


def _working() -> HrRegradeState:
    stem = "客户要求当场退还已划扣的费用，坐席应当先做什么？"
    items = (
        ItemRow("2.3-014@2", "2.3-014", 2, type_word("single"), stem, "B"),
        ItemRow("2.4-002@1", "2.4-002", 1, type_word("multiple"), "下列哪些情形必须升级处理？", "ACD"),
    )
    draft = Draft("TELE", item="2.3-014@2", right="C; B", exam="final", reason="两名同事核对条款后确认 C 也正确。")
    chosen = tr("{item}, version {version}. Right so far: {right}").format(item="2.3-014", version=2, right="B")
    return HrRegradeState(Stage.WORKING, draft, ("CASH", "TELE"), ("final",), items, chosen=chosen, percent=42)


def _run() -> RunRow:
    who = tr("{who}, {when}").format(who="H3001", when="2026-11-29 12:00")
    return RunRow("3", 3, "TELE", correction_sentence(_WHAT), who, run_state_word("released"))


def _detail() -> RunDetail:
    counts = (
        *(RegradeCount(turn_word(turn), _COUNTS[turn], bad=turn == "down") for turn in ("up", "down")),
        RegradeCount(tr("Only points change"), _COUNTS["better"]),
        RegradeCount(turn_word("same"), _COUNTS["same"]),
        RegradeCount(tr("Could not be read"), 1, bad=True),
    )
    fault = tr("{branch} · {staff_id} · {file}: {why} [{code}]").format(
        branch="GZ-TH03", staff_id="T3007", file="stick/D00000003-1-40.bundle",
        why=sentence("E_BUNDLE_ALTERED", {"sha256": "9f3c0a…"}).what, code="E_BUNDLE_ALTERED",
    )  # fmt: skip
    left = tr("{what}: {name} {staff_id}, {branch}, sitting {sitting}").format(
        what=consequence_word("issue"), name="李明", staff_id="T1002", branch="BJ-WJ01", sitting="5b1f0c7de2a94410"
    )
    facts = (
        (tr("State"), run_state_word("released")),
        (tr("Proposed by"), tr("{who}, {when}").format(who="H3001", when="2026-11-29 12:00")),
        (tr("Decided by"), tr("{who}, {when}").format(who="H3002", when="2026-11-29 15:30")),
        (tr("Originals"), tr("unchanged, {digest}").format(digest="991597bb104ddf0e")),
    )
    return RunDetail(
        3, correction_sentence(_WHAT), facts, counts, tuple(map(_person, _PEOPLE)), False, (fault,), (left,)
    )


def _person(told: tuple[str, str, str, int, int, str, str]) -> RegradeRow:
    staff_id, name, branch, before, after, turn, what = told
    text = tr("{percent}% · {passed}")
    was, now = (
        text.format(percent=percent, passed=tr("Passed") if percent >= 80 else tr("Failed"))
        for percent in (before, after)
    )
    return RegradeRow(staff_id, staff_id, name, branch, was, now, turn_word(turn), consequence_word(what))
