"""One wrong key put right in a whole register: originals untouched, before and after complete, two officers."""

from dataclasses import replace

import pytest

from exams.desk.errors import NoReason
from exams.desk.hr_regrading import RegradePlan, work_out
from exams.firewall.errors import FileUnreadable
from exams.grading.correction import Correction, Remedy
from exams.register.regrade_errors import CorrectionRefused, ReleaseRefused
from exams.register.regrade_work import graded_from
from exams.register.regrading import Consequence, Turn
from exams.store.register_errors import BundleAltered
from exams.store.register_files import bundle_path
from exams.store.register_matrix import standings_of
from exams.trust.keys import SealingKey
from tests.exams.grading.places import a_paper
from tests.exams.register.mistaken import NUMBER, PLACES, WRONG, Hq, person
from tests.exams.register.regrade_desk import RECOMPUTE, WHY, desk, house, plan, sha_of, worked
from tests.exams.register.sealed_house import COURSE

__all__ = ["house"]


def short(rows):
    return {one.staff_id: (one.before.percent, one.after.percent, one.counts.percent, one.turn) for one in rows}


@pytest.mark.feature("e5", "e6")
def test_every_sitting_is_graded_again_and_nobody_is_lowered(house):
    told = worked(house)
    assert short(told.rows) == {
        "T1001": (100, 80, 100, Turn.SAME),
        "T1002": (60, 80, 80, Turn.UP),
        "T2001": (80, 100, 100, Turn.BETTER),
        "T3001": (80, 80, 80, Turn.SAME),
        "T3002": (80, 80, 80, Turn.SAME),
    }
    assert [one.consequence for one in told.rows][:2] == [Consequence.KEEP, Consequence.ISSUE]
    assert (told.faults, told.waiting, told.untouched) == ((), 0, 0)


def test_recomputed_whoever_had_the_wrong_key_falls_and_a_certificate_follows_the_rule(house):
    harder = replace(plan(house, RECOMPUTE), correction=Correction(Remedy.POLICY, blueprint="final", pass_percent=100))
    told = desk(house).work_out(house.material, harder, lambda _done, _all: True)
    falls = [one.staff_id for one in told.rows if one.turn is Turn.DOWN]
    assert falls == ["T2001", "T3001", "T3002"]
    lower = worked(house, RECOMPUTE).rows[0]
    assert (lower.counts.percent, lower.turn, lower.consequence) == (80, Turn.WORSE, Consequence.REVISE)


def dump_of(house, *but):
    return {name: rows for name, rows in house.db.dump().items() if name not in but}


def bundles(house):
    return {path.name: path.read_bytes() for path in sorted((house.home / "bundles").rglob("*.bundle"))}


@pytest.mark.feature("e6")
def test_a_run_changes_nothing_before_a_second_officer_releases_it_and_originals_never(house):
    before, files = dump_of(house), bundles(house)
    told = worked(house)
    assert dump_of(house) == before
    desk(house).propose(house.hq, told)
    ours = ("regrade_runs", "regrade_rows")
    assert dump_of(house, *ours) == {name: rows for name, rows in before.items() if name not in ours}
    desk(house, "li").release(house.hq, 1)
    changed = {name for name, rows in house.db.dump().items() if rows != before[name]}
    assert changed == {*ours, "regraded", "holdings", "tallies"}
    assert bundles(house) == files
    assert worked(house).originals == told.originals


@pytest.mark.feature("e5", "e6")
def test_once_released_the_new_result_counts_for_the_person(house):
    day = "2026-11-29"
    assert [str(one.state) for one in standings_of(house.db, day, "T1002")] in ([], ["failed"])
    desk(house).propose(house.hq, worked(house))
    story = desk(house, "li").release(house.hq, 1)
    (standing,) = standings_of(house.db, day, "T1002")
    assert (str(standing.state), standing.percent) == ("valid", 80)
    assert [one.staff_id for one in story.open_rows] == ["T1002"]
    assert story.numbers(Consequence.KEEP) == (NUMBER,)
    assert [act for act, _ in house.hq.log] == ["regrade", "regrade"]
    settled = desk(house).settle(1, house.failed.sitting, "BJ-WJ01-2026-000002-5")
    assert settled.open_rows == ()


