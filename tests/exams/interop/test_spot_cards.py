"""Questions about pictures of QTI and Moodle: asked on our card, written back with their picture, or said why not."""

from dataclasses import replace
from pathlib import PurePosixPath
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exams.grading import rules_v3
from exams.grading.policy import WHOLE
from exams.interop.exam_cards import Asked, NoCard, card_item
from exams.interop.exam_places import CoursePlace
from exams.interop.moodle_xml import read_moodle_xml
from exams.interop.packages import read_qti
from exams.interop.question import Question
from exams.interop.record_text import question_from, record_text
from exams.interop.spot_cards import spots_of
from exams.interop.spot_pictures import kind_and_size
from exams.interop.write_qti.package import write_qti3, write_qti21
from exams.interop.write_qti.spots import with_spots
from exams.interop.writers import WRITERS
from exams.items.item import ItemType
from exams.items.spots import board_of, shape_of
from tests.exams.desk.every_card import DRAWING
from tests.exams.interop.pictures import (
    AREAS,
    CHOICES,
    hotspot_item,
    jpeg,
    markers,
    package,
    png,
    point_item,
)

pytestmark = pytest.mark.feature("c1")
ASKED = Asked("bank-1", 1, CoursePlace(2, "2.1"))


def read(item, picture=None):
    (question,) = read_qti(package(item, png() if picture is None else picture))
    return question


def card(question):
    item, key = card_item(question, ASKED)
    options = item.wordings["zh"].options
    return item, key, board_of(options), dict(options)


def why_not(question):
    with pytest.raises(NoCard) as refused:
        card_item(question, ASKED)
    return refused.value.code.value


def test_hotspots_become_regions_by_name_with_their_key():
    item, key, board, options = card(read(hotspot_item(("left", "star"))))
    assert (item.type, key.correct, item.wordings["zh"].stem) == (ItemType.HOTSPOT, ("A", "C"), "点哪里？")
    assert [options[letter] for letter in "ABC"] == ["左边的框", "区域 B · Region B", "星形"]
    assert (board.width, board.height, board.most, board.says) == (720, 240, 0, "两个框和一个圆")
    assert board.shapes["C"] == shape_of("poly 300,20,340,90,260,90")


def test_one_choice_alone_is_asked_for_as_one():
    assert card(read(hotspot_item(("round",), "single", most="1")))[2].most == 1


