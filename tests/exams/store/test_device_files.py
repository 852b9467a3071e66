"""The device's keys on the disk: made once, read back, told where they cannot be read."""

import pytest

from exams.devices.identity import DeviceKeys
from exams.store.device_files import (
    KEY,
    device_record,
    drop_request,
    keep_request,
    kept_request,
    load_device,
    make_device,
    own_device,
)
from exams.store.dpapi import protect, unprotect
from exams.store.errors import HomeReadOnly
from exams.trust.errors import KeyFileSpoilt


def test_a_home_has_no_device_until_it_is_made(tmp_path):
    assert (load_device(tmp_path), device_record(tmp_path), kept_request(tmp_path)) == (None, None, None)


def test_keys_are_made_once_and_read_back(tmp_path):
    keys = own_device(tmp_path)
    assert own_device(tmp_path) == load_device(tmp_path) == keys
    assert keys != DeviceKeys.generate()


def test_new_keys_take_the_place_of_old_ones(tmp_path):
    old = own_device(tmp_path)
    new = make_device(tmp_path)
    assert (load_device(tmp_path), new.sign == old.sign, new.seal == old.seal) == (new, False, False)


@pytest.mark.parametrize("raw", [b"", b"short", b"{}", b'{"type":"x","sign":"","seal":"","pdf":""}'])
def test_keys_that_cannot_be_read_are_told_and_not_replaced(tmp_path, raw):
    own_device(tmp_path)
    file = tmp_path / "keys" / KEY
    file.write_bytes(raw)
    for ask in (load_device, own_device):
        with pytest.raises(KeyFileSpoilt) as told:
            ask(tmp_path)
        assert told.value.facts["reason"] == "device"
    assert file.read_bytes() == raw


def test_keys_cut_at_any_byte_are_told(tmp_path):
    own_device(tmp_path)
    file = tmp_path / "keys" / KEY
    whole = file.read_bytes()
    for size in range(len(whole)):
        file.write_bytes(whole[:size])
        with pytest.raises(KeyFileSpoilt):
            load_device(tmp_path)


def test_a_request_is_kept_until_it_is_answered(tmp_path):
    keep_request(tmp_path, b"first")
    keep_request(tmp_path, b"second")
    assert kept_request(tmp_path) == b"second"
    drop_request(tmp_path)
    drop_request(tmp_path)
    assert kept_request(tmp_path) is None


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(HomeReadOnly):
        make_device(tmp_path / "file")


def test_what_the_machine_wraps_it_gives_back():
    assert unprotect(protect(b"secret")) == b"secret"
