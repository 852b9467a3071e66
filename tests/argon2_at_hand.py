"""Argon2id that does the same work once in a process: tests open the same house, with the same words, again and again.

What was worked out is what the real one gave; a wrong secret, another salt or another cost is worked out anew.
"""

from typing import Any

from cryptography.hazmat.primitives.kdf import argon2

_Genuine = argon2.Argon2id
_derived: dict[tuple[object, ...], bytes] = {}
_fits: set[tuple[bytes, str]] = set()


class RememberedArgon2id:
    """Stands where `Argon2id` stands, with its three ways of being asked."""

    def __init__(self, **asked: Any) -> None:
        self._work = _Genuine(**asked)
        self._asked = tuple(sorted(asked.items()))

    def derive(self, secret: bytes) -> bytes:
        """As the real one, or as it answered before."""
        key = (secret, self._asked)
        if key not in _derived:
            _derived[key] = self._work.derive(secret)
        return _derived[key]

    def derive_phc_encoded(self, secret: bytes) -> str:
        """As the real one; that the secret fits is known from now on."""
        encoded = self._work.derive_phc_encoded(secret)
        _fits.add((secret, encoded))
        return encoded

    @staticmethod
    def verify_phc_encoded(secret: bytes, encoded: str) -> None:
        """Raises `InvalidKey` as the real one, which is asked unless the secret has been found to fit."""
        if (secret, encoded) not in _fits:
            _Genuine.verify_phc_encoded(secret, encoded)
            _fits.add((secret, encoded))