def test_areas_to_point_into_stay_in_the_key_and_grade_as_the_mapping_says():
    item, key, board, options = card(read(point_item()))
    assert (board.shapes, board.most, [*options]) == ({}, 2, ["0"])
    earned = [
        rules_v3.fraction(item.type, key.correct, key.tolerance, given)
        for given in (("50,70", "560,91"), ("50,70",), ("300,90",), ("560,90", "300,90"))
    ]
    assert earned == [WHOLE, WHOLE // 2, 0, 0]
    assert "560,90,40" not in str(options)


def test_coordinates_are_those_of_the_size_the_item_shows_its_picture_in():
    assert (card(read(hotspot_item(), png(1440, 480)))[2].width, card(read(hotspot_item(size="")))[2].width) == (
        720,
        720,
    )
    assert card(read(hotspot_item(size=""), jpeg(1000, 300)))[2].width == 1000


@pytest.mark.parametrize(
    ("item", "picture", "code"),
    [
        (hotspot_item(), b"", "E_ASK_PICTURE"),
        (hotspot_item(), b"GIF89a", "E_ASK_PICTURE"),
        (hotspot_item(), b'<svg viewBox="0 0 720 240" onload="1"></svg>', "E_ASK_PICTURE"),
        (hotspot_item(), png() + b"\0" * 300_001, "E_ASK_PICTURE"),
        (hotspot_item(), png(60_000, 60), "E_ASK_PICTURE"),
        (hotspot_item(("nowhere",)), None, "E_ASK_KEY"),
        (hotspot_item(()), None, "E_ASK_KEY"),
        (hotspot_item(choices=CHOICES.replace("rect", "default")), None, "E_ASK_REGIONS"),
        (hotspot_item(choices=CHOICES.replace("40,60,200,120", "40,60,800,120")), None, "E_ASK_REGIONS"),
        (hotspot_item(choices=CHOICES.replace("40,60,200,120", "a,b,c,d")), None, "E_ASK_REGIONS"),
        (hotspot_item(choices=CHOICES.partition("/>")[0] + "/>"), None, "E_ASK_REGIONS"),
        (point_item(areas=""), None, "E_ASK_KEY"),
        (point_item(AREAS.replace('mappedValue="1"', 'mappedValue="2"', 1)), None, "E_ASK_WEIGHTS"),
        (hotspot_item().replace("hotspotInteraction", "graphicOrderInteraction"), None, "E_ASK_TYPE"),
    ],
)
def test_what_the_card_cannot_show_says_why(item, picture, code):
    assert why_not(read(item, picture)) == code


@pytest.mark.parametrize("write", [write_qti21, write_qti3])
@pytest.mark.parametrize("item", [hotspot_item(("left", "round")), point_item()])
def test_a_package_written_and_read_again_asks_the_same(write, item):
    before = question_from(record_text(read(item)))
    warnings = []
    packed = write([before, before], warnings)
    first, second = read_qti(packed)
    assert warnings == []
    assert spots_of(first) == spots_of(second) == spots_of(before)
    assert (first.stem, first.mark, first.name) == (before.stem, before.mark, before.name)


def test_files_of_a_package_lie_beside_their_item_and_nowhere_else(tmp_path):
    question = replace(read(hotspot_item()), media=(replace_name(read(hotspot_item()).media[0], "../../x.png"),))
    path = tmp_path / "out.zip"
    path.write_bytes(write_qti21([question, read(hotspot_item())], []))
    with ZipFile(path) as archive:
        assert {PurePosixPath(name).parts[0] for name in archive.namelist()} == {"imsmanifest.xml", "items"}
        assert "items/q00002-1.png" in archive.namelist()


def replace_name(media, name):
    return media._replace(name=name)


def test_a_drawing_of_our_own_is_asked_and_goes_out_again():
    drawn = read(hotspot_item(size=""), DRAWING.encode())
    assert card(drawn)[2].picture == DRAWING
    (again,) = read_qti(write_qti21([drawn], []))
    assert spots_of(again) == spots_of(drawn)


NAMES = st.text(st.characters(categories=("L", "Nd")), min_size=1, max_size=8)


@given(st.tuples(NAMES, NAMES, NAMES), st.sets(st.sampled_from("ABC"), min_size=1, max_size=2), st.booleans())
@settings(max_examples=15, deadline=None)
def test_what_a_trainer_changed_is_what_is_written(names, right, new_format):
    question = read(hotspot_item(("left", "round")))
    spots = spots_of(question)
    spots = replace(spots, names=dict(zip("ABC", names, strict=True)), right=tuple(sorted(right)))
    changed = with_spots(replace(question, stem="改过的题？", feedback="因为。", format="plain", mark=2.0), spots)
    assert spots_of(changed) == spots
    (again,) = read_qti((write_qti3 if new_format else write_qti21)([changed], []))
    assert spots_of(again) == spots
    assert (again.stem, again.feedback, again.mark) == ("改过的题？", "因为。", 2.0)


def test_areas_that_a_trainer_changed_are_written_as_areas():
    spots = replace(spots_of(read(point_item())), right=("circle 560,90,40", "ellipse 300,90,30,20"))
    assert spots_of(with_spots(read(point_item()), spots)) == spots


@pytest.mark.parametrize("kind", sorted(WRITERS))
def test_a_format_that_cannot_say_it_warns_and_leaves_it_out(kind):
    warnings = []
    written = "".join(WRITERS[kind]([read(hotspot_item())], warnings))
    assert [(one.code.value, one.facts["type"]) for one in warnings] == [("W_NOT_WRITTEN", "hotspot")]
    assert "assessmentItem" not in written


def moodle(text):
    (question,) = [one for one in read_moodle_xml(text.encode()) if isinstance(one, Question)]
    return question


def test_one_marker_of_moodle_on_several_places_is_asked_with_its_label():
    drops = [("rectangle", "40,60;160,60", 1), ("circle", "560,90;40", 1), ("polygon", "300,20;340,90;260,90", 1)]
    item, key, board, _ = card(moodle(markers(drops, ("止付", "挂断"))))
    assert item.wordings["zh"].stem == "放在哪里？（止付）"
    assert key.correct == ("rect 40,60,200,120", "circle 560,90,40", "poly 300,20,340,90,260,90")
    assert (board.width, board.most) == (720, 0)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (markers([("circle", "9,9;5", 1), ("circle", "50,50;5", 2)], ("甲", "乙")), "E_ASK_TYPE"),
        (markers([]), "E_ASK_TYPE"),
        (markers([("circle", "9,9", 1)]), "E_ASK_REGIONS"),
        (markers([("circle", "9,9;5", 1)], picture=b"BM"), "E_ASK_PICTURE"),
        (markers([("circle", "9,9;5", 1)], picture=png() + bytes(305_000)), "E_ASK_PICTURE"),
        (markers([("circle", "9,9;5", 1)]).replace("<file", "<other").replace("</file", "</other"), "E_ASK_PICTURE"),
    ],
)
def test_markers_of_other_makes_say_why_not(text, code):
    assert why_not(moodle(text)) == code


@given(st.binary(max_size=60))
@settings(max_examples=80, deadline=None)
def test_no_bytes_make_the_size_of_a_picture_stumble(raw):
    for head in (b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"):
        found = kind_and_size(head + raw)
        assert found is None or min(found[1:]) > 0
