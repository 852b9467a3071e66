"""What is seen before anybody signs in: one glance at the home decides."""

import re
import shutil
import sqlite3
from contextlib import closing
from hashlib import sha256

import pytest
from PySide6.QtCore import Qt

from desktop import demonstration
from exams import HomeState, glance, keep_copy, open_office
from exams.store.errors import HomeBusy
from tests.demonstration import a_demonstration
from tests.drivers.looks import cut_off, nameless, settle, unreachable
from tests.drivers.sign_in import secret_of


def digests(home):
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in home.iterdir() if path.is_file()}


def damage(home):
    (home / "academy.sqlite").write_bytes(b"no database at all" * 500)


def test_a_demonstration_shows_the_door_its_people_and_the_code(start, home):
    app = start(home)
    assert app.at_door
    assert app.door.sees("DEM0B-RANCH-3")
    assert [app.door.has(f"row_{staff}") for staff in ("T1001", "T1004", "P2001", "H3001")] == [True] * 4
    assert app.door.focus == "staff_id"


def test_choosing_a_person_and_enter_signs_in(start, home):
    app = start(home)
    app.door.choose("P2001")
    assert app.door.typed == ("P2001", secret_of("P2001"))
    assert app.door.focus == "sign_in"
    app.door.press("sign_in")
    assert app.person == "周静"


def test_an_empty_home_becomes_a_demonstration_by_one_press(start, tmp_path):
    app = start(tmp_path / "new")
    assert app.welcome.focus == "set_up"
    app.welcome.set_up()
    assert not app.welcome.can_press("set_up")
    app.window.jobs.finish_all()
    assert app.at_door
    assert app.door.sees("DEM0B-RANCH-3")
    app.door.enter("T1001", "258025")
    assert app.person == "王小雨"


def test_a_home_that_takes_no_files_is_said_and_tried_again(start, tmp_path):
    in_the_way = tmp_path / "unfinished"
    in_the_way.write_text("a file where a folder should be")
    app = start(tmp_path)
    app.welcome.set_up()
    app.window.jobs.finish_all()
    assert app.welcome.fault.startswith("The data folder cannot be written.")
    assert app.welcome.focus == "set_up"
    in_the_way.unlink()
    app.welcome.set_up()
    app.window.jobs.finish_all()
    assert app.at_door


def test_a_full_disk_is_said_before_anything_is_written_and_tried_again(start, tmp_path, monkeypatch):
    full = shutil.disk_usage(tmp_path)._replace(free=1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: full)
    app = start(tmp_path / "new")
    app.welcome.set_up()
    app.window.jobs.finish_all()
    assert app.welcome.fault.startswith("The disk is full:")
    assert not (tmp_path / "new").exists()
    monkeypatch.undo()
    monkeypatch.setattr(demonstration, "ensure_demonstration", a_demonstration)  # really made in the test of one press
    app.welcome.set_up()
    app.window.jobs.finish_all()
    assert app.at_door


def test_a_newer_database_is_told_of_and_stays_as_it_is_byte_for_byte(start, home):
    with closing(sqlite3.connect(home / "academy.sqlite")) as newer:
        newer.execute("PRAGMA journal_mode = DELETE")
        newer.execute("PRAGMA user_version = 99")
        newer.commit()
    before = digests(home)
    app = start(home)
    assert app.welcome.finding == (
        "The data were written by a newer version of the program.",
        "Install the newest version; nothing was changed.",
    )
    assert not app.at_door
    app.welcome.mend()
    app.root.close()
    assert digests(home) == before


def test_a_damaged_database_is_replaced_by_the_newest_good_copy_and_kept(start, home):
    keep_copy(home)
    damage(home)
    broken = (home / "academy.sqlite").read_bytes()
    app = start(home)
    title, text = app.welcome.finding
    assert title == "The database of this PC cannot be read."
    assert text.startswith("The newest good copy is from ")
    app.welcome.mend()
    app.window.jobs.finish_all()
    assert app.at_door
    assert broken in [path.read_bytes() for path in home.glob("academy-replaced-*.sqlite")]
    app.door.enter("H3001", secret_of("H3001"))
    assert app.person == "孙丽华"


def test_damage_that_comes_while_the_app_is_open_is_mended_after_signing_out(start, home):
    keep_copy(home)
    app = start(home)
    app.door.enter("H3001", secret_of("H3001"))
    damage(home)
    app.sign_out()
    assert app.welcome.finding[0] == "The database of this PC cannot be read."
    app.welcome.mend()
    app.window.jobs.finish_all()
    app.door.enter("H3001", secret_of("H3001"))
    assert app.person == "孙丽华"


def test_without_a_good_copy_the_page_says_so_and_changes_nothing(start, home):
    damage(home)
    before = digests(home)
    app = start(home)
    assert app.welcome.finding == (
        "The database of this PC cannot be read.",
        "There is no good copy here. Call your administrator; delete nothing.",
    )
    app.welcome.mend()
    assert app.welcome.finding[1].startswith("There is no good copy here.")
    assert digests(home) == before


