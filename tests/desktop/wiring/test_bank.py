"""The app on a headquarters' home: its door, the bank behind it, and the way out."""

import shutil

import pytest

from exams import HqWork, known_passphrase, set_up_hq
from tests.drivers.bank import BankDoorDriver
from tests.drivers.sign_in import secret_of

PASS = "several plain words"


@pytest.fixture
def hq_home(tmp_path):
    home = tmp_path / "hq"
    set_up_hq(home, lambda _name, _new: PASS, "chen", work=HqWork(65_536, 1)).close()
    return home


def test_the_app_opens_a_headquarters_with_its_door_and_signs_out_to_it(start, hq_home):
    app = start(hq_home)
    door = BankDoorDriver(app.qtbot, app.window)
    assert not door.has("set_up")
    door.enter("Chen Jing", PASS)
    app.window.jobs.finish_all()
    assert door.has("to_import")
    app.go("Take in questions")
    assert app.place == "Take in questions"
    app.sign_out()
    assert door.has("enter_bank")
    assert not door.text("who")


def test_hr_finds_the_bank_in_the_menu_where_headquarters_is_in_the_same_home(start, home):
    app = start(home)
    app.door.enter("H3001", secret_of("H3001"))
    app.go("Question bank")
    door = BankDoorDriver(app.qtbot, app.window)
    assert not door.has("to_import")
    assert door.sees(f"Demonstration: the passphrase is {known_passphrase(home)}")
    door.enter("Chen Jing", known_passphrase(home))
    app.window.jobs.finish_all()
    assert door.has("to_import")
    app.press("to_import")
    app.window.crumb_chosen.emit("bank")
    assert app.place == "Question bank"
    app.window.crumb_chosen.emit("home")
    assert app.place == "Exam results"
    app.go("Question bank")
    assert door.has("to_import")


def test_hr_of_a_branch_without_headquarters_has_no_bank(start, home):
    shutil.rmtree(home / "hq")
    app = start(home)
    app.door.enter("H3001", secret_of("H3001"))
    app.window.crumb_chosen.emit("bank")
    assert app.place == "Exam results"
