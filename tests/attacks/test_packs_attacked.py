"""Forged, changed and old packs at a branch (rows A01 to A08 and A11 of the security design)."""

import base64
import json
import os
import signal
import subprocess
import sys

import pytest

from exams.packs.active import every_byte_is_right
from exams.packs.manifest import MANIFEST, items_file
from exams.trust.envelope import Purpose
from exams.trust.errors import Expired
from exams.trust.keys import SigningKey
from tests.architecture.tree import ROOT
from tests.attacks.attacks_home import DAY, FORM, PACK, SESSION
from tests.exams.packs.headquarters import members, resigned, rewrite


def test_a01_a_byte_of_the_sealed_items_changed_in_the_pack(attacked):
    pack, name = attacked.publish(2), items_file(FORM)
    items = members(pack)[name]
    rewrite(pack, {name: items[:-1] + bytes([items[-1] ^ 1])})
    assert attacked.verdict(pack) == "E_HASH"
    assert attacked.active_version() == 1


@pytest.mark.parametrize("changed", [{"x.dll": b"MZ"}, {"course/x.dll": b"MZ"}, {"content.sqlite": None}])
def test_a02_a_program_put_into_the_pack_or_a_chapter_taken_out(attacked, changed):
    pack = attacked.publish(2)
    rewrite(pack, changed)
    assert attacked.verdict(pack) == "E_FILESET"


def test_a03_a_later_day_of_expiry_written_into_the_manifest(attacked):
    pack = attacked.publish(2)
    envelope = json.loads(members(pack)[MANIFEST])
    payload = base64.b64decode(envelope["payload"])
    later = payload.replace(b'"expires":"20', b'"expires":"29')
    assert later != payload
    rewrite(pack, {MANIFEST: json.dumps({**envelope, "payload": base64.b64encode(later).decode()}).encode()})
    assert attacked.verdict(pack) == "E_SIG"


@pytest.mark.parametrize("signer", ["own", "ca", "revocation", "root-1"])
def test_a04_a_pack_signed_by_a_key_of_ones_own_or_of_another_role(attacked, signer):
    pack = attacked.publish(2)
    key = SigningKey.generate() if signer == "own" else attacked.key(signer)
    resigned(pack, [key], version=3)
    assert attacked.verdict(pack) == "E_SIG"


def test_a05_the_envelope_of_a_device_certificate_offered_as_manifest(attacked):
    pack = attacked.publish(2)
    resigned(pack, [attacked.key("pack")], Purpose.DEVICE)
    assert attacked.verdict(pack) == "E_TYPE"


def test_a06_an_older_version_after_the_newer_one(attacked):
    older, newer = attacked.publish(4), attacked.publish(5)
    assert attacked.verdict(newer) == "taken"
    assert attacked.verdict(older) == "E_ROLLBACK"
    assert attacked.active_version() == 5
    (attacked.home / "packs" / "active.json").unlink()
    assert attacked.verdict(older) == "E_ROLLBACK"


def test_a07_an_expired_pack_also_with_the_clock_set_back_after_a_newer_file_was_seen(attacked):
    pack = attacked.publish(2, expires_wt=attacked.now() + 10 * DAY, not_before_wt=attacked.now() - 500 * DAY)
    attacked.clock.forward(11 * DAY)
    assert attacked.verdict(pack) == "E_EXPIRED"
    assert attacked.verdict(attacked.slots()) == "taken"
    attacked.clock.set_wall(attacked.now() - 400 * DAY)
    assert attacked.verdict(pack) == "E_EXPIRED"


def test_a07_a_pack_that_runs_out_once_it_is_installed_opens_no_session(attacked):
    until = attacked.now() + 10 * DAY
    assert attacked.verdict(attacked.publish(2, expires_wt=until)) == "taken"
    assert attacked.verdict(attacked.slots()) == "taken"
    vault = attacked.vault()
    with pytest.raises(Expired):
        vault.open_session(SESSION, attacked.code, until)
    assert vault.kept() == ()
    assert vault.open_session(SESSION, attacked.code, until - 1).session == SESSION


@pytest.mark.parametrize("name", [f"{PACK}-2", PACK])
def test_a08_a_withdrawn_pack(attacked, name):
    pack = attacked.publish(2)
    with attacked.headquarters() as desk:
        desk.revoke("pack", name, attacked.stick / "list")
    assert attacked.verdict(attacked.stick / "list") == "taken"
    assert attacked.verdict(pack) == "E_REVOKED"


def killed(attacked, pack, point):
    """How an import ended that was to die at its so-many-th step on the disk."""
    words = [sys.executable, "-m", "tests.attacks.killed_import", str(attacked.home), str(pack), str(attacked.now())]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run([*words, str(point)], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_a11_the_app_killed_in_the_middle_of_an_import(chain, tmp_path):
    uncut = chain.copied(tmp_path / "uncut")
    pack = uncut.publish(2)
    whole = killed(uncut, pack, 0)
    assert whole.returncode == 0, whole.stderr
    steps = int(whole.stdout)
    assert steps > 20
    for point in sorted({1, steps, *range(3, steps, steps // 8)}):
        cut = chain.copied(tmp_path / str(point))
        assert killed(cut, pack, point).returncode == -signal.SIGKILL
        active = cut.active()
        assert active is not None, point
        assert active.manifest.version in (1, 2)
        assert every_byte_is_right(active)
        if active.manifest.version == 1:
            cut.vault().open_session(SESSION, cut.code, cut.now())
        assert cut.bring(pack)[pack.name] in ("taken", "here")
        assert cut.active_version() == 2
        assert every_byte_is_right(cut.active())
        assert {path.name for path in (cut.home / "packs").iterdir() if path.suffix in (".new", ".old")} == set()
