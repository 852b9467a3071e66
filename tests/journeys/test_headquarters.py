"""The yearly rehearsals of headquarters, walked with the program itself: a lost root holder, a stolen pack key."""

import json
import shutil
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from desktop.assets import ASSETS
from desktop.commands.main import academy
from exams.desk.pack_shelf import PackShelf
from exams.desk.vault import Vault
from exams.packs.manifest import Grading, PackedExam
from exams.packs.publish import Authority, FormParts, PackParts, PackSpec, publish
from exams.trust.key_files import read_key_file
from exams.trust.revocation import read_revocations
from exams.trust.root import first_root
from exams.trust.state import TrustState
from tests.shipped_course import sources_read_once

__all__ = ["sources_read_once"]

PASS = "several plain words"
SESSION, BRANCH = "S0000000A", "NJ-01"
OPENS, CLOSES = "2026-01-01T00:00:00Z", "2126-01-01T00:00:00Z"


@dataclass
class Chain:
    """Headquarters, a stick, and a branch that follows it: all through `academy`."""

    folder: Path

    def call(self, *words):
        said = [str(word) for word in (*words, "--json", "--language", "en")]
        return CliRunner().invoke(academy, said)

    def hq(self, *words):
        done = self.call("hq", *words, "--home", self.folder / "hq", "--passphrase-file", self.folder / "pass")
        assert done.exit_code == 0, done.stdout + done.stderr
        return json.loads(done.stdout)

    def install(self, *files):
        """Status or code of each file, by its name."""
        done = self.call("branch", "install", *files, "--home", self.folder / "branch")
        return {Path(row["file"]).name: row.get("code") or row["status"] for row in json.loads(done.stdout)["files"]}

    def branch(self):
        return json.loads(self.call("branch", "status", "--home", self.folder / "branch").stdout)

    def root_file(self, version):
        return self.folder / "hq" / "hq" / "roots" / f"{version}.json"

    def key_file(self, name):
        keys = self.folder / "hq" / "hq" / "keys"
        return keys / name / f"{name}.key" if name.startswith("root") else keys / f"{name}.key"

    def pack(self, name, *options):
        self.hq("publish", "--out", self.folder / name, *options)
        return self.folder / name

    def slots(self, name="slots"):
        self.hq("slots", "--out", self.folder / name)
        return self.folder / name

    def vault(self):
        home = self.folder / "branch"
        return Vault(home, PackShelf(home), lambda: BRANCH)

    def sits(self, now_wt):
        """The session opens with the code that headquarters gives out now; how many bytes of items that opens."""
        code = self.hq("release", "--session", SESSION, "--purpose", "items")["code"]
        vault = self.vault()
        vault.open_session(SESSION, code, now_wt)
        return len(vault.items(SESSION))


@pytest.fixture(scope="module")
def rehearsed(sources_read_once, tmp_path_factory):
    """Founded, published, planned, sealed, carried over."""
    chain = Chain(tmp_path_factory.mktemp("rehearsal"))
    (chain.folder / "pass").write_text(PASS, "utf-8")
    chain.hq("init", "--memory-mib", 64)
    chain.pack("v1.pack")
    plan = ("--session", SESSION, "--branch", BRANCH, "--not-before", OPENS, "--not-after", CLOSES)
    done = chain.call("hq", "session", "add", *plan, "--home", chain.folder / "hq")
    assert done.exit_code == 0, done.stdout
    revocation = chain.folder / "hq" / "hq" / "revocation.json"
    taken = chain.install(chain.root_file(1), revocation, chain.folder / "v1.pack", chain.slots())
    assert set(taken.values()) == {"installed"}
    return chain


@pytest.fixture
def chain(rehearsed, tmp_path):
    shutil.copytree(rehearsed.folder, tmp_path / "chain")
    return Chain(tmp_path / "chain")


def test_a_sealed_exam_is_carried_over_and_opens_on_the_word_of_headquarters_only(chain):
    raw = b"".join(path.read_bytes() for path in (chain.folder / "branch").rglob("*") if path.is_file())
    assert sum(stem in raw for stem in stems("practice")) > 10  # the open course is there
    assert [stem for stem in stems("exam") if stem in raw] == []
    assert chain.sits(now()) > 1000


