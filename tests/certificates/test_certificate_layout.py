"""Nothing overlaps and nothing leaves the frame, whatever the facts."""

import math
from itertools import combinations, groupby, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from certificates.boxes import INSIDE, MARK, MM, QR, SEAL
from certificates.errors import MissingGlyph, TextTooLong
from certificates.layout import lay_out
from certificates.page_form import LAYOUTS, our_form
from certificates.page_specimen import specimen_code
from certificates.qr import QUIET, qr_modules
from certificates.seal import inner_size, seal_arc
from tests.certificates.examples import code_of, longest_facts, some_facts

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
    "rare name": some_facts(name="𠮷𪚥㛃", latin="JI Zhe"),
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


FORMS = {layout: our_form(layout) for layout in LAYOUTS}
EVERY = [(layout, name) for layout in LAYOUTS for name in CASES]


def taken(layout):
    """Every place that is taken, by what stands there."""
    lines = [(line.field, line.box) for line in layout.lines if line.field != "mark"]
    return [*lines, ("seal", SEAL), ("code", QR), ("demonstration mark", MARK)]


@pytest.mark.parametrize(("form", "name"), EVERY)
def test_no_two_boxes_overlap(form, name):
    places = taken(lay_out(CASES[name], FORMS[form]))
    assert [(a, b) for (a, box), (b, other) in combinations(places, 2) if box.overlaps(other)] == []


@pytest.mark.parametrize(("form", "name"), EVERY)
def test_nothing_leaves_the_frame(form, name):
    assert [field for field, box in taken(lay_out(CASES[name], FORMS[form])) if not INSIDE.holds(box)] == []


@pytest.mark.parametrize(("form", "name"), EVERY)
def test_no_word_is_lost_by_wrapping(form, name):
    facts = CASES[name]
    told = ["".join(line.text for line in lines).replace(" ", "") for lines in _fields(lay_out(facts, FORMS[form]))]
    assert facts.name.replace(" ", "") in told
    for language in LAYOUTS[form]:
        assert any(facts.course_titles[language].replace(" ", "") in text for text in told)


def _fields(layout):
    """The lines, field by field."""
    return [list(lines) for _, lines in groupby(layout.lines, lambda line: (line.field, line.language))]


@settings(max_examples=60)
@given(
    st.sampled_from(sorted(LAYOUTS)),
    st.text("王欧阳㛃䶮·张", min_size=1, max_size=24)
    | st.from_regex(r"[A-Z][a-z]{0,20}( [A-Z][a-z]{0,16}){0,3}", fullmatch=True),
    st.text("银行客户服务（《》）、，", min_size=1, max_size=44),
    st.from_regex(r"[A-Za-z]{1,14}( [A-Za-z,-]{1,14}){0,14}", fullmatch=True),
)
def test_whatever_the_names_and_titles_nothing_overlaps(form, name, title_zh, title_en):
    titles = {"zh": title_zh, "en": title_en}
    facts = some_facts(name=name, course_titles=titles, demonstration=True, provisional=True)
    layout = lay_out(facts, FORMS[form])
    places = taken(layout)
    assert [(a, b) for (a, box), (b, other) in combinations(places, 2) if box.overlaps(other)] == []
    assert all(INSIDE.holds(box) for _, box in places)


@pytest.mark.parametrize("form", LAYOUTS)
def test_the_name_is_the_largest_thing_but_the_title(form):
    layout = lay_out(some_facts(), FORMS[form])
    name = layout.centre[0]
    assert all(name.size > line.size for line in layout.lines if line not in layout.centre and line.field != "title")


@pytest.mark.parametrize("form", LAYOUTS)
def test_the_words_of_the_demonstration_mark_stay_inside_it(form):
    lines = lay_out(some_facts(demonstration=True), FORMS[form]).of("mark")
    assert all(MARK.holds(line.box) for line in lines)
    assert not any(a.box.overlaps(b.box) for a, b in combinations(lines, 2))
    assert len(lines) == len(LAYOUTS[form]) + 1


def test_a_demonstration_says_so_in_both_languages():
    layout = lay_out(some_facts(demonstration=True))
    assert "DEMONSTRATION" in [line.text for line in layout.of("mark")]
    assert layout.of("demonstration_line")[0].text == "演示证书，不具效力  Demonstration – not valid"


def test_a_real_certificate_carries_no_mark():
    layout = lay_out(some_facts())
    assert layout.of("mark") == layout.of("demonstration_line") == layout.of("provisional") == ()


