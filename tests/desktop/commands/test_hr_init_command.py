"""`academy hr init`: HR's home on a clean PC, and again where it stands already."""

import json
import shutil

import pytest
from click.testing import CliRunner

from desktop.commands.main import academy
from tests.certificates.audit.audit_house import House, found_house
from tests.certificates.authority import authority
from tests.once import made_once


@pytest.fixture(scope="module")
def house():
    return House(made_once("audit-house", found_house))


def init(home, trust, code):
    done = CliRunner().invoke(
        academy, ["hr", "init", "--trust", str(trust), "--home", str(home), "--language", "en", "--json"]
    )
    assert done.exit_code == code, (done.stdout, done.stderr, done.exception)
    return json.loads(done.stdout)


def test_a_clean_pc_believes_headquarters_and_has_an_empty_register_but_no_keys(house, tmp_path):
    told = init(tmp_path / "hr", house.pack, 1)
    assert (told["root"], told["keys_missing"]) == (1, ["hr", "hr_seal", "desk"])
    assert told["lists"] == {"confirmed": 1, "revoked": 2, "superseded": 2}
    people = CliRunner().invoke(academy, ["hr", "report", "--home", str(tmp_path / "hr"), "--json"])
    assert json.loads(people.stdout) == {"people": [], "branches": []}
    assert init(tmp_path / "hr", house.pack, 1) == told
    audited = ["audit", "verify", str(house.pack), "--home", str(tmp_path / "hr"), "--json"]
    assert json.loads(CliRunner().invoke(academy, audited).stdout)["ok"]


def test_where_headquarters_folder_lies_with_hrs_keys_nothing_is_missing(house, tmp_path):
    shutil.copytree(house.office.home, tmp_path / "hr")
    assert init(tmp_path / "hr", house.pack, 0)["keys_missing"] == []


def test_another_headquarters_or_a_spoilt_folder_is_refused_and_nothing_changes(house, tmp_path):
    init(tmp_path / "hr", house.pack, 1)
    (tmp_path / "foreign").mkdir()
    authority().believed_in(tmp_path / "foreign")
    assert init(tmp_path / "hr", tmp_path / "foreign", 3)["error"]["code"] == "E_TRUST"
    spoilt = shutil.copytree(house.pack, tmp_path / "spoilt")
    (spoilt / "trust" / "roots" / "1.json").write_bytes(b"{}")
    assert init(tmp_path / "new", spoilt, 3)["error"]["code"] == "E_TRUST"
    assert not (tmp_path / "new" / "hr").exists()
    assert init(tmp_path / "hr", house.pack, 1)["root"] == 1
