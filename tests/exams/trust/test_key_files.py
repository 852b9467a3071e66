"""Key files: opened by the passphrase alone, and only as they were written."""

import base64
import hashlib
import json
import stat
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.trust.errors import KeyFileSpoilt, WrongPassphrase
from exams.trust.key_files import KeyCost, read_key_file, write_key_file
from exams.trust.keys import SealingKey, SigningKey
from exams.trust.strict_json import write_json

CHEAP = KeyCost(memory_kib=65_536, passes=1)
PASSPHRASE = "four words of hers"
KEYS = {"ed25519": SigningKey.generate(), "x25519": SealingKey.generate()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("keys")
    for kind, key in KEYS.items():
        write_key_file(folder / f"{kind}.key", key, "王芳", PASSPHRASE, CHEAP)
    return folder


def altered(path, **fields) -> bytes:
    """As somebody would who mends the sum afterwards."""
    table = {**json.loads(path.read_bytes()), **fields}
    del table["sha256"]
    return write_json({**table, "sha256": hashlib.sha256(write_json(table)).hexdigest()})


@pytest.mark.parametrize("kind", KEYS)
def test_a_key_comes_back_with_its_passphrase(folder, kind):
    assert read_key_file(folder / f"{kind}.key", PASSPHRASE) == KEYS[kind]


def test_a_passphrase_is_the_same_however_it_is_composed(tmp_path):
    write_key_file(tmp_path / "a.key", KEYS["ed25519"], "", "cafe\u0301 au lait", CHEAP)
    assert read_key_file(tmp_path / "a.key", "caf\u00e9 au lait") == KEYS["ed25519"]


@pytest.mark.parametrize("passphrase", ["four words of his", "", PASSPHRASE.upper(), f"{PASSPHRASE} ", "\ud800"])
def test_another_passphrase_does_not_open_it(folder, passphrase):
    with pytest.raises(WrongPassphrase) as refused:
        read_key_file(folder / "ed25519.key", passphrase)
    assert refused.value.code == "E_PASSPHRASE"
    assert refused.value.facts == {}


@pytest.mark.parametrize("passphrase", ["nine char", "", "é" * 9, "e\u0301" * 9])
def test_a_passphrase_under_ten_characters_makes_no_file(tmp_path, passphrase):
    with pytest.raises(WrongPassphrase) as refused:
        write_key_file(tmp_path / "a.key", KEYS["ed25519"], "", passphrase, CHEAP)
    assert refused.value.facts == {"reason": "short", "least": 10}
    assert list(tmp_path.iterdir()) == []


@given(st.data())
def test_a_file_with_a_changed_byte_or_cut_short_is_told_from_a_wrong_passphrase(folder, data):
    raw = (folder / "ed25519.key").read_bytes()
    place, change = data.draw(st.integers(0, len(raw) - 1)), data.draw(st.integers(1, 255))
    bad = folder / "changed.key"
    for spoilt in (bytes([*raw[:place], raw[place] ^ change, *raw[place + 1 :]]), raw[:place], raw + b"x"):
        bad.write_bytes(spoilt)
        with pytest.raises(KeyFileSpoilt) as refused:
            read_key_file(bad, PASSPHRASE)
        assert refused.value.code == "E_KEY_FILE"


def test_a_change_that_mends_the_sum_still_does_not_open(folder, tmp_path):
    good = folder / "ed25519.key"
    other = SigningKey.generate()
    forged = {
        "another owner": altered(good, owner="李娜"),
        "another public half": altered(good, public=base64.b64encode(other.public).decode(), keyid=other.keyid),
        "another kind": altered(good, kind="x25519"),
    }
    for raw in forged.values():
        (tmp_path / "a.key").write_bytes(raw)
        with pytest.raises(WrongPassphrase):
            read_key_file(tmp_path / "a.key", PASSPHRASE)


COSTS = {
    "64 GiB": {"memory_kib": 64 * 1024 * 1024},
    "8 KiB": {"memory_kib": 8},
    "no pass": {"passes": 0},
    "a million passes": {"passes": 1_000_000},
    "no lane": {"lanes": 0},
    "a hundred lanes": {"lanes": 100},
}


@pytest.mark.parametrize("change", COSTS.values(), ids=COSTS.keys())
def test_work_out_of_range_is_refused_and_not_begun(folder, tmp_path, change):
    good = folder / "ed25519.key"
    kdf = {**json.loads(good.read_bytes())["kdf"], **change}
    (tmp_path / "a.key").write_bytes(altered(good, kdf=kdf))
    with pytest.raises(KeyFileSpoilt) as refused:
        read_key_file(tmp_path / "a.key", PASSPHRASE)
    assert refused.value.facts == {"detail": "cost"}
    with pytest.raises(KeyFileSpoilt):
        write_key_file(tmp_path / "b.key", KEYS["ed25519"], "", PASSPHRASE, KeyCost(**{"passes": 1, **change}))
    assert not (tmp_path / "b.key").exists()


def test_another_way_to_stretch_or_another_type_is_not_guessed_at(folder, tmp_path):
    good = folder / "ed25519.key"
    kdf = json.loads(good.read_bytes())["kdf"]
    for fields in ({"kdf": {**kdf, "name": "pbkdf2"}}, {"type": "x"}, {"kind": "rsa"}, {"kdf": None}, {"nonce": ""}):
        (tmp_path / "a.key").write_bytes(altered(good, **fields))
        with pytest.raises(KeyFileSpoilt):
            read_key_file(tmp_path / "a.key", PASSPHRASE)


def test_the_private_half_is_nowhere_in_the_file(folder):
    for kind, key in KEYS.items():
        raw = (folder / f"{kind}.key").read_bytes()
        for spelling in (key.private, base64.b64encode(key.private), key.private.hex().encode()):
            assert spelling not in raw


def test_two_files_of_one_key_and_passphrase_share_no_secret_bytes(folder, tmp_path):
    write_key_file(tmp_path / "a.key", KEYS["ed25519"], "王芳", PASSPHRASE, CHEAP)
    one, two = (json.loads(path.read_bytes()) for path in (folder / "ed25519.key", tmp_path / "a.key"))
    assert one["public"] == two["public"]
    assert all(one[name] != two[name] for name in ("sealed", "nonce", "kdf"))


def test_a_key_is_never_written_over(folder, tmp_path):
    path = tmp_path / "a.key"
    path.write_bytes((folder / "x25519.key").read_bytes())
    with pytest.raises(KeyFileSpoilt) as refused:
        write_key_file(path, KEYS["ed25519"], "", PASSPHRASE, CHEAP)
    assert refused.value.facts["reason"] == "exists"
    assert read_key_file(path, PASSPHRASE) == KEYS["x25519"]


def test_a_place_that_cannot_be_written_or_read_is_told(tmp_path):
    with pytest.raises(KeyFileSpoilt) as refused:
        write_key_file(tmp_path / "no folder" / "a.key", KEYS["ed25519"], "", PASSPHRASE, CHEAP)
    assert refused.value.facts["reason"] == "write"
    for missing in (tmp_path / "a.key", tmp_path):
        with pytest.raises(KeyFileSpoilt) as refused:
            read_key_file(missing, PASSPHRASE)
        assert refused.value.facts["reason"] == "missing"


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
def test_only_its_owner_may_read_it(folder):
    assert stat.S_IMODE((folder / "ed25519.key").stat().st_mode) == 0o600
    assert {path.name for path in folder.glob(".*")} == set()
