"""`academy branch install` and `status`: files from headquarters, by content; a bad one stops no other."""

import json
import shutil

import pytest

from exams import HqSession, HqWork, PackPlan, check_journal, make_parts, read_time, set_up_hq
from tests.desktop.commands.branch import a_branch, call, told
from tests.shipped_course import shipped_sources

PASS = "several plain words"
SESSION = "S0000000A"


@pytest.fixture(scope="module")
def brought(tmp_path_factory):
    """What headquarters sends the demonstration branch: a root, withdrawals, a pack, slots."""
    folder = tmp_path_factory.mktemp("stick")
    home = tmp_path_factory.mktemp("hq")
    window = read_time("2026-11-01T00:00:00Z"), read_time("2126-11-01T00:00:00Z")
    with set_up_hq(home, lambda _name, _new: PASS, "chen", work=HqWork(65_536, 1)) as desk:
        desk.publish(make_parts(shipped_sources()), folder / "a", PackPlan("COURSE"))
        desk.add_session(HqSession(SESSION, "DEMO-01", "COURSE", "A", *window))
        desk.write_slots(folder / "b")
        shutil.copy(desk.revocation_path, folder / "c")
        shutil.copy(desk.root_files()[0], folder / "d")
    return folder


def test_an_empty_home_takes_all_in_and_says_what_each_file_was(brought, tmp_path):
    found = told("branch", "install", *sorted(brought.iterdir()), "--home", tmp_path)
    assert [(row["kind"], row["status"], row["name"]) for row in found["files"]] == [
        ("root", "installed", "root 1"),
        ("revocation", "installed", "revocation 1"),
        ("pack", "installed", "COURSE-1"),
        ("slots", "installed", "slots COURSE-1"),
    ]
    status = told("branch", "status", "--home", tmp_path)
    assert status["root"]["first_sha256"] == found["files"][0]["sha256"]
    assert [one["session"] for one in status["sessions"]] == [SESSION]
    lines = call("branch", "install", *sorted(brought.iterdir()), "--home", tmp_path, "--language", "en").stdout
    assert lines.count("here already") == 4


def test_a_refused_file_stops_no_other_and_gives_the_exit_code(brought, tmp_path):
    bad = tmp_path / "bad"
    bad.write_bytes((brought / "a").read_bytes()[:-1])
    done = call("branch", "install", bad, brought / "d", "--home", tmp_path / "home", "--json", "--language", "en")
    assert done.exit_code == 3
    document = json.loads(done.stdout)
    assert document["error"]["code"] == "E_ZIP"
    assert [(row["kind"], row["status"]) for row in document["files"]] == [("root", "installed"), ("pack", "refused")]
    lines = call("branch", "install", bad, "--home", tmp_path / "home", "--language", "en")
    assert (lines.exit_code, "[E_ZIP]" in lines.stdout) == (3, True)


def test_a_demonstration_branch_writes_every_import_into_its_journal(brought, tmp_path):
    home = a_branch(tmp_path / "home")
    for made in ("trust", "packs"):
        shutil.rmtree(home / made, ignore_errors=True)
    before = check_journal(home).records
    assert call("branch", "install", *sorted(brought.iterdir()), "--home", home).exit_code == 0
    report = check_journal(home)
    assert report.ok
    assert report.records == before + 4


def test_a_home_that_knows_no_headquarters_says_so(tmp_path):
    status = told("branch", "status", "--home", tmp_path / "nowhere")
    assert (status["root"], status["pack"], status["sessions"]) == (None, None, [])
    assert not (tmp_path / "nowhere").exists()


def test_nothing_to_install_is_wrong_usage(tmp_path):
    assert call("branch", "install", "--home", tmp_path).exit_code == 2


def test_a_pc_that_is_not_enrolled_has_nothing_to_hand_in(tmp_path):
    out, home = tmp_path / "stick", tmp_path / "home"
    done = call("branch", "bundle", "--out", out, "--home", home, "--json", "--language", "en")
    assert (done.exit_code, json.loads(done.stdout)["error"]["code"]) == (3, "E_NOT_ENROLLED")
    assert not out.exists()


def test_an_enrolled_pc_hands_in_one_file_for_hr(tmp_path):
    home = a_branch(tmp_path / "home")
    found = told("branch", "bundle", "--out", tmp_path / "stick", "--home", home)
    (file,) = (tmp_path / "stick").iterdir()
    assert (found["file"], found["sittings"] > 0, sorted(found)) == (str(file), True, ["file", "sittings"])
    assert file.suffix == ".bundle"
    said = call("branch", "bundle", "--out", tmp_path / "stick", "--home", home, "--language", "en")
    assert (said.exit_code, said.stdout.startswith("Handed in: ")) == (0, True)
