"""The keys of an installation: sealed to the device, bound to their session, gone when erased."""

import base64
import os
import stat
from dataclasses import replace

import pytest

from exams.desk.key_ring import KeyRing, SessionKeys
from exams.store.device_files import KEY as DEVICE
from exams.store.errors import HomeReadOnly
from exams.trust.errors import KeyFileSpoilt, NotStrict

KEYS = SessionKeys("S00000002", "TELE", 1, "A", 1_000, 2_000, items=bytes(range(32)), key=bytes(range(32, 64)))
POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows keeps folders to their user by other means")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "home" / "keys"


@pytest.fixture
def ring(folder):
    return KeyRing(folder)


def test_the_device_has_one_key_for_good(ring, folder):
    assert ring.device() == ring.device() == KeyRing(folder).device()


@POSIX
def test_only_this_user_may_read_the_keys(ring, folder):
    ring.keep(KEYS)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert (modes, stat.S_IMODE(folder.stat().st_mode)) == ({0o600}, 0o700)


@pytest.mark.parametrize("keys", [KEYS, replace(KEYS, key=None)])
def test_what_is_kept_is_read_back_also_by_the_next_process(ring, folder, keys):
    ring.keep(keys)
    assert KeyRing(folder).of(KEYS.session) == keys
    assert ring.sessions() == (KEYS.session,)


def test_no_content_key_lies_in_clear_and_none_shows_in_a_log(ring, folder):
    ring.keep(KEYS)
    raw = b"".join(path.read_bytes() for path in folder.iterdir())
    for cek in (KEYS.items, KEYS.key):
        assert cek not in raw
        assert cek.hex().encode() not in raw
        assert base64.b64encode(cek) not in raw
        assert repr(cek) not in repr(KEYS)


def test_later_keys_take_the_place_of_earlier_ones(ring, folder):
    ring.keep(replace(KEYS, key=None))
    ring.keep(KEYS)
    assert ring.of(KEYS.session) == KEYS
    assert sorted(path.name for path in folder.iterdir()) == ["S00000002.json", DEVICE]


def test_what_is_erased_is_gone_and_erasing_twice_is_harmless(ring, folder):
    ring.keep(KEYS)
    ring.erase(KEYS.session)
    ring.erase(KEYS.session)
    assert (ring.of(KEYS.session), ring.sessions()) == (None, ())
    assert [path.name for path in folder.iterdir()] == [DEVICE]


def test_erasing_where_nothing_was_ever_kept_is_harmless(ring):
    ring.erase(KEYS.session)


def test_keys_moved_to_another_session_or_another_device_open_nothing(ring, folder, tmp_path):
    ring.keep(KEYS)
    file = folder / "S00000002.json"
    (folder / "S00000003.json").write_bytes(file.read_bytes())
    assert ring.of("S00000003") is None
    elsewhere = KeyRing(tmp_path / "other" / "keys")
    elsewhere.device()
    (tmp_path / "other" / "keys" / file.name).write_bytes(file.read_bytes())
    assert elsewhere.of(KEYS.session) is None


@pytest.mark.parametrize(
    ("old", "new"), [(b'"until":1000', b'"until":9000'), (b'"version":1', b'"version":2'), (b'"TELE"', b'"TELF"')]
)
def test_keys_whose_terms_were_changed_open_nothing(ring, folder, old, new):
    ring.keep(KEYS)
    file = folder / "S00000002.json"
    assert old in file.read_bytes()
    file.write_bytes(file.read_bytes().replace(old, new))
    assert ring.of(KEYS.session) is None


def test_a_file_cut_at_any_byte_is_as_if_it_were_not_there(ring, folder):
    ring.keep(KEYS)
    file = folder / "S00000002.json"
    whole = file.read_bytes()
    for size in range(0, len(whole), 7):
        file.write_bytes(whole[:size])
        assert ring.of(KEYS.session) is None


def test_a_spoilt_device_key_is_told_and_never_replaced(ring, folder):
    ring.device()
    (folder / DEVICE).write_bytes(b"short")
    with pytest.raises(KeyFileSpoilt):
        ring.keep(KEYS)
    assert (folder / DEVICE).read_bytes() == b"short"


@pytest.mark.parametrize("session", ["", "../../etc", "S0000000/", "S000000021", "s00000002"])
def test_no_name_leads_out_of_the_folder(ring, folder, session):
    with pytest.raises(NotStrict):
        ring.keep(replace(KEYS, session=session))
    assert ring.of(session) is None


def test_other_files_in_the_folder_are_no_sessions(ring, folder):
    ring.device()
    (folder / "S1.json").write_text("")
    (folder / "notes.json").write_text("")
    assert ring.sessions() == ()


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(HomeReadOnly):
        KeyRing(tmp_path / "file" / "keys").keep(KEYS)
