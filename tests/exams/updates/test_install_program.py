"""A newer program is taken in whole or not at all, and can be taken back."""

import pytest

from exams.packs.file_errors import SourceUnreadable
from exams.updates.errors import (
    NoEarlierProgram,
    NoProgramForMachine,
    ProgramMissing,
    ProgramOlder,
    ProgramSpoilt,
)
from exams.updates.install import roll_back
from exams.updates.shelf import note_proved, note_trying, programs, successor
from tests.exams.updates.releases import INSTALLED, a_release, packed, run, started, take_in


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "academy.sqlite").write_bytes(b"what people wrote")
    return folder


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    for version in ("0.2.0", "0.3.0", "0.10.0"):
        a_release(folder, version)
    return folder


def test_what_was_taken_in_runs_in_place_of_the_installed_program(home, stick):
    assert started(home) == INSTALLED
    assert take_in(home, stick, "0.2.0")
    assert run(home) == "0.2.0"
    assert not take_in(home, stick, "0.2.0")


def test_the_next_one_is_measured_by_its_numbers_and_the_one_before_is_kept(home, stick):
    for version in ("0.2.0", "0.3.0", "0.10.0"):
        take_in(home, stick, version)
    assert run(home) == "0.10.0"
    assert {path.name for path in programs(home).iterdir() if path.is_dir()} == {"0.10.0", "0.3.0"}


def test_the_way_back_goes_to_the_program_before_and_then_to_the_installed_one(home, stick):
    take_in(home, stick, "0.2.0")
    take_in(home, stick, "0.3.0")
    assert (roll_back(home), run(home)) == ("0.2.0", "0.2.0")
    assert (roll_back(home), started(home)) == ("", INSTALLED)
    with pytest.raises(NoEarlierProgram):
        roll_back(home)
    assert (home / "academy.sqlite").read_bytes() == b"what people wrote"
    assert take_in(home, stick, "0.3.0")
    assert run(home) == "0.3.0"


@pytest.mark.parametrize("version", ["0.2.0", "0.3.0"])
def test_an_older_one_is_refused(home, stick, version):
    take_in(home, stick, "0.10.0")
    with pytest.raises(ProgramOlder):
        take_in(home, stick, version)
    assert run(home) == "0.10.0"


def test_the_installed_program_is_older_than_none_it_came_after(home, stick):
    with pytest.raises(ProgramOlder):
        take_in(home, stick, "0.2.0", own="0.2.0")
    take_in(home, stick, "0.2.0")
    assert successor(home, "0.3.0") is None


def test_a_program_for_another_kind_of_pc_is_refused(home, stick):
    a_release(stick, "0.4.0", machine="windows-x86_64")
    with pytest.raises(NoProgramForMachine):
        take_in(home, stick, "0.4.0")
    assert started(home) == INSTALLED


def test_a_release_without_its_archive_says_which_file_is_missing(home, stick):
    (stick / "branch-academy-0.2.0-linux-x86_64.tar.xz").unlink()
    with pytest.raises(ProgramMissing) as raised:
        take_in(home, stick, "0.2.0")
    assert raised.value.facts["file"] == "branch-academy-0.2.0-linux-x86_64.tar.xz"


@pytest.mark.parametrize("place", [0, 100, -1])
def test_one_changed_byte_is_refused(home, stick, place):
    archive = stick / "branch-academy-0.2.0-linux-x86_64.tar.xz"
    raw = bytearray(archive.read_bytes())
    raw[place] ^= 1
    archive.write_bytes(raw)
    with pytest.raises(ProgramSpoilt):
        take_in(home, stick, "0.2.0")
    assert started(home) == INSTALLED


OUTSIDE = {
    "a path upwards": packed("0.2.0", {"../../outside": b"x"}),
    "an absolute path": packed("0.2.0", {"x": b"x"}, top="/tmp"),
    "a link outside": packed("0.2.0", links=[("_internal/link", "../../../outside")]),
    "an absolute link": packed("0.2.0", links=[("_internal/link", "/etc/passwd")]),
    "no archive": b"no archive at all",
    "a cut archive": packed("0.2.0")[:-200],
}


@pytest.mark.parametrize("raw", OUTSIDE.values(), ids=OUTSIDE)
def test_even_when_signed_nothing_lands_outside_its_folder(home, tmp_path, raw):
    a_release(tmp_path / "stick", "0.2.0", raw)
    before = {path for path in tmp_path.rglob("*") if not path.is_relative_to(home / "program")}
    with pytest.raises(ProgramSpoilt):
        take_in(home, tmp_path / "stick", "0.2.0")
    assert {path for path in tmp_path.rglob("*") if not path.is_relative_to(home / "program")} == before
    assert started(home) == INSTALLED


def test_one_that_never_showed_its_window_is_passed_over(home, stick):
    take_in(home, stick, "0.2.0")
    note_proved(home, "0.2.0")
    take_in(home, stick, "0.3.0")
    note_trying(home, "0.3.0")
    assert started(home) == INSTALLED
    note_proved(home, "0.3.0")
    assert started(home) == "0.3.0"


def test_a_pulled_stick_is_gone_on_with(home, stick):
    archive = stick / "branch-academy-0.2.0-linux-x86_64.tar.xz"
    whole = archive.read_bytes()

    def pull(done, _of):
        if done:
            archive.write_bytes(whole[: len(whole) // 2])

    with pytest.raises((SourceUnreadable, ProgramSpoilt)):
        take_in(home, stick, "0.2.0", progress=pull)
    archive.write_bytes(whole)
    assert take_in(home, stick, "0.2.0")
    assert run(home) == "0.2.0"
