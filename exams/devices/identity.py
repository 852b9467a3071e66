"""What makes a PC one device: the keys it made for itself, and the serial headquarters gave it."""

import re
from dataclasses import dataclass
from typing import Self

from exams.devices.errors import RequestRefused
from exams.trust.errors import NotStrict, UnknownSuite
from exams.trust.keys import KEY_BYTES, SealingKey, SigningKey
from exams.trust.root import SUITE
from exams.trust.rsa_keys import RsaKey
from exams.trust.shapes import Table, base64_text, bytes_in, text_in

NONCE_BYTES = 16
MOST_PDF = 1024
"""Bytes of a public key for PDF signatures (SubjectPublicKeyInfo); empty while a device has none."""

_BRANCH = re.compile(r"[A-Z0-9-]{2,12}")
_SERIAL = re.compile(r"D[0-9A-HJKMNP-TV-Z]{8}")
_MOST_LABEL = 64


@dataclass(frozen=True, slots=True)
class DeviceKeys:
    """Ed25519 for journal, checkpoints and certificates; X25519 to seal to; `pdf` a private key in PKCS#8, or empty."""

    sign: SigningKey
    seal: SealingKey
    pdf: bytes = b""

    @classmethod
    def generate(cls) -> Self:
        """New pairs from the system's randomness, none for PDF signatures yet."""
        return cls(SigningKey.generate(), SealingKey.generate())


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """The public halves, as requests and records carry them."""

    sign: bytes
    seal: bytes
    pdf: bytes = b""

    def table(self) -> Table:
        """As fields of what is signed; the suite names the algorithms."""
        spelt = {"sign": self.sign, "seal": self.seal, "pdf": self.pdf}
        return {"suite": SUITE, **{name: base64_text(public) for name, public in spelt.items()}}


def public_keys(keys: DeviceKeys) -> PublicKeys:
    """Those of a device."""
    return PublicKeys(keys.sign.public, keys.seal.public, _public_pdf(keys.pdf))


def check_label(label: str) -> str:
    """The label, 1 to 64 characters that all show; raises `RequestRefused`."""
    if not 0 < len(label.strip()) <= _MOST_LABEL or len(label) > _MOST_LABEL or not label.isprintable():
        raise RequestRefused(reason="label")
    return label


def check_branch(branch: str) -> str:
    """The branch's code; raises `RequestRefused`."""
    if not _BRANCH.fullmatch(branch):
        raise RequestRefused(reason="branch", branch=branch[:32])
    return branch


def check_serial(serial: str) -> str:
    """`D` and eight Crockford characters; raises `RequestRefused`."""
    if not _SERIAL.fullmatch(serial):
        raise RequestRefused(reason="serial", serial=serial[:32])
    return serial


def keys_in(table: Table) -> PublicKeys:
    """The public keys that a payload names; raises `UnknownSuite` or `NotStrict`."""
    suite = text_in(table, "suite")
    if suite != SUITE:
        raise UnknownSuite(suite=suite[:40])
    pdf = bytes_in(table, "pdf")
    if len(pdf) > MOST_PDF:
        raise NotStrict(detail="pdf")
    return PublicKeys(bytes_in(table, "sign", KEY_BYTES), bytes_in(table, "seal", KEY_BYTES), pdf)


def _public_pdf(private: bytes) -> bytes:
    return RsaKey.from_private(private).public if private else b""
