"""Which characters the page can draw, judged by another reader of fonts."""

import sys

import pytest
from fontTools.ttLib import TTFont

from certificates import first_missing_glyph
from certificates.errors import MissingGlyph
from certificates.fonts import FILES, NAME_FACES, face, font_path, name_face, require_glyphs


@pytest.fixture(params=sorted(FILES), scope="module")
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


@pytest.mark.feature("f8")
@pytest.mark.parametrize(
    ("name", "char"),
    [("王𠮷", "𠮷"), ("𪚥", "𪚥"), ("李\U0002ebf0", "\U0002ebf0"), ("张\ue81e", "\ue81e"), ("\ud83d", "\ud83d")],
)
def test_a_character_that_no_font_draws_is_named(name, char):
    assert first_missing_glyph(name) == char


def test_a_name_is_set_whole_in_one_face():
    assert name_face("张三") == NAME_FACES[0]
    assert name_face("𰻝") == "sans"


def test_characters_spread_over_two_faces_are_refused():
    only_sans, only_serif = "𰻝", next(char for char in map(chr, range(0x4E00, 0xA000)) if not face("sans").glyph(char))
    assert first_missing_glyph(only_sans + only_serif) in {only_sans, only_serif}


def test_a_text_with_a_missing_glyph_is_refused_with_its_code_point():
    with pytest.raises(MissingGlyph) as refused:
        require_glyphs([("serif", "示例"), ("serif", "𠮷行")])
    assert refused.value.facts == {"char": "𠮷", "codepoint": "U+20BB7", "text": "𠮷行"}
