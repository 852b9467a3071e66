"""The ways from the register's matrix and a person's page to disputes, and back; keys do not outlive the way back."""

import pytest

from tests.desktop.screens.dispute_house import House, waited
from tests.desktop.screens.register_fixtures import chinese, driver, house, remembered, room, shown, window
from tests.drivers.disputes import AppealsDriver, MarkingDriver, ReplayDriver
from tests.drivers.hr_register import MatrixDriver
from tests.drivers.tables import TableDriver

__all__ = ["chinese", "driver", "house", "remembered", "room", "window"]


class SittingsDriver(TableDriver):
    table = "sittings"


@pytest.fixture
def disputes(house):
    house.disputes = House()
    return house.disputes


@pytest.mark.feature("e4", "e9")
def test_the_matrix_leads_to_appeals_and_marking_and_a_person_to_the_replay(room, window, qtbot, disputes):
    disputes.is_open = True
    for line, page in (("Appeals", AppealsDriver), ("Marking by hand", MarkingDriver)):
        room.open()
        shown(window, qtbot, MatrixDriver).go("results_menu", line)
        assert shown(window, qtbot, page).sees(line)
    room.open_person("T1001")
    shown(window, qtbot, SittingsDriver).enter_at(0)
    waited(window)
    page = shown(window, qtbot, ReplayDriver)
    assert page.has("time_line")
    page.press("leave")
    assert shown(window, qtbot, SittingsDriver).rows
