"""Certificates of a demonstration from a terminal: HR has confirmed the first; all go into one archive."""

import json
from zipfile import ZipFile

import pytest

from tests.desktop.commands.branch import a_branch, a_copy, call, told


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return a_branch(tmp_path_factory.mktemp("certificates") / "home")


def verdict(path, *words):
    done = call("certificate", "verify", path, *words, "--json")
    (found,) = json.loads(done.stdout)
    return found["status"], found["code"], done.exit_code


def test_the_demonstrations_hr_has_confirmed_its_certificate(home):
    (path,) = (home / "certificates").glob("*.pdf")
    assert verdict(path, "--home", home) == ("valid", "W_DEMONSTRATION", 0)


def test_all_certificates_are_given_out_in_one_archive(home, tmp_path):
    done = told("certificate", "export", "--out", tmp_path / "all.zip", "--home", home)
    assert done == {"file": str(tmp_path / "all.zip"), "certificates": 1}
    (path,) = (home / "certificates").glob("*.pdf")
    with ZipFile(tmp_path / "all.zip") as archive:
        (name,) = archive.namelist()
        assert archive.read(name) == path.read_bytes()


def test_an_empty_home_has_nothing_to_give_out(tmp_path):
    done = call("certificate", "export", "--out", tmp_path / "all.zip", "--home", tmp_path / "no", "--json")
    assert (done.exit_code, json.loads(done.stdout)["error"]["code"]) == (3, "E_NOT_FOUND")
    assert not (tmp_path / "all.zip").exists()


def test_hr_of_the_demonstration_revokes_it_in_the_same_home(home, tmp_path):
    home = a_copy(home, tmp_path / "home")
    (path,) = (home / "certificates").glob("*.pdf")
    (tmp_path / "pass").write_text("demonstration\n", "utf-8")
    keys = ("--passphrase-file", tmp_path / "pass", "--home", home)
    out = told("hr", "trust", "--out", tmp_path / "bank", *keys)
    assert out["confirmed"]["certificates"] == 1
    assert verdict(path, "--trust", tmp_path / "bank") == ("valid", None, 0)
    told("hr", "revoke", path.stem, *keys)
    assert verdict(path, "--home", home) == ("revoked", "E_REVOKED_CERTIFICATE", 1)
    assert verdict(path, "--trust", tmp_path / "bank") == ("valid", None, 0)
