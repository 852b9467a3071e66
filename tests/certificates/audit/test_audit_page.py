"""`docs/audit-pack.md`: what the page tells a regulator to do is done here, word for word."""

import re
import shutil
import subprocess
import sys

import pytest

from certificates import Held
from certificates.audit import checking
from tests.architecture.tree import ROOT
from tests.certificates.audit.audit_house import KEPT, REPLACED, REVOKED, SHORT
from tests.certificates.authority import authority

PAGE = (ROOT / "docs" / "audit-pack.md").read_text("utf-8")
[PROGRAM] = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
[OPENSSL] = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def folder(house, pack, tmp_path):
    """Where a regulator works: the pack, the published root, nothing else."""
    (tmp_path / "1.json").write_bytes(house.root)
    (tmp_path / "check.py").write_text(PROGRAM, "utf-8")
    return tmp_path


def run(folder, *command):
    return subprocess.run(command, cwd=folder, capture_output=True, check=False, text=True, encoding="utf-8")


def told(folder, day):
    done = run(folder, sys.executable, "-X", "utf8", "check.py", "pack", "1.json", day)
    return done, {line.split()[2] for line in done.stdout.splitlines()}


def test_the_program_has_thirty_lines():
    assert len([line for line in PROGRAM.splitlines() if line.strip()]) <= 30


@pytest.mark.feature("g8")
@pytest.mark.parametrize(
    ("day", "valid"),
    [
        ("2026-11-23", set()),
        ("2026-11-24", {KEPT, REVOKED, REPLACED, SHORT}),
        ("2026-12-05", {KEPT, REPLACED}),
        ("2026-12-14", {KEPT}),
    ],
)
def test_the_program_and_ours_say_the_same_of_a_day(house, folder, day, valid):
    from datetime import date

    done, found = told(folder, day)
    assert found == valid, done.stderr
    ours = house.checked().on(date.fromisoformat(day))
    assert {one.proved.claims.number for one in ours if one.held is Held.VALID} == valid


def test_the_program_stops_at_a_changed_file_an_added_one_and_another_root(folder):
    (folder / "pack" / "more").write_bytes(b"")
    assert told(folder, "2026-11-24")[0].returncode == 1
    (folder / "pack" / "more").unlink()
    (folder / "pack" / "register.csv").write_bytes(b"")
    assert "AssertionError" in told(folder, "2026-11-24")[0].stderr
    (folder / "1.json").write_bytes(authority().root_file)
    assert "InvalidSignature" in told(folder, "2026-11-24")[0].stderr


@pytest.mark.tool("openssl")
def test_the_words_for_openssl_lead_to_success_and_not_for_a_changed_pack(folder):
    done = run(folder, "sh", "-ec", OPENSSL)
    assert (done.returncode, done.stdout.strip()) == (0, "Signature Verified Successfully"), done.stderr
    (folder / "pack" / "register.csv").write_bytes(b"")
    done = run(folder, "sh", "-ec", OPENSSL)
    assert done.returncode != 0
    assert "register.csv" in done.stdout
    shutil.copyfile(folder / "pack" / "trust" / "roots" / "1.json", folder / "pack" / "manifest.json")
    assert run(folder, "sh", "-ec", OPENSSL).returncode != 0


def test_each_finding_and_each_state_is_explained():
    wanted = {getattr(checking, name) for name in ("MISSING", "CHANGED", "EXTRA", "FOREIGN", "PROOF", "UNDATED")}
    assert set(re.findall(r"^\| `(E_[A-Z_]+)` \|", PAGE, re.MULTILINE)) == wanted
    states = re.findall(r"^\| ((?:`[a-z_]+`(?:, )?)+) \|", PAGE[PAGE.index("state on the day") :], re.MULTILINE)
    assert set(re.findall(r"`([a-z_]+)`", " ".join(states[:6]))) == {str(one) for one in Held}
