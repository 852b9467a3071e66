"""Base45 (RFC 9285): bytes in the alphabet that a QR symbol packs best."""

from certificates.errors import BadToken

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {char: value for value, char in enumerate(_ALPHABET)}


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
    try:
        digits = [_VALUES[char] for char in text]
        whole = len(digits) - len(digits) % 3
        thirds = zip(digits[0:whole:3], digits[1:whole:3], digits[2:whole:3], strict=True)
        data = b"".join((low + 45 * middle + 2_025 * high).to_bytes(2, "big") for low, middle, high in thirds)
        match digits[whole:]:
            case []:
                return data
            case [low, high]:
                return data + (low + 45 * high).to_bytes(1, "big")
    except (KeyError, OverflowError):
        pass
    raise BadToken
