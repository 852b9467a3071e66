"""A mark finds its words again when the text around it, or the words themselves, have been edited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.training.anchoring import TextPlace, anchor_at, place_of, squeezed

BLOCKS = (
    "客服中心是银行集中接待客户的部门。",
    "谁先接到客户的问题，谁就跟到有结果：这叫首问负责。能办的当场办，不能办的交到对的人手里。",
    "The first contact keeps the question until there is a result, whoever solves it in the end.",
)
QUOTE = "谁就跟到有结果：这叫首问负责"


def held(quote=QUOTE, block=1):
    start = squeezed(BLOCKS[block]).index(squeezed(quote))
    return anchor_at(BLOCKS, TextPlace(block, start, start + len(squeezed(quote))))


def found(blocks, anchor=None):
    place = place_of(anchor or held(), blocks)
    return None if place is None else (place.block, squeezed(blocks[place.block])[place.start : place.end])


def test_in_the_same_text_a_mark_stands_where_it_was_made():
    assert found(BLOCKS) == (1, QUOTE)


@pytest.mark.feature("a6")
@pytest.mark.parametrize(
    "blocks",
    [
        ("A block more.", *BLOCKS),
        (BLOCKS[1], BLOCKS[0]),
        (BLOCKS[0], BLOCKS[1].replace("当场办", "当场就办").replace("谁先接到", "不论谁先接到")),
        (BLOCKS[0], " ".join(BLOCKS[1])),
    ],
)
def test_it_moves_with_its_words(blocks):
    assert found(blocks)[1] == QUOTE


@pytest.mark.feature("a6")
def test_words_that_were_edited_a_little_are_still_the_words():
    edited = (BLOCKS[0], BLOCKS[1].replace("谁就跟到有结果", "谁就一直跟到有结果"))
    assert found(edited) == (1, "谁就一直跟到有结果：这叫首问负责")


@pytest.mark.feature("a6")
def test_where_the_words_are_gone_the_mark_has_no_place():
    assert found((BLOCKS[0], BLOCKS[2])) is None


def test_of_two_equal_places_the_surroundings_tell_which():
    twice = ("甲说：请核实身份。然后挂断。", "乙说：请核实身份。然后登记。")
    anchor = anchor_at(twice, TextPlace(1, 3, 8))
    assert place_of(anchor, (twice[0], "新的一段。", twice[1] + "完。")) == TextPlace(2, 3, 8)


def test_a_whole_block_is_found_by_its_beginning_and_a_drawing_by_itself():
    whole = anchor_at(BLOCKS, TextPlace(2, 0, 0))
    assert place_of(whole, (BLOCKS[2] + " And more.", BLOCKS[0])) == TextPlace(0, 0, 0)
    blank = anchor_at(("", "text"), TextPlace(0, 0, 0))
    assert place_of(blank, ("text", "")) == TextPlace(1, 0, 0)


def test_a_short_quote_is_not_taken_for_another_that_is_merely_alike():
    assert found(("客户打来。", "首任负责"), held("首问负责")) is None


@given(st.data())
def test_whatever_is_marked_is_found_in_the_same_text(data):
    block = data.draw(st.integers(0, len(BLOCKS) - 1))
    length = len(squeezed(BLOCKS[block]))
    start = data.draw(st.integers(0, length - 1))
    place = TextPlace(block, start, data.draw(st.integers(start + 1, length)))
    again = place_of(anchor_at(BLOCKS, place), BLOCKS)
    assert again is not None
    assert again.block == block
    text = squeezed(BLOCKS[block])
    assert text[again.start : again.end] == text[place.start : place.end]