@pytest.mark.parametrize("form", LAYOUTS)
def test_a_provisional_certificate_says_so_in_each_of_its_languages(form):
    said = {"zh": "以总行核验结果为准", "en": "Subject to confirmation by head office"}
    lines = lay_out(some_facts(provisional=True), FORMS[form]).of("provisional")
    assert [line.text for line in lines] == [said[language] for language in LAYOUTS[form]]


@pytest.mark.parametrize(("form", "foreign"), [("zh", {"en"}), ("en", {"zh"})], ids=["Chinese only", "English only"])
def test_a_page_in_one_language_has_no_word_of_the_other_but_the_name(form, foreign):
    facts = some_facts(provisional=True, demonstration=True)
    layout = lay_out(facts, FORMS[form])
    assert [line.text for line in layout.lines if line.language in foreign and line.text != facts.name] == []
    han = [line.text for line in layout.lines if any("\u4e00" <= char <= "\u9fff" for char in line.text)]
    assert form == "zh" or han == [facts.name]
    assert form == "en" or "24" in layout.of("issued")[0].text


def test_an_english_page_is_built_around_the_name_in_latin_letters_and_tells_the_other_too():
    layout = lay_out(some_facts(), FORMS["en"])
    assert [line.text for line in layout.centre] == ["OUYANG Jieyan"]
    assert [line.text for line in layout.of("other_name")] == ["欧阳㛃䶮"]
    assert [line.text for line in lay_out(some_facts(latin=""), FORMS["en"]).centre] == ["欧阳㛃䶮"]


def test_wrapped_titles_do_not_begin_with_a_comma_nor_end_with_an_open_bracket():
    for line in lay_out(CASES["everything long"]).of("course"):
        assert line.text[0] not in "，。、》）"
        assert line.text[-1] not in "（《"


@pytest.mark.parametrize("code", [code_of(longest_facts()), specimen_code()], ids=["longest claims", "600 characters"])
def test_the_code_is_large_enough_for_a_worn_scanner(code):
    rows = qr_modules(code)
    assert QR.width >= 40 * MM
    assert (len(rows) - 17) // 4 <= 15  # the symbol's version
    assert QR.width / (len(rows) + 2 * QUIET) >= 0.45 * MM


@pytest.mark.parametrize(
    "widths", [[1.0] * count for count in (1, 2, 9, 14, 17, 24, 30)] + [[0.3, 0.9, 0.5] * count for count in (1, 9, 20)]
)
def test_the_words_round_the_seal_do_not_touch(widths):
    arc = seal_arc(widths, SEAL.width / 2)
    steps = [a - b for a, b in pairwise(arc.angles)]
    needed = [(a + b) / 2 * arc.size for a, b in pairwise(widths)]
    assert all(step * arc.reach >= need * 0.99 for step, need in zip(steps, needed, strict=True))
    assert arc.reach + arc.size < SEAL.width / 2
    assert arc.angles[0] + arc.angles[-1] == pytest.approx(math.pi)


def test_the_words_inside_the_seal_stay_clear_of_those_round_it():
    arc = seal_arc([0.5] * 40, SEAL.width / 2)
    for wide in (1.0, 4.0, 8.0, 12.0):
        assert inner_size(wide, arc) * wide <= 1.21 * arc.reach
        assert inner_size(wide, arc) <= arc.reach / 4


@pytest.mark.parametrize(("name", "face"), [("王芳", "bold"), ("㛃䶮𬭎𫖯", "bold"), ("王𠮷", "rare"), ("王𰻝", "rare")])
def test_a_name_is_set_whole_in_bold_or_with_a_rare_character_whole_in_regular(name, face):
    layout = lay_out(some_facts(name=name))
    assert [line.style.face for line in layout.of("name")] == [face]
    assert layout.of("latin")[0].style.face == "serif"


@pytest.mark.feature("f8")
def test_a_name_without_glyphs_is_refused_before_anything_is_placed():
    with pytest.raises(MissingGlyph) as refused:
        lay_out(some_facts(name="王\U0002ebf0"))
    assert (refused.value.facts["char"], refused.value.facts["codepoint"]) == ("\U0002ebf0", "U+2EBF0")


def test_a_title_that_fits_at_no_readable_size_is_refused():
    with pytest.raises(TextTooLong) as refused:
        lay_out(some_facts(course_titles={"zh": "银行" * 200, "en": "Bank"}))
    assert refused.value.facts["field"] == "course"


def test_a_bank_whose_name_makes_the_seal_unreadable_is_refused():
    with pytest.raises(TextTooLong) as refused:
        lay_out(some_facts(bank_names={"zh": "银行" * 30, "en": "Bank"}))
    assert refused.value.facts["field"] == "seal"