def test_a_lost_root_holder_is_replaced_by_the_two_others(chain):
    chain.key_file("root-2").unlink()
    rotated = chain.hq("root", "rotate", "--replace", "root-2")
    assert (rotated["version"], rotated["complete"]) == (2, True)
    assert chain.install(chain.root_file(2)) == {"2.json": "installed"}

    # The new holder is as good as any other: with one of the old ones the root changes again.
    chain.key_file("root-1").unlink()
    again = chain.hq("root", "rotate", "--replace", "root-1")
    assert (again["version"], again["complete"]) == (3, True)
    assert chain.install(chain.root_file(3), chain.pack("v2.pack"), chain.slots()) == {
        "3.json": "installed",
        "v2.pack": "installed",
        "slots": "installed",
    }
    assert chain.branch()["root"]["version"] == 3
    assert chain.sits(now()) > 1000


def test_with_one_holder_left_nothing_changes_and_everything_goes_on(chain):
    chain.key_file("root-1").unlink()
    chain.key_file("root-2").unlink()
    draft = chain.hq("root", "rotate", "--replace", "root-1")
    assert draft["complete"] is False
    assert chain.install(draft["file"]) == {Path(draft["file"]).name: "E_SIG"}
    assert chain.branch()["root"]["version"] == 1
    assert chain.sits(now()) > 1000


def test_a_stolen_pack_key_is_worth_nothing_once_the_root_has_changed(chain):
    thiefs = forged(chain, version=9)
    chain.hq("revoke", "pack", "CSC-BASIC-9", "--out", chain.folder / "list")
    assert chain.install(chain.folder / "list") == {"list": "installed"}
    assert chain.install(thiefs) == {"thief.pack": "E_REVOKED"}
    rotated = chain.hq("root", "rotate", "--replace", "pack")
    assert (rotated["version"], rotated["complete"]) == (2, True)
    fresh = chain.pack("v2.pack")
    assert chain.install(fresh, chain.slots()) == {"v2.pack": "installed", "slots": "installed"}
    assert chain.install(thiefs) == {"thief.pack": "E_SIG"}
    status = chain.branch()
    assert (status["root"]["version"], status["pack"]["version"], status["pack"]["revoked"]) == (2, 2, False)
    assert chain.sits(now()) > 1000


def test_the_thief_gets_no_slots_past_the_new_root_either(chain):
    old = chain.folder / "slots"
    kept = shutil.copy(old, chain.folder / "old-slots")
    chain.hq("root", "rotate", "--replace", "pack")
    assert chain.install(chain.root_file(2)) == {"2.json": "installed"}
    assert chain.install(kept) == {"old-slots": "E_SIG"}


def stems(use: str) -> list[bytes]:
    """What the questions of the shipped bank ask, in Chinese."""
    files = sorted((ASSETS / "bank" / use).glob("*.toml"))
    items = [item for file in files for item in tomllib.loads(file.read_text("utf-8"))["item"]]
    return [item["zh"]["stem"].encode() for item in items]


def now() -> int:
    return time.time_ns() // 1_000_000


def forged(chain: Chain, version: int) -> Path:
    """A pack of the thief's own, rightly signed with the stolen key."""
    signer = read_key_file(chain.key_file("pack"), PASS)
    root = first_root(chain.root_file(1).read_bytes())
    revocation = (chain.folder / "hq" / "hq" / "revocation.json").read_bytes()
    state = TrustState(root, read_revocations(revocation, root))
    wt = now() // 1000 * 1000
    spec = PackSpec(
        pack="CSC-BASIC",
        version=version,
        issued_wt=wt,
        not_before_wt=wt,
        expires_wt=wt + 86_400_000,
        min_app="0.1.0",
        grading=Grading.WITH_UNLOCK,
        exams=(PackedExam("final", "A", "final"),),
    )
    parts = PackParts(b"{}", {"A": FormParts(b"{}", b"{}")})
    return publish(chain.folder / "thief.pack", parts, spec, Authority((signer,), state, (), revocation), "0.1.0").path
