"""A number is saved while it is typed: what stands in the field counts, and what is no number yet is not lost."""

import pytest

from exams.items.errors import BadNumber, BadResponse
from exams.items.item import ItemType
from exams.sittings.errors import OutsidePaper, SittingClosed, SittingPaused, TooLate
from tests.exams.desk.answering import answer_all, right
from tests.exams.desk.branch_pc import MINUTE, PROCTOR


@pytest.fixture
def begun(pc):
    """A final, and the place of its calculation."""
    sitting = pc.begin_final()
    place = next(place.position for place in sitting.paper.items if place.type is ItemType.NUMERICAL)
    return pc.desk(), sitting.id, place


def typed(desk, sitting, place, *states):
    for text in states:
        told = desk.draft(sitting, place, text)
    return told


@pytest.mark.parametrize(
    ("states", "answer", "draft"),
    [
        (("1", "12", "123"), "123", None),
        (("-",), None, "-"),
        (("-", "-5"), "-5", None),
        (("12", "12."), None, "12."),
        (("12", "12.", "12.5"), "12.5", None),
        (("１", "１２"), "１２", None),
        (("12", "12a", None), None, None),
        (("8 %", "8 %%"), None, "8 %%"),
        (("1\u202e2",), None, "1\u202e2"),
    ],
)
def test_what_stands_in_the_field_is_what_the_power_cut_finds(pc, begun, tmp_path, states, answer, draft):
    desk, sitting, place = begun
    typed(desk, sitting, place, *states)
    after = pc.power_cut(tmp_path / "after")
    found = after.desk().sitting(sitting)
    assert (found.answers.get(place), found.drafts.get(place)) == (answer, draft)
    assert place in found.seen
    after.close()


@pytest.mark.feature("b6")
def test_each_keystroke_is_one_line_and_a_number_is_an_answer_at_once(pc, begun):
    desk, sitting, place = begun
    before = len(pc.records())
    typed(desk, sitting, place, "-", "-1", "-12")
    written = pc.records()[before:]
    assert [record.line.type for record in written] == ["draft", "answer", "answer"]
    assert written[0].facts() == {"position": place, "item": "1.2-n1", "text": "-"}


def test_a_draft_counts_for_nothing_and_a_number_as_typed(pc, begun):
    desk, sitting, place = begun
    answer_all(pc, desk, desk.sitting(sitting))
    whole = right(pc, desk.sitting(sitting), place)
    typed(desk, sitting, place, whole, f"{whole}.")
    graded = desk.hand_in(sitting)
    lost = graded.result.marks[place - 1]
    assert (lost.points, graded.drafts) == (0, {place: f"{whole}."})
    assert graded.result.score == graded.result.max_score - lost.max_points


def test_a_number_typed_to_its_last_sign_needs_no_enter(pc, begun):
    desk, sitting, place = begun
    answer_all(pc, desk, desk.sitting(sitting), but_wrong=[place])
    whole = right(pc, desk.sitting(sitting), place)
    typed(desk, sitting, place, *(whole[:end] for end in range(1, len(whole) + 1)))
    pc.clock.forward(21 * MINUTE)
    ended = desk.refresh(sitting)
    assert (ended.cause, ended.result.marks[place - 1].points) == ("time", 3000)


def test_an_answer_takes_the_place_of_a_draft(begun):
    desk, sitting, place = begun
    typed(desk, sitting, place, "abc")
    assert desk.answer(sitting, place, "7").drafts == {}
    typed(desk, sitting, place, "abc")
    assert desk.clear(sitting, place).drafts == {}


@pytest.mark.parametrize("text", ["x" * 65, "1\ud800", 5, ["1"], {"text": "1"}, True])
def test_what_no_field_can_hold_is_refused_and_not_written(pc, begun, text):
    desk, sitting, place = begun
    before = len(pc.records())
    with pytest.raises(BadResponse):
        desk.draft(sitting, place, text)
    assert len(pc.records()) == before


def test_only_a_number_has_drafts(pc, begun):
    desk, sitting, _ = begun
    other = next(one.position for one in desk.sitting(sitting).paper.items if one.type is ItemType.SINGLE)
    before = len(pc.records())
    with pytest.raises(BadResponse):
        desk.draft(sitting, other, "Z")
    with pytest.raises(OutsidePaper):
        desk.draft(sitting, 99, "1")
    assert len(pc.records()) == before


@pytest.mark.parametrize("text", ["12", "abc"])
def test_nothing_is_typed_into_what_waits_or_is_over(pc, begun, text):
    desk, sitting, place = begun
    for act, refusal in (
        (lambda: pc.desk(PROCTOR).pause(sitting, "break"), SittingPaused),
        (lambda: pc.desk(PROCTOR).resume(sitting, "back"), None),
        (lambda: pc.clock.forward(20 * MINUTE + 6_000), TooLate),
        (lambda: desk.refresh(sitting), SittingClosed),
    ):
        act()
        if refusal is not None:
            with pytest.raises(refusal):
                desk.draft(sitting, place, text)
    assert (desk.sitting(sitting).answers, desk.sitting(sitting).drafts) == ({}, {})


def test_enter_on_what_is_no_number_is_refused_and_the_draft_stays(begun):
    desk, sitting, place = begun
    typed(desk, sitting, place, "12 apples")
    with pytest.raises(BadNumber):
        desk.answer(sitting, place, "12 apples")
    assert desk.sitting(sitting).drafts == {place: "12 apples"}
