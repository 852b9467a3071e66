"""The trust folder: believed only as far as it verifies, from the first root upwards, at each load."""

import errno
import json
import os
import shutil
from pathlib import Path

import pytest

from exams.packs.disk import Disk
from exams.store.errors import DiskFailing, DiskFull, HomeReadOnly
from exams.store.trust_files import begin_trust, has_trust, load_trust, root_files, save_trust
from exams.trust.envelope import Purpose, add_signature, sign_envelope
from exams.trust.errors import BadSignature, TrustSpoilt
from exams.trust.root import RoleName, root_payload
from exams.trust.state import follow_roots, heed_revocations, note_pack, note_time
from tests.exams.trust.ceremony import NOW, Ceremony

HQ = Ceremony()
LATER = HQ.with_new_holders().with_new_key(RoleName.REVOCATION)
ONE, TWO, THREE = HQ.root_file(), LATER.root_file(2, (*HQ.holders, *LATER.holders)), LATER.root_file(3)
OLD_LIST, NEW_LIST = HQ.revocation_file(1, packs=["call"]), LATER.revocation_file(2, packs=["call"], devices=["D1"])


@pytest.fixture
def home(tmp_path):
    """Knows three roots and a list of withdrawals, has seen a pack and a time."""
    state = begin_trust(tmp_path, ONE)
    state = heed_revocations(follow_roots(state, [TWO, THREE]), NEW_LIST)
    save_trust(tmp_path, note_pack(note_time(state, NOW), "call", 5), [THREE, TWO], NEW_LIST)
    return tmp_path


def test_trust_begins_with_the_root_that_came_with_the_program(tmp_path):
    assert not has_trust(tmp_path)
    state = begin_trust(tmp_path, ONE)
    assert has_trust(tmp_path)
    assert load_trust(tmp_path) == state
    assert (state.root, state.revocations.version, state.floor_wt, state.seen) == (HQ.root(), 0, 0, {})


def test_trust_does_not_begin_with_a_root_that_is_none(tmp_path):
    with pytest.raises(BadSignature):
        begin_trust(tmp_path, HQ.root_file(signers=HQ.holders[:1]))
    assert not has_trust(tmp_path)


def test_trust_that_has_begun_goes_on_and_forgets_nothing(home):
    before = load_trust(home)
    assert begin_trust(home, add_signature(ONE, Purpose.ROOT, HQ.holders[2])) == before
    assert load_trust(home) == before


def test_a_whole_folder_of_another_headquarters_is_not_gone_on_with(tmp_path):
    begin_trust(tmp_path, Ceremony().root_file())
    with pytest.raises(TrustSpoilt):
        begin_trust(tmp_path, ONE)


def test_what_was_learned_is_known_after_a_restart(home):
    state = load_trust(home)
    assert state.root == LATER.root(3)
    assert state.revocations.devices == {"D1"}
    assert (state.floor_wt, state.seen) == (NOW, {"call": 5})
    assert root_files(home) == (ONE, TWO, THREE)
    assert not list(home.rglob("*.new"))


def test_saving_what_is_known_again_changes_nothing(home):
    before = {path: path.read_bytes() for path in home.rglob("*.json")}
    save_trust(home, load_trust(home), [ONE, add_signature(TWO, Purpose.ROOT, HQ.holders[0])], NEW_LIST)
    assert {path: path.read_bytes() for path in home.rglob("*.json")} == before


def test_a_root_beyond_the_state_is_not_put_there(tmp_path):
    state = begin_trust(tmp_path, ONE)
    save_trust(tmp_path, state, [TWO, THREE])
    assert root_files(tmp_path) == (ONE,)


LATEST = LATER.with_new_key(RoleName.REVOCATION)


@pytest.mark.parametrize("signed_under", [1, 2, 3])
def test_a_list_signed_before_its_key_was_replaced_is_still_heeded(tmp_path, signed_under):
    chain = [ONE, TWO, LATEST.root_file(3)]
    raw = (HQ, LATER, LATEST)[signed_under - 1].revocation_file(1, packs=["call"])
    state = heed_revocations(follow_roots(begin_trust(tmp_path, ONE), chain[:signed_under]), raw)
    save_trust(tmp_path, follow_roots(state, chain), chain, raw)
    assert load_trust(tmp_path).revocations.packs == {"call"}


