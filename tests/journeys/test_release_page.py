"""`docs/verify-a-release.md`: what the page tells whoever installs is done here, word for word; openssl judges."""

import re
import shutil
import subprocess

import pytest

from exams import HqWork, set_up_hq
from tests.architecture.tree import ROOT

PAGE = (ROOT / "docs" / "verify-a-release.md").read_text("utf-8")
[CHECK] = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
SIGNED = "Signature Verified Successfully"
NAMES = ("branch-academy-9.0.0-windows-x86_64-setup.exe", "branch-academy_9.0.0_amd64.deb")


def headquarters(home):
    home.mkdir()
    return set_up_hq(home, lambda _name, _new: "several plain words", "chen", work=HqWork(65_536, 1))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A stick with two packages and headquarters' list of them; the root came by another road."""
    folder = tmp_path_factory.mktemp("stick")
    with headquarters(tmp_path_factory.mktemp("hq") / "home") as desk:
        for name in NAMES:
            (folder / name).write_bytes(name.encode() * 100)
        desk.sign_program([folder / name for name in NAMES], "9.0.0", folder / "9.0.0.program")
        shutil.copy(desk.root_files()[0], folder / "1.json")
    return folder


@pytest.fixture
def stick(made, tmp_path):
    return shutil.copytree(made, tmp_path / "stick")


def checked(folder):
    done = subprocess.run(["sh", "-c", CHECK], cwd=folder, capture_output=True, check=False, text=True)
    return SIGNED in done.stdout, done.stdout.splitlines()


def test_what_headquarters_signed_is_told_as_such(stick):
    signed, told = checked(stick)
    assert signed
    assert {f"{name}: OK" for name in NAMES} <= set(told)


def test_a_package_changed_on_the_way_is_named(stick):
    with (stick / NAMES[0]).open("ab") as file:
        file.write(b"!")
    _, told = checked(stick)
    assert f"{NAMES[0]}: FAILED" in told
    assert f"{NAMES[1]}: OK" in told


def test_a_list_changed_on_the_way_is_not_signed(stick):
    listed = stick / "9.0.0.program"
    text = listed.read_text("utf-8")
    payload = re.search(r'"payload":"([^"]*)"', text)[1]
    listed.write_text(
        text.replace(payload, payload[:40] + ("A" if payload[40] != "A" else "B") + payload[41:]), "utf-8"
    )
    assert not checked(stick)[0]


def test_the_root_of_somebody_else_does_not_fit(stick, tmp_path):
    with headquarters(tmp_path / "other") as desk:
        shutil.copy(desk.root_files()[0], stick / "1.json")
    assert not checked(stick)[0]


def test_a_package_that_is_not_on_the_stick_is_not_missed(stick):
    (stick / NAMES[1]).unlink()
    signed, told = checked(stick)
    assert signed
    assert told[-1] == f"{NAMES[0]}: OK"
