"""The CMS message in our PDF files, which is a function of certificate, digest and signature, byte for byte.

A verifier writes it down anew and compares, instead of reading what it was given: what is not looked at cannot differ.
"""

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from certificates.errors import NotTheFile
from certificates.proof.der import NULL, OCTETS, SEQUENCE, SET, integer, oid, tlv

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

_SIGNED_DATA, _DATA = oid("1.2.840.113549.1.7.2"), oid("1.2.840.113549.1.7.1")
_SHA256 = tlv(SEQUENCE, oid("2.16.840.1.101.3.4.2.1"), NULL)
_RSA_SHA256 = tlv(SEQUENCE, oid("1.2.840.113549.1.1.11"), NULL)
_CONTENT_TYPE, _DIGEST = oid("1.2.840.113549.1.9.3"), oid("1.2.840.113549.1.9.4")
_CERTIFICATE_V2 = oid("1.2.840.113549.1.9.16.2.47")
_CONTEXT_0, _CONTEXT_4 = 0xA0, 0xA4
_VERSION = integer(1)
_LEAF_AT, _LEAF_HEAD = 60, 4
_SIGNATURE_BYTES = 384


@dataclass(frozen=True, slots=True)
class Parts:
    """The two parts of a message that are not known beforehand."""

    leaf: bytes
    signature: bytes


def split(message: bytes) -> Parts:
    """Where they must stand, unchecked; raises `NotTheFile` for what is too short. Compare with `message_of`."""
    head = message[_LEAF_AT : _LEAF_AT + _LEAF_HEAD]
    size = _LEAF_HEAD + int.from_bytes(head[2:], "big")
    leaf = message[_LEAF_AT : _LEAF_AT + size]
    if len(leaf) != size or len(message) < _LEAF_AT + size + _SIGNATURE_BYTES:
        raise NotTheFile
    return Parts(leaf, message[-_SIGNATURE_BYTES:])


def signed_attributes(leaf: bytes, certificate: "Certificate", digest: bytes) -> bytes:
    """What is signed, as a SET: kind of content, the file's digest, and which certificate goes with it."""
    issuer = tlv(_CONTEXT_4, certificate.issuer.public_bytes())
    names = tlv(SEQUENCE, tlv(SEQUENCE, issuer), integer(certificate.serial_number))
    whose = tlv(SEQUENCE, tlv(SEQUENCE, tlv(SEQUENCE, tlv(OCTETS, sha256(leaf).digest()), names)))
    return tlv(
        SET,
        tlv(SEQUENCE, _CONTENT_TYPE, tlv(SET, _DATA)),
        tlv(SEQUENCE, _DIGEST, tlv(SET, tlv(OCTETS, digest))),
        tlv(SEQUENCE, _CERTIFICATE_V2, tlv(SET, whose)),
    )


def message_of(parts: Parts, certificate: "Certificate", attributes: bytes) -> bytes:
    """The whole message."""
    issued = tlv(SEQUENCE, certificate.issuer.public_bytes(), integer(certificate.serial_number))
    tagged = bytes((_CONTEXT_0,)) + attributes[1:]
    signer = tlv(SEQUENCE, _VERSION, issued, _SHA256, tagged, _RSA_SHA256, tlv(OCTETS, parts.signature))
    kinds = _VERSION, tlv(SET, _SHA256), tlv(SEQUENCE, _DATA)
    body = tlv(SEQUENCE, *kinds, tlv(_CONTEXT_0, parts.leaf), tlv(SET, signer))
    return tlv(SEQUENCE, _SIGNED_DATA, tlv(_CONTEXT_0, body))
