"""`academy session handover ask/give/take`: a running exam moves from a terminal, with reasons and codes."""

import json
import shutil

import pytest

from exams import Kind, Person, Role, TraineeDesk, glance, open_office
from exams.desk.handover import ask_handover, take_over
from exams.devices.errors import HandoverRefused
from exams.store.session_rows import SessionRow, save_session
from tests.desktop.commands.branch import a_branch, call, told

PIN, PASSPHRASE, WHY = "258025", "river lantern", "power supply"
PROCTOR = Person("P2001", "周静", "", "DEMO-01", "", Role.PROCTOR)
BY = ("--staff", PROCTOR.staff_id, "--passphrase", PASSPHRASE)


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """A demonstration in which one final is sat, and a second PC of its branch with the same session open."""
    folder = tmp_path_factory.mktemp("swap")
    here, there = a_branch(folder / "here"), folder / "there"
    passphrase, request, device = map(folder.joinpath, "prd")
    passphrase.write_text("demonstration", "utf-8")
    told("branch", "install", here / "hq" / "roots" / "1.json", "--home", there)
    told("branch", "request", "--branch", "DEMO-01", "--out", request, "--home", there)
    told("hq", "enrol", request, "--out", device, "--home", here, "--passphrase-file", passphrase)
    told("branch", "enrol", device, "--home", there)
    shutil.copytree(here / "packs", there / "packs", dirs_exist_ok=True)
    with open_office(here) as office:
        desk = office.sign_in("T1003", PIN)
        assert isinstance(desk, TraineeDesk)
        sitting = desk.begin(Kind.FINAL, code=glance(here).session_code)
    with open_office(there) as office:
        save_session(office.db, SessionRow(sitting.session, "二号", "P2001", "final", "", 1, None))
    return here, there, sitting


def refusal(*words):
    done = call("session", *words, *BY, "--json")
    assert done.exit_code == 3, done.output
    return json.loads(done.stdout)["error"]["code"]


@pytest.mark.feature("d10")
def test_an_exam_is_handed_over_from_a_terminal_for_one_pc_that_must_be_unlocked(two, tmp_path):
    here, there, sitting = two
    asked, file, rubbish = (tmp_path / name for name in ("asked", "file", "rubbish"))
    rubbish.write_bytes(b"{]")
    give = ("handover", "give", "--sitting", sitting.id, "--reason", WHY, "--home", here)
    told("session", "handover", "ask", asked, *BY, "--home", here)
    assert refusal(*give, "--to", asked, file) == "E_HANDOVER"
    assert refusal(*give, "--to", rubbish, file) == "E_JSON"
    assert refusal("handover", "take", rubbish, "--home", here) == "E_JSON"
    with open_office(there) as office:
        asked.write_bytes(ask_handover(office, office.desk_of(PROCTOR)))
    assert told("session", *give, "--to", asked, file, *BY)["sitting"] == sitting.id
    assert refusal("handover", "take", file, "--home", here) == "E_HANDOVER"
    assert refusal("pause", "--sitting", sitting.id, "--reason", WHY, "--home", here) == "E_SITTING_MOVED"
    with open_office(there) as office, pytest.raises(HandoverRefused) as refused:
        take_over(office, office.desk_of(PROCTOR), file.read_bytes())
    assert refused.value.facts["reason"] == "locked"  # nobody has unlocked the session there
