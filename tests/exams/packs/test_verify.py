"""Whom a branch believes: every way a pack can be wrong is refused with its code, and nothing changes."""

import pytest

from exams.packs.file_errors import (
    NeedsNewerApp,
    NotYet,
    WrongFiles,
    WrongHash,
)
from exams.trust.envelope import Purpose
from exams.trust.errors import BadSignature, Expired, NotStrict, Revoked, RolledBack, RootVersion, WrongType
from exams.trust.keys import SigningKey
from exams.trust.root import RoleName
from tests.exams.packs.branch_packs import refused
from tests.exams.packs.headquarters import DAY, NOW, members, resigned, rewrite


def test_a_spoilt_byte_in_a_sealed_file_is_refused(branch, packs):
    items = members(packs[1])["exam/A/items.bin"]
    rewrite(packs[1], {"exam/A/items.bin": items[:-1] + bytes([items[-1] ^ 1])})
    assert refused(branch, packs[1], WrongHash).facts == {"path": "exam/A/items.bin"}


def test_a_byte_spoilt_in_the_file_itself_is_refused_with_the_same_code(branch, packs):
    raw = packs[1].read_bytes()
    end = raw.index(members(packs[1])["exam/A/items.bin"]) + len(members(packs[1])["exam/A/items.bin"]) - 1
    packs[1].write_bytes(raw[:end] + bytes([raw[end] ^ 1]) + raw[end + 1 :])
    refused(branch, packs[1], WrongHash)


@pytest.mark.parametrize("changed", [{"x.dll": b"MZ"}, {"exam/A/key.bin": None}, {"course/extra.json": b"{}"}])
def test_a_file_too_many_or_too_few_is_refused(branch, packs, changed):
    rewrite(packs[1], changed)
    assert refused(branch, packs[1], WrongFiles).facts == {"path": next(iter(changed))}


def test_a_later_day_written_into_the_manifest_is_refused(branch, packs):
    envelope = members(packs[1])["manifest.json"]
    import base64
    import json

    table = json.loads(envelope)
    payload = base64.b64decode(table["payload"]).replace(b'"expires":"2027', b'"expires":"2037')
    table["payload"] = base64.b64encode(payload).decode()
    rewrite(packs[1], {"manifest.json": json.dumps(table).encode()})
    refused(branch, packs[1], BadSignature)


@pytest.mark.parametrize("role", [None, RoleName.CA, RoleName.REVOCATION])
def test_a_pack_signed_by_a_stranger_or_by_another_role_is_refused(branch, packs, hq, role):
    resigned(packs[1], [hq.keys[role] if role else SigningKey.generate()])
    refused(branch, packs[1], BadSignature)


def test_an_envelope_for_another_purpose_is_no_manifest(branch, packs, hq):
    resigned(packs[1], [hq.keys[RoleName.PACK]], Purpose.DEVICE)
    refused(branch, packs[1], WrongType)


@pytest.mark.parametrize("source", [1, 2])
def test_an_older_version_is_refused_even_where_the_newer_was_only_seen(branch, packs, source):
    branch.install(packs[2])
    if source == 1:
        refused(branch, packs[1], RolledBack)
    (branch.packs / "active.json").unlink()
    refused(branch, packs[1], RolledBack)


def test_the_same_version_with_other_contents_is_refused(branch, packs, hq, tmp_path):
    branch.install(packs[2])
    hq.publish(tmp_path / "other.pack", 2)
    assert refused(branch, tmp_path / "other.pack", RolledBack).facts["reason"] == "other"


def test_a_pack_that_has_run_out_is_refused_also_with_the_clock_set_back(branch, packs, hq, tmp_path):
    branch.now = NOW + 200 * DAY
    assert refused(branch, packs[1], Expired).facts["reason"] == "pack"
    hq.publish(tmp_path / "3.pack", 3, issued_wt=NOW + 300 * DAY, expires_wt=NOW + 600 * DAY)
    branch.install(tmp_path / "3.pack")
    hq.publish(tmp_path / "4.pack", 4)
    branch.now = NOW - 100 * DAY
    assert refused(branch, tmp_path / "4.pack", Expired).facts["reason"] == "pack"


def test_a_root_that_has_run_out_signs_nothing_any_more(branch, hq, tmp_path):
    hq.publish(tmp_path / "1.pack", 1, expires_wt=NOW + 9000 * DAY)
    branch.now = NOW + 3000 * DAY
    assert refused(branch, tmp_path / "1.pack", Expired).facts["reason"] == "root"


def test_a_pack_for_a_later_day_waits(branch, hq, tmp_path):
    hq.publish(tmp_path / "1.pack", 1, not_before_wt=NOW + DAY)
    assert refused(branch, tmp_path / "1.pack", NotYet).facts == {"not_before": "2026-11-30T09:00:00Z"}
    branch.now = NOW + DAY
    branch.install(tmp_path / "1.pack")


@pytest.mark.parametrize("name", ["TELE", "TELE-1"])
def test_a_withdrawn_pack_is_refused(branch, packs, hq, name):
    hq.withdraw(name)
    rewrite(packs[1], {"revocation.json": hq.revocation()})
    resigned(packs[1], [hq.keys[RoleName.PACK]], revocation_version=2)
    refused(branch, packs[1], Revoked)


def test_a_pack_with_an_older_list_of_withdrawals_is_taken_and_what_is_withdrawn_stays_so(branch, packs, hq):
    hq.withdraw("TELE-9")
    branch.state = hq.state()
    branch.install(packs[1])
    assert branch.state.revocations.packs == {"TELE-9"}


def test_a_pack_that_a_newer_list_withdraws_is_refused_though_its_own_list_does_not(branch, packs, hq):
    hq.withdraw("TELE-1")
    branch.state = hq.state()
    refused(branch, packs[1], Revoked)


def test_a_list_of_withdrawals_other_than_the_manifest_says_is_refused(branch, packs, hq):
    hq.withdraw("TELE-9")
    rewrite(packs[1], {"revocation.json": hq.revocation()})
    refused(branch, packs[1], NotStrict)


def test_a_root_left_out_on_the_way_is_refused(branch, hq, tmp_path):
    hq.rotate()
    hq.rotate()
    hq.publish(tmp_path / "1.pack")
    rewrite(tmp_path / "1.pack", {"roots/2.json": None})
    refused(branch, tmp_path / "1.pack", RootVersion)


def test_a_pack_for_a_newer_program_says_which(branch, hq, tmp_path):
    hq.publish(tmp_path / "1.pack", min_app="0.1.0")
    assert refused(branch, tmp_path / "1.pack", NeedsNewerApp, app="0.0.9").facts == {
        "needed": "0.1.0",
        "here": "0.0.9",
    }
    branch.install(tmp_path / "1.pack", app="0.10.0")
