"""Base45 (RFC 9285): bytes in the alphabet that a QR symbol packs best."""

from certificates.errors import BadToken

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def base45(data: bytes) -> str:
    """Two bytes as three characters, a last single byte as two."""
    out = []
    for start in range(0, len(data), 2):
        chunk = data[start : start + 2]
        value = int.from_bytes(chunk, "big")
        for _ in range(len(chunk) + 1):
            value, digit = divmod(value, 45)
            out.append(_ALPHABET[digit])
    return "".join(out)


def from_base45(text: str) -> bytes:
    """The bytes again; raises `BadToken` for foreign characters, a wrong length or a value out of range."""
    out = bytearray()
    for start in range(0, len(text), 3):
        chunk = text[start : start + 3]
        digits = [_ALPHABET.find(char) for char in chunk]
        value = sum(digit * 45**place for place, digit in enumerate(digits))
        size = len(chunk) - 1
        if min(digits) < 0 or size == 0 or value >= 256**size:
            raise BadToken
        out += value.to_bytes(size, "big")
    return bytes(out)
