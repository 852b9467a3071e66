"""`academy session`: the proctor's overrides from a terminal, signed, with a reason, no secret on the screen."""

import json
import shutil
import subprocess
import sys

import pytest
from click.testing import CliRunner

from desktop.commands.main import academy
from exams import Kind, TraineeDesk, check_journal, glance, open_office
from exams.journal.anchor import release_anchor
from exams.journal.line import Event
from exams.store.people_rows import save_setting
from tests.architecture.tree import ROOT
from tests.desktop.commands.branch import a_branch

PIN, PASSPHRASE = "258025", "river lantern"
PROCTOR, TRAINEE = "P2001", "T1003"


@pytest.fixture(scope="module")
def with_a_final(tmp_path_factory):
    """A demonstration in which one final is being sat, and the app was closed a moment ago."""
    home = a_branch(tmp_path_factory.mktemp("session") / "home")
    with open_office(home) as office:
        desk = office.sign_in(TRAINEE, PIN)
        assert isinstance(desk, TraineeDesk)
        sitting = desk.begin(Kind.FINAL, code=glance(home).session_code)
    return home, sitting.id


@pytest.fixture
def home(with_a_final, tmp_path):
    shutil.copytree(with_a_final[0], tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture
def sitting(with_a_final):
    return with_a_final[1]


def ask(home, *words, staff=PROCTOR, pin=PASSPHRASE):
    """`academy session …` with the passphrase on standard input."""
    said = [str(word) for word in words]
    return CliRunner().invoke(
        academy, ["session", *said, "--staff", staff, "--home", str(home), "--json"], input=f"{pin}\n"
    )


def told(home, *words):
    done = ask(home, *words)
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def code_of(done):
    assert done.exit_code == 3
    return json.loads(done.stdout)["error"]["code"]


def test_the_room_is_paused_and_goes_on(home, sitting):
    (paused,) = told(home, "pause", "--reason", "fire drill")["sittings"]
    assert (paused["id"], paused["state"], paused["stop"]) == (sitting, "paused", "pause")
    (resumed,) = told(home, "resume", "--sitting", sitting, "--reason", "all back")["sittings"]
    assert (resumed["state"], resumed["stop"]) == ("open", "")
    assert 3550 <= resumed["remaining_seconds"] <= 3600
    assert check_journal(home).ok


def test_minutes_are_added_up_to_the_cap(home, sitting):
    (extended,) = told(home, "extend", "--minutes", 5, "--reason", "a loud lorry")["sittings"]
    assert 3850 <= extended["remaining_seconds"] <= 3900
    assert code_of(ask(home, "extend", "--sitting", sitting, "--minutes", 26, "--reason", "more")) == "E_EXTRA_TIME"


def test_a_hand_in_by_force_is_graded_and_can_be_opened_again_or_made_void(home, sitting):
    (forced,) = told(home, "force", "--sitting", sitting, "--reason", "left the room")["sittings"]
    assert (forced["state"], forced["percent"]) == ("graded", 0)
    (opened,) = told(home, "reopen", "--sitting", sitting, "--minutes", 1, "--reason", "came back")["sittings"]
    assert opened["state"] == "open"
    (void,) = told(home, "void", "--sitting", sitting, "--reason", "somebody else")["sittings"]
    assert void["state"] == "void"
    report = told(home, "close")
    assert [(one["event"], one["by"], one["reason"]) for one in report["overrides"]] == [
        ("submit", PROCTOR, "left the room"),
        ("reopen", PROCTOR, "came back"),
        ("extend", PROCTOR, "came back"),
        ("void", PROCTOR, "somebody else"),
    ]
    code = glance(home).unlock_codes["SDEM00002"]
    session = told(home, "open", "--title", "二号考场", "--session", "SDEM00002", "--code", code.lower())
    assert session["code"].count("-") == 2
    assert told(home, "report")["session"]["id"] == session["session"]


@pytest.mark.feature("d6")
def test_a_session_opens_with_the_code_of_headquarters_alone_and_no_code_is_on_the_command_line(home, sitting):
    told(home, "force", "--sitting", sitting, "--reason", "left the room")
    report = told(home, "close")
    assert report["anchor"] == release_anchor(report["head"])
    code = glance(home).unlock_codes["SDEM00002"]
    slip, other = code[:-1] + ("0" if code[-1] != "0" else "1"), glance(home).unlock_codes["SDEM00003"]
    for typed, refused in ((slip, "E_CODE_TYPO"), (other, "E_CODE_WRONG")):
        done = ask(home, "open", "--title", "二号考场", "--session", "SDEM00002", pin=f"{PASSPHRASE}\n{typed}")
        assert code_of(done) == refused
    done = ask(home, "open", "--title", "二号考场", "--session", "SDEM00002", pin=f"{PASSPHRASE}\n{code}")
    opened = json.loads(done.stdout)
    assert (done.exit_code, opened["session"]) == (0, "SDEM00002")
    assert glance(home).session_code == opened["code"]  # a demonstration's start card shows it
    told(home, "close")
    assert glance(home).session_code == ""


def test_extra_time_before_the_start_is_granted(home):
    assert told(home, "grant", "--person", "T1001", "--minutes", 10, "--reason", "broken arm") == {
        "staff_id": "T1001",
        "minutes": 10,
    }
    with open_office(home) as office:
        desk = office.sign_in("T1001", PIN)
        assert isinstance(desk, TraineeDesk)
        assert desk.offer(Kind.FINAL).minutes == 70


@pytest.fixture
def used_up(home):
    """Trainee T1001 has handed in three empty papers; from now on waits are kept."""
    with open_office(home) as office:
        desk = office.sign_in("T1001", PIN)
        assert isinstance(desk, TraineeDesk)
        for _ in range(3):
            desk.hand_in(desk.begin(Kind.FINAL, code=glance(home).session_code).id)
        save_setting(office.db, "waits", "on")
    return home


@pytest.mark.feature("e3")
@pytest.mark.parametrize("staff", [PROCTOR, "H3001"])
def test_a_talk_with_the_coach_is_noted_by_the_proctor_or_hr(used_up, staff):
    done = ask(used_up, "unlock", "--person", "T1001", "--reason", "talked", staff=staff)
    assert (done.exit_code, json.loads(done.stdout)) == (0, {"staff_id": "T1001", "reason": "talked"})
    with open_office(used_up) as office:
        written = list(office.journal.of_type(Event.UNLOCK))
        certificate = office.staff.certificate(staff)
    told = {"staff": "T1001", "by": staff, "reason": "talked", "role_certificate": certificate.id}
    assert [record.facts() for record in written] == [told]
    assert code_of(ask(used_up, "unlock", "--person", "T1001", "--reason", "again", staff=staff)) == "E_UNLOCK"


def test_a_talk_is_noted_for_nobody_who_waits_for_none_and_not_by_a_trainee(used_up):
    assert code_of(ask(used_up, "unlock", "--person", "T1002", "--reason", "talked")) == "E_UNLOCK"
    assert (
        code_of(ask(used_up, "unlock", "--person", "T1001", "--reason", "please", staff="T1001", pin=PIN)) == "E_ROLE"
    )
    assert code_of(ask(used_up, "unlock", "--person", "T1001", "--reason", " ")) == "E_REASON"


def test_only_a_proctor_is_let_in(home):
    assert code_of(ask(home, "pause", "--reason", "drill", staff=TRAINEE, pin=PIN)) == "E_ROLE"
    assert code_of(ask(home, "pause", "--reason", "drill", pin="369147")) == "E_SIGN_IN"
    assert code_of(ask(home, "pause", "--reason", "drill", pin="")) in {"E_SIGN_IN", "E_SIGN_IN_WAIT"}


@pytest.mark.parametrize("words", [("pause",), ("force", "--reason", "x"), ("extend", "--reason", "x")])
def test_an_override_without_its_facts_is_wrong_usage(home, words):
    assert ask(home, *words).exit_code == 2


WRITING = {
    "pause": ("--reason", "x"),
    "resume": ("--reason", "x"),
    "extend": ("--minutes", "5", "--reason", "x"),
    "grant": ("--person", "T1001", "--minutes", "5", "--reason", "x"),
    "unlock": ("--person", "T1001", "--reason", "x"),
    "force": ("--sitting", "0" * 16, "--reason", "x"),
    "void": ("--sitting", "0" * 16, "--reason", "x"),
    "reopen": ("--sitting", "0" * 16, "--reason", "x"),
    "open": ("--title", "二号考场"),
    "close": (),
}


def test_while_the_window_is_open_no_second_process_changes_what_it_holds(home, sitting):
    """One process writes at a time: that is why a sitting may be kept in memory."""
    with open_office(home) as office:
        held, head = office.sitting(sitting), office.journal.head()
        for command, words in WRITING.items():
            assert code_of(ask(home, command, *words)) == "E_HOME_BUSY", command
        line = [sys.executable, "-m", "desktop", "session", "resume", "--sitting", sitting, "--reason", "x"]
        line += ["--staff", PROCTOR, "--passphrase", PASSPHRASE, "--home", str(home), "--json"]
        second = subprocess.run(line, cwd=ROOT, capture_output=True, check=False)
        assert (second.returncode, json.loads(second.stdout)["error"]["code"]) == (3, "E_HOME_BUSY")
        assert (office.sitting(sitting), office.journal.head()) == (held, head)


def test_an_empty_reason_is_refused(home, sitting):
    assert code_of(ask(home, "void", "--sitting", sitting, "--reason", "  ")) == "E_REASON"


def test_a_sitting_that_is_not_there_is_refused(home):
    assert code_of(ask(home, "pause", "--sitting", "0" * 16, "--reason", "drill")) == "E_FOREIGN_SITTING"


def test_the_passphrase_is_on_no_screen(home):
    done = ask(home, "pause", "--reason", "drill")
    assert PASSPHRASE not in done.stdout + done.stderr


@pytest.mark.feature("d3", "d7")
def test_people_are_checked_in_shown_a_code_and_incidents_noted_from_a_terminal(home):
    refused = ask(home, "admit", "--person", "T1002", "--seat", "A2")
    assert code_of(refused) == "E_ID_UNCHECKED"
    people = told(home, "admit", "--person", "T1002", "--seat", "A2", "--id-checked")["people"]
    (one,) = [person for person in people if person["staff_id"] == "T1002"]
    assert (one["seat"], one["checked_in"], one["local"]) == ("A2", True, False)
    code = told(home, "start", "--person", "T1002")["code"]
    assert len(code) == 11
    noted = told(home, "incident", "--group", "room", "--reason", "fire drill")["incidents"]
    assert [(line["group"], line["text"]) for line in noted] == [("room", "fire drill")]


@pytest.mark.feature("d6")
def test_minutes_above_the_limit_go_to_headquarters_and_back_by_telephone(home, sitting):
    challenge = told(home, "phone", "--sitting", sitting, "--minutes", 45)["challenge"]
    before = told(home, "pause", "--sitting", sitting, "--reason", "fire drill")["sittings"][0]["remaining_seconds"]
    words = [
        "hq",
        "override",
        challenge,
        "--home",
        str(home),
        "--passphrase-file",
        str(passphrase_file(home)),
        "--json",
    ]
    answered = CliRunner().invoke(academy, words)
    assert answered.exit_code == 0, answered.stderr
    code = json.loads(answered.stdout)["code"]
    assert code_of(ask(home, "phone", "--sitting", sitting, "--code", code, "--reason", " ")) == "E_REASON"
    told(home, "phone", "--sitting", sitting, "--code", code, "--reason", "switch replaced")
    after = told(home, "resume", "--sitting", sitting, "--reason", "over")["sittings"][0]["remaining_seconds"]
    assert after - before > 44 * 60
    assert code_of(ask(home, "phone", "--sitting", sitting, "--code", code, "--reason", "again")) == "E_OVERRIDE"


def passphrase_file(home):
    path = home / "hq-passphrase"
    path.write_text("demonstration\n", "utf-8")
    return path