@pytest.mark.parametrize("name", ["roots/1.json", "roots/2.json", "roots/3.json", "revocation.json", "state.json"])
def test_a_file_that_is_gone_empty_cut_or_changed_spoils_the_folder(home, tmp_path, name):
    raw = (home / "trust" / name).read_bytes()
    half = len(raw) // 2
    for spoilt in (None, b"", raw[:half], raw[:half] + bytes([raw[half] ^ 1]) + raw[half + 1 :]):
        copy = tmp_path / "copy"
        shutil.copytree(home / "trust", copy / "trust")
        (copy / "trust" / name).unlink()
        if spoilt is not None:
            (copy / "trust" / name).write_bytes(spoilt)
        with pytest.raises(TrustSpoilt) as refused:
            load_trust(copy)
        assert refused.value.code == "E_TRUST"
        assert refused.value.facts["file"]
        shutil.rmtree(copy)


def test_no_folder_at_all_is_told(tmp_path):
    with pytest.raises(TrustSpoilt):
        load_trust(tmp_path)


def put(home: Path, name: str, raw: bytes) -> None:
    (home / "trust" / name).write_bytes(raw)


def test_another_headquarters_cannot_take_any_place_in_the_folder(home):
    stranger = Ceremony()
    weak = sign_envelope(Purpose.ROOT, root_payload(LATER.root(3, threshold=1)), LATER.holders)
    for name, raw, code in (
        ("roots/3.json", stranger.root_file(3), "E_SIG"),
        ("roots/3.json", weak, "E_WEAK_ROOT"),
        ("roots/3.json", LATER.root_file(4), "E_ROOT_VERSION"),
        ("roots/3.json", NEW_LIST, "E_TYPE"),
        ("roots/4.json", THREE, "E_ROOT_VERSION"),
        ("revocation.json", stranger.revocation_file(9), "E_SIG"),
    ):
        path = home / "trust" / name
        before = path.read_bytes() if path.exists() else None
        path.write_bytes(raw)
        with pytest.raises(TrustSpoilt) as refused:
            load_trust(home)
        assert refused.value.facts == {"file": path.name, "detail": code}
        path.unlink()
        if before is not None:
            path.write_bytes(before)
    assert load_trust(home).root.version == 3


def test_older_files_put_back_are_noticed(home):
    put(home, "revocation.json", OLD_LIST)
    with pytest.raises(TrustSpoilt) as refused:
        load_trust(home)
    assert refused.value.facts == {"file": "revocation.json", "detail": "1 < 2"}
    put(home, "revocation.json", NEW_LIST)
    (home / "trust" / "roots" / "3.json").unlink()
    with pytest.raises(TrustSpoilt) as refused:
        load_trust(home)
    assert refused.value.facts == {"file": "roots", "detail": "2 < 3"}


@pytest.mark.parametrize("field", ["root", "revocations", "floor_wt", "seen"])
def test_a_number_changed_by_hand_in_the_state_is_noticed(home, field):
    whole = json.loads((home / "trust" / "state.json").read_bytes())
    whole["state"][field] = {"call": 4} if field == "seen" else whole["state"][field] - 1
    put(home, "state.json", json.dumps(whole).encode())
    with pytest.raises(TrustSpoilt):
        load_trust(home)


def disk_that_takes(moves: int, then: int) -> Disk:
    """Moves that many files into their places; at the next one comes the error."""
    left = iter(range(moves))

    def replace(source: Path, target: Path) -> None:
        if next(left, None) is None:
            raise OSError(then, os.strerror(then))
        source.replace(target)

    return Disk(replace=replace)


@pytest.mark.parametrize(("moves", "roots", "withdrawals"), [(0, 1, 0), (1, 2, 0), (2, 3, 0), (3, 3, 2)])
def test_a_cut_between_any_two_files_leaves_what_loads_and_can_be_done_again(tmp_path, moves, roots, withdrawals):
    state = begin_trust(tmp_path, ONE)
    grown = note_pack(heed_revocations(follow_roots(state, [TWO, THREE]), NEW_LIST), "call", 5)
    with pytest.raises(DiskFailing):
        save_trust(tmp_path, grown, [TWO, THREE], NEW_LIST, disk_that_takes(moves, errno.EIO))
    found = load_trust(tmp_path)
    assert (found.root.version, found.revocations.version, found.seen) == (roots, withdrawals, {})
    save_trust(tmp_path, grown, [TWO, THREE], NEW_LIST)
    assert load_trust(tmp_path) == grown


@pytest.mark.parametrize(
    ("then", "told"), [(errno.ENOSPC, DiskFull), (errno.EDQUOT, DiskFull), (errno.EROFS, HomeReadOnly)]
)
def test_a_disk_that_takes_nothing_is_told_for_what_it_is(home, then, told):
    before = load_trust(home)
    with pytest.raises(told):
        save_trust(home, note_pack(before, "call", 6), disk=disk_that_takes(0, then))
    assert load_trust(home) == before


def test_a_home_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "trust").write_text("in the way")
    with pytest.raises(HomeReadOnly):
        begin_trust(tmp_path, ONE)