def test_a_copy_put_there_meanwhile_is_found_by_looking_again(start, home, made_once):
    damage(home)
    app = start(home)
    (home / "academy.sqlite").write_bytes((made_once / "academy.sqlite").read_bytes())
    app.welcome.mend()
    assert app.at_door


def test_damage_that_only_a_full_check_finds_leads_to_the_same_page(start, home):
    keep_copy(home)
    with closing(sqlite3.connect(home / "academy.sqlite")) as hurt:
        page = hurt.execute("PRAGMA page_size").fetchone()[0]
        root = hurt.execute("SELECT rootpage FROM sqlite_master WHERE name = 'journal'").fetchone()[0]
    with (home / "academy.sqlite").open("r+b") as file:
        file.seek((root - 1) * page + 12)
        file.write(b"\xff" * 400)
    assert glance(home).state is HomeState.READY
    app = start(home)
    assert app.welcome.finding[0] == "The database of this PC cannot be read."
    app.welcome.mend()
    app.window.jobs.finish_all()
    app.door.enter("T1001", "258025")
    assert app.person == "王小雨"


def test_a_home_that_is_open_elsewhere_is_said_and_tried_again(start, home):
    with open_office(home):
        app = start(home)
        assert app.door.trouble == "The program is already open on these data. Use the window that is open."
        app.door.try_again()
        assert app.door.trouble
        app.door.enter("T1001", "258025")
        assert app.at_door
    app.door.try_again()
    assert app.door.trouble == ""
    app.door.enter("T1001", "258025")
    assert app.person == "王小雨"


def test_a_missing_course_leads_to_the_page_that_takes_it_in_and_back(start, home):
    pointer = home / "packs" / "active.json"
    pointer.rename(home / "active.json")
    app = start(home)
    assert (app.place, app.has("no_pack")) == ("What headquarters has sent", True)
    (home / "active.json").rename(pointer)
    app.press("leave_packs")
    assert app.door.trouble == ""
    app.door.enter("T1001", "258025")
    assert app.place == "My training"


def test_a_wait_is_counted_down_on_the_page_and_the_button_is_off_meanwhile(start, home):
    app = start(home)
    for pin in ("111111", "222222", "333333", "444444"):
        app.door.enter("T1001", pin)
        assert app.door.fault == "Staff ID or PIN is not right. Check both and try again."
    app.door.enter("T1001", "555555")
    before = _seconds_left(app)
    assert 20 < before <= 30  # the page's own clock may have counted meanwhile
    assert not app.door.can_press("sign_in")
    app.door.second()
    assert _seconds_left(app) < before
    app.door.choose("P2001")
    assert app.door.can_press("sign_in")


def _seconds_left(app):
    return int(re.search(r"Next try in (\d+) s\.$", app.door.fault)[1])


def test_the_language_changes_and_what_was_typed_stays(start, home):
    app = start(home)
    app.door.type("staff_id", "T1001")
    app.door.type("pin", "2580")
    app.key(Qt.Key.Key_Tab, "staff_id")
    app.window.set_language("zh")
    assert app.door.text("sign_in") == "登录"
    assert app.door.typed == ("T1001", "2580")
    assert app.door.focus == "pin"


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
@pytest.mark.parametrize("what", ["door", "trouble", "welcome", "damaged"])
def test_nothing_is_cut_off_nameless_or_out_of_reach(start, home, tmp_path, code, zoom, what):
    if what == "damaged":
        keep_copy(home)
        damage(home)
    app = start(tmp_path / "new" if what == "welcome" else home, size=(1024, 700))
    app.window.set_language(code)
    app.window.set_zoom(zoom)
    if what == "trouble":
        app.door.enter("T1001", "111111")
        app.window.current().presenter.tell(HomeBusy(home=str(home)))
    settle()
    assert cut_off(app.window) + nameless(app.window) + unreachable(app.window) == []


@pytest.mark.feature("f2")
def test_anybody_at_the_door_may_check_a_certificate_and_comes_back(start, home):
    app = start(home)
    app.press("check_certificates")
    app.window.jobs.finish_all()
    assert app.place == "Check certificates"
    assert not app.person
    app.press("leave_verify")
    assert app.at_door


def test_hr_checks_certificates_from_the_menu(start, home):
    app = start(home)
    app.door.enter("H3001", secret_of("H3001"))
    app.go("Check certificates")
    app.window.jobs.finish_all()
    assert app.place == "Check certificates"
    app.press("leave_verify")
    assert app.place == "Exam results"
    app.go("Words of the certificate")
    app.window.jobs.finish_all()
    assert app.place == "Words of the certificate"
    app.press("leave_wording")
    assert app.place == "Exam results"
