"""Who makes a device's papers, and with which of headquarters' keys."""

from collections.abc import Callable
from dataclasses import dataclass

from exams.devices.identity import DeviceKeys
from exams.devices.record import DevicePapers, DeviceRecord
from exams.trust.keys import SigningKey
from exams.trust.rsa_keys import RsaKey


@dataclass(frozen=True, slots=True)
class PaperIssuers:
    """The `ca` role's key, and the key and certificate (DER) that stand above PDF signatures; opened for one act."""

    ca: SigningKey
    pdf: RsaKey
    pdf_root: bytes


PaperMaker = Callable[[DeviceRecord, PaperIssuers], DevicePapers]
"""Gives the papers for a record that is about to be signed."""


@dataclass(frozen=True, slots=True)
class OwnDevice:
    """This PC where it may certify today: the keys it holds and the record that vouches for them."""

    keys: DeviceKeys
    record: DeviceRecord