@pytest.mark.feature("e6")
@pytest.mark.parametrize("who", ["chen", " Chen ", "ＣＨＥＮ"])
def test_who_proposed_a_run_cannot_release_it(house, who):
    desk(house).propose(house.hq, worked(house))
    with pytest.raises(ReleaseRefused) as refused:
        desk(house, who).release(house.hq, 1)
    assert refused.value.facts["reason"] == "same"
    assert desk(house).story(1).run.state == "proposed"
    assert house.db.rows("SELECT * FROM regraded") == []


def test_nobody_proposes_or_releases_namelessly(house):
    with pytest.raises(ReleaseRefused):
        desk(house, " ").propose(house.hq, worked(house))


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE regrade_rows SET counts_passed = 0 WHERE staff_id = 'T3001'",
        "UPDATE regrade_rows SET certificate = 'X' WHERE staff_id = 'T3001'",
        "DELETE FROM regrade_rows WHERE staff_id = 'T1001'",
        "UPDATE regrade_runs SET outcomes = 'recompute'",
        "UPDATE regrade_runs SET proposed_by = 'wang'",
        "UPDATE regrade_runs SET waiting = 7",
        "UPDATE regrade_runs SET proposal = ''",
    ],
)
def test_a_list_that_was_changed_after_it_was_signed_is_not_released(house, sql):
    desk(house).propose(house.hq, worked(house))
    assert house.db.write(sql) == 1
    with pytest.raises(ReleaseRefused) as refused:
        desk(house, "li").release(house.hq, 1)
    assert refused.value.facts["reason"] == "altered"


def test_a_list_signed_by_somebody_else_is_not_released(house):
    desk(house).propose(Hq(), worked(house))
    with pytest.raises(ReleaseRefused):
        desk(house, "li").release(house.hq, 1)


def test_a_run_is_decided_once_and_an_older_list_is_not_released(house):
    first = worked(house)
    for _ in range(2):
        desk(house).propose(house.hq, first)
    desk(house, "li").release(house.hq, 1)
    for number, reason in ((1, "done"), (2, "older"), (3, "unknown")):
        with pytest.raises(ReleaseRefused) as refused:
            desk(house, "li").release(house.hq, number)
        assert refused.value.facts["reason"] == reason
    assert desk(house).withdraw(2).state == "withdrawn"
    with pytest.raises(ReleaseRefused):
        desk(house).withdraw(2)


def test_a_second_correction_adds_to_the_first_and_starts_from_what_counts(house):
    desk(house).propose(house.hq, worked(house))
    desk(house, "li").release(house.hq, 1)
    second = Correction(Remedy.CREDIT, PLACES[1].item.id, PLACES[1].item.version)
    told = desk(house).work_out(house.material, RegradePlan(COURSE, second, WHY), lambda _done, _all: True)
    assert short(told.rows)["T1002"] == (80, 100, 100, Turn.BETTER)
    assert short(told.rows)["T1001"] == (100, 80, 100, Turn.SAME)
    assert told.base == 1


def test_what_comes_in_after_the_release_is_corrected_by_the_same_correction_once_more(house):
    desk(house).propose(house.hq, worked(house))
    desk(house, "li").release(house.hq, 1)
    house.take_in("D00000004", [person("T4001", key="C", missed={2})])
    again = worked(house)
    assert {who: told[3] for who, told in short(again.rows).items() if told[3] is not Turn.SAME} == {"T4001": Turn.UP}


@pytest.mark.feature("e6")
def test_one_flipped_byte_in_a_kept_bundle_is_found_and_named_and_the_others_are_graded(house):
    path = bundle_path(house.home, house.passed.sha256 or sha_of(house, "D00000001"))
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)
    told = worked(house)
    assert [(one.staff_id, one.file, one.code) for one in told.faults] == [
        ("T1001", "D00000001.bundle", "E_BUNDLE_ALTERED"),
        ("T1002", "D00000001.bundle", "E_BUNDLE_ALTERED"),
    ]
    assert set(short(told.rows)) == {"T2001", "T3001", "T3002"}


@pytest.mark.feature("e6")
@pytest.mark.parametrize(
    "column",
    ["sitting", "serial", "staff_id", "course", "content", "blueprint", "state", "percent", "passed", "result"],
)
def test_one_changed_sign_in_a_stored_row_is_found_and_named_and_the_others_are_graded(house, column):
    value = house.db.row(f"SELECT {column} FROM sittings WHERE staff_id = 'T2001'")[0]
    spoilt = value - 1 if isinstance(value, int) else f"{value[:-1]}{'1' if value[-1] != '1' else '2'}"
    assert spoilt != value
    house.db.write(f"UPDATE sittings SET {column} = ? WHERE staff_id = 'T2001'", (spoilt,))
    told = worked(house)
    assert len(told.faults) == 1, column
    assert told.faults[0].code in {"E_RESULT_ALTERED", "E_SITTING_LINES"}
    assert set(short(told.rows)) == {"T1001", "T1002", "T3001", "T3002"}


