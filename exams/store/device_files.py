"""The device of a home on its disk: `keys/device.key`, the request it wrote last, the record it was given."""

from dataclasses import replace
from pathlib import Path

from exams.devices.identity import DeviceKeys
from exams.devices.record import DeviceRecord, read_record_under
from exams.store.dpapi import protect, unprotect
from exams.store.private_files import told, write_private
from exams.store.trust_files import root_chain
from exams.trust.errors import KeyFileSpoilt, NotStrict, TooLarge
from exams.trust.keys import SealingKey, SigningKey
from exams.trust.rsa_keys import RsaKey
from exams.trust.shapes import base64_text, bytes_in, exactly
from exams.trust.strict_json import read_json, write_json

KEY, REQUEST, RECORD = "device.key", "device.request", "device.record"
_TYPE = "application/vnd.branch-academy.device-keys.v1+json"
_MOST = 16 * 1024


def load_device(home: Path) -> DeviceKeys | None:
    """The keys of this PC, None before they were made; raises `KeyFileSpoilt` where they cannot be read here."""
    raw = _bytes_of(home, KEY)
    if raw is None:
        return None
    try:
        return _keys(unprotect(raw))
    except (OSError, NotStrict, TooLarge, KeyFileSpoilt) as error:
        raise KeyFileSpoilt(reason="device", path=str(_path(home, KEY))) from error


def make_device(home: Path) -> DeviceKeys:
    """New keys, in place of any that were here; raises `DiskFull` or `HomeReadOnly`."""
    return _kept(home, DeviceKeys.generate())


def own_device(home: Path) -> DeviceKeys:
    """The keys of this PC, made when they are first asked for; raises as the two above."""
    return load_device(home) or make_device(home)


def complete_device(home: Path, keys: DeviceKeys) -> DeviceKeys:
    """The same with a key for PDF signatures, made here where there is none; takes up to a second then."""
    return keys if keys.pdf else _kept(home, replace(keys, pdf=RsaKey.generate().private))


def _kept(home: Path, keys: DeviceKeys) -> DeviceKeys:
    spelt = {"sign": keys.sign.private, "seal": keys.seal.private, "pdf": keys.pdf}
    raw = write_json({"type": _TYPE, **{name: base64_text(private) for name, private in spelt.items()}})
    with told(home):
        write_private(_path(home, KEY), protect(raw))
    return keys


def keep_request(home: Path, raw: bytes) -> None:
    """The request that a record must answer; it takes the place of an earlier one."""
    _put(home, REQUEST, raw)


def kept_request(home: Path) -> bytes | None:
    """The request that no record has answered yet."""
    return _bytes_of(home, REQUEST)


def keep_record(home: Path, raw: bytes) -> None:
    """The record of this PC, in place of an earlier one."""
    _put(home, RECORD, raw)


def kept_record(home: Path) -> bytes | None:
    """The record of this PC, unchecked; None before it was enrolled."""
    return _bytes_of(home, RECORD)


def device_record(home: Path) -> DeviceRecord | None:
    """The record of this PC under the roots it believes; None before it was enrolled. Raises `BadSignature`."""
    raw = kept_record(home)
    return None if raw is None else read_record_under(raw, root_chain(home))


def drop_request(home: Path) -> None:
    """It was answered: its nonce is good for nothing any more."""
    with told(home):
        _path(home, REQUEST).unlink(missing_ok=True)


def _path(home: Path, name: str) -> Path:
    return home / "keys" / name


def _put(home: Path, name: str, raw: bytes) -> None:
    with told(home):
        write_private(_path(home, name), raw)


def _bytes_of(home: Path, name: str) -> bytes | None:
    with told(home):
        try:
            with _path(home, name).open("rb") as file:
                return file.read(_MOST)
        except FileNotFoundError:
            return None


def _keys(raw: bytes) -> DeviceKeys:
    table = exactly(read_json(raw, _MOST), "type", "sign", "seal", "pdf")
    if table["type"] != _TYPE:
        raise NotStrict(detail="type")
    sign = SigningKey.from_private(bytes_in(table, "sign"))
    return DeviceKeys(sign, SealingKey.from_private(bytes_in(table, "seal")), bytes_in(table, "pdf"))
