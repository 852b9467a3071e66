"""Marks, notes and objections at a branch PC: kept over a restart, refused where nothing may change."""

import pytest

from exams.items.errors import BadResponse
from exams.journal.line import Event
from exams.sittings.aids import COMMENT_MOST, SCRATCH_MOST, Comment, CommentKind
from exams.sittings.errors import BadAid, OutsidePaper, SittingClosed, SittingPaused
from tests.exams.desk.branch_pc import PROCTOR


@pytest.fixture
def final(pc):
    return pc.begin_final()


def with_options(sitting):
    return next(place for place in sitting.paper.items if len(place.order) > 2)


@pytest.mark.feature("b9")
def test_marks_and_notes_outlive_a_restart_and_come_with_the_answers(pc, final):
    place = with_options(final)
    aids = pc.desk().aids
    aids.strike(final.id, place.position, [place.order[1], place.order[0]])
    aids.highlight(final.id, place.position, "zh", (0, 4))
    aids.highlight(final.id, place.position, "zh", (6, 9))
    aids.unhighlight(final.id, place.position, "zh", 1)
    aids.scratch(final.id, "50000 × 3.6%")
    pc.desk().answer(final.id, place.position, [*place.order[:2]] if place.type == "multiple" else place.order[0])
    pc.reopen()
    held = pc.desk().sitting(final.id)
    assert held.strikes == {place.position: frozenset(place.order[:2])}
    assert held.highlights == {(place.position, "zh"): ((6, 9),)}
    assert held.scratch == "50000 × 3.6%"
    assert place.position in held.answers


@pytest.mark.feature("b12")
def test_an_objection_is_one_line_of_the_journal_with_its_item(pc, final):
    pc.desk().aids.comment(final.id, 2, "key", "  没有正确选项  ")
    pc.desk().aids.comment(final.id, 2, "unclear", "题干不清")
    told = [record.facts() for record in pc.records() if record.line.type == Event.COMMENT]
    item = final.paper.at(2).item
    assert [(one["position"], one["item"], one["kind"], one["text"]) for one in told] == [
        (2, item, "key", "没有正确选项"),
        (2, item, "unclear", "题干不清"),
    ]
    assert pc.desk().sitting(final.id).comments == {2: Comment(CommentKind.UNCLEAR, "题干不清")}


def test_what_cannot_be_kept_is_refused_and_nothing_is_written(pc, final):
    place, aids, before = with_options(final), pc.desk().aids, len(pc.records())
    for refused in (
        lambda: aids.strike(final.id, place.position, ["Z"]),
        lambda: aids.highlight(final.id, 1, "fr", (0, 1)),
        lambda: aids.highlight(final.id, 1, "zh", (4, 4)),
        lambda: aids.comment(final.id, 1, "rude", "x"),
        lambda: aids.comment(final.id, 1, "other", "x" * (COMMENT_MOST + 1)),
        lambda: aids.scratch(final.id, "x" * (SCRATCH_MOST + 1)),
    ):
        with pytest.raises(BadAid):
            refused()
    with pytest.raises(OutsidePaper):
        aids.comment(final.id, 99, "other", "x")
    assert len(pc.records()) == before
    assert not isinstance(BadAid(), BadResponse)


def test_while_the_proctor_pauses_and_after_the_end_nothing_is_marked(pc, final):
    pc.desk(PROCTOR).pause(final.id, "break")
    with pytest.raises(SittingPaused):
        pc.desk().aids.scratch(final.id, "x")
    pc.desk(PROCTOR).resume(final.id, "break over")
    pc.desk().hand_in(final.id)
    with pytest.raises(SittingClosed):
        pc.desk().aids.scratch(final.id, "x")
