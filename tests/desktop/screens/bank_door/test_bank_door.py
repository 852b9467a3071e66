"""The door of a headquarters: a name and the passphrase of the pack key."""

import pytest

from desktop.wiring.bank import DoorWays, open_door
from exams import HqWork, open_hq, set_up_hq
from tests.desktop.screens.bank_fixtures import shown
from tests.drivers.bank import BankDoorDriver
from tests.drivers.looks import cut_off, nameless, unreachable

PASS = "several plain words"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    home = tmp_path_factory.mktemp("hq") / "home"
    set_up_hq(home, lambda _name, _new: PASS, "chen", work=HqWork(65_536, 1)).close()
    return home


@pytest.fixture
def came(window, home):
    """Who came in."""
    came = []
    open_door(window, home, DoorWays(came.append))
    return came


def test_whoever_knows_the_passphrase_comes_in_by_name_and_it_is_written_down(came, window, qtbot, home):
    door = shown(window, qtbot, BankDoorDriver)
    assert not door.can_press("enter_bank")
    door.enter("Chen Jing", PASS)
    assert window.current().held()
    window.jobs.finish_all()
    assert [rooms.person.name for rooms in came] == ["Chen Jing"]
    with open_hq(home, lambda _name, _new: PASS, "chen") as desk:
        line = desk.log("bank")[-1]
    assert line.who == "Chen Jing"


def test_a_wrong_passphrase_opens_nothing_and_has_to_be_typed_again(came, window, qtbot):
    door = shown(window, qtbot, BankDoorDriver)
    door.enter("Chen Jing", "another few words")
    window.jobs.finish_all()
    assert came == []
    assert door.fault.startswith("The passphrase does not open")
    assert [door.text("who"), door.text("secret")] == ["Chen Jing", ""]


def test_certificates_are_checked_without_coming_in(came, window, qtbot):
    shown(window, qtbot, BankDoorDriver).press("check_certificate")
    assert window.current().title == "Check certificates"


def test_everything_has_a_name_can_be_reached_and_is_not_cut(came, window):
    view = window.current().view
    assert nameless(view) == []
    assert unreachable(view) == []
    assert cut_off(view) == []


@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_cut_in_large_text(came, window, code):
    window.set_language(code)
    window.set_zoom(200)
    assert cut_off(window.current().view) == []
