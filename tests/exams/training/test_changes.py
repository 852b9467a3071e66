"""Of an updated section only what differs is told, and nothing of what differs is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.training.changes import Change, ChangeKind, PieceKind, changes

RATE = "存款利率为 1.50%，按季结息。"
NEW_RATE = "存款利率为 1.35%，按季结息。"
FEE = "Copies cost 20 yuan each."


def test_what_is_the_same_is_not_told():
    assert changes([RATE, FEE], [RATE, " Copies cost\n20 yuan  each."]) == ()


@pytest.mark.feature("a12")
def test_a_rewritten_block_shows_the_words_that_went_and_came():
    (change,) = changes([FEE, RATE], [FEE, NEW_RATE])
    assert (change.what, change.block) == (ChangeKind.REWRITTEN, 1)
    assert [text for kind, text in change.pieces if kind is not PieceKind.SAME] == ["1.50%", "1.35%"]


def test_blocks_that_came_and_went_are_told_where_they_stand():
    assert changes([RATE], [RATE, FEE]) == (Change(ChangeKind.ADDED, 1, ((PieceKind.NEW, FEE),)),)
    assert changes([FEE, RATE], [RATE]) == (Change(ChangeKind.REMOVED, 0, ((PieceKind.GONE, FEE),)),)


def test_a_block_that_gave_way_to_another_is_one_that_went_and_one_that_came():
    found = changes(["旧的规定作废。"], [FEE])
    assert {change.what for change in found} == {ChangeKind.ADDED, ChangeKind.REMOVED}


WORDS = st.lists(st.sampled_from(["利率", "1.50%", "1.35%", "fee", "the", "客户", "。", " "]), max_size=8).map("".join)


@given(st.lists(WORDS, max_size=5), st.lists(WORDS, max_size=5))
def test_no_difference_is_lost(before, now):
    found = changes(before, now)
    plain = [[" ".join(one.split()) for one in blocks] for blocks in (before, now)]
    told = {kind: [text for change in found for piece, text in change.pieces if piece is kind] for kind in PieceKind}
    new = {one for one in plain[1] if one} - set(plain[0])
    gone = {one for one in plain[0] if one} - set(plain[1])
    whole_new = {"".join(t for k, t in change.pieces if k is not PieceKind.GONE) for change in found}
    whole_gone = {"".join(t for k, t in change.pieces if k is not PieceKind.NEW) for change in found}
    assert new <= whole_new
    assert gone <= whole_gone
    assert all(told[kind] is not None for kind in PieceKind)
