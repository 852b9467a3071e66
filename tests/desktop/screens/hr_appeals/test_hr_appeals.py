"""The list of appeals."""

from exams.store.register_errors import RegisterForeign
from tests.drivers.disputes import AppealsDriver
from tests.drivers.looks import cut_off, nameless, unreachable


def shown(room, window, qtbot):
    room.open_appeals()
    return AppealsDriver(qtbot, window.current().view)


def test_where_nobody_appealed_it_says_so_and_until_when_one_may(room, window, qtbot):
    page = shown(room, window, qtbot)
    assert page.sees("No appeals have come in")
    assert page.sees("Appeals are taken within 15 days of the result.")
    page.press("to_matrix")
    assert room.left == ["matrix"]


def test_what_waits_is_counted_and_a_line_leads_to_its_page(room, window, qtbot, house):
    house.enter("s1", house.told.row.staff_id, 4, "B is right too")
    page = shown(room, window, qtbot)
    assert page.sees("Waiting for a decision: 1")
    assert "Question 4" in page.lines[0]
    page.enter_at(0)
    assert AppealsDriver(qtbot, window.current().view).sees("B is right too")


def test_a_register_that_cannot_be_read_is_told_as_such(room, window, qtbot, house):
    house.refusal = RegisterForeign(path="register.sqlite", detail="x")
    assert shown(room, window, qtbot).has("appeals_fault")


def test_everything_has_a_name_can_be_reached_and_is_not_cut(room, window, qtbot, house):
    house.enter("s1", house.told.row.staff_id, 4, "B is right too")
    window.set_language("zh")
    window.set_zoom(200)
    page = shown(room, window, qtbot).view
    assert nameless(page) == []
    assert unreachable(page) == []
    assert cut_off(page) == []
