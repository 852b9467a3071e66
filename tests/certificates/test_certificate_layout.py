"""Nothing overlaps and nothing leaves the frame, whatever the facts."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from certificates.boxes import INSIDE, MARK, MM, QR, SEAL
from certificates.errors import MissingGlyph, TextTooLong
from certificates.layout import lay_out
from certificates.qr import QUIET, modules
from certificates.seal import seal_arc
from certificates.token import claims_of, token
from tests.certificates.examples import longest_facts, some_facts

LONG_ZH = "银行客户服务中心专员岗位综合能力提升与消费者权益保护反洗钱合规操作实务高级研修课程"
LONG_EN = (
    "Advanced Practice Course for Contact-Centre Agents in Consumer Protection and Compliant Operation by Telephone"
)
LONG_BRANCH = {
    "zh": "中国（新疆）自由贸易试验区喀什片区示例商业银行股份有限公司支行",
    "en": "Kashgar Area Sub-branch of the Example Commercial Bank, China (Xinjiang) Pilot Free Trade Zone",
}
LONG_BANK = {
    "zh": "新疆维吾尔自治区示例农村商业银行股份有限公司",
    "en": "Example Rural Commercial Bank of Xinjiang Co., Ltd.",
}
CASES = {
    "plain": some_facts(),
    "40-character course title": some_facts(course_titles={"zh": LONG_ZH[:40], "en": LONG_EN}),
    "19-character name": some_facts(name="阿卜杜热合曼·买买提艾力·吐尔逊江买", latin="Abdurahman Memeteli Tursunjan"),
    "one-character name": some_facts(name="堃", latin=""),
    "English-only name": some_facts(name="Alexandra Featherstonehaugh-Cholmondeley", latin=""),
    "long Latin name": some_facts(latin="Maximiliana Wolfeschlegelsteinhausenbergerdorff von Hohenzollern"),
    "64 wide letters": some_facts(name="W" * 64, latin="M" * 64),
    "everything long": some_facts(
        name="阿卜杜热合曼·买买提艾力·吐尔逊江买",
        latin="Abdurahman Memeteli Tursunjan of Kashgar Prefecture West Branch",
        course_titles={"zh": LONG_ZH, "en": LONG_EN},
        branch_names=LONG_BRANCH,
        bank_names=LONG_BANK,
        provisional=True,
        demonstration=True,
    ),
    "longest claims": longest_facts(),
}


def taken(layout):
    """Every place that is taken, by what stands there."""
    lines = [(line.field, line.box) for line in layout.lines if line.field != "mark"]
    return [*lines, ("seal", SEAL), ("code", QR), ("demonstration mark", MARK)]


@pytest.mark.parametrize("name", CASES)
def test_no_two_boxes_overlap(name):
    places = taken(lay_out(CASES[name]))
    assert [(a, b) for (a, box), (b, other) in combinations(places, 2) if box.overlaps(other)] == []


@pytest.mark.parametrize("name", CASES)
def test_nothing_leaves_the_frame(name):
    assert [field for field, box in taken(lay_out(CASES[name])) if not INSIDE.holds(box)] == []


@pytest.mark.parametrize("name", CASES)
def test_no_word_is_lost_by_wrapping(name):
    facts = CASES[name]
    layout = lay_out(facts)
    told = {field: "".join(line.text for line in layout.of(field)).replace(" ", "") for field in ("name", "course")}
    assert told["name"] == facts.name.replace(" ", "")
    assert facts.course_titles["zh"] in told["course"]


@settings(max_examples=60)
@given(
    st.text("王欧阳㛃䶮·张", min_size=1, max_size=24)
    | st.from_regex(r"[A-Z][a-z]{0,20}( [A-Z][a-z]{0,16}){0,3}", fullmatch=True),
    st.text("银行客户服务（《》）、，", min_size=1, max_size=44),
    st.from_regex(r"[A-Za-z]{1,14}( [A-Za-z,-]{1,14}){0,14}", fullmatch=True),
)
def test_whatever_the_names_and_titles_nothing_overlaps(name, title_zh, title_en):
    layout = lay_out(some_facts(name=name, course_titles={"zh": title_zh, "en": title_en}, demonstration=True))
    places = taken(layout)
    assert [(a, b) for (a, box), (b, other) in combinations(places, 2) if box.overlaps(other)] == []
    assert all(INSIDE.holds(box) for _, box in places)


def test_the_name_is_the_largest_thing_but_the_title():
    layout = lay_out(some_facts())
    name = layout.of("name")[0]
    assert all(name.size > line.size for line in layout.lines if line.field not in {"name", "title"})


def test_the_words_of_the_demonstration_mark_stay_inside_it():
    layout = lay_out(some_facts(demonstration=True))
    lines = layout.of("mark")
    assert all(MARK.holds(line.box) for line in lines)
    assert not any(a.box.overlaps(b.box) for a, b in combinations(lines, 2))
    assert "DEMONSTRATION" in [line.text for line in lines]
    assert layout.of("demonstration_line")[0].text == "演示证书，不具效力  Demonstration – not valid"


def test_a_real_certificate_carries_no_mark():
    layout = lay_out(some_facts())
    assert layout.of("mark") == layout.of("demonstration_line") == layout.of("provisional") == ()


def test_a_provisional_certificate_says_so_in_both_languages():
    line = lay_out(some_facts(provisional=True)).of("provisional")[0]
    assert line.text == "以总行核验结果为准  Valid after HQ confirmation"


def test_wrapped_titles_do_not_begin_with_a_comma_nor_end_with_an_open_bracket():
    for line in lay_out(CASES["everything long"]).of("course"):
        assert line.text[0] not in "，。、》）"
        assert line.text[-1] not in "（《"


def test_the_code_is_large_enough_for_a_worn_scanner_even_with_the_longest_claims():
    rows = modules(token(claims_of(longest_facts())))
    assert QR.width >= 40 * MM
    assert (len(rows) - 17) // 4 <= 15  # the symbol's version
    assert QR.width / (len(rows) + 2 * QUIET) >= 0.45 * MM


@pytest.mark.parametrize("count", [1, 2, 9, 14, 17, 24, 30])
def test_the_words_round_the_seal_do_not_touch(count):
    arc = seal_arc(count, SEAL.width / 2)
    steps = [a - b for a, b in zip(arc.angles, arc.angles[1:], strict=False)]
    assert all(step * arc.reach >= arc.size * 0.99 for step in steps)
    assert arc.reach + arc.size < SEAL.width / 2


@pytest.mark.feature("f8")
def test_a_name_without_glyphs_is_refused_before_anything_is_placed():
    with pytest.raises(MissingGlyph) as refused:
        lay_out(some_facts(name="王𠮷"))
    assert (refused.value.facts["char"], refused.value.facts["codepoint"]) == ("𠮷", "U+20BB7")


def test_a_title_that_fits_at_no_readable_size_is_refused():
    with pytest.raises(TextTooLong) as refused:
        lay_out(some_facts(course_titles={"zh": "银行" * 200, "en": "Bank"}))
    assert refused.value.facts["field"] == "course"
