"""The root changes hands only by two of its three holders; a role's key is replaced without touching the others."""

import shutil
from pathlib import Path

import pytest

from exams.desk.hq_errors import KeyNotHere, KeysMissing
from exams.desk.hq_roots import RootChange, sign_draft
from exams.packs.slots import SlotPurpose
from exams.trust.errors import RootVersion, WrongPassphrase
from exams.trust.pdf_root import pdf_root_keyid, pem
from exams.trust.root import RoleName, first_root, next_root
from tests.exams.desk.head_office import PASS


def key_file(hq, name):
    with hq.desk() as desk:
        return next(row for row in desk.status()["keys"] if row["name"] == name)


def root_of(hq):
    first, *later = (path.read_bytes() for path in hq.roots())
    root = first_root(first)
    for raw in later:
        root = next_root(root, raw)
    return root


def rotate(hq, key_files=(), **change):
    with hq.desk() as desk:
        return desk.rotate(RootChange(**change), key_files)


def test_two_holders_give_a_lost_third_one_a_successor(hq, tmp_path):
    lost = key_file(hq, "root-2")
    shutil.rmtree(hq.home / "hq" / "keys" / "root-2")
    done = rotate(hq, replace=("root-2",), holder=tmp_path / "new-stick")
    assert (done.version, done.complete) == (2, True)
    held = root_of(hq).roles[RoleName.ROOT]
    assert lost["keyid"] not in held.keyids
    assert key_file(hq, "root-4")["keyid"] in held.keyids
    assert (tmp_path / "new-stick" / "root-4.key").is_file()
    assert key_file(hq, "root-2")["in_force"] is False


def test_one_holder_alone_makes_a_draft_that_the_second_one_completes(hq, tmp_path):
    sticks = {}
    for name in ("root-1", "root-2", "root-3"):
        sticks[name] = tmp_path / f"{name}.key"
        shutil.move(hq.home / "hq" / "keys" / name / f"{name}.key", sticks[name])
    draft = rotate(hq, [sticks["root-1"]], replace=("ca",))
    assert (draft.version, draft.complete) == (2, False)
    assert root_of(hq).version == 1

    elsewhere = tmp_path / "carried.json"
    shutil.copy(draft.path, elsewhere)
    with pytest.raises(WrongPassphrase):
        sign_draft(elsewhere, sticks["root-3"], "not this passphrase")
    sign_draft(elsewhere, sticks["root-3"], PASS)
    with hq.desk() as desk:
        assert desk.adopt(elsewhere).complete
    assert root_of(hq).version == 2
    assert not draft.path.exists()


def test_the_same_holder_signing_twice_is_one_holder(hq, tmp_path):
    stick = hq.home / "hq" / "keys" / "root-1" / "root-1.key"
    draft = rotate(hq, [stick], replace=("ca",))
    sign_draft(draft.path, stick, PASS)
    with hq.desk() as desk:
        assert not desk.adopt(draft.path).complete
    assert root_of(hq).version == 1


def test_a_draft_that_was_overtaken_is_refused(hq, tmp_path):
    draft = rotate(hq, [hq.home / "hq" / "keys" / "root-1" / "root-1.key"], replace=("ca",))
    kept = shutil.copy(draft.path, tmp_path / "old.json")
    rotate(hq, replace=("reset",))
    with hq.desk() as desk, pytest.raises(RootVersion):
        desk.adopt(kept)


@pytest.mark.parametrize(
    "change",
    [
        {"drop": ("root-1",)},
        {"drop": ("pack",)},
        {"drop": ("desk",)},
        {"drop": ("recovery",)},
        {"replace": ("desk",)},
        {"add": ("desk",)},
    ],
)
def test_no_role_is_left_without_its_keys(hq, change):
    with pytest.raises(KeysMissing):
        rotate(hq, **change)
    with hq.desk() as desk:
        assert len(desk.status()["keys"]) == 13
        assert desk.status()["root"]["version"] == 1


def test_a_key_nobody_has_cannot_be_replaced(hq):
    with pytest.raises(KeyNotHere):
        rotate(hq, replace=("pack-7",))


def test_a_role_gets_a_second_key_and_the_first_can_then_go(hq):
    rotate(hq, add=("pack",))
    assert len(root_of(hq).roles[RoleName.PACK].keyids) == 2
    rotate(hq, drop=("pack",))
    assert root_of(hq).roles[RoleName.PACK].keyids == (key_file(hq, "pack-2")["keyid"],)
    assert hq.publish(2).manifest.version == 2


def test_a_new_recovery_key_is_the_one_that_new_packs_are_sealed_to(hq):
    before = root_of(hq)
    rotate(hq, replace=("recovery", "hr_seal"))
    after = root_of(hq)
    assert before.recovery != after.recovery
    assert before.hr_seal != after.hr_seal
    assert after.roles == before.roles


def test_a_new_revocation_key_signs_the_list_anew_before_it_travels(hq, tmp_path):
    with hq.desk() as desk:
        desk.revoke("session", "S0000000Z")
    rotate(hq, replace=("revocation",))
    hq.publish(2)
    home = hq.folder / "new-branch"
    arrivals = hq.carry(home, *hq.roots(), hq.revocation(), hq.stick / "2.pack")
    assert [one.error for one in arrivals.values() if one.error] == []
    with hq.desk() as desk:
        assert desk.status()["revocations"]["sessions"] == ["S0000000Z"]


def test_without_its_stick_a_key_is_named_and_nothing_is_told(hq):
    (hq.home / "hq" / "keys" / "desk.key").unlink()
    with pytest.raises(KeyNotHere) as refused:
        hq.release(SlotPurpose.ITEMS)
    assert refused.value.facts["name"] == "desk"
    with hq.desk() as desk:
        assert desk.log("release") == ()


def test_the_root_names_the_certificate_that_readers_of_pdf_files_import(hq):
    with hq.desk() as desk:
        told = Path(desk.status()["root"]["pdf_root"])
    assert told.read_bytes() == pem(root_of(hq).pdf_root)


def test_another_pdf_root_takes_the_place_of_the_one_before(hq):
    before = root_of(hq).pdf_root
    rotate(hq, replace=("pdf",))
    after = root_of(hq).pdf_root
    assert pdf_root_keyid(after) == key_file(hq, "pdf-2")["keyid"] != pdf_root_keyid(before)
    with hq.desk() as desk:
        status = desk.status()
    assert {one["name"]: one["in_force"] for one in status["keys"] if one["role"] == "pdf"} == {
        "pdf": False,
        "pdf-2": True,
    }
    assert Path(status["root"]["pdf_root"]).read_bytes() == pem(after)