def test_a_bundle_that_is_spoilt_after_the_proposal_keeps_it_from_being_released(house):
    desk(house).propose(house.hq, worked(house))
    path = bundle_path(house.home, sha_of(house, "D00000002"))
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(BundleAltered):
        desk(house, "li").release(house.hq, 1)
    assert house.db.rows("SELECT * FROM regraded") == []


def test_what_waits_for_a_person_or_was_decided_by_one_is_told_apart(house):
    house.db.write("UPDATE sittings SET accepted = 0 WHERE staff_id = 'T3001'")
    (sitting,) = house.db.row("SELECT sitting FROM sittings WHERE staff_id = 'T3002'")
    house.db.write("INSERT INTO reviewed VALUES (?, 90, 1, '', 1)", (sitting,))
    told = worked(house)
    assert told.waiting == 1
    assert [(one.staff_id, one.code) for one in told.faults] == [("T3002", "E_DECIDED_BY_HAND")]


def test_a_question_that_a_paper_does_not_ask_leaves_it_untouched(house):
    other = [one for one in PLACES if one is not WRONG]
    paper, _, _ = a_paper(*other)
    paper = replace(paper, items=tuple(one._replace(position=at) for at, one in enumerate(paper.items, 1)))
    house.take_in("D00000009", [(replace(paper, staff_id="T9001"), {})])
    told = worked(house)
    assert (told.untouched, "T9001" in short(told.rows)) == (1, False)


@pytest.mark.feature("e6")
@pytest.mark.parametrize("server", ["sqlite"], indirect=True)
def test_two_processes_give_what_one_gives(house):
    house.take_in("D00000004", [person("T4001", key="C")])
    assert worked(house, processes=2) == worked(house, processes=1)


def test_a_run_that_was_ended_leaves_nothing(house):
    heard = []

    def told(done, total):
        heard.append((done, total))
        return False

    assert work_out(house.db, house.material, plan(house), told) is None
    assert heard == [(2, 5)]
    assert house.db.rows("SELECT * FROM regrade_runs") == []


def test_without_the_pack_or_the_key_each_sitting_is_named_and_none_is_guessed(house):
    material = house.material
    bare = replace(material, trust=replace(material.trust, packs={}))
    told = desk(house).work_out(bare, plan(house), lambda _done, _all: True)
    assert {one.code for one in told.faults} == {"E_PACK_NOT_KEPT"}
    strange = replace(material, trust=replace(material.trust, keys=(SealingKey.generate(),)))
    told = desk(house).work_out(strange, plan(house), lambda _done, _all: True)
    assert (len(told.faults), {one.code for one in told.faults}) == (5, {"E_UNSEAL"})


@pytest.mark.parametrize("said", ["", "   ", "x" * 5000])
def test_a_run_needs_a_reason(house, said):
    with pytest.raises(NoReason):
        desk(house).work_out(house.material, replace(plan(house), reason=said), lambda _done, _all: True)


def test_a_question_or_an_exam_that_no_pack_has_is_refused(house):
    for ask in (
        lambda: desk(house).right(house.material, COURSE, ("9.9-x", 1), ["C"]),
        lambda: desk(house).void(house.material, "CASH", (WRONG.item.id, WRONG.item.version), Remedy.CREDIT),
        lambda: desk(house).policy(house.material, COURSE, "renewal", (70, None, None)),
    ):
        with pytest.raises(CorrectionRefused):
            ask()
    assert desk(house).courses(house.material) == (COURSE,)
    assert [one.item.id for one in desk(house).items(house.material, COURSE)] == sorted(one.item.id for one in PLACES)


@pytest.mark.parametrize("raw", [b"", b"[]", b"[[], [1]]", b'[[], [["a", "", true, [1, 2], null]]]', b"[" * 9000])
def test_a_process_that_says_something_else_is_not_believed(raw):
    with pytest.raises(FileUnreadable):
        graded_from(raw)
