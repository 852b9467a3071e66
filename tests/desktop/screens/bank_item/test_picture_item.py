"""A question about a picture in the editor: names, regions and key are written beside the candidate's view."""

import pytest

from exams.interop.exam_cards import Asked, card_item
from exams.interop.exam_places import CoursePlace
from exams.interop.packages import read_qti
from tests.desktop.screens.bank_fixtures import shown
from tests.desktop.screens.bank_house import file_of
from tests.drivers.bank import BankItemDriver
from tests.drivers.looks import cut_off, nameless, settle, unreachable
from tests.exams.interop.pictures import hotspot_item, package, png, point_item

pytestmark = pytest.mark.feature("c1")
REGIONS, POINTS = 1, 2


@pytest.fixture
def opened(rooms, window, qtbot, house):
    found = [one for item in (hotspot_item(), point_item()) for one in read_qti(package(item, png()))]
    house.take_in([file_of(*found)])

    def page(number=REGIONS):
        rooms.open_item(number)
        settle()
        return shown(window, qtbot, BankItemDriver)

    return page


def asked(house, number):
    return card_item(house.item(number).question, Asked("bank-1", 1, CoursePlace(2, "2.1")))


def test_regions_are_renamed_moved_and_keyed_anew_and_the_picture_stays(opened, house):
    page = opened()
    assert page.options == ["左边的框", "区域 B · Region B", "星形"]
    before = dict(asked(house, REGIONS)[0].wordings["zh"].options)["0"]
    page.write("客户丢了卡，先点哪里？")
    page.type("write_B", "圆按钮")
    page.type("key", "bc")
    page.write_regions("size 720 240\nmost 2\nA rect 50,60,210,120\nB circle 560,90,30\nC rect 1,1,9,9")
    assert page.options == ["左边的框", "圆按钮", "星形"]
    page.press("save")
    item, key = asked(house, REGIONS)
    options = dict(item.wordings["zh"].options)
    assert (key.correct, options["B"]) == (("B", "C"), "圆按钮")
    assert "A rect 50,60,210,120" in options["0"]
    assert options["0"].partition("picture")[2] == before.partition("picture")[2]
    assert item.wordings["zh"].stem == "客户丢了卡，先点哪里？"


def test_regions_or_a_key_that_do_not_fit_are_named_and_not_saved(opened):
    page = opened()
    for regions, said in (
        ("size 720 240\nA rect 40,60,200,120\nB star 1,2", "cannot be read at “star 1,2”"),
        ("size 720 240\nA rect 40,60,900,120\nB rect 1,1,9,9\nC rect 1,1,9,9", "“rect 40,60,900,120”"),
        ("size 720 240\nA rect 40,60,200,120", "cannot be read at “A, B, C”"),
        ("", "cannot be read at"),
    ):
        page.write_regions(regions)
        assert page.sees(said)
        assert not page.can_press("save")
    page.write_regions("size 720 240\nA rect 40,60,200,120\nB rect 1,1,9,9\nC rect 1,1,9,9")
    assert page.can_press("save")
    page.type("key", "D")
    assert page.sees("The answer names option D")
    assert not page.can_press("save")


def test_areas_of_free_points_are_the_key(opened, house):
    page = opened(POINTS)
    page.write("把两个按钮都点出来？")
    page.press("save")
    item, key = asked(house, POINTS)
    assert key.correct == ("rect 40,60,200,120", "circle 560,90,40")
    assert item.wordings["en"].stem == "把两个按钮都点出来？"


@pytest.mark.parametrize("number", [REGIONS, POINTS])
def test_everything_is_named_reached_and_whole(opened, number):
    page = opened(number)
    assert (nameless(page.view), unreachable(page.view), cut_off(page.view)) == ([], [], [])
