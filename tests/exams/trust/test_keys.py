"""Keys: who signed, and who can open."""

import subprocess

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from exams.trust.errors import CannotOpen, KeyFileSpoilt
from exams.trust.keys import SealingKey, SigningKey, key_id, seal_to, signature_fits

SIGNER, SEALER = SigningKey.generate(), SealingKey.generate()

# RFC 8032, section 7.1, test 2.
RFC_PRIVATE = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
RFC_PUBLIC = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
RFC_SIGNATURE = bytes.fromhex(
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
    "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
)


def test_the_standard_s_own_example_comes_out():
    key = SigningKey.from_private(RFC_PRIVATE)
    assert key.public == RFC_PUBLIC
    assert key.sign(b"\x72") == RFC_SIGNATURE
    assert signature_fits(RFC_PUBLIC, b"\x72", RFC_SIGNATURE)


@given(st.binary(max_size=100), st.data())
def test_a_signature_fits_its_message_and_its_key_only(message, data):
    signature = SIGNER.sign(message)
    assert signature_fits(SIGNER.public, message, signature)
    assert not signature_fits(SigningKey.generate().public, message, signature)
    assert not signature_fits(SIGNER.public, message + b"\0", signature)
    place, change = data.draw(st.integers(0, 63)), data.draw(st.integers(1, 255))
    changed = bytes([*signature[:place], signature[place] ^ change, *signature[place + 1 :]])
    assert not signature_fits(SIGNER.public, message, changed)


@given(st.binary(max_size=70), st.binary(max_size=70))
def test_anything_may_be_offered_as_key_or_signature(public, signature):
    assert not signature_fits(public, b"message", signature)
    assert not signature_fits(SIGNER.public, b"message", signature)


@pytest.mark.tool("openssl")
def test_an_independent_program_finds_the_signature_good(tmp_path):
    public = Ed25519PublicKey.from_public_bytes(SIGNER.public)
    (tmp_path / "public.pem").write_bytes(public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    (tmp_path / "signature").write_bytes(SIGNER.sign(b"the message"))

    def judged(message: bytes) -> bool:
        (tmp_path / "message").write_bytes(message)
        command = "openssl pkeyutl -verify -pubin -inkey public.pem -rawin -in message -sigfile signature"
        return subprocess.run(command.split(), cwd=tmp_path, capture_output=True, check=False).returncode == 0

    assert judged(b"the message")
    assert not judged(b"another message")


@given(st.binary(max_size=200), st.binary(max_size=50))
def test_what_is_sealed_to_a_key_opens_with_it_in_its_context(plain, info):
    sealed = seal_to(SEALER.public, plain, info)
    assert SEALER.open(sealed, info) == plain
    for key, given_info in ((SealingKey.generate(), info), (SEALER, info + b"\0")):
        with pytest.raises(CannotOpen):
            key.open(sealed, given_info)


@given(st.data())
def test_sealed_bytes_that_were_changed_or_cut_do_not_open(data):
    sealed = seal_to(SEALER.public, b"content key", b"context")
    place, change = data.draw(st.integers(0, len(sealed) - 1)), data.draw(st.integers(1, 255))
    # Bit 255 of an X25519 point is not read (RFC 7748), but HPKE hashes the bytes as sent.
    changed = bytes([*sealed[:place], sealed[place] ^ change, *sealed[place + 1 :]])
    for bad in (changed, sealed[:place], sealed + b"\0"):
        with pytest.raises(CannotOpen):
            SEALER.open(bad, b"context")


@pytest.mark.parametrize("public", [bytes(32), b"\1" + bytes(31), b"short", b""])
def test_nothing_is_sealed_to_what_is_no_key(public):
    with pytest.raises(CannotOpen):
        seal_to(public, b"plain", b"context")


@pytest.mark.parametrize("kind", [SigningKey, SealingKey])
def test_a_pair_is_known_by_its_public_half_and_hides_the_other(kind):
    key = kind.generate()
    assert kind.from_private(key.private) == key
    assert key.keyid == key_id(key.public)
    assert len(key.keyid) == 16
    assert repr(key.private)[2:-1] not in repr(key)
    with pytest.raises(KeyFileSpoilt):
        kind.from_private(key.private[:-1])
