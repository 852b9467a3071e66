"""Which characters the page can draw, judged by another reader of fonts."""

import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from certificates import first_missing_glyph
from certificates.errors import MissingGlyph
from certificates.fonts import (
    FILES,
    HANA,
    RARE,
    RARE_FILES,
    SERIF,
    face,
    font_path,
    require_glyphs,
    runs,
)
from exams import AcademyError, check_name

ROOT = Path(__file__).resolve().parents[2]
# GB 18030-2022, implementation level 3: the unified ideographs and how many each range holds.
LEVEL_3 = (
    (0x4E00, 0x9FEF, 20_976),
    (0x3400, 0x4DB5, 6_582),
    (0x20000, 0x2A6D6, 42_711),
    (0x2A700, 0x2B734, 4_149),
    (0x2B740, 0x2B81D, 222),
    (0x2B820, 0x2CEA1, 5_762),
    (0x2CEB0, 0x2EBE0, 7_473),
)
ALONE = "\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27\ufa28\ufa29"  # unified, though not among them
OPENED = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
from certificates.page import draw
from tests.certificates.examples import some_facts
for name in sys.argv[1:]:
    draw(some_facts(name=name), "A")
    print(any("HanaMinB" in path for path in opened))
"""


def level_3():
    return [*ALONE, *(chr(code) for first, last, _ in LEVEL_3 for code in range(first, last + 1))]


@pytest.fixture(params=sorted(FILES | RARE_FILES), scope="module")
def both(request):
    with TTFont(font_path(request.param), lazy=True) as judge:
        yield face(request.param), judge.getBestCmap(), judge["hmtx"], judge["head"].unitsPerEm


@pytest.mark.feature("f8")
def test_a_face_draws_exactly_what_another_reader_finds_in_its_file(both):
    ours, cmap, _, _ = both
    drawn = {code for code in range(sys.maxunicode + 1) if ours.glyph(chr(code))}
    assert drawn == set(cmap)


def test_widths_are_those_of_the_file(both):
    ours, cmap, widths, units = both
    for code in list(cmap)[:: len(cmap) // 400]:
        assert ours.width(chr(code)) == pytest.approx(widths[cmap[code]][0] / units)


def test_every_common_character_is_drawn_by_all_three_faces():
    common = [bytes([lead, trail]).decode("gb2312") for lead in range(0xB0, 0xD7) for trail in range(0xA1, 0xFA)]
    assert [char for char in common for name in FILES if not face(name).glyph(char)] == []


@pytest.mark.parametrize("name", ["㛃䶮", "𬭎𫖯", "喆堃犇骉", "龑昇", "阿依努尔·买买提", "O’Neill-Müller, Zoë"])
def test_rare_names_have_their_glyphs(name):
    assert first_missing_glyph(name) is None


def test_the_ranges_of_the_standard_have_the_count_of_the_standard():
    assert [last - first + 1 for first, last, _ in LEVEL_3] == [count for _, _, count in LEVEL_3]
    assert len(set(level_3())) == 87_887


@pytest.mark.feature("f8")
def test_every_ideograph_of_the_national_standard_may_be_entered_and_has_an_outline():
    outlined = {}
    for name in (SERIF, HANA):
        with TTFont(font_path(name), lazy=True) as judge:
            places, order = judge["loca"].locations, judge.getReverseGlyphMap()
            drawn = ((code, order[glyph]) for code, glyph in judge.getBestCmap().items())
            outlined[name] = {chr(code) for code, place in drawn if places[place + 1] > places[place]}
    for char in level_3():
        ((name, _),) = runs(RARE, char)
        assert char in outlined[name], f"U+{ord(char):04X}"
        assert check_name(char) == char
        assert first_missing_glyph(char) is None


@pytest.mark.feature("f8")
@pytest.mark.parametrize(
    ("name", "char"), [("李\U0002ebf0", "\U0002ebf0"), ("张\ue81e", "\ue81e"), ("\ud83d", "\ud83d"), ("王🎓", "🎓")]
)
def test_a_character_that_no_font_draws_is_named(name, char):
    assert first_missing_glyph(name) == char


@pytest.mark.feature("f8")
@pytest.mark.parametrize("code", [0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843, 0xE854, 0xE864])
def test_private_characters_of_old_systems_are_refused_where_names_are_entered(code):
    with pytest.raises(AcademyError) as refused:
        check_name(f"张{chr(code)}")
    assert refused.value.facts["codepoint"] == f"U+{code:04X}"


def test_each_character_of_a_rare_name_comes_from_the_first_face_that_draws_it():
    assert runs(RARE, "王𠮷𪚥芳𰻝") == (("serif", "王"), ("hana", "𠮷𪚥"), ("serif", "芳"), ("sans", "𰻝"))


def test_a_name_of_several_faces_is_as_wide_as_its_pieces():
    assert face(RARE).width("王𠮷芳") == face(SERIF).width("王芳") + face(HANA).width("𠮷")


def test_the_large_font_of_rare_characters_is_opened_only_for_a_name_that_needs_it():
    done = subprocess.run(
        [sys.executable, "-c", OPENED, "王芳", "㛃䶮𬭎𫖯", "𠮷"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    assert done.stdout.split() == ["False", "False", "True"]


def test_a_text_with_a_missing_glyph_is_refused_with_its_code_point():
    with pytest.raises(MissingGlyph) as refused:
        require_glyphs([("serif", "示例"), ("serif", "𠮷行")])
    assert refused.value.facts == {"char": "𠮷", "codepoint": "U+20BB7", "text": "𠮷行"}
